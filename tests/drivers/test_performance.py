"""A performance runs a body: what it asks of its driver, what it records, and how it ends."""

import json
from typing import Any

import pytest

from oran_harness.drivers import history, performance
from oran_harness.drivers.demand import AskStimulus, CloseLink, ListenAt, OpenLink, SendOctets
from oran_harness.drivers.performance import CLOSING, outcome_text
from oran_harness.model import HARNESS, EventKind, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.steps import CaseOutcome, Peer, check
from oran_harness.steps.answers.identity import ric_identity
from oran_harness.steps.offers import node_offer, setup_request
from tests.drivers.scene import NODE, RIC, octets, reset
from tests.drivers.stage import Stage

SETUP = setup_request(node_offer(number=7), 1)
RESET = m.ResetRequest(3, ("misc", "unspecified"))
REMOVAL = m.E2RemovalRequest(4)


def test_the_history_begins_with_what_the_case_is_performed_with() -> None:
    """At time 0; the body's steps follow in words."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.pause(2)

    stage = Stage(body, seed=3)
    assert json.loads(stage.told(EventKind.NOTE)[0].removeprefix("setting: "))["case"] == "TEST-001"
    stage.at(1.0).up()
    assert stage.told(EventKind.STEP) == ["open an association", "pause 2 s"]
    stage.wakes(3.0)
    assert stage.told(EventKind.NOTE)[-1] == "outcome: pass"
    assert stage.outcome is None
    assert [event.n for event in stage.history.events] == list(range(1, len(stage.history.events) + 1))


def test_what_is_sent_is_recorded_before_it_goes_out() -> None:
    """With its name, and as ours."""

    async def body(ric: Peer) -> None:
        await ric.open()
        sent = await ric.send(reset(ric), stream=2, ppid=7)
        check(sent.association == "1", "named", expected="1", actual=sent.association)
        await ric.send_octets(b"\x00")
        await ric.pause(1)

    stage = Stage(body)
    assert stage.demands == []
    stage.up()
    first, second = stage.demands
    assert isinstance(first, SendOctets)
    assert (first.stream, first.ppid, second) == (2, 7, SendOctets("1", b"\x00", 0, 70))
    ours = [event for event in stage.history.events if event.kind is EventKind.OCTETS]
    assert [(event.octets, event.injected, event.stream) for event in ours] == [
        (first.octets, False, 2),
        (b"\x00", True, 0),
    ]
    assert stage.said() == ["we: ResetRequest", "we: undecodable octets"]


def test_both_ends_are_followed() -> None:
    """The body asks the peer what it knows of the association."""

    async def body(ric: Peer) -> None:
        await ric.open()
        request = await ric.expect(m.E2setupRequest)
        check(set(ric.functions) == {2, 3}, "functions", expected="2, 3", actual=ric.functions)
        check(ric.last is not None and ric.last.message == request, "last", expected="it", actual=ric.last)
        check(ric.here == "1", "here", expected="1", actual=ric.here)

    stage = Stage(body)
    stage.up()
    stage.at(0.5).hears(SETUP)
    assert stage.outcome is None


def test_how_slow_the_sut_is() -> None:
    """The peer knows the longest wait for a message that came, by recorded times; what never came does not count."""

    async def body(ric: Peer) -> None:
        await ric.open()
        check(ric.slowest == 0, "before", expected=0, actual=ric.slowest)
        await ric.expect(m.E2setupRequest)
        await ric.expect(m.ResetRequest)
        await ric.hear(m.E2RemovalRequest, within=2)
        check(round(ric.slowest, 3) == 0.5, "slowest", expected=0.5, actual=ric.slowest)

    stage = Stage(body)
    stage.at(1.0).up()
    stage.at(1.5).hears(SETUP)
    stage.at(1.7).hears(RESET)
    stage.wakes(9.0)
    assert stage.performance.body_over
    assert stage.outcome is None


def test_requests_that_no_step_wants_are_answered() -> None:
    """Plainly, while a step waits; what answers them is in the history like everything else."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.pause(5)
        await ric.expect(m.E2RemovalRequest)

    stage = Stage(body)
    stage.up()
    stage.at(1.0).hears(SETUP)
    stage.hears(RESET)
    stage.wakes(5.0)
    stage.at(6.0).hears(REMOVAL)
    assert stage.said() == [
        "SUT: E2setupRequest",
        "we: E2setupResponse",
        "SUT: ResetRequest",
        "we: ResetResponse",
        "SUT: E2RemovalRequest",
        "we: E2RemovalResponse",
    ]
    assert [type(each) for each in stage.demands] == [SendOctets] * 3 + [CloseLink]


def test_what_a_silence_forbids_is_not_answered() -> None:
    """It fails the case; what it does not forbid is answered."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.silence(m.E2RemovalRequest, lasting=5)

    stage = Stage(body)
    stage.up()
    stage.at(1.0).hears(RESET)
    stage.at(2.0).hears(REMOVAL)
    assert stage.outcome.verdict is Verdict.FAIL
    assert stage.said()[:3] == ["SUT: ResetRequest", "we: ResetResponse", "SUT: E2RemovalRequest"]


def test_a_stimulus_leaves_what_it_provokes() -> None:
    """Though it comes before the adapter has answered."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.stimulate("reset", cause="misc")
        await ric.expect(m.ResetRequest, within=0)
        await ric.expect(m.E2RemovalRequest, within=0)

    stage = Stage(body)
    stage.up()
    assert stage.demands == [AskStimulus(2, "reset", {"cause": "misc"})]
    stage.at(1.0).hears(RESET)
    stage.hears(REMOVAL)
    assert stage.said() == ["SUT: ResetRequest", "SUT: E2RemovalRequest"]
    stage.performance.replied(2, "done", {"object": object()})
    assert stage.outcome is None


def test_a_service_query_is_answered_by_an_update() -> None:
    """Where we are the node: the RIC waits for one (E2AP 8.3.4A)."""

    async def body(node: Peer) -> None:
        await node.open()
        await node.pause(5)

    stage = Stage(body, role=RIC)
    stage.up()
    stage.at(1.0).hears(m.RICserviceQuery(5))
    assert stage.said() == ["SUT: RICserviceQuery", "we: RICserviceUpdate"]


def test_the_answer_to_an_update_that_a_query_made_us_begin_is_not_the_case_s() -> None:
    """A RIC may ask at any time (E2AP 8.3.4A): a case that updates waits for the answer to its own update."""
    heard: list[object] = []

    async def body(node: Peer) -> None:
        await node.open()
        await node.pause(3)
        heard.append(await node.expect(m.RICserviceUpdateAcknowledge))

    stage = Stage(body, role=RIC)
    stage.up()
    stage.at(1.0).hears(m.RICserviceQuery(5))
    engine = stage.performance.peer.engine
    own = next(run.request for run in engine.pending if isinstance(run.request, m.RICserviceUpdate))
    other = m.RICserviceUpdateAcknowledge(((own.transaction_id or 0) + 1) % 256)
    stage.at(2.0).hears(m.RICserviceUpdateAcknowledge(own.transaction_id))
    stage.at(2.5).hears(other)
    stage.wakes(4.0)
    assert heard == [other]


def test_a_request_that_cannot_be_answered_is_noted() -> None:
    """What a SUT sends never raises."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.pause(5)

    stage = Stage(body)
    stage.up()
    for broken in (octets(SETUP)[:40], octets(SETUP)[:-3], octets(RESET)[:-1], b"\x00\x0d\x00\x03\x00\x00\x00", b""):
        stage.at(stage.now + 0.1).hears(broken)
    stage.wakes(9.0)
    assert stage.outcome is None


def test_an_association_of_the_sut_is_heard_without_asking() -> None:
    """The newest is where things are sent."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.expect(m.ResetRequest, association="2")
        await ric.send(m.ResetResponse(3))

    stage = Stage(body)
    stage.up()
    stage.up()
    stage.hears(RESET, "2")
    assert [each.association for each in stage.demands if isinstance(each, SendOctets)] == ["2"]


def test_a_step_is_measured_from_recorded_times() -> None:
    """However late the driver wakes it: the next step begins where this one ended."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.pause(1)
        await ric.silence(m.ResetRequest, lasting=1)

    stage = Stage(body)
    stage.up()
    stage.at(1.5).hears(RESET)
    assert stage.outcome.actual.endswith("after 0.500 s")


def test_opening_and_closing_is_asked_of_the_driver() -> None:
    """Where the SUT listens; the step is done when the driver says so."""

    async def body(node: Peer) -> None:
        name = await node.open()
        await node.close(name)
        await node.close(name)
        await node.open(within=1)

    stage = Stage(body, role=RIC)
    assert stage.demands == [OpenLink(1)]
    stage.at(1.0).up()
    assert stage.demands == [CloseLink("1", "shutdown")]
    stage.at(2.0).ends("shutdown", by_sut=False)
    assert stage.demands == [OpenLink(2)]
    stage.at(2.5).performance.refused(2, "nobody listens")
    assert stage.outcome.reason == "no association with the near-rt-ric can be had: nobody listens"
    kinds = [event.kind for event in stage.history.events if event.association == "1" and event.kind != EventKind.STEP]
    assert kinds == [EventKind.UP, EventKind.SHUTDOWN, EventKind.DOWN]


@pytest.mark.parametrize(
    ("how", "kinds"),
    [
        ("shutdown", [EventKind.SHUTDOWN, EventKind.DOWN]),
        ("abort", [EventKind.ABORT]),
        ("down", [EventKind.DOWN]),
    ],
)
def test_three_ways_to_end_are_three_things(how: str, kinds: list[EventKind]) -> None:
    """Each is recorded with who ended it; telling it twice is harmless."""

    async def body(ric: Peer) -> None:
        await ric.open()
        ended = await ric.ending()
        check((ended.how, ended.by_sut) == (how, True), "as told", expected=how, actual=ended)

    stage = Stage(body)
    stage.up()
    stage.at(1.0).ends(how)
    stage.ends(how)
    assert stage.outcome is None
    events = [event for event in stage.history.events if event.kind in kinds]
    assert [event.kind for event in events] == kinds
    assert {event.source for event in events} == {"e2-node"}
    assert stage.performance.over


def test_sending_where_nothing_is_up() -> None:
    """Inconclusive where the SUT has ended it, else the case is wrong."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.pause(1)
        await ric.send(reset(ric))

    stage = Stage(body)
    stage.up()
    stage.ends()
    stage.wakes(1.1)
    assert stage.outcome.verdict is Verdict.INCONC
    assert stage.outcome.reason == "cannot send ResetRequest: the e2-node has ended association 1 (abort)"

    async def wrong(ric: Peer) -> None:
        await ric.send(reset(ric))

    assert Stage(wrong).outcome.verdict is Verdict.ERROR

    async def closes(ric: Peer) -> None:
        await ric.close()

    assert Stage(closes).outcome.verdict is Verdict.ERROR


def test_the_end_of_a_case_leaves_nothing_owed_and_nothing_open() -> None:
    """Requests are answered, associations shut down; what does not end in time is cut off."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.expect(m.ResetRequest)

    stage = Stage(body)
    stage.up()
    stage.at(1.0).hears(RESET)
    assert stage.said() == ["SUT: ResetRequest", "we: ResetResponse"]
    assert [type(each) for each in stage.demands] == [SendOctets, CloseLink]
    assert not stage.performance.over
    assert stage.performance.deadline == pytest.approx(1.0 + CLOSING)
    stage.at(1.5).hears(REMOVAL)
    stage.wakes(1.0 + CLOSING + 0.1)
    assert stage.demands == [CloseLink("1", "abort")]
    assert stage.performance.over
    assert stage.outcome is None


def test_an_association_that_comes_too_late_is_closed() -> None:
    """Nobody is there any more who could use it."""

    async def body(ric: Peer) -> None:
        await ric.open(within=1)

    stage = Stage(body)
    stage.wakes(1.0)
    stage.up()
    assert stage.demands == [CloseLink("1", "shutdown")]


def test_a_flood_ends_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what is known; nothing more is read."""
    monkeypatch.setattr(history, "MOST_EVENTS", 5)

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.pause(100)

    stage = Stage(body)
    stage.up()
    for _ in range(9):
        stage.hears(RESET)
    assert stage.outcome.verdict is Verdict.INCONC
    assert "floods the harness: more than 5 events" in stage.outcome.reason
    assert stage.demands[-1] == CloseLink("1", "abort")
    assert stage.said().count("SUT: ResetRequest") == 6


@pytest.mark.parametrize("what", ["steps", "time"])
def test_a_body_that_never_ends_is_ended(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the number of its steps and by time."""
    monkeypatch.setattr(performance, "MOST_STEPS", 20)
    monkeypatch.setattr(performance, "LONGEST", 10.0)

    async def body(ric: Peer) -> None:
        await ric.open()
        while True:
            await ric.hear(m.ResetRequest, within=0 if what == "steps" else 3)

    stage = Stage(body)
    stage.up()
    for second in range(1, 20):
        stage.wakes(float(second))
    expected = (Verdict.ERROR, "more than 20 steps") if what == "steps" else (Verdict.INCONC, "within 10 s")
    assert stage.outcome.verdict is expected[0]
    assert expected[1] in stage.outcome.reason


def test_a_predicate_that_raises_is_an_error_of_the_harness() -> None:
    """On a message that conforms; the case is to be mended."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.expect(m.ResetRequest, where=lambda request: request.nothing)  # type: ignore[attr-defined]

    stage = Stage(body)
    stage.up()
    stage.hears(RESET)
    assert (stage.outcome.verdict, stage.outcome.blame) == (Verdict.ERROR, HARNESS)


def test_an_exception_over_a_faulty_message_is_not_the_harness_s() -> None:
    """The body reads what is not there: inconclusive, and rules judge the message."""

    async def body(ric: Peer) -> None:
        await ric.open()
        request = await ric.expect(m.E2setupRequest)
        check(len(request.ran_functions_added or ()) > len(request.nothing), "R", expected="", actual="")  # type: ignore[attr-defined]

    stage = Stage(body)
    stage.up()
    stage.hears(octets(SETUP)[:40])
    assert stage.outcome.verdict is Verdict.INCONC


def test_an_exception_over_another_edition_is_not_the_harness_s() -> None:
    """What an older edition does not have cannot be repeated in an answer: inconclusive, and rules judge the SUT."""

    async def body(ric: Peer) -> None:
        await ric.open()
        request = await ric.expect(m.E2setupRequest)
        await ric.send(m.E2setupFailure(request.transaction_id, ("misc", "unspecified")))

    stage = Stage(body)
    stage.up()
    stage.hears(codec("1.01").encode(setup_request(node_offer(edition="1.01"), None)))
    assert stage.outcome.verdict is Verdict.INCONC
    assert "E2AP 1.01" in stage.outcome.reason


def test_an_interruption_says_so_and_cuts_off() -> None:
    """Once, also while associations are closing."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.pause(9)

    stage = Stage(body)
    stage.up()
    stage.performance.interrupt("interrupted")
    assert stage.outcome.verdict is Verdict.ERROR
    assert stage.demands == [CloseLink("1", "abort")]
    assert stage.told(EventKind.NOTE)[-1] == "outcome: error: interrupted"
    stage.performance.interrupt("again")
    assert stage.outcome.reason == "interrupted"
    assert stage.performance.over


def test_results_of_steps_together() -> None:
    """Sending is done at once, the others wait side by side."""
    results: list[Any] = []

    async def body(ric: Peer) -> None:
        await ric.open()
        results.append(
            await ric.together(ric.send(reset(ric)), ric.expect(m.ResetResponse), ric.expect(m.E2RemovalRequest))
        )

    stage = Stage(body)
    stage.up()
    stage.hears(REMOVAL)
    sent = next(event for event in stage.history.events if event.kind is EventKind.OCTETS)
    assert sent.message == "ResetRequest"
    identifier = stage.performance.peer.engine.pending[0].id
    assert isinstance(identifier, int)
    stage.hears(m.ResetResponse(identifier))
    assert results[0][1:] == (m.ResetResponse(identifier), REMOVAL)


def test_what_needs_claims_may_be_refused() -> None:
    """The case's needs and the claims of the SUT are known to its steps."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.send(m.E2RemovalRequest(9))
        await ric.expect(m.E2RemovalResponse)

    stage = Stage(body, ("procedure:E2removal",), role=NODE)
    stage.up()
    stage.hears(m.E2RemovalFailure(9, ("misc", "unspecified")))
    assert stage.outcome.verdict is Verdict.UNSUPPORTED


def test_outcomes_in_a_line() -> None:
    """As the history keeps them."""
    assert outcome_text(None) == "pass"
    assert outcome_text(CaseOutcome(Verdict.SKIP, "no stimulus: reset")) == "skip: no stimulus: reset"
    failed = CaseOutcome(Verdict.FAIL, requirement="R", expected="E", actual="A")
    assert outcome_text(failed) == "fail: R: E; A"


def test_a_further_address_is_another_near_rt_ric_s() -> None:
    """The driver is asked for it; what comes up there is named so, and is answered by its identity."""

    async def body(ric: Peer) -> None:
        await ric.open()
        place = await ric.listen()
        assert await ric.open(place=place) == "2"
        await ric.pause(1)

    stage = Stage(body)
    stage.up()
    assert stage.demands == [ListenAt(2, 2)]
    stage.performance.listening(2, "memory://there")
    stage.performance.up(opened_by_sut=True, place="memory://there")
    stage.hears(SETUP, "2")
    (answered,) = stage.demands
    assert isinstance(answered, SendOctets)
    response = codec("3.01").decode(answered.octets).message
    assert isinstance(response, m.E2setupResponse)
    assert (answered.association, response.global_ric_id) == ("2", ric_identity(2))
    assert stage.performance.peer.here == "1"
    ups = [(event.source, event.target) for event in stage.history.events if event.kind is EventKind.UP]
    assert ups == [("e2-node", "near-rt-ric"), ("e2-node", "near-rt-ric 2")]
    stage.wakes(2.0)
    assert [demand for demand in stage.demands if isinstance(demand, CloseLink)] == [
        CloseLink("1", "shutdown"),
        CloseLink("2", "shutdown"),
    ]


def test_a_further_address_of_the_same_near_rt_ric() -> None:
    """What comes up there is as if it had come to the first one."""

    async def body(ric: Peer) -> None:
        await ric.open()
        place = await ric.listen(number=1)
        await ric.open(place=place)
        await ric.pause(1)

    stage = Stage(body)
    stage.up()
    assert stage.demands == [ListenAt(2, 1)]
    stage.performance.listening(2, "memory://there")
    stage.performance.up(opened_by_sut=True, place="memory://there")
    assert stage.performance.peer.here == "2"
    assert {event.target for event in stage.history.events if event.kind is EventKind.UP} == {"near-rt-ric"}

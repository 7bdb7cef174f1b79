"""Case after case, against SUTs that are hosted in this process, over links in memory."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.adapters import Addresses, StimulusAnswer, StimulusStatus
from oran_harness.adapters.present import PresentAdapter
from oran_harness.conformance import preambles
from oran_harness.conformance.choices import reporting
from oran_harness.conformance.expectations import ask
from oran_harness.model import DiagnosisKind, EventKind, Level, Role, Verdict
from oran_harness.model.run_event import (
    CaseFinished,
    CaseStarted,
    DecodeFailed,
    EventRecorded,
    FindingMade,
    MeetingEnded,
    MeetingStarted,
    RunEvent,
    RunFinished,
    RunStarted,
    SutChanged,
    SutLost,
)
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Say
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse
from oran_harness.runner import Options, Passage, Planned, Source, Stage, Stop, meeting
from oran_harness.runner.execution import INTERRUPTED, LEFT_OUT
from oran_harness.runner.sut import MOST_FAILURES
from oran_harness.steps import CaseOutcome, Peer, check, unsupported
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import node_offer, setup_request
from tests.runner.scene import HostedAdapter, case, line, node, perform, ric, target, verdicts


async def sets_up(peer: Peer) -> None:
    """E2 Setup with a RIC."""
    await peer.open()
    await peer.send(setup_request(node_offer(edition=peer.edition, number=peer.number), peer.new_transaction_id()))
    await peer.expect(E2setupResponse)


async def fails(peer: Peer) -> None:
    """A check that does not hold."""
    await sets_up(peer)
    check(False, "two is three", expected=3, actual=2)


async def breaks(peer: Peer) -> None:
    """A mistake of the case."""
    raise ZeroDivisionError("oops")


async def refused(peer: Peer) -> None:
    """Something that the SUT does not have."""
    raise unsupported("it says so")


class Borrowed(PresentAdapter):
    """A SUT that somebody else starts: it is there from the beginning."""

    def __init__(self, adapter: HostedAdapter) -> None:
        super().__init__("borrowed", None)
        self._adapter = adapter

    async def start(self, addresses: Addresses) -> None:
        await self._adapter.start(addresses)

    async def stop(self) -> None:
        await self._adapter.stop()


class Mortal(HostedAdapter):
    """A SUT that dies when it is told to."""

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        if name != "die":
            return await super().stimulate(name, **arguments)
        await self.die("killed by signal 11 (SIGSEGV)")
        return StimulusAnswer(StimulusStatus.DONE)


async def kills(peer: Peer) -> None:
    """The SUT dies, and the body does not even notice."""
    await sets_up(peer)
    await peer.stimulate("die")


def numbered(*bodies: Any) -> list[Source]:
    """Cases with ids A-001, A-002, ..."""
    return [case(body, f"A-{number:03}") for number, body in enumerate(bodies, 1)]


def test_each_case_has_its_verdict_and_all_is_told() -> None:
    """In the order of start, meeting, cases, end; each history with its octets, and the probe behind it."""
    outcome, told = perform(numbered(sets_up, fails, breaks, refused), target(HostedAdapter(ric)))
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "fail", "A-003": "error", "A-004": "unsupported"}
    failed, broken = line(outcome, "A-002"), line(outcome, "A-003")
    assert (failed.requirement, failed.expected, failed.actual) == ("two is three", "3", "2")
    assert (failed.blame, failed.history) == ("near-rt-ric", "history/A-002.jsonl")
    assert (broken.blame, "ZeroDivisionError: oops" in broken.reason) == ("harness", True)
    assert line(outcome, "A-004").reason == "it says so"
    kinds = [type(event) for event in told.events if not isinstance(event, EventRecorded | FindingMade)]
    met = [MeetingStarted, SutChanged, MeetingEnded]
    assert kinds == [RunStarted, *met, *[CaseStarted, CaseFinished] * 4, SutChanged, RunFinished]
    assert told.of(RunFinished)[0].summary[Verdict.PASS] == 1
    first = [each for each in told.of(EventRecorded) if each.case == "A-001"]
    assert [each.direction for each in first if each.procedure == "E2setup"] == ["to-sut", "from-sut"] * 2
    assert told.of(EventRecorded)[0].event.message == "hosted for the 1. time"
    assert any((each.event.message or "").startswith("probe: the SUT answers") for each in first)


def test_nothing_is_performed_that_cannot_be() -> None:
    """No stimulus, an older edition, another transport: skip, with the reason and without a history."""
    sources = [
        case(sets_up, "A-001", needs=("stimulus:subscribe",)),
        case(sets_up, "A-002", needs=("e2ap:5.00",)),
        case(sets_up, "A-003", needs=("transport:sctp",)),
        case(sets_up, "A-004"),
    ]

    class Unasked(HostedAdapter):
        async def describe(self) -> Any:
            return replace(await super().describe(), stimuli=())

    outcome, told = perform(sources, target(Unasked(ric)))
    assert [each.verdict for each in outcome.results] == ["skip"] * 3 + ["pass"]
    assert line(outcome, "A-001").reason == "no stimulus: subscribe"
    assert line(outcome, "A-001").history is None
    assert len(told.of(CaseStarted)) == 1


def test_findings_fail_a_case_whose_body_passes() -> None:
    """What rules find in the history counts, and is told beside the verdict; so are messages that do not conform."""
    of_setup = case(sets_up, "A-001", needs=("association.fresh",))
    outcome, told = perform([of_setup], target(HostedAdapter(lambda: Twisted(ric(), _cut))))
    result = line(outcome, "A-001")
    assert result.verdict is Verdict.FAIL
    finished = told.of(CaseFinished)[0]
    assert finished.findings
    assert {each.finding.rule for each in told.of(FindingMade)} >= {each.rule for each in finished.findings}
    assert told.of(DecodeFailed)


def test_rules_of_the_run_are_lines_of_their_own() -> None:
    """A wrong PPID in each case is one line, and changes none of the cases."""
    outcome, _ = perform(numbered(sets_up, sets_up), target(HostedAdapter(lambda: Twisted(ric(), _no_ppid))))
    found = verdicts(outcome)
    assert found.pop("E2-PPID") == "fail"
    assert found["A-001"] == found["A-002"] == "pass"
    assert line(outcome, "E2-PPID").blame == "near-rt-ric"


def test_a_sut_that_dies_costs_one_case() -> None:
    """It is a finding that blames it; it is started again, and the next case is as if nothing had been."""
    outcome, told = perform(numbered(sets_up, kills, sets_up), target(Mortal(ric)))
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "fail", "A-003": "pass"}
    died = line(outcome, "A-002")
    assert (died.blame, died.actual) == ("near-rt-ric", "killed by signal 11 (SIGSEGV)")
    assert [finding.rule for finding in told.of(CaseFinished)[1].findings] == ["SUT-DIED"]
    assert [(each.up, each.restarts) for each in told.of(SutChanged)] == [
        (True, 0),
        (False, 0),
        (True, 1),
        (False, 1),
    ]


def test_a_sut_that_never_starts_is_waited_for_three_times() -> None:
    """Then no case is performed, and one diagnosis says why."""
    adapter = HostedAdapter(ric, failing_starts=99)
    outcome, _ = perform(numbered(*[sets_up] * 6), target(adapter))
    assert set(verdicts(outcome).values()) == {"skip"}
    assert adapter.starts == MOST_FAILURES
    assert {result.reason for result in outcome.results} == {"The SUT cannot be started: no bench (3)."}
    assert outcome.diagnosis is not None
    assert outcome.diagnosis.kind is DiagnosisKind.NOT_STARTED


def test_a_sut_that_starts_late_is_taken() -> None:
    """It has several chances before the first case."""
    outcome, _ = perform(numbered(sets_up, sets_up), target(HostedAdapter(ric, failing_starts=1)))
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "pass"}


def test_where_nobody_is_no_case_is_performed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that nobody answers: said once, every case is skipped, nobody is blamed."""
    monkeypatch.setattr(meeting, "COMING_UP_S", 0.0)
    outcome, told = perform(numbered(*[sets_up] * 6), target(PresentAdapter("x", None), startable=False))
    assert set(verdicts(outcome).values()) == {"skip"}
    assert told.of(CaseStarted) == []
    assert line(outcome, "A-006").reason.startswith("Nobody listens at memory://")
    assert told.of(FindingMade) == []


def test_a_sut_that_is_lost_is_told_once() -> None:
    """What was under way is inconclusive; when nobody waits any more, the rest is skipped with the reason."""
    adapter = HostedAdapter(ric)

    async def goes(peer: Peer) -> None:
        await sets_up(peer)
        await adapter.stop()

    outcome, told = perform(numbered(sets_up, goes, *[sets_up] * 6), target(Borrowed(adapter), startable=False))
    found = list(verdicts(outcome).values())
    assert found[0] == "pass"
    assert found[-2:] == ["skip", "skip"]
    assert outcome.diagnosis is not None
    assert (outcome.diagnosis.kind, outcome.diagnosis.hopeless) == (DiagnosisKind.LOST, True)
    assert outcome.diagnosis.seen.startswith("The near-RT RIC was there, and is not any more: ")
    assert outcome.results[-1].reason == outcome.diagnosis.seen
    assert [each.diagnosis for each in told.of(SutLost)] == [outcome.diagnosis]


def test_the_gate_decides_before_each_case() -> None:
    """What it leaves out is skipped, what it ends is interrupted; it is not asked for what cannot be performed."""
    asked: list[str] = []
    answers = iter([Passage.GO, Passage.LEAVE_OUT, Passage.END])

    async def gate(planned: Planned) -> Passage:
        asked.append(planned.description.id)
        return next(answers)

    sources = [*numbered(sets_up, sets_up, sets_up, sets_up), case(sets_up, "A-000", needs=("transport:sctp",))]
    outcome, _ = perform(sources, target(HostedAdapter(ric)), options=Options(timeout=0.5, gate=gate))
    assert asked == ["A-001", "A-002", "A-003"]
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "skip", "A-003": "skip", "A-004": "skip", "A-000": "skip"}
    assert line(outcome, "A-002").reason == LEFT_OUT
    assert line(outcome, "A-003").reason == INTERRUPTED
    assert outcome.interrupted


def test_a_node_under_test() -> None:
    """It connects to us, for each case and each probe anew."""

    async def takes_setup(peer: Peer) -> None:
        await peer.open()
        request = await peer.expect(E2setupRequest)
        response = setup_response(request, edition=peer.edition)
        assert response is not None
        await peer.send(response)

    sources = [case(takes_setup, f"A-{number:03}", role=Role.E2_NODE) for number in (1, 2)]
    outcome, told = perform(sources, target(HostedAdapter(node), Role.E2_NODE))
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "pass"}
    ups = [each for each in told.of(EventRecorded) if each.event.kind is EventKind.UP]
    assert len(ups) >= 4
    assert {each.event.source for each in ups} == {"e2-node"}


def test_an_adapter_that_lies_is_trusted_with_no_stimulus() -> None:
    """Its cases are errors, others are not; the same for one whose health cannot be known."""

    class Liar(HostedAdapter):
        async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
            return StimulusAnswer(StimulusStatus.DONE)

    class Sick(HostedAdapter):
        async def health(self) -> Any:
            raise OSError("no bench")

    sources = [case(sets_up, "A-001", needs=("stimulus:subscribe",)), case(sets_up, "A-002")]
    outcome, _ = perform(sources, target(Liar(ric)))
    assert verdicts(outcome) == {"A-001": "error", "A-002": "pass"}
    assert (line(outcome, "A-001").blame, "cannot be trusted" in line(outcome, "A-001").reason) == ("harness", True)
    outcome, _ = perform(sources[1:], target(Sick(ric)))
    assert verdicts(outcome) == {"A-002": "error"}
    assert "its health cannot be known: its health raised OSError: no bench" in line(outcome, "A-002").reason


def test_stop_leaves_what_was_judged() -> None:
    """The case under way and the rest are skipped, the end is told, the SUT is stopped."""
    adapter = HostedAdapter(ric)
    stops: list[Stop] = []

    def second(event: RunEvent) -> None:
        if isinstance(event, CaseStarted) and event.case.id == "A-002":
            stops[0].ask()

    outcome, told = perform(numbered(sets_up, sets_up, sets_up), target(adapter), listeners=[second], stop=stops.append)
    assert outcome.interrupted
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "skip", "A-003": "skip"}
    assert {line(outcome, id).reason for id in ("A-002", "A-003")} == {INTERRUPTED}
    assert told.of(RunFinished)[0].interrupted
    assert adapter.hosting is None


def test_without_results_there_is_no_run() -> None:
    """If what writes them breaks, the rest is skipped; any other listener may break."""

    def breaks_at_the_first(event: RunEvent) -> None:
        if isinstance(event, CaseFinished):
            raise OSError("disk full")

    sources = numbered(sets_up, sets_up)
    outcome, _ = perform(sources, target(HostedAdapter(ric)), listeners=[breaks_at_the_first])
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "pass"}
    essential = [breaks_at_the_first]
    outcome, _ = perform(sources, target(HostedAdapter(ric)), listeners=essential, essential=essential)
    assert verdicts(outcome) == {"A-001": "pass", "A-002": "skip"}
    assert line(outcome, "A-002").reason == "the results cannot be written"


def test_a_case_that_is_not_always_the_same_is_flaky() -> None:
    """Performed several times, each with its seed and its history; the worst counts."""
    seeds = []

    async def odd(peer: Peer) -> None:
        seeds.append(peer.new_transaction_id())
        check(len(seeds) != 2, "it is not the second time", expected="another", actual="the second")

    outcome, told = perform(numbered(odd), target(HostedAdapter(ric)), repeat=3)
    result = line(outcome, "A-001")
    assert result.verdict is Verdict.FAIL
    assert result.reason == "flaky: pass 2 times, fail once"
    assert result.history == "history/A-001.2.jsonl"
    assert [each.history for each in told.of(CaseStarted)] == [f"history/A-001{turn}" for turn in ("", ".2", ".3")]
    assert len(told.of(CaseFinished)) == 1
    assert len(set(seeds)) == 3


class Example:
    """A source that performs as many cases as it likes."""

    description = case(sets_up, "P-001").description
    sample = case(sets_up, "P-001").case

    def __init__(self, perform: Callable[[Stage], Any], limit: float = 60) -> None:
        self.perform = perform
        self._limit = limit

    def limit(self, timeout: float) -> float:
        return self._limit


def test_any_source_may_perform_many_cases() -> None:
    """They share one history and one line; each has an association and an identity of its own."""
    numbers: list[int] = []

    async def one(peer: Peer) -> None:
        numbers.append(peer.number)
        await sets_up(peer)
        check(len(numbers) < 3, "never three", expected=2, actual=3)

    async def many(stage: Stage) -> CaseOutcome | None:
        for _ in range(5):
            outcome = await stage.perform(case(one, "P-001").case)
            if outcome is not None:
                return outcome
        return None

    outcome, told = perform([Example(many)], target(HostedAdapter(ric)))
    assert verdicts(outcome) == {"P-001": "fail"}
    assert len(set(numbers)) == len(numbers) == 3
    ups = {each.event.association for each in told.of(EventRecorded) if each.event.kind is EventKind.UP}
    assert len(ups) == 4  # three, and the probe


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (lambda stage: asyncio.sleep(600), "the case did not end within 0.2 s"),
        (lambda stage: _raise(), "the harness broke: KeyError: 'x'"),
    ],
)
def test_a_source_that_breaks_is_an_error(behaviour: Any, reason: str) -> None:
    """One that never ends has its time; one that raises costs its own line."""
    outcome, _ = perform([Example(behaviour, 0.2), *numbered(sets_up)], target(HostedAdapter(ric)))
    assert verdicts(outcome) == {"P-001": "error", "A-001": "pass"}
    assert (line(outcome, "P-001").reason, line(outcome, "P-001").blame) == (reason, "harness")


def test_the_same_seed_says_the_same() -> None:
    """Two runs send the same octets."""

    def sent(seed: int) -> list[bytes | None]:
        _, told = perform(numbered(sets_up), target(HostedAdapter(ric)), options=Options(seed=seed, timeout=1))
        return [each.event.octets for each in told.of(EventRecorded) if each.direction == "to-sut"]

    assert sent(1) == sent(1)


async def _raise() -> None:
    raise KeyError("x")


class Twisted:
    """An actor whose messages are changed on their way out."""

    def __init__(self, actor: Actor, change: Callable[[Say], Say]) -> None:
        self.role = actor.role
        self._actor = actor
        self._change = change

    def begin(self, now: float) -> Sequence[Command]:
        return self._out(self._actor.begin(now))

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        return self._out(self._actor.handle(happening, now))

    def wake(self, now: float) -> Sequence[Command]:
        return self._out(self._actor.wake(now))

    @property
    def wakes_at(self) -> float | None:
        return self._actor.wakes_at

    def _out(self, commands: Sequence[Command]) -> list[Command]:
        return [self._change(each) if isinstance(each, Say) else each for each in commands]


def _no_ppid(say: Say) -> Say:
    return replace(say, ppid=0)


def _cut(say: Say) -> Say:
    """Lose the octets behind the second IE: they are still a Setup Response for who is lenient."""
    return replace(say, octets=say.octets[:-2])


class _Keeping(FlawedActor):
    """Reports of what was subscribed on an earlier association; ``wrongly``: of what nobody subscribed to."""

    def __init__(self, actor: Actor, wrongly: bool, reports: list[m.RICindication]) -> None:
        super().__init__(actor)
        self._wrongly = wrongly
        self._reports = reports

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember what is reported."""
        if isinstance(decoded.message, m.RICindication):
            self._reports.append(decoded.message)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Report it again once there is another subscription."""
        if not isinstance(decoded.message, m.RICsubscriptionRequest) or not self._reports:
            return None
        report = self._reports[0]
        if self._wrongly:
            report = replace(report, ric_request_id=RICrequestID(999, 9))
        return [*self.pass_on(heard, now), Say(heard.association, codec("3.01").encode(report), 1, 70)]


@pytest.mark.parametrize(("wrongly", "verdict"), [(False, "pass"), (True, "fail")])
def test_what_an_earlier_case_left_behind_is_not_laid_on_a_later_one(wrongly: bool, verdict: str) -> None:
    """Whether subscriptions outlive an association is open (E2AP 8.3.1.1); reports that nobody asked for are not."""

    async def subscribes(ric: Peer) -> None:
        await preambles.ready(ric)
        report = reporting(ric)
        await ask(ric, report.request(ric.new_request_id()))
        await ric.expect(m.RICindication, within=3)
        await ric.close(how="abort")

    async def listens(ric: Peer) -> None:
        await preambles.ready(ric)
        report = reporting(ric)
        await ask(ric, report.request(ric.new_request_id()))
        await ric.pause(0.05)

    first = case(subscribes, "TEST-CASE-001", role=Role.E2_NODE, needs=("association.none",))
    later = case(listens, "TEST-CASE-002", role=Role.E2_NODE, level=Level.SHOULD, needs=("association.none",))
    reports: list[m.RICindication] = []
    keeping = HostedAdapter(lambda: _Keeping(node(), wrongly, reports))
    outcome, _ = perform([first, later], target(keeping, Role.E2_NODE), options=Options(timeout=5))
    assert line(outcome, "TEST-CASE-002").verdict == verdict, line(outcome, "TEST-CASE-002")
    assert wrongly == line(outcome, "TEST-CASE-002").reason.startswith("E2AP-INDICATION-UNSUBSCRIBED")

"""A replay performs the same body against what was recorded, and comes to the same."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oran_harness.adapters.adapter import StimulusAnswer, StimulusStatus
from oran_harness.captures import read_recording, write_history
from oran_harness.conformance import load
from oran_harness.drivers import (
    Dialling,
    Listening,
    Performed,
    Setting,
    perform_live,
    perform_virtual,
    recorded_setting,
    replay,
)
from oran_harness.drivers.hosting import Hosting, hosted
from oran_harness.drivers.stimulation import StimulateCall
from oran_harness.model import Event, EventKind, InputError, Role, Verdict
from oran_harness.peers.actor import Actor, End
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.reference import reference as of_role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer
from oran_harness.steps.case import Body, Case
from tests.drivers.scene import NODE, ON_NODE, ON_RIC, RIC, Plain, case_of, octets, on, reset, set_up, set_up_with


def verdict(performed: Performed) -> tuple[Verdict, str]:
    outcome = performed.outcome
    return (Verdict.PASS, "") if outcome is None else (outcome.verdict, outcome.reason + outcome.actual)


def again(case: Case, performed: Performed, events: list[Event] | None = None) -> Performed:
    recorded = list(performed.events) if events is None else events
    return replay(case, recorded_setting(recorded)[1], performed.header, recorded)


async def passes(ric: Peer) -> None:
    await set_up(ric)
    await ric.send(reset(ric))
    await ric.expect(m.ResetResponse)
    await ric.silence(lasting=0.05)
    await ric.close()
    await ric.expect(m.E2setupRequest)


async def fails(ric: Peer) -> None:
    await set_up(ric)
    await ric.send(reset(ric))
    await ric.expect(m.E2RemovalRequest, within=0.05)


async def is_refused(ric: Peer) -> None:
    await set_up(ric)
    await ric.send(m.E2RemovalRequest(200))
    await ric.expect(m.E2RemovalResponse)


async def is_cut_off(ric: Peer) -> None:
    await set_up(ric)
    await ric.send(reset(ric))
    await ric.expect(m.ResetResponse)


async def skips(ric: Peer) -> None:
    await set_up(ric)
    await ric.stimulate("no-such-stimulus")


async def stimulates(ric: Peer) -> None:
    await set_up(ric)
    await ric.stimulate("reset", cause="misc")
    await ric.expect(m.ResetRequest, within=0.1, otherwise=Verdict.INCONC)


STORIES: list[tuple[Body, Any, Verdict]] = [
    (passes, None, Verdict.PASS),
    (fails, None, Verdict.FAIL),
    (is_refused, on(m.E2RemovalRequest, m.E2RemovalFailure(200, ("misc", "unspecified"))), Verdict.FAIL),
    (is_cut_off, on(m.ResetRequest, End("", "abort")), Verdict.FAIL),
    (is_cut_off, on(m.ResetRequest, End("", "shutdown")), Verdict.FAIL),
    (is_cut_off, on(m.ResetRequest, m.ErrorIndication(cause=("misc", "unspecified"))), Verdict.FAIL),
    (skips, None, Verdict.SKIP),
    (stimulates, None, Verdict.INCONC),
]


@pytest.mark.parametrize(("body", "also", "expected"), STORIES)
def test_what_was_performed_on_virtual_time(body: Body, also: Any, expected: Verdict) -> None:
    """Comes to the same verdict for the same reason, and to the same history."""
    case = case_of(body)
    performed = perform_virtual(case, ON_NODE, lambda: Plain(NODE, also))
    assert verdict(performed)[0] is expected
    repeated = again(case, performed)
    assert (verdict(repeated), repeated.diverged) == (verdict(performed), None)
    assert repeated.events == performed.events[: len(repeated.events)]


ON_ELEMENT = Setting(Role.O1_PROVIDER, edition="1.1", comes=False)


async def live(case: Case, make: Callable[[], Actor], uri: str) -> Performed:
    """Perform a case on a wire; our actor is the SUT."""
    if case.description.under_test is not NODE:
        setting = ON_RIC if case.description.under_test is RIC else ON_ELEMENT
        async with hosted([make()], listen=uri) as hosting:
            return await perform_live(case, setting, Dialling(hosting.uri or uri), stimulate=through(hosting))
    async with Listening(uri) as there, hosted([make()], connect=there.uri) as hosting:
        return await perform_live(case, ON_NODE, there, stimulate=through(hosting))


def through(hosting: Hosting) -> StimulateCall:
    """Stimuli for a hosted actor."""

    async def stimulate(name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
        answer = await hosting.stimulate(name, arguments)
        return StimulusAnswer(StimulusStatus(answer.status), answer.details)

    return stimulate


@pytest.mark.parametrize("uri", ["memory://replayed", "tcp://127.0.0.1:0"])
@pytest.mark.parametrize(("body", "also", "expected"), STORIES)
def test_what_was_performed_live(uri: str, body: Body, also: Any, expected: Verdict, tmp_path: Path) -> None:
    """Recorded on the wire, kept in a file, and replayed from there: the same body, the same verdict and reason."""
    case = case_of(body)
    performed = asyncio.run(asyncio.wait_for(live(case, lambda: Plain(NODE, also), uri), 20))
    assert verdict(performed)[0] is expected
    write_history(tmp_path / "case.jsonl", performed.header, performed.events)
    with read_recording(tmp_path / "case.jsonl") as recording:
        events = list(recording.events)
    repeated = replay(case, recorded_setting(events)[1], recording.header, events)
    assert (verdict(repeated), repeated.diverged) == (verdict(performed), None)


def test_the_end_of_the_sut_itself_is_replayed() -> None:
    """It is a note in the history, and ends the same step."""

    async def is_gone() -> str:
        await asyncio.sleep(0.05)
        return "exit status 3"

    async def comes_back(ric: Peer) -> None:
        await set_up(ric)
        await ric.expect(m.E2setupRequest, within=60)

    async def scene() -> Performed:
        async with Listening("memory://replayed") as there, hosted([Plain(NODE)], connect=there.uri):
            return await perform_live(case_of(comes_back), ON_NODE, there, gone=is_gone)

    performed = asyncio.run(asyncio.wait_for(scene(), 20))
    assert performed.outcome is not None
    assert performed.outcome.actual == "the e2-node is gone: exit status 3"
    repeated = again(case_of(comes_back), performed)
    assert (verdict(repeated), repeated.diverged) == (verdict(performed), None)


def test_a_body_that_does_something_else_diverges() -> None:
    """Told with the event from which on it does, octet by octet."""

    async def other(ric: Peer) -> None:
        await set_up(ric)
        await ric.send(m.ResetRequest(ric.new_transaction_id(), ("misc", "hardware-failure")))
        await ric.expect(m.ResetResponse)

    performed = perform_virtual(case_of(passes), ON_NODE, lambda: Plain(NODE))
    repeated = again(case_of(other), performed)
    sent = next(each for each in performed.events if each.message == "ResetRequest")
    assert repeated.diverged == sent.n
    assert repeated.outcome is not None
    assert repeated.outcome.verdict is Verdict.ERROR
    assert "sends other octets" in repeated.outcome.reason


async def says_less(ric: Peer) -> None:
    await set_up(ric)
    await ric.pause(50)


async def says_more(ric: Peer) -> None:
    await set_up(ric)
    for _ in range(3):
        await ric.send(reset(ric))
        await ric.pause(0.01)


async def closes(ric: Peer) -> None:
    await set_up(ric)
    await ric.close()


@pytest.mark.parametrize("other", [says_less, says_more, closes])
def test_other_ways_to_diverge(other: Body) -> None:
    """Doing less, more, or something of another kind."""
    performed = perform_virtual(case_of(fails), ON_NODE, lambda: Plain(NODE))
    repeated = again(case_of(other), performed)
    assert repeated.diverged is not None
    assert repeated.outcome is not None
    assert f"event {repeated.diverged}" in repeated.outcome.reason


def test_a_record_that_breaks_off_diverges_at_its_end() -> None:
    """The case wants to go on."""
    performed = perform_virtual(case_of(passes), ON_NODE, lambda: Plain(NODE))
    response = next(each.n for each in performed.events if each.message == "E2setupResponse")
    repeated = again(case_of(passes), performed, list(performed.events[:response]))
    assert repeated.diverged == response


def test_an_interrupted_case_is_interrupted_again() -> None:
    """Its verdict is what it was."""
    performed = perform_virtual(case_of(passes), ON_NODE, lambda: Plain(NODE))
    place = next(each.n for each in performed.events if each.message == "ResetResponse")
    kept = list(performed.events[:place])
    kept.append(Event(place + 1, kept[-1].t + 0.01, EventKind.NOTE, message="outcome: error: interrupted"))
    repeated = again(case_of(passes), performed, kept)
    assert (repeated.diverged, verdict(repeated)[0]) == (None, Verdict.ERROR)


def test_a_late_wake_up_changes_nothing() -> None:
    """What came between a deadline and what we did after it stays there."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.pause(1.0)
        await ric.send(reset(ric))
        await ric.silence(m.E2RemovalRequest, lasting=1.0)

    performed = perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE))
    events = list(performed.events)
    sent = next(index for index, each in enumerate(events) if each.message == "ResetRequest")
    late = Event(0, events[sent].t + 0.001, EventKind.OCTETS, "1", "e2-node", "near-rt-ric", 0, 70)
    late = replace(late, octets=octets(m.E2RemovalRequest(77)), message="E2RemovalRequest")
    moved = [replace(each, t=round(each.t + 0.002, 9)) for each in events[sent:]]
    recorded = [*events[:sent], late, *moved]
    repeated = again(case_of(body), performed, [replace(each, n=n) for n, each in enumerate(recorded, 1)])
    assert (verdict(repeated), repeated.diverged) == ((Verdict.PASS, ""), None)


def test_probes_behind_a_case_are_not_replayed() -> None:
    """They are performances of their own in the same history."""
    performed = perform_virtual(case_of(passes), ON_NODE, lambda: Plain(NODE))
    more = [replace(each, n=each.n + 100, t=each.t + 100) for each in performed.events]
    assert again(case_of(passes), performed, [*performed.events, *more]).outcome is None


def test_what_is_no_history_of_a_run() -> None:
    """It does not tell which case it is of, or how that was performed."""
    with pytest.raises(InputError, match="not written by a run"):
        recorded_setting([])
    for text in ("setting: no JSON", 'setting: {"case": "X"}', "setting: [1]"):
        with pytest.raises(InputError, match="Event 1"):
            recorded_setting([Event(1, 0.0, EventKind.NOTE, message=text)])


@pytest.mark.parametrize(
    "text", ["stimulus: no JSON", 'stimulus: {"ticket": 1}', 'refused: {"reason": "x"}', "gone: {}"]
)
def test_notes_that_no_run_writes(text: str) -> None:
    """The caller's mistake, told with the event."""
    performed = perform_virtual(case_of(says_less), ON_NODE, lambda: Plain(NODE))
    events = list(performed.events[:6])
    events.append(Event(7, events[-1].t + 0.1, EventKind.NOTE, message=text))
    with pytest.raises(InputError, match="Event 7"):
        again(case_of(says_less), performed, events)


def reference(role: Any) -> Actor:
    """A reference peer."""
    if role is NODE:
        return E2Node(NodeConfig(number=7, reconnect_after=0.01))
    return of_role(role)


# Live, the clock of a reference element is one that nobody has set; that is another verdict of this one.
BY_THE_CLOCK = "O1-NOTIF-126"
# Security cases try what a memory link does not have: tests/conformance/security has them under all three.
SUITE = [
    case
    for case in load()
    if "slow" not in case.description.tags and case.id != BY_THE_CLOCK and case.description.suite != "security"
][::14]


@pytest.mark.parametrize("case", SUITE, ids=lambda case: case.id)
def test_a_case_of_the_suite_under_all_three(case: Case, tmp_path: Path) -> None:
    """On virtual time, live, and replayed from the file that the live run wrote: the same verdict and reason."""
    role = case.description.under_test
    setting = {NODE: ON_NODE, RIC: ON_RIC}.get(role, ON_ELEMENT)
    virtual = perform_virtual(case, setting, lambda: reference(role))
    performed = asyncio.run(asyncio.wait_for(live(case, lambda: reference(role), "memory://replayed"), 60))
    assert verdict(performed)[0] is verdict(virtual)[0]
    write_history(tmp_path / "case.jsonl", performed.header, performed.events)
    with read_recording(tmp_path / "case.jsonl") as recording:
        events = list(recording.events)
    repeated = replay(case, recorded_setting(events)[1], recording.header, events)
    assert (verdict(repeated), repeated.diverged) == (verdict(performed), None)


RICS = [case for case in load() if case.id in ("E2AP-RICS-202", "E2AP-RICS-204", "E2AP-RICS-208")]


@pytest.mark.parametrize("uri", ["memory://replayed", "tcp://127.0.0.1:0", "grpc://127.0.0.1:0", "tcp://0.0.0.0:0"])
@pytest.mark.parametrize("case", RICS, ids=lambda case: case.id)
def test_a_second_near_rt_ric_under_all_three(case: Case, uri: str, tmp_path: Path) -> None:
    """It listens at an address of its own wherever we can listen, and the history tells its associations."""
    assert perform_virtual(case, ON_NODE, lambda: reference(NODE)).outcome is None
    performed = asyncio.run(asyncio.wait_for(live(case, lambda: reference(NODE), uri), 60))
    assert performed.outcome is None
    write_history(tmp_path / "case.jsonl", performed.header, performed.events)
    with read_recording(tmp_path / "case.jsonl") as recording:
        events = list(recording.events)
    repeated = replay(case, recorded_setting(events)[1], recording.header, events)
    assert (verdict(repeated), repeated.diverged) == ((Verdict.PASS, ""), None)
    ups = [event.target for event in repeated.events if event.kind is EventKind.UP]
    assert ups[:2] == ["near-rt-ric", "near-rt-ric 2"]


def test_the_suite_replays_what_it_does_on_virtual_time() -> None:
    """Every sixth case of both roles; the repeated history is the one that was recorded."""
    for case in (*load()[::6], *RICS):
        role = case.description.under_test
        performed = perform_virtual(case, Setting(role, stimuli=None, seed=5), lambda role=role: reference(role))  # type: ignore[misc]
        repeated = again(case, performed)
        assert (case.id, verdict(repeated), repeated.diverged) == (case.id, verdict(performed), None)
        assert repeated.events == performed.events[: len(repeated.events)]


def test_both_roles() -> None:
    """A RIC under test: we connected, and the record says so."""

    async def body(node: Peer) -> None:
        await set_up_with(node)
        await node.together(node.open(), node.expect(m.RICserviceQuery, within=0.5, otherwise=Verdict.INCONC))

    case = case_of(body, RIC)
    performed = perform_virtual(case, ON_RIC, lambda: Plain(RIC))
    repeated = again(case, performed)
    assert (verdict(repeated), repeated.diverged) == (verdict(performed), None)

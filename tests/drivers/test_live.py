"""On the wire the same body is performed, and whatever the far end does, the case ends in an outcome."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.adapters.adapter import StimulusAnswer, StimulusStatus
from oran_harness.drivers import (
    Dialling,
    Listening,
    Reach,
    Setting,
    history,
    live,
    live_history,
    perform_live,
    performance,
    stimulation,
)
from oran_harness.drivers.hosting import hosted
from oran_harness.faults import LinkFaults
from oran_harness.model import Event, EventKind, Verdict
from oran_harness.peers.actor import Actor, End
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer
from oran_harness.transports import Ending, Link, LinkEnded, TransportError, connect, listen
from tests.drivers.scene import NODE, ON_NODE, ON_RIC, RIC, Plain, case_of, octets, on, reset, set_up, set_up_with

URIS = ["memory://live", "tcp://127.0.0.1:0"]
HASTY = Setting(NODE, stimuli=None, timeout=0.3, connect_timeout=0.3)


def run(scene: Callable[[], Awaitable[None]]) -> None:
    """One scene in a loop of its own, in which no task is left behind."""

    async def whole() -> None:
        await asyncio.wait_for(scene(), 20)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(whole())


@asynccontextmanager
async def reaching(actor: Actor, uri: str) -> AsyncIterator[Reach]:
    """An actor of ours on a wire, and the way to it."""
    if actor.role is RIC:
        async with hosted([actor], listen=uri) as hosting:
            yield Dialling(hosting.uri or uri)
    else:
        async with Listening(uri) as there, hosted([actor], connect=there.uri):
            yield there


@pytest.mark.parametrize("seed", range(4))
def test_nothing_overtakes_the_answer_to_a_setup(seed: int) -> None:
    """On another stream it could: a node that is not set up yet would refuse what it would serve a moment later."""

    async def scene() -> None:
        node = Plain(NODE)
        async with reaching(node, f"memory://overtaking-{seed}") as there:
            setting = replace(ON_NODE, seed=seed, faults=LinkFaults(jitter=0.1))

            async def body(ric: Peer) -> None:
                await set_up(ric)
                await ric.send(reset(ric), stream=1)
                await ric.expect(m.ResetResponse)

            assert (await perform_live(case_of(body), setting, there)).outcome is None
        assert [each.message.NAME for each in node.heard[:2]] == ["E2setupResponse", "ResetRequest"]

    run(scene)


@pytest.mark.parametrize("uri", URIS)
@pytest.mark.parametrize("role", [NODE, RIC])
def test_cases_are_performed_one_after_the_other(uri: str, role: Any) -> None:
    """Each on a fresh association; the history is complete and closed."""

    async def body(peer: Peer) -> None:
        await (set_up(peer) if role is NODE else set_up_with(peer))
        await peer.send(reset(peer))
        await peer.expect(m.ResetResponse)

    async def scene() -> None:
        async with reaching(Plain(role), uri) as there:
            for _ in range(3):
                performed = await perform_live(case_of(body, role), ON_NODE if role is NODE else ON_RIC, there)
                assert performed.outcome is None
                assert performed.events[-1].kind is EventKind.DOWN
                assert performed.header.clock_epoch > 1.6e9

    run(scene)


@pytest.mark.parametrize("uri", URIS)
@pytest.mark.parametrize("role", [NODE, RIC])
def test_a_slow_and_lossy_link_changes_no_outcome(uri: str, role: Any) -> None:
    """Messages are late in both directions, and the history says what was done to which."""

    async def body(peer: Peer) -> None:
        await (set_up(peer) if role is NODE else set_up_with(peer))
        await peer.send(reset(peer))
        await peer.expect(m.ResetResponse)
        await peer.close()

    async def scene() -> None:
        faults = LinkFaults(delay=0.02, jitter=0.01, loss=0.01)
        async with reaching(Plain(role), uri) as there:
            setting = replace(ON_NODE if role is NODE else ON_RIC, faults=faults)
            performed = await perform_live(case_of(body, role), setting, there)
            assert performed.outcome is None
            notes = [event.message or "" for event in performed.events if event.kind is EventKind.NOTE]
            assert "fault: delay=20ms,jitter=10ms,loss=1% on each association" in notes
            asked, answered = [event.t for event in performed.events if event.kind is EventKind.OCTETS][-2:]
            assert answered - asked >= 0.02
            assert all(
                f"{event.message}".startswith("fault: ") for event in performed.events if "lost" in f"{event.message}"
            )

    run(scene)


def test_events_are_handed_on_as_they_happen() -> None:
    """To the sink; what others add goes into the same history."""
    told: list[Event] = []

    async def body(ric: Peer) -> None:
        await set_up(ric)
        assert told[-1].message == "E2setupResponse"
        await ric.stimulate("reset", cause="misc")

    async def scene() -> None:
        record = live_history(4, told.append)
        record.process("started with pid 7")

        async def stimulate(name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
            record.process(f"asked for {name} {dict(arguments)}")
            return StimulusAnswer(StimulusStatus.DONE)

        async with reaching(Plain(NODE), "memory://live") as there:
            performed = await perform_live(case_of(body), ON_NODE, there, stimulate=stimulate, history=record)
        assert performed.outcome is None
        assert told == record.events
        assert performed.events == tuple(told[1:])
        assert [each.message for each in told if each.kind is EventKind.PROCESS] == [
            "started with pid 7",
            "asked for reset {'cause': 'misc'}",
        ]

    run(scene)


def test_a_sink_that_fails_ends_the_case() -> None:
    """What it raised is raised: a disk that is full is no verdict."""

    def full(event: Event) -> None:
        if event.kind is EventKind.OCTETS:
            raise OSError("no space left")

    async def scene() -> None:
        async with reaching(Plain(NODE), "memory://live") as there:
            with pytest.raises(OSError, match="no space left"):
                await perform_live(case_of(set_up), ON_NODE, there, full)

    run(scene)


async def waits(ric: Peer) -> None:
    await set_up(ric)
    await ric.pause(60)


def test_a_cancelled_case_leaves_nothing_open() -> None:
    """The far end sees an abort, the history says what happened."""

    async def scene() -> None:
        actor = Plain(NODE)
        record = live_history(0)
        async with reaching(actor, "memory://live") as there:
            task = asyncio.create_task(perform_live(case_of(waits), ON_NODE, there, history=record))
            while not any(event.message == "E2setupResponse" for event in record.events):
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        assert [event.message for event in record.events if event.kind is EventKind.NOTE][-1] == (
            "outcome: error: interrupted"
        )
        assert record.events[-1].kind is EventKind.ABORT

    run(scene)


def test_a_sut_that_is_not_there() -> None:
    """Inconclusive, in a sentence; for a SUT that connects, after the time it has."""

    async def opens(peer: Peer) -> None:
        await peer.open()

    async def scene() -> None:
        performed = await perform_live(case_of(opens, RIC), ON_RIC, Dialling("memory://nobody"))
        assert performed.outcome is not None
        assert performed.outcome.verdict is Verdict.INCONC
        assert "Nobody listens at memory://nobody" in performed.outcome.reason
        async with Listening("memory://live") as there:
            performed = await perform_live(case_of(opens), HASTY, there)
        assert performed.outcome is not None
        assert performed.outcome.reason == "the e2-node did not connect within 0.3 s"

    run(scene)


@pytest.mark.parametrize("how", ["abort", "shutdown"])
@pytest.mark.parametrize("uri", URIS)
def test_an_end_is_seen_at_once(uri: str, how: str) -> None:
    """And as what it is."""

    async def body(node: Peer) -> None:
        await set_up_with(node)
        await node.send(reset(node))
        await node.expect(m.ResetResponse)

    async def scene() -> None:
        async with reaching(Plain(RIC, on(m.ResetRequest, End("", how))), uri) as there:
            performed = await perform_live(case_of(body, RIC), ON_RIC, there)
        assert performed.outcome is not None
        assert performed.outcome.actual == f"association 1 ended ({how} by the near-rt-ric)"

    run(scene)


def test_a_sut_that_answers_nothing_costs_the_time_of_the_case() -> None:
    """Its associations are closed all the same."""

    async def body(node: Peer) -> None:
        await node.open()
        await node.send(reset(node))
        await node.expect(m.ResetResponse)

    async def scene() -> None:
        setting = Setting(RIC, timeout=0.1)
        async with reaching(Plain(RIC, on(m.ResetRequest)), "memory://live") as there:
            performed = await perform_live(case_of(body, RIC), setting, there)
        assert performed.outcome is not None
        assert performed.outcome.actual == "no answer within 0.1 s"
        assert performed.events[-1].kind is EventKind.DOWN

    run(scene)


def test_a_flood_ends_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without filling memory, while everything else goes on."""
    monkeypatch.setattr(history, "MOST_EVENTS", 300)

    message = octets(m.ErrorIndication(cause=("misc", "unspecified")))

    async def flood(link: Link) -> None:
        try:
            while True:
                await link.send(message)
                await asyncio.sleep(0)
        except LinkEnded:
            return

    async def scene() -> None:
        async with Listening("tcp://127.0.0.1:0") as there:
            link = await connect(there.uri)
            flooding = asyncio.create_task(flood(link))

            async def opens(ric: Peer) -> None:
                await ric.open()
                await ric.pause(60)

            performed = await perform_live(case_of(opens), ON_NODE, there)
            await flooding
            await link.abort()
        assert performed.outcome is not None
        assert performed.outcome.verdict is Verdict.INCONC
        assert "floods" in performed.outcome.reason
        assert len(performed.events) < 320

    run(scene)


def test_a_sut_that_takes_nothing_is_noted_and_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """What we send waits; the case goes on and ends."""
    monkeypatch.setattr(live, "STALL", 0.05)
    monkeypatch.setattr(performance, "CLOSING", 0.1)

    async def body(ric: Peer) -> None:
        await ric.open()
        for _ in range(40):
            await ric.send_octets(bytes(1024 * 1024))
        await ric.hear(m.ResetRequest, within=0.2)

    async def scene() -> None:
        async with Listening("tcp://127.0.0.1:0") as there:
            link = await connect(there.uri)
            performed = await perform_live(case_of(body), ON_NODE, there)
            await link.abort()
        notes = [event.message or "" for event in performed.events if event.kind is EventKind.NOTE]
        assert "stalled: the e2-node takes no more octets" in notes
        assert performed.outcome is None
        assert performed.events[-1].kind is EventKind.ABORT

    run(scene)


def test_the_largest_messages() -> None:
    """Go both ways."""
    large = bytes(16 * 1024 * 1024)

    async def body(node: Peer) -> None:
        await node.open()
        await node.send_octets(large)
        await node.pause(0.5)
        assert len(node.engine.subscriptions) == 0

    async def scene() -> None:
        listener = await listen("tcp://127.0.0.1:0")
        performing = asyncio.create_task(perform_live(case_of(body, RIC), ON_RIC, Dialling(listener.uri)))
        link = await listener.accept()
        await link.send(large)
        heard = await link.receive()
        assert getattr(heard, "octets", b"") == large
        performed = await performing
        assert performed.outcome is None
        assert [len(event.octets or b"") for event in performed.events if event.octets] == [len(large)] * 2
        await link.abort()
        await listener.close()

    run(scene)


async def raises(name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
    raise ValueError("the adapter is broken")


async def does_not_know(name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
    return StimulusAnswer(StimulusStatus.UNSUPPORTED)


@pytest.mark.parametrize(
    ("stimulate", "verdict", "reason"),
    [
        (None, Verdict.SKIP, "no stimulus: reset"),
        (does_not_know, Verdict.SKIP, "no stimulus: reset"),
        (raises, Verdict.ERROR, "the adapter is broken"),
    ],
)
def test_stimuli_that_are_not_given(
    stimulate: Any, verdict: Verdict, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No means are a skip; an adapter that breaks costs its case an error and nothing else."""
    monkeypatch.setattr(stimulation, "AGAIN", ())

    async def body(ric: Peer) -> None:
        await ric.stimulate("reset")

    async def scene() -> None:
        async with Listening("memory://live") as there:
            performed = await perform_live(case_of(body), ON_NODE, there, stimulate=stimulate)
        assert performed.outcome is not None
        assert performed.outcome.verdict is verdict
        assert reason in performed.outcome.reason

    run(scene)


def test_a_broken_harness_is_an_error() -> None:
    """It is a verdict, told with its place, and nothing hangs."""

    async def lies(name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
        return StimulusAnswer(StimulusStatus.DONE, {1: 2, None: {}, (3,): 4})  # type: ignore[dict-item]

    async def body(ric: Peer) -> None:
        await ric.stimulate("reset")

    async def scene() -> None:
        async with Listening("memory://live") as there:
            performed = await perform_live(case_of(body), ON_NODE, there, stimulate=lies)
        assert performed.outcome is not None
        assert performed.outcome.verdict is Verdict.ERROR
        assert "TypeError" in performed.outcome.reason

    run(scene)


def test_a_stimulus_does_not_overtake_what_was_sent() -> None:
    """It goes another way: first the SUT gets the message, then the stimulus."""
    actor = Plain(NODE)
    seen: list[int] = []

    async def stimulate(name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
        seen.append(len(actor.heard))
        return StimulusAnswer(StimulusStatus.DONE)

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.stimulate("reset")

    async def scene() -> None:
        async with reaching(actor, "tcp://127.0.0.1:0") as there:
            assert (await perform_live(case_of(body), ON_NODE, there, stimulate=stimulate)).outcome is None
        assert seen == [1]

    run(scene)


def test_a_node_that_comes_while_the_case_ends_is_kept_for_the_next() -> None:
    """It is not thrown out again and again."""

    async def scene() -> None:
        actor = Plain(NODE)
        async with reaching(actor, "memory://live") as there:
            for _ in range(3):
                performed = await perform_live(case_of(set_up), ON_NODE, there)
                assert performed.outcome is None
                await asyncio.sleep(0.1)
        assert actor.ups == 4

    run(scene)


def test_nobody_waits_for_a_sut_that_is_gone() -> None:
    """Its end ends the case, after its last words; a case that it does not concern goes on."""

    async def is_gone() -> str:
        await asyncio.sleep(0.1)
        return "killed by signal 6 (SIGABRT)"

    async def waits_for_ever(ric: Peer) -> None:
        await ric.open(within=60)

    async def minds_not(ric: Peer) -> None:
        await ric.pause(0.4)

    async def scene() -> None:
        async with Listening("memory://live") as there:
            waited = await perform_live(case_of(waits_for_ever), HASTY, there, gone=is_gone)
            minded = await perform_live(case_of(minds_not), HASTY, there, gone=is_gone)
        assert waited.outcome is not None
        assert waited.outcome.reason == "the e2-node is gone: killed by signal 6 (SIGABRT)"
        assert waited.events[-1].t < 5
        assert minded.outcome is None

    run(scene)


@pytest.mark.parametrize("uri", [*URIS, "grpc://127.0.0.1:0"])
@pytest.mark.parametrize("how", ["ends", "breaks", "is interrupted"])
def test_a_further_address_is_put_away_with_the_case(uri: str, how: str) -> None:
    """However the case ends: nobody listens there any more, and who has come is sent away."""
    places: list[str] = []

    async def body(ric: Peer) -> None:
        await set_up(ric)
        places.append(await ric.listen())
        assert await ric.open(place=places[0]) == "2"
        assert (ric.here, ric.at("2").here) == ("1", "2")
        if how == "breaks":
            raise ValueError("a mistake in the case")
        if how == "is interrupted":
            await ric.pause(100)

    async def comes(guests: list[Link]) -> None:
        while not places:
            await asyncio.sleep(0.005)
        guests.append(await connect(places[0]))

    async def scene() -> None:
        guests: list[Link] = []
        async with reaching(Plain(NODE), uri) as there:
            coming = asyncio.create_task(comes(guests))
            performing = asyncio.create_task(perform_live(case_of(body), ON_NODE, there))
            await coming
            if how == "is interrupted":
                await asyncio.sleep(0.05)
                performing.cancel()
            await asyncio.gather(performing, return_exceptions=True)
            with pytest.raises(TransportError):
                await connect(places[0], timeout=1.0)
            ending = await guests[0].receive()
            assert isinstance(ending, Ending)
            assert ending.by_peer
            await guests[0].abort()
            assert places[0] != there.uri

    run(scene)


def test_where_we_connect_there_is_no_further_address() -> None:
    """The SUT listens and goes to nobody: the case is skipped, and says so."""

    async def body(node: Peer) -> None:
        await set_up_with(node)
        await node.listen()

    async def scene() -> None:
        async with reaching(Plain(RIC), "memory://live") as there:
            outcome = (await perform_live(case_of(body, RIC), ON_RIC, there)).outcome
            assert outcome is not None
            assert outcome.verdict is Verdict.SKIP
            assert outcome.reason.startswith("no further address to listen at: ")

    run(scene)


def test_a_further_address_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The case is skipped with the reason: that is nothing against the SUT."""

    async def refuses(self: Listening) -> Listening:
        raise TransportError("all ports are taken")

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.listen()

    async def scene() -> None:
        monkeypatch.setattr(Listening, "beside", refuses)
        async with reaching(Plain(NODE), "memory://live") as there:
            outcome = (await perform_live(case_of(body), ON_NODE, there)).outcome
            assert outcome is not None
            assert (outcome.verdict, outcome.reason) == (
                Verdict.SKIP,
                "no further address to listen at: all ports are taken",
            )

    run(scene)


def test_a_clock_that_jumps(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noted once, and no time in the history follows it."""
    real = time.time

    async def body(peer: Peer) -> None:
        monkeypatch.setattr(time, "time", lambda: real() - 3600)
        await peer.pause(0.01)

    async def scene() -> None:
        performed = await perform_live(case_of(body, RIC), ON_RIC, Dialling("memory://nobody"))
        assert performed.outcome is None
        (note,) = [each.message for each in performed.events if (each.message or "").startswith("clock: ")]
        assert note is not None
        assert "was set back by 3600.0 s" in note
        assert performed.events[-1].t < 60

    run(scene)

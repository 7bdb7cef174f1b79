"""On virtual time waits cost nothing, and whatever the actor does is heard in the order of its time."""

import time
from collections.abc import Sequence
from typing import Any

import pytest

from oran_harness.conformance.expectations import ask
from oran_harness.drivers import Setting, perform_virtual, virtual
from oran_harness.model import EventKind, Verdict
from oran_harness.peers.actor import Answer, Command, Connect, Die, Happening, Stimulus, Up
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer
from tests.drivers.scene import NODE, ON_NODE, ON_RIC, RIC, Plain, case_of, on, reset, set_up, set_up_with, shape


def test_an_hour_takes_no_time() -> None:
    """Clause demands of waiting are kept on the clock of the history."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        for _ in range(10):
            await ric.silence(lasting=50)

    began = time.monotonic()
    performed = perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE))
    assert performed.outcome is None
    assert performed.events[-1].t > 500
    assert time.monotonic() - began < 5


def test_messages_take_the_latency_each_way() -> None:
    """A request and its answer twice that."""

    async def body(node: Peer) -> None:
        await set_up_with(node)
        sent = await node.send(reset(node))
        await node.expect(m.ResetResponse)
        assert node.last is not None
        assert node.last.t - sent.t == pytest.approx(0.5)

    performed = perform_virtual(case_of(body, RIC), ON_RIC, lambda: Plain(RIC), latency=0.25)
    assert performed.outcome is None


def test_a_node_comes_back() -> None:
    """On a new association, which the case hears without asking."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.close(how="abort")
        await ric.expect(m.E2setupRequest)
        assert ric.here == "2"
        await ric.close()
        assert await ric.open() == "3"

    performed = perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE))
    assert performed.outcome is None
    ends = [line[:3] for line in shape(performed.events) if line[0] in ("abort", "shutdown", "down")]
    ours = "near-rt-ric"
    assert ends == [
        ("abort", "1", ours),
        ("shutdown", "2", ours),
        ("down", "2", ours),
        ("shutdown", "3", ours),
        ("down", "3", ours),
    ]


def test_an_actor_is_told_both_ends() -> None:
    """Each association that it opens has an end of its own; the far one is where it finds us."""
    ups: list[Up] = []

    def note(actor: Plain, happening: Happening, now: float) -> Sequence[Command] | None:
        ups.extend([happening] if isinstance(happening, Up) else [])
        return None

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.close(how="abort")
        await ric.open()

    perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE, note))
    assert {each.remote for each in ups} == {virtual.ADDRESS}
    assert len({each.local for each in ups}) == len(ups) > 1


def test_two_associations_with_a_ric() -> None:
    """Each is named, and has an engine of its own."""

    async def body(node: Peer) -> None:
        first, second = await node.together(node.open(), node.open())
        assert (first, second) == ("1", "2")
        await set_up_with(node, association=first)
        assert node.associations[first].functions
        assert not node.associations[second].functions

    assert perform_virtual(case_of(body, RIC), ON_RIC, lambda: Plain(RIC)).outcome is None


@pytest.mark.parametrize("name", ["subscribe", "no-such-stimulus"])
def test_stimuli_reach_the_actor(name: str) -> None:
    """And its answer the case: what it does not know is ``skip``."""

    async def body(ric: Peer) -> None:
        given = await ric.stimulate(name, style=1)
        assert given.details == {"name": name}

    outcome = perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE)).outcome
    assert (outcome and outcome.verdict) == (Verdict.SKIP if name == "no-such-stimulus" else None)


def test_stimuli_that_the_adapter_does_not_know_are_not_tried() -> None:
    """The setting lists them."""

    async def body(ric: Peer) -> None:
        await ric.stimulate("subscribe")

    outcome = perform_virtual(case_of(body), Setting(NODE, stimuli=("reset",)), lambda: Plain(NODE)).outcome
    assert outcome is not None
    assert outcome.reason == "no stimulus: subscribe"


def test_an_actor_that_dies_takes_its_associations_with_it() -> None:
    """The case sees an abort, the history the end of the process; nothing can be opened any more."""

    async def body(node: Peer) -> None:
        await set_up_with(node)
        await node.send(reset(node))
        ended = await node.ending()
        assert (ended.how, ended.by_sut) == ("abort", True)
        await node.open()

    performed = perform_virtual(case_of(body, RIC), ON_RIC, lambda: Plain(RIC, on(m.ResetRequest, Die(11))))
    assert performed.outcome is not None
    assert "ended by signal 11" in performed.outcome.reason
    assert [event.message for event in performed.events if event.kind is EventKind.PROCESS] == [performed.leftover[0]]


def test_an_answer_to_a_stimulus_of_a_dead_actor() -> None:
    """The adapter fails at it."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.send(reset(ric))
        await ric.pause(1)
        await ric.stimulate("reset")

    outcome = perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE, on(m.ResetRequest, Die()))).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.ERROR


def test_an_actor_that_raises_is_an_error_of_the_harness() -> None:
    """It is ours; the verdict says where it broke."""

    def broken(actor: Plain, happening: Happening, now: float) -> Sequence[Command]:
        raise ZeroDivisionError("by nothing")

    outcome = perform_virtual(case_of(set_up), ON_NODE, lambda: Plain(NODE, broken)).outcome
    assert outcome is not None
    assert (outcome.verdict, "ZeroDivisionError" in outcome.reason) == (Verdict.ERROR, True)


def test_an_actor_that_never_rests_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A performance ends, whatever happens."""
    monkeypatch.setattr(virtual, "MOST_TURNS", 500)

    class Restless(Plain):
        def wake(self, now: float) -> Sequence[Command]:
            return []

    def restless() -> Plain:
        actor = Restless(NODE)
        actor.wakes_at = 0.0
        return actor

    outcome = perform_virtual(case_of(set_up), ON_NODE, restless).outcome
    assert outcome is not None
    assert "never rests" in outcome.reason


def test_what_was_sent_before_a_close_arrives_before_it() -> None:
    """And what is sent to an association that is over arrives nowhere."""
    heard: list[str] = []

    def also(actor: Plain, happening: Happening, now: float) -> None:
        heard.append(type(happening).__name__)

    async def body(node: Peer) -> None:
        await node.open()
        await node.send(reset(node))
        await node.close(how="abort")
        await node.pause(1)

    perform_virtual(case_of(body, RIC), ON_RIC, lambda: Plain(RIC, also))
    assert heard == ["Up", "Heard", "Over"]


def test_an_actor_may_not_connect_to_one_that_connects() -> None:
    """It is refused."""
    told: list[Happening] = []

    class Wrong(Plain):
        def begin(self, now: float) -> Sequence[Command]:
            return [Connect("mine")]

        def handle(self, happening: Happening, now: float) -> Sequence[Command]:
            told.append(happening)
            return [Answer(happening.ticket, "done")] if isinstance(happening, Stimulus) else []

    async def body(node: Peer) -> None:
        await node.pause(1)
        await node.stimulate("anything")

    assert perform_virtual(case_of(body, RIC), ON_RIC, lambda: Wrong(RIC)).outcome is None
    assert not any(isinstance(each, Up) for each in told)


def test_asking_is_answered() -> None:
    """The plain actor answers every procedure of a RIC (as the reference peers do)."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ask(ric, reset(ric))

    assert perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE)).outcome is None


class Forgetful(Plain):
    """Counts its lives, which is all that it keeps over a restart."""

    kept: dict[str, Any] = {}  # noqa: RUF012

    def begin(self, now: float) -> Sequence[Command]:
        self.kept = {"lives": self.kept.get("lives", 0) + 1}
        return super().begin(now)


@pytest.mark.parametrize(("how", "end"), [("stop", "shutdown"), ("kill", "abort")])
def test_an_actor_is_restarted(how: str, end: str) -> None:
    """Its associations end; another actor begins, with what the one before has kept and nothing else."""
    actors: list[Forgetful] = []

    def make() -> Forgetful:
        actors.append(Forgetful(NODE))
        return actors[-1]

    async def body(ric: Peer) -> None:
        await set_up(ric)
        answer = await ric.restart_sut(how)
        assert answer.details == {"return_within_s": 30.0}
        ended = await ric.ending("1")
        assert (ended.how, ended.by_sut) == (end, True)
        await ric.expect(m.E2setupRequest, association="2")

    performed = perform_virtual(case_of(body), ON_NODE, make)
    assert performed.outcome is None
    assert [each.kept for each in actors] == [{"lives": 1}, {"lives": 2}]
    assert [event for event in performed.events if event.kind is EventKind.PROCESS] == []
    assert actors[1].ups == 1


def test_nobody_is_there_during_a_restart() -> None:
    """What connects then is refused; behind it the new actor serves."""

    async def behind(node: Peer) -> None:
        await set_up_with(node)
        await node.restart_sut()
        await set_up_with(node)

    async def during(node: Peer) -> None:
        await node.together(node.restart_sut(), node.open())

    assert perform_virtual(case_of(behind, RIC), ON_RIC, lambda: Plain(RIC)).outcome is None
    outcome = perform_virtual(case_of(during, RIC), ON_RIC, lambda: Plain(RIC)).outcome
    assert outcome is not None
    assert "nobody listens: it is being restarted" in outcome.reason


def test_what_an_actor_was_about_to_do_ends_with_it() -> None:
    """An association that it had asked for does not come up for the next one."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.expect(m.E2setupRequest)
        await ric.send(reset(ric))
        await ric.restart_sut("kill")
        await ric.pause(1)
        assert len(ric.associations) == 2

    performed = perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE, on(m.ResetRequest, Connect("late"))))
    assert performed.outcome is None


def test_a_dead_actor_is_not_restarted() -> None:
    """It has died before: that is not to be hidden."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.send(reset(ric))
        await ric.pause(1)
        await ric.restart_sut("kill")

    performed = perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE, on(m.ResetRequest, Die())))
    assert performed.outcome is not None
    assert performed.outcome.verdict is Verdict.INCONC
    assert "ended by signal 6" in performed.outcome.reason

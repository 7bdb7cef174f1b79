"""Who waits longer for what a stimulus sets off, and who does not; on virtual time, and in a replay."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from oran_harness.drivers import Performed, Setting, perform_virtual, recorded_setting, replay
from oran_harness.model import EventKind, Role, Verdict
from oran_harness.peers.actor import Answer, Command, Happening, Stimulus
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps import Peer, Step
from oran_harness.steps.case import Body
from oran_harness.steps.patience import patient, stimulates
from tests.drivers.scene import ON_NODE, ON_RIC, RIC, Plain, case_of, reset, set_up, set_up_with

PEER = Peer(Role.E2_NODE, "3.01")


@pytest.mark.parametrize(
    "step",
    [
        PEER.expect(RICsubscriptionRequest),
        PEER.expect(RICsubscriptionRequest, ErrorIndication),
        PEER.hear(RICsubscriptionRequest),
        PEER.ending(),
    ],
)
def test_what_the_sut_begins_with_has_longer(step: Step[object]) -> None:
    """A message of its own, or the end of an association."""
    assert patient(step, 30).within == 30  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "step",
    [
        PEER.expect(RICsubscriptionRequest, within=2),
        PEER.expect(RICsubscriptionResponse),
        PEER.expect(RICsubscriptionRequest, RICsubscriptionFailure),
        PEER.expect(ErrorIndication),
        PEER.expect(Message),
        PEER.ending(within=2),
        PEER.silence(RICsubscriptionRequest, lasting=2),
        PEER.stimulate("subscribe"),
        PEER.pause(1),
    ],
)
def test_all_else_stays(step: Step[object]) -> None:
    """What says how long itself, answers, reports of errors, silences."""
    assert patient(step, 30) is step


def test_several_at_once() -> None:
    """Each for itself."""
    both = PEER.together(PEER.stimulate("subscribe"), PEER.expect(RICsubscriptionRequest), PEER.ending(within=1))
    assert patient(both, 30) == PEER.together(
        PEER.stimulate("subscribe"), PEER.expect(RICsubscriptionRequest, within=30), PEER.ending(within=1)
    )
    assert stimulates(both)
    assert not stimulates(PEER.together(PEER.pause(1)))


SLOW = replace(ON_RIC, effect_timeout=30.0)


class Deciding(Plain):
    """A RIC that answers a stimulus at once, and does it ``after`` seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(RIC)
        self.after = after

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """Remember when."""
        if isinstance(happening, Stimulus):
            self.wakes_at = now + self.after
            return [Answer(happening.ticket, "done")]
        return super().handle(happening, now)

    def wake(self, now: float) -> Sequence[Command]:
        """Do it."""
        self.wakes_at = None
        return [self.say(next(iter(self.engines)), m.ResetRequest(9, ("misc", "om-intervention")), now)]


async def told_to_reset(node: Peer) -> None:
    """The RIC resets when it is told to."""
    await set_up_with(node)
    await node.stimulate("reset")
    await node.expect(m.ResetRequest)


def performed(after: float, setting: Setting, body: Body = told_to_reset) -> Performed:
    """What comes of it."""
    return perform_virtual(case_of(body, RIC), setting, lambda: Deciding(after))


def verdict(done: Performed) -> tuple[Verdict, str]:
    """Pass, or the verdict and what was seen."""
    return (Verdict.PASS, "") if done.outcome is None else (done.outcome.verdict, done.outcome.actual)


@pytest.mark.parametrize(
    ("after", "setting", "came"),
    [
        (12, SLOW, (Verdict.PASS, "")),
        (29.9, SLOW, (Verdict.PASS, "")),
        (30.1, SLOW, (Verdict.FAIL, "nothing came within 30 s")),
        (4, ON_RIC, (Verdict.PASS, "")),
        (12, ON_RIC, (Verdict.FAIL, "nothing came within 5 s")),
    ],
)
def test_the_effect_has_its_time(after: float, setting: Setting, came: tuple[Verdict, str]) -> None:
    """As long as is set, else as long as any message; the replay of it comes to the same."""
    done = performed(after, setting)
    assert verdict(done) == came
    case = case_of(told_to_reset, RIC)
    again = replay(case, recorded_setting(list(done.events))[1], done.header, list(done.events))
    assert verdict(again) == came
    assert again.diverged is None


def test_the_history_says_how_long() -> None:
    """The step is told with the time that it has."""
    steps = [event.message for event in performed(12, SLOW).events if event.kind is EventKind.STEP]
    assert "expect ResetRequest within 30 s" in steps


def test_beside_the_stimulus() -> None:
    """What is waited for beside the stimulus has it, too."""

    async def body(node: Peer) -> None:
        await set_up_with(node)
        await node.together(node.stimulate("reset"), node.expect(m.ResetRequest))

    assert verdict(performed(12, SLOW, body)) == (Verdict.PASS, "")


def test_answers_have_no_longer() -> None:
    """A request of ours is answered as soon as ever, before and after a stimulus."""

    async def body(node: Peer) -> None:
        await set_up_with(node)
        await node.stimulate("reset")
        await node.expect(m.ResetResponse)

    assert verdict(performed(99, SLOW, body)) == (Verdict.FAIL, "no answer within 5 s")


def test_without_a_stimulus_nothing_changes() -> None:
    """What the SUT owes by itself it owes in time."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ric.send(reset(ric))
        await ric.expect(m.E2RemovalRequest)

    done = perform_virtual(case_of(body), replace(ON_NODE, effect_timeout=30.0), lambda: Plain(ON_NODE.role))
    assert done.outcome is not None
    assert done.outcome.actual.startswith("nothing of the kind came within 5 s")

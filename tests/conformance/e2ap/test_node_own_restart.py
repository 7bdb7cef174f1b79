"""An E2 node that is restarted itself: what it may make of that, and what comes of one that stays away."""

from collections.abc import Callable, Sequence
from typing import ClassVar

import pytest

from oran_harness import conformance
from oran_harness.drivers import Setting, perform_virtual, replay
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Actor, Command, Connect, Die, Happening, Heard, Say, Up
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.flaws.lasting import LastingActor
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.runner.judgement import audit, judge
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.performing_ric import Told

CASES = ("E2AP-RESTART-205", "E2AP-RESTART-206", "E2AP-RESTART-207", "E2AP-RESTART-208")


def told(id: str, wrap: Callable[[Actor], Actor], stimuli: tuple[str, ...] | None = None) -> Told:
    """What comes of a case against a node that is wrapped so."""
    case = conformance.find(id)
    setting = Setting(role=Role.E2_NODE, stimuli=stimuli)
    performed = perform_virtual(case, setting, lambda: wrap(E2Node(NodeConfig())))
    again = replay(case, setting, performed.header, performed.events)
    assert again.diverged is None
    audited = audit(case.description, id, performed.header, performed.events)
    return Told(performed, judge(case.description, performed.outcome, audited.of_case))


class KeepsSubscriptions(LastingActor):
    """Has its subscriptions on a disk: reports on after E2 Setup, refuses copies, and lets them be deleted."""

    REPORTS: ClassVar[int] = 20

    def begin(self, now: float) -> Sequence[Command]:
        self._old = dict(self.kept.get("subscriptions", {}))
        self._report = self.kept.get("report")
        return super().begin(now)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        message = decoded.message
        if isinstance(message, m.E2setupResponse) and self._old and self._report:
            for number in range(self.REPORTS):
                self.postpone(Say(heard.association, bytes.fromhex(self._report), 1), now + 0.1 * (number + 1))
        if isinstance(message, m.RICsubscriptionRequest) and message.ric_request_id is not None:
            name = str(message.ric_request_id)
            if name in self._old:
                why = cause("duplicate-ric-request-id", self.edition)
                refusal = m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)
                return self.say(heard.association, refusal)
            self.kept.setdefault("subscriptions", {})[name] = True
        if isinstance(message, m.RICsubscriptionDeleteRequest):
            name = str(message.ric_request_id)
            self.kept.get("subscriptions", {}).pop(name, None)
            if self._old.pop(name, None):
                self._postponed.clear()
                response = m.RICsubscriptionDeleteResponse(message.ric_request_id, message.ran_function_id)
                return self.say(heard.association, response)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        if isinstance(decoded.message, m.RICindication):
            self.kept["report"] = say.octets.hex()
        return (say,)


class ResetsFirst(LastingActor):
    """Tells the RIC by a Reset that it has lost everything (8.3.2)."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        if not self.restarted or not isinstance(decoded.message, m.E2setupResponse):
            return None
        reset = m.ResetRequest(77, cause("misc/unspecified", self.edition))
        return [*self.pass_on(heard, now), *self.say(heard.association, reset)]


class TakesItsTime(LastingActor):
    """Connects 20 s after its restart."""

    def begin(self, now: float) -> Sequence[Command]:
        commands = super().begin(now)
        if not self.restarted:
            return commands
        for command in commands:
            self.postpone(command, now + 20)
        return ()


class ServesNothingYet(LastingActor):
    """Refuses all subscriptions for a while after its restart: its cells are not there yet."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        message = decoded.message
        if not self.restarted or not isinstance(message, m.RICsubscriptionRequest):
            return None
        why = cause("misc/unspecified", self.edition)
        return self.say(
            heard.association, m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)
        )


class StaysAway(LastingActor):
    """Does not connect after its restart."""

    def begin(self, now: float) -> Sequence[Command]:
        commands = super().begin(now)
        return [each for each in commands if not (self.restarted and isinstance(each, Connect))]


class DiesAtOnce(LastingActor):
    """Crashes on its first association after its restart."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        return (Die(11),) if self.restarted and isinstance(happening, Up) else None


@pytest.mark.parametrize("wrap", [KeepsSubscriptions, ResetsFirst, TakesItsTime], ids=lambda wrap: wrap.__name__)
@pytest.mark.parametrize("case", CASES)
def test_what_a_node_may_do(case: str, wrap: Callable[[Actor], Actor]) -> None:
    """To keep its subscriptions, to reset the interface, to be slow: none of that is told as a fault."""
    came = told(case, wrap)
    assert came.judgement.verdict is Verdict.PASS, str(came)
    assert came.judgement.findings == (), str(came)


@pytest.mark.parametrize("case", CASES)
def test_one_that_serves_nothing_yet_is_accused_of_nothing(case: str) -> None:
    """What it refuses under any id, it does not refuse because of an old one."""
    came = told(case, ServesNothingYet)
    assert came.judgement.verdict in (Verdict.PASS, Verdict.INCONC), str(came)
    assert came.judgement.blame is None, str(came)


@pytest.mark.parametrize("case", CASES)
def test_one_that_stays_away_is_accused_of_nothing(case: str) -> None:
    """When it has to be back is not said anywhere."""
    came = told(case, StaysAway)
    assert (came.judgement.verdict, came.judgement.blame) == (Verdict.INCONC, None), str(came)
    assert "did not connect within 30 s" in came.judgement.reason


@pytest.mark.parametrize("case", CASES)
def test_without_means_to_restart_it(case: str) -> None:
    """The case is left out, with the reason that all stimuli have."""
    came = told(case, lambda actor: actor, ("subscribe",))
    assert (came.judgement.verdict, came.judgement.reason) == (Verdict.SKIP, "no stimulus: restart")


def test_one_that_dies_of_its_restart_has_died() -> None:
    """Its process shows it, which is not the end that was asked for."""
    came = told("E2AP-RESTART-206", DiesAtOnce)
    assert came.body is not Verdict.PASS
    assert any("signal 11" in each for each in came.performed.leftover)

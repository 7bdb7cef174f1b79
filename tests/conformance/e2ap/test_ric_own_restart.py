"""A near-RT RIC that is restarted itself: what it may make of that, and what comes of one that stays away."""

from collections.abc import Callable, Sequence

import pytest

from oran_harness import conformance
from oran_harness.drivers import Setting, perform_virtual, replay
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Actor, Command, Heard, Say, Stimulus
from oran_harness.peers.flaws.lasting import LastingActor
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.runner.judgement import audit, judge
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.performing_ric import Told

CASES = tuple(f"E2AP-RESTART-{number}" for number in range(112, 117))


def told(id: str, wrap: Callable[[Actor], Actor], stimuli: tuple[str, ...] | None = None) -> Told:
    """What comes of a case against a RIC that is wrapped so."""
    case = conformance.find(id)
    setting = Setting(role=Role.NEAR_RT_RIC, stimuli=stimuli)
    performed = perform_virtual(case, setting, lambda: wrap(NearRtRic(RicConfig())))
    again = replay(case, setting, performed.header, performed.events)
    assert again.diverged is None
    audited = audit(case.description, id, performed.header, performed.events)
    return Told(performed, judge(case.description, performed.outcome, audited.of_case))


class SubscribesByItself(LastingActor):
    """Makes the subscriptions that it had again as soon as a node has set up after its restart."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        if not self.restarted or not isinstance(decoded.message, m.E2setupRequest):
            return None
        commands = self.pass_on(heard, now)
        again = Stimulus(9999, "subscribe", {"service_model": "kpm", "style": 1})
        return [*commands, *(each for each in self.pass_on(again, now) if isinstance(each, Say))]


class AsksForPatience(LastingActor):
    """Refuses the first E2 Setup after its restart with a Time to Wait."""

    refused = False

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        request = decoded.message
        if not self.restarted or self.refused or not isinstance(request, m.E2setupRequest):
            return None
        self.refused = True
        why = cause("misc/unspecified", self.edition)
        return self.say(heard.association, m.E2setupFailure(request.transaction_id, why, time_to_wait=5))


class Refuses(LastingActor):
    """Refuses every E2 Setup after its restart."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        request = decoded.message
        if not self.restarted or not isinstance(request, m.E2setupRequest):
            return None
        why = cause("misc/unspecified", self.edition)
        return self.say(heard.association, m.E2setupFailure(request.transaction_id, why))


class CannotBeAsked(LastingActor):
    """Has nobody who could subscribe after its restart."""

    def handle(self, happening: object, now: float) -> Sequence[Command]:
        if self.restarted and isinstance(happening, Stimulus):
            happening = Stimulus(happening.ticket, happening.name, {"service_model": "nothing"})
        return super().handle(happening, now)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrap", [SubscribesByItself, AsksForPatience], ids=lambda wrap: wrap.__name__)
@pytest.mark.parametrize("case", CASES)
def test_what_a_ric_may_do(case: str, wrap: Callable[[Actor], Actor]) -> None:
    """To subscribe again by itself, to ask for patience: none of that is told as a fault."""
    came = told(case, wrap)
    assert came.judgement.verdict in (Verdict.PASS, Verdict.INCONC), str(came)
    assert came.judgement.blame is None, str(came)


@pytest.mark.parametrize("case", CASES)
def test_one_that_refuses_is_accused_of_nothing(case: str) -> None:
    """It may (8.3.1.3); the case cannot go on."""
    came = told(case, Refuses)
    assert (came.judgement.verdict, came.judgement.blame) == (Verdict.INCONC, None), str(came)


def test_one_that_cannot_be_asked_again() -> None:
    """What subscribes may come up later than what answers E2 Setup."""
    came = told("E2AP-RESTART-116", CannotBeAsked)
    assert came.judgement.verdict is Verdict.INCONC, str(came)
    assert "cannot be asked again" in came.judgement.reason


@pytest.mark.parametrize("case", CASES)
def test_without_means_to_restart_it(case: str) -> None:
    """The case is left out, with the reason that all stimuli have."""
    came = told(case, lambda actor: actor, ("subscribe",))
    assert (came.judgement.verdict, came.judgement.reason) == (Verdict.SKIP, "no stimulus: restart")

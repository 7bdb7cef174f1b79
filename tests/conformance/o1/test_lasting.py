"""What a case about supervision finds beside the flaws that the calibration plants."""

from oran_harness.peers.flaws.element_requests import Misreading, holding
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.performing import performed, quick_provider


def test_who_is_given_up_too_early_is_wronged() -> None:
    """A session ends before interval and guard time are over: that is a fault, though it ends."""

    def early() -> Misreading:
        return Misreading(quick_provider(), r"-interval>[^<]*<", "-interval>1<", holding("watchdog-reset"))

    outcome = performed("O1-SUPERVISION-106", early).outcome
    demand_found(outcome)
    assert outcome is not None
    assert "before interval and guard time" in outcome.requirement

"""What cases about watchdogs find besides that nothing is done."""

from oran_harness.peers.flaws.element_requests import Misreading, holding
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.performing import performed, provider


def test_who_is_given_up_too_early_is_wronged() -> None:
    """A session ends before interval and guard time are over: that is a fault, though it ends."""

    def hurried() -> Misreading:
        return Misreading(provider(), "-interval>[^<]*<", "-interval>1<", holding("<supervision-watchdog-reset"))

    outcome = performed("O1-SUPERVISION-106", hurried).outcome
    demand_found(outcome)
    assert outcome is not None
    assert "before interval and guard time" in outcome.requirement

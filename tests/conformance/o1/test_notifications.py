"""Which clock a case about the times of events accuses, and which it does not."""

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.flaws.element_replies import Telling
from oran_harness.peers.flaws.o1_provider.notifications import later
from oran_harness.peers.o1_provider.provider import O1Provider
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.performing import EPOCH, performed, quick_provider


@pytest.mark.parametrize("hours", [-5, 2, 5.75])
def test_local_time_is_told_from_a_clock_that_is_not_set(hours: float) -> None:
    """What is off by whole quarters of an hour, and right elsewhere, is local time; other clocks are nobody's fault."""

    def telling(by: float) -> Telling:
        return Telling(quick_provider(), lambda message: (later(by)(message),))

    demand_found(performed("O1-NOTIF-126", lambda: telling(hours)).outcome)
    unset = performed("O1-NOTIF-126", lambda: telling(hours + 0.123)).outcome
    assert unset is not None
    assert "is not set" in unset.reason


@pytest.mark.parametrize("hours", [-1, 2])
def test_a_clock_that_is_off_by_whole_hours_accuses_nobody(hours: float) -> None:
    """All that the element tells is off by as much: that may be its clock, and need not be its zone."""

    def ahead() -> O1Provider:
        element = quick_provider()
        element.set_clock(EPOCH + hours * 3600)
        return element

    outcome = performed("O1-NOTIF-126", ahead).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONC
    assert "may be off" in outcome.reason

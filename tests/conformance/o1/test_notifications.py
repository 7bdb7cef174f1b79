"""Which clock a case about the times of events accuses, and which it does not."""

import pytest

from oran_harness.peers.flaws.element_replies import Telling
from oran_harness.peers.flaws.o1_provider.notifications import later
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.performing import performed, quick_provider


@pytest.mark.parametrize("hours", [-5, 2, 5.75])
def test_local_time_is_told_from_a_clock_that_is_not_set(hours: float) -> None:
    """What is off by whole quarters of an hour is local time; any other clock is nobody's fault."""

    def telling(by: float) -> Telling:
        return Telling(quick_provider(), lambda message: (later(by)(message),))

    demand_found(performed("O1-NOTIF-126", lambda: telling(hours)).outcome)
    unset = performed("O1-NOTIF-126", lambda: telling(hours + 0.123)).outcome
    assert unset is not None
    assert "is not set" in unset.reason

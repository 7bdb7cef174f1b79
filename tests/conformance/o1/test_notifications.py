"""Which clock a case about the times of events accuses, and which it does not."""

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.flaws.element_replies import Retelling, Telling
from oran_harness.peers.flaws.o1_provider.notifications import later
from oran_harness.peers.o1_provider.config import ProviderConfig
from oran_harness.peers.o1_provider.provider import O1Provider
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.performing import EPOCH, models, performed, quick_provider, stored


@pytest.mark.parametrize("hours", [-5, 2, 5.75])
def test_local_time_is_told_from_a_clock_that_is_not_set(hours: float) -> None:
    """What is off by whole quarters of an hour is local time; any other clock is nobody's fault."""

    def telling(by: float) -> Telling:
        return Telling(quick_provider(), lambda message: (later(by)(message),))

    demand_found(performed("O1-NOTIF-126", lambda: telling(hours)).outcome)
    unset = performed("O1-NOTIF-126", lambda: telling(hours + 0.123)).outcome
    assert unset is not None
    assert "is not set" in unset.reason


@pytest.mark.parametrize("ahead", [7200.0, 7230.0, -4500.0])
def test_a_clock_that_is_off_by_whole_quarters_by_chance_is_not_accused(ahead: float) -> None:
    """Where all that an element says of the time is off alike, nobody can tell; where it says nothing else, too."""
    config = ProviderConfig(models(), epoch=EPOCH + ahead, stored=stored())
    for make in (lambda: O1Provider(config), lambda: Retelling(O1Provider(config), b"login-time>", b"began>", "get")):
        outcome = performed("O1-NOTIF-126", make).outcome
        assert outcome is not None
        assert (outcome.verdict, outcome.reason[:13]) == (Verdict.INCONC, "set the clock")

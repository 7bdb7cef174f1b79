"""Which clock a case about the times of events accuses, and which it does not."""

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.flaws.element_replies import Retelling, Telling
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.flaws.o1_provider.notifications import later
from oran_harness.peers.o1_provider.config import ProviderConfig
from oran_harness.peers.o1_provider.provider import O1Provider
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import Rpc, RpcError, speaking
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.performing import EPOCH, models, performed, quick_provider, stored


@pytest.mark.parametrize("hours", [-5, 2, 5.75])
def test_local_time_is_told_from_a_clock_that_is_not_set(hours: float) -> None:
    """What is off by whole quarters of an hour, and right elsewhere, is local time; other clocks are nobody's fault."""

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
        assert outcome.verdict is Verdict.INCONC
        assert "may be off" in outcome.reason


def test_a_log_of_which_nothing_is_known_is_not_asked_for_events() -> None:
    """A stream that can be replayed, and does not say since when, is accused of that alone."""

    def silent() -> Retelling:
        return Retelling(quick_provider(), b"replayLogCreationTime>", b"began>", "get")

    demand_found(performed("O1-NOTIF-101", silent).outcome)
    for id in ("O1-NOTIF-132", "O1-NOTIF-134"):
        outcome = performed(id, silent).outcome
        assert outcome is not None
        assert outcome.verdict is Verdict.SKIP


class KnownNodesOnly(FlawedElement):
    """Refuses a filter with a node that no module has, as some do: no clause forbids it."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Say so."""
        if b"create-subscription" in rpc.octets and b"oran-harness-unknown" in rpc.octets:
            return speaking.refusal(rpc, RpcError("application", "operation-failed", "error"))
        return super().asked(session, rpc, now)


def test_a_filter_of_events_names_what_there_is() -> None:
    """An element that does not take filters with unknown nodes is not accused of what is told in spite of them."""
    assert performed("O1-NOTIF-111", lambda: KnownNodesOnly(quick_provider())).outcome is None

"""Every case about watchdogs, restarts and calls home finds an element that does it wrong."""

import re

import pytest

from oran_harness.codec.xml import Element
from oran_harness.conformance import load
from oran_harness.conformance.o1.queries import NOTHING
from oran_harness.protocols.netconf import Rpc, RpcError, speaking
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.misbehaving import (
    MisbehavingProvider,
    Misbehaviour,
    edited,
    greeting,
    misunderstood,
    replaced,
    untold,
    without_effect,
)
from tests.conformance.o1.performing import calls_home, performed
from tests.conformance.o1.test_misbehaving import ERROR, without_capability

RESET = "supervision-watchdog-reset"
INTERVAL = rb"<supervision-notification-interval>[^<]*</supervision-notification-interval>"
CONFIRMED = rb"<confirmed */>|<confirmed></confirmed>|<confirm-timeout>\d+</confirm-timeout>"


def always_the_same(root: Element, request: Rpc) -> None:
    for each in root.iter("{*}next-update-at"):
        each.text = "2026-11-22T12:00:00Z"


def tires_of_resets(it: MisbehavingProvider, rpc: Rpc) -> bytes:
    """The watchdog is reset twice, and not again, whatever is answered."""
    if rpc.name != RESET or it.count("reset") <= 2:
        return rpc.octets
    return speaking.rpc(NOTHING, rpc.message_id or "")


def holds_lock(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    """After a restart running is locked."""
    if request is None or request.name != "lock" or "restored" not in it.counts:
        return message
    return speaking.refusal(request, RpcError("protocol", "in-use"))


def is_another(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    """After a restart a capability is gone."""
    says = greeting(without_capability(":candidate:")).says
    assert says is not None
    changed = says(it, message, request) if "restored" in it.counts else message
    assert isinstance(changed, bytes)
    return changed


def nameless(root: Element) -> None:
    number = root.find("{*}session-id")
    number.getparent().remove(number)


FAULTS: dict[str, Misbehaviour] = {
    "O1-SUPERVISION-101": replaced(ERROR, RESET),
    "O1-SUPERVISION-102": edited(always_the_same, RESET),
    "O1-SUPERVISION-103": untold(b"supervision-notification"),
    "O1-SUPERVISION-104": misunderstood(INTERVAL, b"", RESET),
    "O1-SUPERVISION-105": Misbehaviour(asks=tires_of_resets),
    "O1-SUPERVISION-106": Misbehaviour(ends=False),
    "O1-SUPERVISION-107": without_effect("delete-subscription"),
    "O1-SUPERVISION-108": misunderstood(INTERVAL, b"", RESET),
    "O1-RESTART-101": Misbehaviour(keeps=False),
    "O1-RESTART-102": Misbehaviour(keeps=False),
    "O1-RESTART-103": misunderstood(CONFIRMED, b"", "commit"),
    "O1-RESTART-104": Misbehaviour(holds_lock),
    "O1-RESTART-105": Misbehaviour(is_another),
    "O1-HOME-101": greeting(nameless),
    "O1-HOME-102": Misbehaviour(calls=False),
    "O1-HOME-103": Misbehaviour(calls=False),
}
"""What each case finds."""
EARLY = misunderstood(rb"-interval>[^<]*<", b"-interval>1<", RESET)


@pytest.mark.parametrize("id", FAULTS)
def test_the_fault_is_found(id: str) -> None:
    """The case fails, the element is blamed, and a sentence says what was wrong."""
    demand_found(performed(id, lambda: MisbehavingProvider(FAULTS[id], connects=calls_home(id))).outcome)


def test_each_case_can_fail() -> None:
    """No case of these areas is without its fault."""
    ids = {case.id for case in load() if re.fullmatch(r"O1-(SUPERVISION|RESTART|HOME)-1\d\d", case.id)}
    assert ids == set(FAULTS)


def test_who_is_given_up_too_early_is_wronged() -> None:
    """A session ends before interval and guard time are over: that is a fault, though it ends."""
    outcome = performed("O1-SUPERVISION-106", lambda: MisbehavingProvider(EARLY)).outcome
    demand_found(outcome)
    assert outcome is not None
    assert "before interval and guard time" in outcome.requirement

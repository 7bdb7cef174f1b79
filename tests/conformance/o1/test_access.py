"""Every case about access rules, and about alarms, finds an element that does not keep them."""

import re

import pytest

from oran_harness.codec.xml import Element
from oran_harness.conformance import load
from oran_harness.model import Verdict
from oran_harness.protocols.netconf import BASE, Rpc
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.misbehaving import (
    OK,
    MisbehavingProvider,
    Misbehaviour,
    edited,
    misunderstood,
    replaced,
    retold,
    untold,
    without,
)
from tests.conformance.o1.performing import performed, setting_of
from tests.conformance.o1.test_misbehaving import ERROR

DENIED = (
    f'<rpc-error xmlns="{BASE}"><error-type>application</error-type><error-tag>access-denied</error-tag>'
    "<error-severity>error</error-severity></rpc-error>"
)
PERMITS_ALL = misunderstood(b"<action>deny</action>", b"<action>permit</action>", "edit-config")


def never_counting(root: Element, request: Rpc) -> None:
    for each in root.iter("{*}denied-operations"):
        each.text = "7"


def nameless(root: Element, request: Rpc) -> None:
    for each in root.iter("{*}username"):
        each.text = "nobody"


def set_to(name: str, value: str) -> Misbehaviour:
    """A global setting is told with another value."""

    def edit(root: Element, request: Rpc) -> None:
        for each in root.iter(f"{{*}}{name}"):
            each.text = value

    return edited(edit, "get-config")


def for_group(old: bytes, new: bytes) -> Misbehaviour:
    """Rules are for another group than they should be."""
    return retold(b"<group>O1_%b</group>" % old, b"<group>O1_%b</group>" % new, "get-config")


FAULTS: dict[str, Misbehaviour] = {
    "O1-NACM-101": Misbehaviour(lambda it, message, request: message.replace(b"ietf-netconf-acm", b"other-acm")),
    "O1-NACM-102": set_to("enable-nacm", "false"),
    "O1-NACM-103": set_to("write-default", "permit"),
    "O1-NACM-104": set_to("exec-default", "permit"),
    "O1-NACM-105": set_to("read-default", "perhaps"),
    "O1-NACM-106": set_to("enable-external-groups", "false"),
    "O1-NACM-107": retold(b"O1_network_monitoring", b"O1_network_watching"),
    "O1-NACM-108": for_group(b"nacm_management", b"nobody"),
    "O1-NACM-109": for_group(b"nacm_management", b"network_management"),
    "O1-NACM-110": for_group(b"network_management", b"network_monitoring"),
    "O1-NACM-121": PERMITS_ALL,
    "O1-NACM-122": PERMITS_ALL,
    "O1-NACM-123": PERMITS_ALL,
    "O1-NACM-124": replaced(ERROR, "close-session"),
    "O1-NACM-125": PERMITS_ALL,
    "O1-NACM-126": replaced(OK, "kill-session"),
    "O1-NACM-127": PERMITS_ALL,
    "O1-NACM-128": replaced(DENIED, "create-subscription"),
    "O1-NACM-129": edited(never_counting, "get"),
    "O1-NACM-130": misunderstood(b">O1_network_monitoring<", b">O1_nacm_management<", "edit-config"),
    "O1-NACM-131": edited(nameless, "get"),
    "O1-ALARM-101": untold(b"alarm-notif"),
    "O1-ALARM-102": untold(b">true</is-cleared>"),
    "O1-ALARM-103": without(".//{*}active-alarms", "get"),
}
"""What each case finds."""


@pytest.mark.parametrize("id", FAULTS)
def test_the_fault_is_found(id: str) -> None:
    """The case fails, the element is blamed, and a sentence says what was wrong."""
    demand_found(performed(id, lambda: MisbehavingProvider(FAULTS[id])).outcome)


def test_each_case_can_fail() -> None:
    """No case about access rules or alarms is without its fault."""
    ids = {case.id for case in load() if re.fullmatch(r"O1-(NACM|ALARM)-1\d\d", case.id)}
    assert ids == set(FAULTS)


def test_either_reading_of_the_documents_is_right() -> None:
    """O-RAN's requirements have read-default deny, their test has permit: neither is a fault."""
    reads = Misbehaviour(lambda _, message, __: message.replace(b"<read-default>deny", b"<read-default>permit"))
    assert performed("O1-NACM-105", lambda: MisbehavingProvider(reads)).outcome is None


def test_without_a_second_user_nothing_is_said() -> None:
    """The case is skipped, and tells what to give."""
    outcome = performed("O1-NACM-121", setting=setting_of("O1-NACM-121", other_user=None)).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.SKIP
    assert "other-password=env:VARIABLE" in outcome.reason


def test_what_the_second_user_was_given_is_taken_away() -> None:
    """After a case that fails neither our group nor our rules are there."""
    made: list[MisbehavingProvider] = []

    def make() -> MisbehavingProvider:
        made.append(MisbehavingProvider(PERMITS_ALL))
        return made[-1]

    assert performed("O1-NACM-121", make).outcome is not None
    running = made[0].inner.managed.datastores.running.octets()
    assert b">oran-harness-access<" not in running
    assert b">oran-harness-denied<" not in running

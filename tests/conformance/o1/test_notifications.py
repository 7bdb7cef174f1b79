"""Every case about notifications finds an element that tells in a wrong way."""

import re

import pytest

from oran_harness.conformance import load
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.misbehaving import (
    OK,
    MisbehavingProvider,
    Misbehaviour,
    mistold,
    misunderstood,
    replaced,
    retold,
    untold,
    without_effect,
)
from tests.conformance.o1.mistelling import (
    END,
    START,
    backwards,
    deaf_when_subscribed,
    early,
    error_all_the_same,
    later_for_others,
    shifted,
    swapped,
    to_all,
)
from tests.conformance.o1.performing import performed
from tests.conformance.o1.test_misbehaving import ERROR

FILTER = rb"<filter.*</filter>|<filter [^>]*/>"
TIMES = rb"<(startTime|stopTime)>[^<]*</(startTime|stopTime)>"
STOP = rb"<stopTime>[^<]*</stopTime>"
XPATH = rb"<stream-xpath-filter>[^<]*</stream-xpath-filter>"
SUBSCRIBE, ESTABLISH = "create-subscription", "establish-subscription"

FAULTS: dict[str, Misbehaviour] = {
    "O1-NOTIF-101": retold(b"<name>NETCONF<", b"<name>OTHER<", "get"),
    "O1-NOTIF-102": replaced(ERROR, SUBSCRIBE),
    "O1-NOTIF-103": misunderstood(b"<stream>oran-harness-unknown</stream>", b""),
    "O1-NOTIF-104": replaced(OK, SUBSCRIBE),
    "O1-NOTIF-105": misunderstood(STOP, b"", SUBSCRIBE),
    "O1-NOTIF-106": misunderstood(TIMES, b"", SUBSCRIBE),
    "O1-NOTIF-107": misunderstood(TIMES, b"", SUBSCRIBE),
    "O1-NOTIF-108": misunderstood(TIMES, b"", SUBSCRIBE),
    "O1-NOTIF-109": misunderstood(FILTER, b"", SUBSCRIBE),
    "O1-NOTIF-110": early(SUBSCRIBE),
    "O1-NOTIF-111": misunderstood(FILTER, b"", SUBSCRIBE),
    "O1-NOTIF-112": Misbehaviour(asks=deaf_when_subscribed),
    "O1-NOTIF-113": Misbehaviour(tells=to_all),
    "O1-NOTIF-114": Misbehaviour(tells=to_all, ends=False),
    "O1-NOTIF-121": untold(START),
    "O1-NOTIF-122": mistold(lambda message: message.replace(b">closed<", b">dropped<"), END),
    "O1-NOTIF-123": mistold(lambda message: message.replace(b"killed-by", b"killed-of"), END),
    "O1-NOTIF-124": mistold(lambda message: message.replace(b"session-id>", b"session-no>"), b"config-change"),
    "O1-NOTIF-125": error_all_the_same(ERROR),
    "O1-NOTIF-126": mistold(shifted(2)),
    "O1-NOTIF-127": Misbehaviour(tells=swapped),
    "O1-NOTIF-128": Misbehaviour(tells=later_for_others),
    "O1-NOTIF-129": misunderstood(FILTER, b"", SUBSCRIBE),
    "O1-NOTIF-131": untold(b"replayComplete"),
    "O1-NOTIF-132": untold(END),
    "O1-NOTIF-133": Misbehaviour(tells=backwards),
    "O1-NOTIF-134": misunderstood(rb"<startTime>2[^<]*<", b"<startTime>1990-01-01T00:00:00Z<", SUBSCRIBE),
    "O1-NOTIF-135": misunderstood(STOP, b"", SUBSCRIBE),
    "O1-NOTIF-136": misunderstood(STOP, b"", SUBSCRIBE),
    "O1-NOTIF-141": untold(START),
    "O1-NOTIF-142": retold(b">2</", b">1</", ESTABLISH),
    "O1-NOTIF-143": misunderstood(b"oran-harness-unknown", b"NETCONF", ESTABLISH),
    "O1-NOTIF-144": retold(b"no-such-subscription", b"unknown"),
    "O1-NOTIF-145": misunderstood(XPATH, b"", ESTABLISH),
    "O1-NOTIF-146": untold(b"subscription-modified"),
    "O1-NOTIF-147": without_effect("delete-subscription"),
    "O1-NOTIF-148": replaced(OK, "delete-subscription"),
    "O1-NOTIF-149": untold(b"subscription-terminated"),
    "O1-NOTIF-150": early(ESTABLISH),
    "O1-NOTIF-151": replaced(OK, "kill-subscription"),
}
"""What each case finds."""


@pytest.mark.parametrize("id", FAULTS)
def test_the_fault_is_found(id: str) -> None:
    """The case fails, the element is blamed, and a sentence says what was wrong."""
    demand_found(performed(id, lambda: MisbehavingProvider(FAULTS[id])).outcome)


def test_each_case_can_fail() -> None:
    """No case about notifications is without its fault."""
    assert {case.id for case in load() if re.fullmatch(r"O1-NOTIF-1\d\d", case.id)} == set(FAULTS)


@pytest.mark.parametrize("hours", [-5, 2, 5.75])
def test_local_time_is_told_from_a_clock_that_is_not_set(hours: float) -> None:
    """What is off by whole quarters of an hour is local time; any other clock is nobody's fault."""
    demand_found(performed("O1-NOTIF-126", lambda: MisbehavingProvider(mistold(shifted(hours)))).outcome)
    unset = performed("O1-NOTIF-126", lambda: MisbehavingProvider(mistold(shifted(hours + 0.123)))).outcome
    assert unset is not None
    assert "is not set" in unset.reason

"""Rules about RIC Service Load and RIC Assistance."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import NODE, PLAIN, RIC, Case, case, check_broken, check_kept

NAME = e.RICrequestID(20, 1)
ALL = (e.RANfunctionLoadRequest_Item(PLAIN, "true"),)
START = m.RICserviceLoadStatusRequest(1, None, "start", ALL, "ms1000")
STOP = m.RICserviceLoadStatusRequest(1, 2, "stop")
UPDATE = m.RICserviceLoadUpdate(1, 2, (e.RANfunctionLoad_Item(PLAIN, e.RICloadInformation("overload")),))
RESPONSE = m.RICassistanceResponse(NAME, b"header", b"outcome")


def started(number: int = PLAIN) -> m.RICserviceLoadStatusResponse:
    """Load reports of a function are confirmed."""
    return m.RICserviceLoadStatusResponse(1, 2, (e.RANfunctionLoadConfirm_Item(number, "true"),))


def assistance(update: Any = "true", number: int | None = None) -> m.RICassistanceRequest:
    """The node asks for assistance."""
    return m.RICassistanceRequest(NAME, b"header", b"message", update, number)


def helped(sn: int) -> m.RICassistanceIndication:
    """The RIC goes on helping."""
    return m.RICassistanceIndication(NAME, sn, b"header", b"outcome")


CASES = (
    case(
        "E2AP-LOAD-REQUEST",
        RIC,
        lambda s: s.set_up().ric(m.RICserviceLoadStatusRequest(1, None, "start", None, "ms1000")),
        lambda s: s.set_up().ric(START).node(started(), UPDATE),
    ),
    case(
        "E2AP-LOAD-ANSWER",
        NODE,
        lambda s: s.set_up().ric(START).node(started(9)),
        lambda s: s.set_up().ric(START).node(started()),
    ),
    case(
        "E2AP-LOAD-CONFIRMED",
        NODE,
        lambda s: s.set_up().ric(START).node(m.RICserviceLoadStatusResponse(1, 2)),
        lambda s: s.set_up().ric(START).node(started()).ric(STOP).node(m.RICserviceLoadStatusResponse(1, 2)),
    ),
    case(
        "E2AP-LOAD-UPDATE",
        NODE,
        lambda s: s.set_up().node(UPDATE),
        lambda s: s.set_up().ric(START).node(started(), UPDATE, UPDATE),
    ),
    case(
        "E2AP-ASSISTANCE",
        RIC,
        lambda s: s.set_up().node(assistance(None)).ric(RESPONSE, helped(1)),
        lambda s: s.set_up().node(assistance()).ric(RESPONSE, helped(1), helped(2)),
    ),
    case(
        "E2AP-ASSISTANCE-COUNT",
        RIC,
        lambda s: s.set_up().node(assistance(number=1)).ric(RESPONSE, helped(1), helped(2)),
        lambda s: s.set_up().node(assistance(number=2)).ric(RESPONSE, helped(1), helped(2)),
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)

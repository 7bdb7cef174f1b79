"""What the cases about wrong IEs and messages out of place let pass in an E2 node."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import Misbehaviour, complains, edits, ends, mute, of, unread
from tests.conformance.e2ap.performing_node import perform
from tests.conformance.e2ap.test_node_freedoms import SYNTAX

FAILURES = {
    "201": m.RICsubscriptionDeleteFailure,
    "202": m.RICcontrolFailure,
    "205": m.E2connectionUpdateFailure,
    "206": m.E2RemovalFailure,
    "223": m.RICcontrolFailure,
    "231": m.RICsubscriptionDeleteFailure,
    "232": m.RICcontrolFailure,
}


def reports(failure: Any) -> m.ErrorIndication:
    """An Error Indication with the ids of the failure."""
    ids = {name: getattr(failure, name, None) for name in ("transaction_id", "ric_request_id", "ran_function_id")}
    return m.ErrorIndication(**ids, criticality_diagnostics=SYNTAX)


def nameless(report: m.ErrorIndication) -> m.ErrorIndication:
    """One without ids: what cannot be read cannot be repeated."""
    return replace(report, transaction_id=None, ric_request_id=None, ran_function_id=None)


def with_trailing_octets(message: Message | None, octets: bytes) -> bool:
    return octets[-2:] == b"\x00\x00" and isinstance(message, m.ResetRequest | m.RICsubscriptionDeleteRequest)


FREEDOMS: tuple[tuple[str, Misbehaviour], ...] = (
    *((f"E2AP-ERROR-{number}", edits(kind, reports)) for number, kind in FAILURES.items()),
    *((f"E2AP-ERROR-{number}", edits(m.ErrorIndication, nameless)) for number in (221, 222, 224, 225, 226, 227)),
    ("E2AP-ERROR-241", ends(with_trailing_octets)),
    ("E2AP-ERROR-244", complains(unread)),
    ("E2AP-ERROR-244", ends(unread)),
    ("E2AP-ERROR-245", ends(of(m.E2RemovalResponse))),
    ("E2AP-ERROR-245", mute(m.ErrorIndication)),
    ("E2AP-ERROR-246", mute(m.E2setupFailure, m.RICserviceUpdateFailure, m.ErrorIndication)),
)


@pytest.mark.parametrize(("case", "behaviour"), FREEDOMS)
def test_freedoms(case: str, behaviour: Misbehaviour) -> None:
    """What E2AP leaves to the node accuses no node."""
    told = perform(case, behaviour)
    assert told.judgement.verdict is Verdict.PASS, str(told)

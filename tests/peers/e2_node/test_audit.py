"""RIC Subscription Audit as the node serves it (E2AP 8.2.2B)."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, OTHER, PLAIN, Stage

AUDIT = e.RICrequestID(30, 1)
SECOND = e.RICrequestID(10, 2)
GONE = e.RICrequestID(10, 9)


def audit(*listed: e.RICrequestID, only: bool = False, of: int = PLAIN) -> m.RICsubscriptionAuditRequest:
    """An Audit of those subscriptions."""
    items = tuple(e.RICsubscriptionAudit_Item(each, of) for each in listed)
    return m.RICsubscriptionAuditRequest(AUDIT, e.RICsubscriptionAuditFlag("true") if only else None, items or None)


def names(items: Any) -> list[e.RICrequestID]:
    """The subscriptions of a list."""
    return [each.ric_request_id for each in items or ()]


def test_each_is_confirmed_unknown_or_missing() -> None:
    """Listed ones are confirmed or unknown, and what is not listed is missing (8.2.2B.2)."""
    stage = Stage().set_up().subscribed().subscribed(name=SECOND)
    answer = stage.hear(audit(FIRST_ID, GONE)).one(m.RICsubscriptionAuditResponse)
    assert answer.ric_request_id == AUDIT
    assert names(answer.ric_subscription_audit_confirmed_list) == [FIRST_ID]
    assert names(answer.ric_subscription_audit_unkown_list) == [GONE]
    assert names(answer.ric_subscription_audit_missing_list) == [SECOND]
    assert stage.blamed() == []


def test_the_flag_keeps_to_the_list() -> None:
    """With the flag only listed ones count."""
    stage = Stage().set_up().subscribed().subscribed(name=SECOND)
    answer = stage.hear(audit(FIRST_ID, only=True)).one(m.RICsubscriptionAuditResponse)
    assert answer.ric_subscription_audit_missing_list is None
    assert stage.blamed() == []


def test_without_a_list_all_are_told() -> None:
    """All subscriptions are in the answer; the ASN.1 wants one in the Confirmed list."""
    stage = Stage().set_up().subscribed().subscribed(name=SECOND)
    answer = stage.hear(audit()).one(m.RICsubscriptionAuditResponse)
    assert names(answer.ric_subscription_audit_confirmed_list) == [FIRST_ID]
    assert names(answer.ric_subscription_audit_missing_list) == [SECOND]
    assert stage.blamed() == []


@pytest.mark.parametrize("request_", [audit(), audit(GONE), audit(FIRST_ID, of=OTHER, only=True)])
def test_nothing_to_confirm_is_a_failure(request_: m.RICsubscriptionAuditRequest) -> None:
    """With nothing to confirm the answer is a failure with the Audit's id."""
    stage = Stage().set_up()
    if request_.ric_subscription_audit_flag is not None:
        stage.subscribed()
    assert stage.hear(request_).one(m.RICsubscriptionAuditFailure).ric_request_id == AUDIT
    assert stage.blamed() == []


def test_an_older_node_does_not_know_it() -> None:
    """For E2AP 3.01 the procedure is unknown, with criticality reject: an Error Indication."""
    stage = Stage("3.01").set_up()
    octets = Stage("5.00").codec.encode(audit())
    found = stage.octets(octets, stream=1).one(m.ErrorIndication)
    assert found.criticality_diagnostics == e.CriticalityDiagnostics(17, "initiating-message", "reject")

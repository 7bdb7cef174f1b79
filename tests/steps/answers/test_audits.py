"""The plain answer to a Subscription Audit."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import FIRST_ID, subscription
from tests.steps.answers.conversation import RIC, Conversation

OTHER, UNKNOWN, AUDIT = e.RICrequestID(10, 2), e.RICrequestID(10, 3), e.RICrequestID(30, 1)


def _talk() -> Conversation:
    talk = Conversation("5.00").set_up()
    talk.ask(RIC, subscription())
    talk.ask(RIC, subscription(name=OTHER))
    return talk


def _names(items: object) -> list[e.RICrequestID]:
    return [item.ric_request_id for item in items or ()]  # type: ignore[attr-defined]


def _audit(*listed: e.RICrequestID, only: bool = False) -> m.RICsubscriptionAuditRequest:
    items = tuple(e.RICsubscriptionAudit_Item(name, 1) for name in listed)
    return m.RICsubscriptionAuditRequest(AUDIT, e.RICsubscriptionAuditFlag("true") if only else None, items or None)


def test_listed_and_not_listed() -> None:
    """Listed ones are confirmed or unknown, others missing; with the flag the others do not count."""
    answer = _talk().ask(RIC, _audit(FIRST_ID, UNKNOWN))
    assert _names(answer.ric_subscription_audit_confirmed_list) == [FIRST_ID]
    assert _names(answer.ric_subscription_audit_unkown_list) == [UNKNOWN]
    assert _names(answer.ric_subscription_audit_missing_list) == [OTHER]
    assert _talk().ask(RIC, _audit(FIRST_ID, only=True)).ric_subscription_audit_missing_list is None


def test_without_a_list() -> None:
    """All subscriptions are reported; one of them as confirmed, because the ASN.1 wants one there."""
    answer = _talk().ask(RIC, _audit())
    assert _names(answer.ric_subscription_audit_confirmed_list) == [FIRST_ID]
    assert _names(answer.ric_subscription_audit_missing_list) == [OTHER]


def test_nothing_to_confirm() -> None:
    """A failure, which is right even with no subscription at all."""
    assert isinstance(Conversation("5.00").set_up().ask(RIC, _audit()), m.RICsubscriptionAuditFailure)
    assert isinstance(_talk().ask(RIC, _audit(UNKNOWN)), m.RICsubscriptionAuditFailure)

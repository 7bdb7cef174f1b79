"""RIC Subscription Audit."""

from collections.abc import Callable, Sequence

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    Conversation,
    Row,
    check_fires,
    check_silent,
    delete_request,
    names,
    operational,
    rid,
    subscribed,
    subscription_request,
    subscription_response,
)

AUDIT = rid(30, 1)


def ask(*instances: int, only: bool = False) -> Message:
    """RICsubscriptionAuditRequest."""
    return m.RICsubscriptionAuditRequest(
        AUDIT,
        e.RICsubscriptionAuditFlag("true") if only else None,
        tuple(e.RICsubscriptionAudit_Item(rid(10, name), 1) for name in instances) or None,
    )


def tell(confirmed: Sequence[int] = (), unknown: Sequence[int] = (), missing: Sequence[int] = ()) -> Message:
    """RICsubscriptionAuditResponse."""
    admitted = (e.RICaction_Admitted_Item(1),)
    return m.RICsubscriptionAuditResponse(
        AUDIT,
        tuple(e.RICsubscriptionAuditAction_Item(rid(10, name), 1, admitted) for name in confirmed) or None,
        tuple(e.RICsubscriptionAudit_Item(rid(10, name), 1) for name in unknown) or None,
        tuple(e.RICsubscriptionAuditAction_Item(rid(10, name), 1, admitted) for name in missing) or None,
    )


def _two() -> Conversation:
    talk = subscribed()
    talk.ric(subscription_request(instance=2))
    talk.node(subscription_response(instance=2))
    return talk


def _row(kind: Kind, bad: tuple[Message, Message], good: tuple[Message, Message], name: str = "") -> Row:
    def both(pair: tuple[Message, Message]) -> Callable[[Conversation], object]:
        return lambda talk: (talk.ric(pair[0]), talk.node(pair[1]))

    return Row(kind, NODE, both(bad), both(good), begin=_two, name=name)


ROWS = [
    _row(Kind.AUDIT_ITEM_NOT_REPORTED, (ask(1, 7, only=True), tell((1,))), (ask(1, 7, only=True), tell((1,), (7,)))),
    _row(Kind.AUDIT_ITEM_REPORTED_TWICE, (ask(1, 2), tell((1, 2), (2,))), (ask(1, 2), tell((1, 2)))),
    _row(Kind.AUDIT_ITEM_NEVER_ASKED, (ask(1), tell((1, 2))), (ask(1), tell((1,), (), (2,)))),
    _row(Kind.AUDIT_MISSING_DESPITE_FLAG, (ask(1, only=True), tell((1,), (), (2,))), (ask(1, only=True), tell((1,)))),
    _row(Kind.AUDIT_CONTRADICTS_SUBSCRIPTIONS, (ask(1, 2), tell((1,), (2,))), (ask(1, 2), tell((1, 2))), "denied"),
    _row(Kind.AUDIT_CONTRADICTS_SUBSCRIPTIONS, (ask(), tell(missing=(1,))), (ask(), tell(missing=(1, 2))), "left-out"),
    _row(
        Kind.AUDIT_CONTRADICTS_SUBSCRIPTIONS,
        (ask(), tell(missing=(1, 2, 5))),
        (ask(), tell(missing=(2, 1))),
        "invented",
    ),
    _row(Kind.AUDIT_EMPTY, (ask(), tell()), (ask(), m.RICsubscriptionAuditFailure(AUDIT, CAUSE))),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What an Audit response breaks is noted against the node."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right Audit response is not; a failure is always legal."""
    check_silent(row)


def test_a_response_without_confirmed_items_is_accepted() -> None:
    """The ASN.1 wants at least one confirmed item, the text does not: both readings pass."""
    talk = operational()
    talk.ric(ask(7))
    talk.node(tell(unknown=(7,)))
    assert talk.found == []


def test_what_is_being_deleted_may_be_reported_either_way() -> None:
    """A subscription whose Delete is under way may stand or not."""
    for answer in (tell((1,)), tell((), (1,))):
        talk = subscribed()
        talk.ric(delete_request(), ask(1))
        talk.node(answer)
        assert talk.found == []


def test_what_was_subscribed_after_the_audit_may_be_missing() -> None:
    """Only what stood before the request has to be known."""
    talk = operational()
    talk.ric(ask(1), subscription_request())
    talk.node(subscription_response(), tell((), (1,)))
    assert talk.found == []

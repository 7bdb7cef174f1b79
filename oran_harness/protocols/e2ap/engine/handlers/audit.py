"""RIC Subscription Audit (E2AP 8.2.2B, since 5.00)."""

from collections.abc import Iterable
from typing import Any

from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.states import SubscriptionState
from oran_harness.protocols.e2ap.engine.tally import present, tally
from oran_harness.protocols.e2ap.engine.turn import Turn, listed, request_name
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionAuditFailure,
    RICsubscriptionAuditRequest,
    RICsubscriptionAuditResponse,
)

_Names = tuple[RICrequestID, ...]


def _names(items: Iterable[Any] | None) -> _Names:
    return present([getattr(item, "ric_request_id", None) for item in items or ()])


def _named(names: Iterable[RICrequestID]) -> str:
    return listed(names, request_name)


def request(turn: Turn, message: RICsubscriptionAuditRequest) -> None:
    """The RIC asks what stands."""


def response(turn: Turn, message: RICsubscriptionAuditResponse) -> None:
    """The node confirms, does not know, or misses subscriptions (8.2.2B.2)."""
    confirmed = _names(message.ric_subscription_audit_confirmed_list)
    unknown = _names(message.ric_subscription_audit_unkown_list)
    missing = _names(message.ric_subscription_audit_missing_list)
    if not confirmed and not unknown and not missing:
        turn.irregular(
            IrregularityKind.AUDIT_EMPTY,
            f"{turn.name} lists no subscription",
            expected="RICsubscriptionAuditFailure where there is nothing to list",
            actual="no item",
            certain=turn.intact,
        )
    run = turn.answers
    if run is None or turn.late or not isinstance(run.request, RICsubscriptionAuditRequest):
        return
    asked = run.request
    wanted = _names(asked.ric_subscription_audit_list)
    _judge_lists(turn, wanted, confirmed, unknown, missing)
    flag = asked.ric_subscription_audit_flag
    only_listed = bool(wanted) and flag is not None and flag.listed_records_only == "true"
    if only_listed and missing:
        turn.irregular(
            IrregularityKind.AUDIT_MISSING_DESPITE_FLAG,
            f"{turn.name} reports {_named(missing)} as missing although only listed ones were asked for",
            expected=f"nothing but {_named(wanted)}",
            actual=_named(missing),
            certain=not turn.mispaired,
        )
    _judge_against_records(turn, wanted, confirmed, unknown, None if only_listed else missing)


def _judge_lists(turn: Turn, wanted: _Names, confirmed: _Names, unknown: _Names, missing: _Names) -> None:
    listed_once = tally(dict.fromkeys(wanted), confirmed, unknown)
    expected = f"each of {_named(wanted)} confirmed or unknown"
    actual = f"confirmed {_named(confirmed)}, unknown {_named(unknown)}, missing {_named(missing)}"
    # One that the RIC lists twice may be named twice.
    repeated = tally(wanted, confirmed, unknown, missing).repeated
    # Without an Audit List all belong into the missing list, but the ASN.1 wants an item in the confirmed one.
    request_whole = bool(wanted) and turn.answers is not None and turn.answers.intact
    rows = (
        (listed_once.unanswered, IrregularityKind.AUDIT_ITEM_NOT_REPORTED, "leaves out", turn.whole),
        (listed_once.unasked, IrregularityKind.AUDIT_ITEM_NEVER_ASKED, "answers for unlisted", request_whole),
        (repeated, IrregularityKind.AUDIT_ITEM_REPORTED_TWICE, "names more than once", True),
    )
    for names, kind, text, certain in rows:
        if names:
            turn.irregular(
                kind,
                f"{turn.name} {text} {_named(names)}",
                expected=expected,
                actual=actual,
                certain=certain and not turn.mispaired,
            )


def _judge_against_records(
    turn: Turn, wanted: _Names, confirmed: _Names, unknown: _Names, missing: _Names | None
) -> None:
    """Compare with what was subscribed: what stood before the request, and still stands, is what the node has."""
    run = turn.answers
    records = turn.records
    if run is None or turn.mispaired or not turn.whole:
        return
    standing = {
        name
        for name, subscription in records.subscriptions.items()
        if subscription.state in (SubscriptionState.ACTIVE, SubscriptionState.SUSPENDED)
        and subscription.certain
        and subscription.answered_n is not None
        and subscription.answered_n < run.request_n
    }
    wrong = [f"{request_name(name)} unknown, but admitted" for name in unknown if name in standing]
    if records.subscriptions_known:
        wrong += [
            f"{request_name(name)} standing, but never admitted"
            for name in (*confirmed, *(missing or ()))
            if records.subscription(name) is None
        ]
    if missing is not None:
        reported = {*wanted, *missing, *confirmed, *unknown}
        wrong += [f"{request_name(name)} not listed, but admitted" for name in standing - reported]
    if wrong:
        turn.irregular(
            IrregularityKind.AUDIT_CONTRADICTS_SUBSCRIPTIONS,
            f"{turn.name} contradicts what was subscribed: {listed(wrong)}",
            expected=f"standing: {_named(standing)}",
            actual=f"confirmed {_named(confirmed)}, unknown {_named(unknown)}, missing {_named(missing or ())}",
        )


def failure(turn: Turn, message: RICsubscriptionAuditFailure) -> None:
    """The node has nothing to list, or cannot (8.2.2B.3): right even with no subscription at all."""

"""RIC Subscription Audit, with an E2 node under test (E2AP 8.2.2B, since 5.00)."""

from collections.abc import Iterable

from oran_harness.conformance.choices import reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, cause_text, released, reset, serving, subscribed, unharmed
from oran_harness.conformance.expectations import ask, ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import (
    RICrequestID,
    RICsubscriptionAudit_Item,
    RICsubscriptionAuditFlag,
)
from oran_harness.protocols.e2ap.messages import (
    ResetResponse,
    RICsubscriptionAuditFailure,
    RICsubscriptionAuditRequest,
    RICsubscriptionAuditResponse,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps import Peer, check, unsupported

_NAME = "RICsubscriptionAudit"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.2B.2"
_NEEDS = (f"procedure:{_NAME}", "service-model:KPM", "e2ap:5.00")
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_OTHER_PERIOD_MS = 2000
_MANY = 64


@case(
    id="E2AP-AUDIT-201",
    title="An audit confirms the subscription that stands, and does not know the one that was deleted",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def tells_standing_from_deleted(ric: Peer) -> None:
    """Both are listed."""
    report = reporting(ric)
    deleted = await subscribed(ric, report)
    await released(ric, deleted)
    standing = await subscribed(ric, report)
    response = await _audited(ric, (standing, deleted))
    _check_in("confirmed", standing, _names(response.ric_subscription_audit_confirmed_list))
    _check_in("unknown", deleted, _names(response.ric_subscription_audit_unkown_list))


@case(
    id="E2AP-AUDIT-202",
    title="An audit without a list tells the subscription that stands",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def tells_all(ric: Peer) -> None:
    """By the text it is missing in the list that is not there; by the ASN.1 one has to be confirmed. Both will do.

    As neither fits both, a failure is no fault here.
    """
    report = reporting(ric)
    standing = await subscribed(ric, report)
    request = RICsubscriptionAuditRequest(ric.new_request_id())
    answer = await ask_echoed(
        ric,
        request,
        RICsubscriptionAuditResponse,
        RICsubscriptionAuditFailure,
        requirement="The E2 node answers RIC SUBSCRIPTION AUDIT REQUEST",
    )
    if isinstance(answer, RICsubscriptionAuditResponse):
        told = _names(answer.ric_subscription_audit_confirmed_list) | _names(answer.ric_subscription_audit_missing_list)
        _check_in("confirmed or missing", standing, told)


@case(
    id="E2AP-AUDIT-203",
    title="An audit of listed records only tells nothing of others",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def tells_listed_ones_only(ric: Peer) -> None:
    """Two subscriptions stand, one is listed."""
    listed, _ = await _two(ric)
    response = await _audited(ric, (listed,), only=True)
    _check_in("confirmed", listed, _names(response.ric_subscription_audit_confirmed_list))
    missing = _names(response.ric_subscription_audit_missing_list)
    check(
        not missing,
        "With Listed Records Only the audit is about the listed subscriptions alone",
        expected="no RIC Subscription Missing List",
        actual=f"missing: {_text(missing)}",
    )


@case(
    id="E2AP-AUDIT-204",
    title="An audit tells which subscription is missing in its list",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def tells_what_is_missing(ric: Peer) -> None:
    """Two subscriptions stand, one is listed, without the flag."""
    listed, other = await _two(ric)
    response = await _audited(ric, (listed,))
    _check_in("confirmed", listed, _names(response.ric_subscription_audit_confirmed_list))
    _check_in("missing", other, _names(response.ric_subscription_audit_missing_list))


@case(
    id="E2AP-AUDIT-205",
    title="After a Reset an audit confirms nothing of what stood before",
    clause=f"{_CLAUSE}, 8.2.2B.3, 8.3.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def confirms_nothing_after_a_reset(ric: Peer) -> None:
    """With nothing to confirm the answer may be the failure, or a response in which it is unknown."""
    gone = await subscribed(ric, reporting(ric))
    await ask(ric, reset(ric), ResetResponse, refusable=False)
    request = _request(ric, (gone,))
    answer = await ask_echoed(
        ric,
        request,
        RICsubscriptionAuditResponse,
        RICsubscriptionAuditFailure,
        requirement="The E2 node answers RIC SUBSCRIPTION AUDIT REQUEST",
    )
    if isinstance(answer, RICsubscriptionAuditResponse):
        told = _names(answer.ric_subscription_audit_confirmed_list) | _names(answer.ric_subscription_audit_missing_list)
        check(
            gone.ric_request_id not in told,
            "A Reset deletes all subscriptions, so that none of them is confirmed afterwards",
            expected=f"not {_text([gone.ric_request_id])}",
            actual=f"confirmed or missing: {_text(told)}",
        )


@case(
    id="E2AP-AUDIT-206",
    title="An audit of many subscriptions that never were is answered",
    clause=f"{_CLAUSE}, 8.2.2B.3",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def answers_for_the_unknown(ric: Peer) -> None:
    """All are unknown: the text wants a response, whose ASN.1 wants one confirmed; so the failure will do."""
    await serving(ric)
    report = reporting(ric)
    nothing = tuple(report.request(ric.new_request_id()) for _ in range(_MANY))
    request = _request(ric, nothing)
    answer = await ask_echoed(
        ric,
        request,
        RICsubscriptionAuditResponse,
        RICsubscriptionAuditFailure,
        requirement="The E2 node answers RIC SUBSCRIPTION AUDIT REQUEST",
    )
    if isinstance(answer, RICsubscriptionAuditResponse):
        confirmed = _names(answer.ric_subscription_audit_confirmed_list) & {each.ric_request_id for each in nothing}
        check(
            not confirmed,
            "A subscription that never was is not confirmed",
            expected="all of them unknown",
            actual=f"confirmed: {_text(confirmed)}",
        )
    await unharmed(ric, "an audit of what never was")


async def _two(ric: Peer) -> tuple[RICsubscriptionRequest, RICsubscriptionRequest]:
    """Two subscriptions, with event triggers that differ: a node may refuse the like of one that stands."""
    first = await subscribed(ric, reporting(ric))
    second = reporting(ric, period_ms=_OTHER_PERIOD_MS).request(ric.new_request_id())
    answer = await ask(ric, second, RICsubscriptionResponse, RICsubscriptionFailure)
    if isinstance(answer, RICsubscriptionFailure):
        raise unsupported(f"the node does not admit a second subscription: {cause_text(answer.cause)}")
    return first, second


def _request(ric: Peer, listed: Iterable[RICsubscriptionRequest], *, only: bool = False) -> RICsubscriptionAuditRequest:
    items = []
    for each in listed:
        assert each.ric_request_id is not None
        assert each.ran_function_id is not None
        items.append(RICsubscriptionAudit_Item(each.ric_request_id, each.ran_function_id))
    flag = RICsubscriptionAuditFlag("true") if only else None
    return RICsubscriptionAuditRequest(ric.new_request_id(), flag, tuple(items))


async def _audited(
    ric: Peer, listed: Iterable[RICsubscriptionRequest], *, only: bool = False
) -> RICsubscriptionAuditResponse:
    """The response to an audit of these, one of which stands: so there is an item to list (8.2.2B.2)."""
    request = _request(ric, listed, only=only)
    return await ask_echoed(
        ric,
        request,
        RICsubscriptionAuditResponse,
        requirement="A listed subscription stands: the E2 node answers with RIC SUBSCRIPTION AUDIT RESPONSE",
    )


def _names(items: Iterable[object] | None) -> set[RICrequestID]:
    found = (getattr(item, "ric_request_id", None) for item in items or ())
    return {each for each in found if each is not None}


def _check_in(where: str, subscription: RICsubscriptionRequest, names: set[RICrequestID]) -> None:
    check(
        subscription.ric_request_id in names,
        f"RIC SUBSCRIPTION AUDIT RESPONSE has the subscription as {where}",
        expected=f"{_text([subscription.ric_request_id])} {where}",
        actual=f"{where}: {_text(names)}",
    )


def _text(names: Iterable[RICrequestID | None]) -> str:
    told = sorted((each.ric_requestor_id, each.ric_instance_id) for each in names if each is not None)
    return ", ".join(f"{requestor}/{instance}" for requestor, instance in told) or "none"

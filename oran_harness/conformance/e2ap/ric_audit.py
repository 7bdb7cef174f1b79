"""RIC Subscription Audit by a near-RT RIC under test (E2AP 8.2.2B, since 5.00)."""

from collections.abc import Iterable

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import asked_to_delete, grant, ids_of, refuse, subscribed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import (
    RICaction_Admitted_Item,
    RICrequestID,
    RICsubscriptionAudit_Item,
    RICsubscriptionAuditAction_Item,
)
from oran_harness.protocols.e2ap.messages import RICsubscriptionAuditRequest, RICsubscriptionAuditResponse
from oran_harness.steps import Peer, check

_NAME = "RICsubscriptionAudit"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.2B.2"
_NEEDS = ("stimulus:subscribe", "stimulus:audit", f"procedure:{_NAME}", "e2ap:5.00")
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")


@case(
    id="E2AP-AUDIT-101",
    title="An audit lists subscriptions that were made, and its response is taken",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=(*_NEEDS, "stimulus:delete"),
    tags=_GOOD,
)
async def lists_what_stands(node: Peer) -> None:
    """Of two one is deleted, and may be listed to see that it is gone; whether there is a list is the RIC's choice."""
    association = node.here
    made: set[tuple[RICrequestID | None, int | None]] = {ids_of(await subscribed(node)) for _ in range(2)}
    await grant(node, await asked_to_delete(node))
    made |= {(each.request_id, each.ran_function_id) for each in node.engine.subscriptions.values()}
    request = await _asked(node)
    listed = {(item.ric_request_id, item.ran_function_id) for item in request.ric_subscription_audit_list or ()}
    check(
        listed <= made,
        "RIC SUBSCRIPTION AUDIT REQUEST lists subscriptions that the near-RT RIC made, with their RAN functions",
        expected=f"among {_text(made)}",
        actual=_text(listed),
    )
    await grant(node, request)
    await unmoved(node, association, "RIC SUBSCRIPTION AUDIT RESPONSE")


@case(
    id="E2AP-AUDIT-102",
    title="The near-RT RIC takes the failure of an audit",
    clause="O-RAN.WG3.E2AP 8.2.2B.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_GOOD,
)
async def takes_a_failure(node: Peer) -> None:
    """It ends the procedure: no Error Indication about it."""
    association = node.here
    await subscribed(node)
    await refuse(node, await _asked(node), "ricRequest/unspecified")
    await unmoved(node, association, "RIC SUBSCRIPTION AUDIT FAILURE")


@case(
    id="E2AP-AUDIT-103",
    title="An audit response that knows other subscriptions than the near-RT RIC does no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_BAD,
)
async def outlives_a_contradiction(node: Peer) -> None:
    """What it made is unknown, and what it never made is confirmed and missing."""
    bystander = node.here
    subscription = await subscribed(node)
    request = await _asked(node)
    name, function_id = ids_of(subscription)
    action = (RICaction_Admitted_Item(1),)
    strange = tuple(
        RICsubscriptionAuditAction_Item(
            RICrequestID(name.ric_requestor_id, name.ric_instance_id ^ bit), function_id, action
        )
        for bit in (1, 2)
    )
    unknown = (RICsubscriptionAudit_Item(name, function_id),)
    response = RICsubscriptionAuditResponse(request.ric_request_id, strange[:1], unknown, strange[1:])
    await node.send(response, injected=True)
    await unharmed(node, bystander, "an audit response that contradicts what it subscribed to")


async def _asked(node: Peer) -> RICsubscriptionAuditRequest:
    """Have the RIC audit; gives its request, which waits for an answer."""
    await node.stimulate("audit")
    return await node.expect(
        RICsubscriptionAuditRequest,
        requirement="Asked to audit its subscriptions, the near-RT RIC sends RIC SUBSCRIPTION AUDIT REQUEST",
    )


def _text(names: Iterable[tuple[RICrequestID | None, int | None]]) -> str:
    told = (f"{name} of RAN function {function}" for name, function in names)
    return ", ".join(sorted(told)) or "none"

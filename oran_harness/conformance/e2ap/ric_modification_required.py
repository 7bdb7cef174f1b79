"""RIC Subscription Modification Required, with a near-RT RIC under test (E2AP 8.2.6, since 3.00)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_modification import asked_to_modify
from oran_harness.conformance.e2ap.ric_scenery import RIC, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import grant, ids_of, subscribed
from oran_harness.conformance.expectations import ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RICaction_RequiredToBeRemoved_Item
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationRefuse,
    RICsubscriptionModificationRequired,
    RICsubscriptionRequest,
)
from oran_harness.steps import Peer, unsupported
from oran_harness.steps.causes import cause

_NAME = "RICsubscriptionModificationRequired"
_NEEDS = ("stimulus:subscribe", f"procedure:{_NAME}", "e2ap:3.01")
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_ACTIONS = 2
_UNKNOWN_FUNCTION = 4000
_UNKNOWN_ACTION = 200


@case(
    id="E2AP-MODREQ-101",
    title="The near-RT RIC confirms or refuses to let one of two actions go",
    clause="O-RAN.WG3.E2AP 8.2.6.2, 8.2.6.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_GOOD,
)
async def decides(node: Peer) -> None:
    """Either is its right; each action that is asked about is in one list of the answer."""
    association = node.here
    subscription = await subscribed(node, actions=_ACTIONS)
    actions = _actions(subscription)
    if len(actions) < _ACTIONS:
        raise unsupported("the near-RT RIC subscribes with one action, which cannot be let go alone")
    await _answered(node, _required(node, subscription, actions[-1:]))
    await unmoved(node, association, "a modification that the node required")


@case(
    id="E2AP-MODREQ-102",
    title="To let all actions go is refused",
    clause="O-RAN.WG3.E2AP 8.2.6.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_to_lose_all(node: Peer) -> None:
    """That is what Delete Required is for."""
    subscription = await subscribed(node)
    await _refused(node, _required(node, subscription, _actions(subscription)), "of all actions")


@case(
    id="E2AP-MODREQ-103",
    title="Modification Required for another RAN function than any that was offered is refused",
    clause="O-RAN.WG3.E2AP 8.2.6.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_an_unknown_function(node: Peer) -> None:
    """The RIC Request ID is that of a subscription which stands."""
    subscription = await subscribed(node)
    request = _required(node, subscription, _actions(subscription), function_id=_UNKNOWN_FUNCTION)
    await _refused(node, request, "for an unknown RAN function")


@case(
    id="E2AP-MODREQ-104",
    title="Modification Required for an action that the subscription does not have is answered",
    clause="O-RAN.WG3.E2AP 8.2.6.2, 8.2.6.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_BAD,
)
async def answers_for_an_unknown_action(node: Peer) -> None:
    """There is nothing to confirm; which answer that makes, the text does not say."""
    association = node.here
    subscription = await subscribed(node)
    await _answered(node, _required(node, subscription, (_UNKNOWN_ACTION,)), injected=True)
    await unharmed(node, association, "Modification Required for an unknown action")


@case(
    id="E2AP-MODREQ-105",
    title="A modification of the node that crosses one of the near-RT RIC is answered",
    clause="O-RAN.WG3.E2AP 5.2, 8.2.5, 8.2.6",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_NEEDS, "stimulus:modify", "procedure:RICsubscriptionModification"),
    tags=(_NAME, "RICsubscriptionModification", "negative"),
)
async def answers_a_crossing_modification(node: Peer) -> None:
    """Parallel procedures are provided for; what either side then grants is open."""
    association = node.here
    subscription = await subscribed(node, actions=_ACTIONS)
    modification = await asked_to_modify(node)
    await _answered(node, _required(node, subscription, _actions(subscription)[-1:]))
    await grant(node, modification)
    await unmoved(node, association, "modifications of both sides that cross")


def _actions(subscription: RICsubscriptionRequest) -> tuple[int, ...]:
    details = subscription.ric_subscription_details
    items = () if details is None else details.ric_action_to_be_setup_list
    return tuple(item.ric_action_id for item in items)


def _required(
    node: Peer, subscription: RICsubscriptionRequest, actions: tuple[int, ...], *, function_id: int | None = None
) -> RICsubscriptionModificationRequired:
    """The request to let these actions of a subscription go."""
    name, own = ids_of(subscription)
    why = cause("function-resource-limit", node.edition)
    gone = tuple(RICaction_RequiredToBeRemoved_Item(each, why) for each in actions)
    return RICsubscriptionModificationRequired(name, own if function_id is None else function_id, None, gone)


async def _answered(node: Peer, request: RICsubscriptionModificationRequired, *, injected: bool | None = None) -> None:
    await ask_echoed(
        node,
        request,
        RICsubscriptionModificationConfirm,
        RICsubscriptionModificationRefuse,
        requirement="The near-RT RIC answers RIC SUBSCRIPTION MODIFICATION REQUIRED",
        injected=injected,
    )


async def _refused(node: Peer, request: RICsubscriptionModificationRequired, what: str) -> None:
    await ask_echoed(
        node,
        request,
        RICsubscriptionModificationRefuse,
        requirement=f"The near-RT RIC refuses a modification {what}",
        injected=True,
    )

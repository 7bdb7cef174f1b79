"""The stimulus that suspends and resumes subscriptions (E2AP 8.2.10, since 7.00)."""

from oran_harness.peers.near_rt_ric.order import Order
from oran_harness.peers.near_rt_ric.service_requests import subscription_meant
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m

STATE_CONTROL = ("node", "wait", "request", "change", "actions")


def state_control(order: Order) -> None:
    """RIC Subscription State Control (8.2.10) of the latest subscription, or of the one that ``request`` names.

    ``change`` is ``"suspend"`` or ``"resume"``; ``actions`` are the ids of actions that it is about, without them it is
    the whole subscription.
    """
    order.need(m.RICsubscriptionStateControlRequest.PROCEDURE_CODE, "RIC Subscription State Control")
    held = subscription_meant(order, active=True)
    change = order.arguments.word("change", "suspend", ("suspend", "resume"))
    actions = tuple(map(e.RICactionList_Item, order.arguments.integers("actions", 255)))
    named = (e.RICsubscriptionList_Item(held.request_id, actions or None),)
    suspend = change == "suspend"
    item = e.RANfunctionStateControl_Item(held.function_id, named if suspend else None, None if suspend else named)
    request = m.RICsubscriptionStateControlRequest(order.request_id(), (item,))
    subscription = [held.request_id.ric_requestor_id, held.request_id.ric_instance_id]
    order.start(request, "RICsubscriptionStateControl", order.session.config.timers.other, subscription=subscription)

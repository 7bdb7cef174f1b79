"""Plain answers about load reports and about the state of subscriptions (E2AP 8.2.8, 8.2.10, since 7.00)."""

from collections.abc import Iterable
from typing import Any

from oran_harness.protocols.e2ap.elements import (
    RANfunctionLoadConfirm_Item,
    RANfunctionLoadRequest_Item,
    RANfunctionStateConfirm_Item,
    RANfunctionStateControl_Item,
    RICactionLoadConfirm_Item,
    RICserviceLoadConfirm,
    RICserviceLoadRequest,
    RICsubscriptionList_Item,
    RICsubscriptionLoadConfirm_ItemIE,
    RICsubscriptionLoadRequest_ItemIE,
)
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICserviceLoadStatusRequest,
    RICserviceLoadStatusResponse,
    RICsubscriptionStateControlRequest,
    RICsubscriptionStateControlResponse,
)
from oran_harness.steps.answers.circumstances import Circumstances


def load_status(request: RICserviceLoadStatusRequest, circumstances: Circumstances) -> Message | None:
    """RIC Service Load Status (8.2.8): all is confirmed of the functions that are offered.

    The node's measurement id is the request's, and the same as the RIC's where the request has none.
    """
    name = request.ric_load_measurement_id
    if name is None:
        return None
    confirmed = tuple(
        _load(item)
        for item in present(request.ran_function_load_request_list, "ran_function_id")
        if circumstances.offers(item.ran_function_id)
    )
    stop = request.registration_request == "stop"
    if not stop and not confirmed:
        return circumstances.refuse(request, "requested-information-unavailable")
    return RICserviceLoadStatusResponse(
        ric_load_measurement_id=name,
        e2_node_load_measurement_id=request.e2_node_load_measurement_id or name,
        ran_function_load_confirm_list=None if stop else confirmed,
    )


def _load(item: RANfunctionLoadRequest_Item) -> RANfunctionLoadConfirm_Item:
    subscriptions = present(item.ric_subscription_load_request_list, "ric_request_id")
    return RANfunctionLoadConfirm_Item(
        ran_function_id=item.ran_function_id,
        ran_function_load_confirm=item.ran_function_load_request,
        ric_service_load_confirm=_service_load(item.ric_service_load_request),
        ric_subscription_load_confirm_list=tuple(map(_subscription_load, subscriptions)) or None,
    )


def _service_load(asked: RICserviceLoadRequest | None) -> RICserviceLoadConfirm | None:
    if asked is None:
        return None
    return RICserviceLoadConfirm(
        asked.ric_service_report_load_request,
        asked.ric_service_insert_load_request,
        asked.ric_service_control_load_request,
        asked.ric_service_policy_load_request,
        asked.ric_service_query_load_request,
    )


def _subscription_load(item: RICsubscriptionLoadRequest_ItemIE) -> RICsubscriptionLoadConfirm_ItemIE:
    actions = present(item.ric_action_load_request_list, "ric_action_id")
    return RICsubscriptionLoadConfirm_ItemIE(
        ric_request_id=item.ric_request_id,
        ric_subscription_load_confirm=item.ric_subscription_load_request,
        ric_action_load_confirm_list=tuple(RICactionLoadConfirm_Item(each.ric_action_id, "true") for each in actions)
        or None,
    )


def state_control(request: RICsubscriptionStateControlRequest, circumstances: Circumstances) -> Message | None:
    """RIC Subscription State Control (8.2.10): done for the subscriptions that stand; the others are left out."""
    if request.ric_request_id is None:
        return None
    asked = present(request.ran_function_state_control_list, "ran_function_id")
    done = tuple(item for item in (_state(each, circumstances) for each in asked) if item is not None)
    if not done:
        return circumstances.refuse(request, "request-id-unknown")
    return RICsubscriptionStateControlResponse(request.ric_request_id, done)


def _state(item: RANfunctionStateControl_Item, circumstances: Circumstances) -> RANfunctionStateConfirm_Item | None:
    suspended = _standing(item.ric_subscription_to_be_suspended_list, item.ran_function_id, circumstances)
    resumed = _standing(item.ric_subscription_to_be_resumed_list, item.ran_function_id, circumstances)
    if not (suspended or resumed):
        return None
    return RANfunctionStateConfirm_Item(item.ran_function_id, suspended or None, resumed or None)


def _standing(
    items: Iterable[Any] | None, function_id: int, circumstances: Circumstances
) -> tuple[RICsubscriptionList_Item, ...]:
    """Those whose subscription stands, and belongs to the function."""
    if circumstances.engine is None:
        return present(items, "ric_request_id")
    return tuple(
        item
        for item in present(items, "ric_request_id")
        if (subscription := circumstances.standing(item.ric_request_id)) is not None
        and subscription.ran_function_id == function_id
    )

"""Stimuli that start RIC functional procedures: subscribe, modify, delete, control, query, audit (E2AP 8.2)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.errors import HarnessError
from oran_harness.peers.near_rt_ric import rc_requests, subscription_content
from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.node_functions import NodeFunction, find_function
from oran_harness.peers.near_rt_ric.order import Order
from oran_harness.peers.near_rt_ric.pending import MOST, Held
from oran_harness.peers.near_rt_ric.subscription_content import content_of
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m

SUBSCRIBE = subscription_content.ARGUMENTS
_CHANGES = ("request", "trigger", "add", "remove", "change")
MODIFY = (*_CHANGES, *SUBSCRIBE)
DELETE = ("node", "wait", "request")
CONTROL = rc_requests.CONTROL_ARGUMENTS
QUERY = rc_requests.QUERY_ARGUMENTS
AUDIT = ("node", "wait", "list", "listed_records_only")
_DELETE = 9
_EXECUTION_ORDER = 0
_LONGEST_PERIOD = 4_294_967_295


def subscribe(order: Order) -> None:
    """RIC Subscription (8.2.1) of what the arguments describe: KPM report style 1 without any."""
    session = order.session
    content = content_of(order.arguments, session.functions, session.node, session.config)
    name = order.request_id()
    if len(session.subscriptions) >= MOST:
        raise Unfit(f"the node has {MOST} subscriptions, which is all that this RIC keeps")
    details = e.RICsubscriptionDetails(content.trigger, content.actions)
    request = m.RICsubscriptionRequest(name, content.function_id, details)
    actions = tuple(item.ric_action_id for item in content.actions)
    held = Held(name, content.function_id, order.arguments.given, actions)
    session.subscriptions[name] = held
    try:
        order.start(request, "TRICEVENTcreate", session.config.timers.event_create, actions=list(actions))
    except Unfit:
        del session.subscriptions[name]
        raise


def modify(order: Order) -> None:
    """RIC Subscription Modification (8.2.5, since E2AP 3): of the latest subscription, unless ``request`` names one.

    ``add`` is how many actions are added, ``remove`` and ``change`` are lists of Action IDs; ``trigger`` is whether the
    event trigger changes, as it does when nothing else is asked for. All other arguments are those of ``subscribe``,
    and hold for what is new; a trigger of KPM has twice the period unless ``period_ms`` says otherwise.
    """
    order.need(14, "RIC Subscription Modification")
    held = subscription_meant(order, active=True)
    arguments, session = order.arguments, order.session
    added = arguments.integer("add", 0, 0, subscription_content.MOST_ACTIONS)
    removed, changed = arguments.integers("remove", 255), arguments.integers("change", 255)
    trigger = arguments.flag("trigger", not (added or removed or changed))
    asked = {name: value for name, value in arguments.given.items() if name not in _CHANGES}
    merged = Arguments({**_as_asked(held), **asked, "function": held.function_id})
    if trigger and "period_ms" not in arguments and merged.word("service_model", "kpm") == "kpm":
        merged.given["period_ms"] = min(2 * merged.integer("period_ms", 1000, 1), _LONGEST_PERIOD)
    content = content_of(merged, session.functions, session.node, session.config)
    first = max((*held.actions, *held.admitted), default=0) + 1
    request = m.RICsubscriptionModificationRequest(
        ric_request_id=held.request_id,
        ran_function_id=held.function_id,
        ric_event_trigger_definition_to_be_modified=content.trigger if trigger else None,
        ric_actions_to_be_removed_for_modification_list=tuple(
            e.RICaction_ToBeRemovedForModification_Item(each) for each in removed
        )
        or None,
        ric_actions_to_be_modified_for_modification_list=tuple(
            e.RICaction_ToBeModifiedForModification_Item(each, content.definition) for each in changed
        )
        or None,
        ric_actions_to_be_added_for_modification_list=tuple(
            e.RICaction_ToBeAddedForModification_Item(
                each, content.service, content.definition, _EXECUTION_ORDER, content.subsequent
            )
            for each in range(first, first + added)
        )
        or None,
    )
    if (request.PROCEDURE_CODE, held.request_id) in session.pending:
        raise Unfit("a modification of this subscription is under way")
    order.start(request, "TRICEVENTmodify", session.config.timers.event_modify)


def _as_asked(held: Held) -> dict[str, Any]:
    return {name: value for name, value in held.arguments.items() if name not in ("node", "wait")}


def delete(order: Order) -> None:
    """RIC Subscription Delete (8.2.2) of the latest subscription, or of the one that ``request`` names."""
    held = subscription_meant(order)
    request = m.RICsubscriptionDeleteRequest(held.request_id, held.function_id)
    order.start(request, "TRICEVENTdelete", order.session.config.timers.event_delete)


def subscription_meant(order: Order, *, active: bool = False) -> Held:
    """The subscription that is meant: the latest that is not being deleted, or the one that ``request`` names."""
    session = order.session
    request_id = order.arguments.request_id("request")
    standing = [
        held
        for held in session.subscriptions.values()
        if request_id in (None, held.request_id)
        and (held.active or not active)
        and (_DELETE, held.request_id) not in session.pending
    ]
    if standing:
        return standing[-1]
    if request_id is not None:
        raise Unfit("there is no such subscription of ours, or it is not admitted yet, or being deleted")
    raise Unfit("there is no subscription; subscribe first")


def control(order: Order) -> None:
    """RIC Control (8.2.4) of E2SM-RC; ``ack`` is ``"ack"``, ``"noAck"`` or ``"absent"``.

    ``header`` and ``message`` in hex replace what would be built, ``call_process`` is a Call Process ID in hex.
    """
    arguments, session = order.arguments, order.session
    ack: Any = arguments.word("ack", "ack", ("ack", "noAck", "absent"))
    given = arguments.octets("header"), arguments.octets("message")
    function_id, built = _octets(order, given, rc_requests.control_content, with_node=True)
    request = m.RICcontrolRequest(
        ric_request_id=order.request_id(),
        ran_function_id=function_id,
        ric_call_process_id=arguments.octets("call_process"),
        ric_control_header=built[0],
        ric_control_message=built[1],
        ric_control_ack_request=None if ack == "absent" else ack,
    )
    if ack != "noAck":
        order.start(request, "TRICcontrol", session.config.timers.control)
        return
    # With NoAck no timer runs (8.2.4.2); an answer, if one comes, is a failure that nobody waits for.
    if not session.say(request, order.now):
        raise Unfit("the request cannot be written: a value in it does not fit")
    name = request.ric_request_id
    order.done({"message": request.NAME, "request_id": [name.ric_requestor_id, name.ric_instance_id]} if name else {})


def query(order: Order) -> None:
    """RIC Query (8.2.7, since E2AP 3) of E2SM-RC; ``header`` and ``definition`` in hex replace what would be built."""
    order.need(16, "RIC Query")
    given = order.arguments.octets("header"), order.arguments.octets("definition")
    function_id, built = _octets(order, given, rc_requests.query_content, with_node=False)
    request = m.RICqueryRequest(order.request_id(), function_id, *built)
    order.start(request, "TRICquery", order.session.config.timers.query)


def _octets(
    order: Order, given: Sequence[bytes | None], build: Any, *, with_node: bool
) -> tuple[int, tuple[bytes, bytes]]:
    """The function asked, and the two payloads: those that are given, else those that are built for it."""
    arguments, session = order.arguments, order.session
    function_id = arguments.integer("function", 0, 1, 4095) if "function" in arguments else None
    first, second = given
    if function_id is not None and first is not None and second is not None:
        return function_id, (first, second)
    if not session.config.takes("rc"):
        raise Unfit("this RIC has nothing to do with rc", "unsupported")
    function: NodeFunction = find_function(session.functions, "rc", session.edition, session.config.rc, function_id)
    if first is not None and second is not None:
        return function.offered.id, (first, second)
    try:
        built = build(arguments, function, session.node) if with_node else build(arguments, function)
    except HarnessError as error:
        raise Unfit(str(error)) from None
    return function.offered.id, (built[0] if first is None else first, built[1] if second is None else second)


def audit(order: Order) -> None:
    """RIC Subscription Audit (8.2.2B, since E2AP 5) of all our subscriptions; without a list if ``list`` is false."""
    order.need(17, "RIC Subscription Audit")
    listed = tuple(
        e.RICsubscriptionAudit_Item(held.request_id, held.function_id)
        for held in order.session.subscriptions.values()
        if held.active
    )
    only = order.arguments.flag("listed_records_only", False)
    request = m.RICsubscriptionAuditRequest(
        order.request_id(),
        e.RICsubscriptionAuditFlag("true") if only else None,
        (listed or None) if order.arguments.flag("list", True) else None,
    )
    order.start(request, "TRICEVENTcreate", order.session.config.timers.event_create)

"""RIC Service Update and RIC Service Query (E2AP 8.3.4, 8.3.4A)."""

from oran_harness.peers.e2_node import delete_required
from oran_harness.peers.e2_node.initiation import Begun, begin, wait
from oran_harness.peers.e2_node.node_function import NodeFunction, behaviour_for, radio_for
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.elements import RANfunction_Item, RANfunctionID_Item
from oran_harness.protocols.e2ap.messages import (
    RICserviceQuery,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
    RICserviceUpdateFailure,
)
from oran_harness.steps.offers import service_update

CODE = RICserviceUpdate.PROCEDURE_CODE
LARGEST_ID = 4095
CHANGES = ("add", "modify", "delete")


def query(turn: Turn, message: RICserviceQuery) -> None:
    """The RIC asks for what it does not know: all functions, or what differs from its list (8.3.4A.2).

    The Update takes the Query's Transaction ID where that is free: two documents disagree on whether it has to, and
    so both are content.
    """
    state = turn.state
    held = message.ran_functions_accepted
    known = None if held is None else {item.ran_function_id: item.ran_function_revision for item in held}

    def build(transaction_id: int | None) -> RICserviceUpdate:
        items = state.offer.functions
        if known is None:
            return service_update(state.offer, transaction_id, added=items)
        offered = {item.ran_function_id for item in items}
        return service_update(
            state.offer,
            transaction_id,
            added=[item for item in items if item.ran_function_id not in known],
            modified=[
                item for item in items if known.get(item.ran_function_id) not in (None, item.ran_function_revision)
            ],
            deleted=[RANfunctionID_Item(number, known[number]) for number in known if number not in offered],
        )

    begin(state, CODE, turn.now, build, link=turn.link.name, wanted_id=message.transaction_id)


def change(state: State, what: str, function_id: int | None, now: float) -> Begun:
    """Take a function into use, change it or take it out of use, and tell the RIC (8.3.4.1)."""
    if what == "add":
        return _add(state, function_id, now)
    if what not in CHANGES:
        return Begun(reason=f"there is no change {what!r}; choose one of {', '.join(CHANGES)}")
    known = list(state.functions)
    number = function_id if function_id is not None else known[0] if what == "modify" else known[-1]
    function = state.functions.get(number)
    if function is None:
        return Begun(reason=f"the node does not offer RAN function {number}")
    return _modify(state, function, now) if what == "modify" else _delete(state, function, now)


def _add(state: State, function_id: int | None, now: float) -> Begun:
    taken = state.functions
    number = function_id if function_id is not None else max(taken, default=0) + 1
    if not 0 < number <= LARGEST_ID or number in taken:
        return Begun(reason=f"{number} is no free RAN Function ID")
    model = next((each.behaviour.key for each in taken.values()), "kpm")
    radio = radio_for(state.config, state.base)
    function = NodeFunction(number, behaviour_for(model, state.config, radio))

    def build(transaction_id: int | None) -> RICserviceUpdate:
        state.functions[number] = function
        return service_update(state.offer, transaction_id, added=(function.item,))

    return begin(state, CODE, now, build)


def _modify(state: State, function: NodeFunction, now: float) -> Begun:
    function.behaviour.revise()
    return begin(state, CODE, now, lambda name: service_update(state.offer, name, modified=(function.revised,)))


def _delete(state: State, function: NodeFunction, now: float) -> Begun:
    if len(state.functions) == 1:
        return Begun(reason="the last RAN function stays")
    delete_required.of_function(state, function.id, "ran-function-id-invalid")
    return begin(state, CODE, now, lambda name: service_update(state.offer, name, deleted=(function.item,)))


def acknowledge(turn: Turn, message: RICserviceUpdateAcknowledge, request: OwnRequest) -> None:
    """The RIC accepts changes: those are in force; what it rejects stays as it was (8.3.4.2)."""
    state = turn.state
    sent = request.message
    assert isinstance(sent, RICserviceUpdate)
    rejected = {item.ran_function_id for item in message.ran_functions_rejected or ()}
    for item in (*(sent.ran_functions_added or ()), *(sent.ran_functions_modified or ())):
        if item.ran_function_id not in rejected:
            _settle(state, item)
    for gone in sent.ran_functions_deleted or ():
        if gone.ran_function_id not in rejected:
            _forget(state, gone.ran_function_id)
    _withdraw(state, sent)


def failure(turn: Turn, message: RICserviceUpdateFailure, request: OwnRequest) -> None:
    """The RIC refuses: both keep what they had; with a Time to Wait we try again after it (8.3.4.3)."""
    assert isinstance(request.message, RICserviceUpdate)
    _withdraw(turn.state, request.message)
    if wait(turn.state, CODE, message.time_to_wait, turn.now) and request.again is not None:
        request.again(request.attempts, turn.now)


def _settle(state: State, item: RANfunction_Item) -> None:
    """Both agree on a function as it was told."""
    function = state.functions.get(item.ran_function_id)
    if function is not None:
        function.item = item
        function.agreed = True


def _withdraw(state: State, sent: RICserviceUpdate) -> None:
    """Take functions back that were to be added and that nobody accepted."""
    for item in sent.ran_functions_added or ():
        function = state.functions.get(item.ran_function_id)
        if function is not None and not function.agreed:
            _forget(state, function.id)


def _forget(state: State, function_id: int) -> None:
    """A function is out of use; its subscriptions trigger no more, and stand until they are deleted."""
    function = state.functions.pop(function_id, None)
    if function is not None:
        function.behaviour.clear()
    for subscription in state.subscriptions.of(lambda each: each.function_id == function_id):
        subscription.ended = True

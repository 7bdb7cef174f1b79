"""RIC Subscription Modification Required (E2AP 8.2.6, since 3.00)."""

from dataclasses import replace

from oran_harness.peers.e2_node.initiation import Begun
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.subscription_table import NodeSubscription
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.peers.ran_functions import time_to_wait
from oran_harness.protocols.e2ap.elements import (
    RICaction_RequiredToBeModified_Item,
    RICaction_RequiredToBeRemoved_Item,
    RICtimeToWait,
)
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationRefuse,
    RICsubscriptionModificationRequired,
)

CODE = RICsubscriptionModificationRequired.PROCEDURE_CODE
NEW_TIME_TO_WAIT: RICtimeToWait = "w1s"


def start(state: State, subscription: NodeSubscription) -> Begun:
    """Ask the RIC to let an action go, the newest of several, or else to let an INSERT wait longer."""
    link = state.link_of(subscription)
    if link is None:
        return Begun(reason="no association carries the subscription")
    key = (subscription.request_id, CODE)
    if any((each.name, each.message.PROCEDURE_CODE) == key for each in state.requests):
        return Begun(reason="the same procedure still waits for its answer")
    actions = subscription.actions
    inserts = [each.id for each in actions.values() if each.type == "insert"]
    if len(actions) > 1:
        gone = RICaction_RequiredToBeRemoved_Item(max(actions), state.cause("function-resource-limit"))
        message = RICsubscriptionModificationRequired(subscription.request_id, subscription.function_id, None, (gone,))
    elif inserts:
        longer = RICaction_RequiredToBeModified_Item(inserts[-1], NEW_TIME_TO_WAIT)
        message = RICsubscriptionModificationRequired(subscription.request_id, subscription.function_id, (longer,))
    else:
        return Begun(reason="there is nothing to modify: it takes two actions, or one of type insert")
    state.request(link, message)
    return Begun(message=message)


def confirm(turn: Turn, message: RICsubscriptionModificationConfirm, request: OwnRequest) -> None:
    """The RIC confirms changes: those are made (8.2.6.2)."""
    state = turn.state
    subscription = state.subscriptions.get(message.ric_request_id)
    function = None if subscription is None else state.functions.get(subscription.function_id)
    if subscription is None or function is None:
        return
    actions = subscription.actions
    removed = [
        each.ric_action_id
        for each in message.ric_actions_confirmed_for_removal_list or ()
        if each.ric_action_id in actions
    ]
    seconds = time_to_wait(NEW_TIME_TO_WAIT)
    modified = [
        replace(actions[each.ric_action_id], time_to_wait_s=seconds)
        for each in message.ric_actions_confirmed_for_modification_list or ()
        if each.ric_action_id in actions
    ]
    if len(removed) == len(actions):
        # Nobody asked for that, and a subscription without actions is none.
        return
    function.behaviour.modify(subscription.request_id, turn.now, modified=modified, removed=removed)
    for number in removed:
        del actions[number]
    actions.update({each.id: each for each in modified})


def refuse(turn: Turn, message: RICsubscriptionModificationRefuse, request: OwnRequest) -> None:
    """The RIC refuses: the subscription stays as it is (8.2.6.3)."""

"""RIC Indication (E2AP 8.2.3)."""

from collections.abc import Iterable

from oran_harness.peers.e2_node.state import State
from oran_harness.peers.ran_functions import Indication
from oran_harness.protocols.e2ap.messages import RICindication


def due(state: State, now: float) -> None:
    """Send what the functions have to tell by now."""
    for function in tuple(state.functions.values()):
        wanted = function.behaviour.wakes_at
        if wanted is not None and wanted <= now:
            send(state, function.behaviour.indications(now), now)


def next_due(state: State) -> float | None:
    """When a function has something to tell next."""
    times = (function.behaviour.wakes_at for function in state.functions.values())
    return min((each for each in times if each is not None), default=None)


def send(state: State, indications: Iterable[Indication], now: float) -> int:
    """Send indications of subscriptions whose trigger is enabled; gives how many."""
    sent = 0
    for each in indications:
        subscription = state.subscriptions.get(each.request_id)
        if subscription is None or not subscription.triggers(now) or state.quiet:
            continue
        link = state.link_of(subscription)
        if link is None or each.action_id not in subscription.actions:
            continue
        if each.action_id in subscription.suspended_actions:
            continue
        state.say(
            link,
            RICindication(
                ric_request_id=each.request_id,
                ran_function_id=subscription.function_id,
                ric_action_id=each.action_id,
                ric_indication_sn=each.sn,
                ric_indication_type=each.type,
                ric_indication_header=each.header,
                ric_indication_message=each.message,
                ric_call_process_id=each.call_process_id,
            ),
        )
        sent += 1
    return sent

"""RIC Subscription Delete Required (E2AP 8.2.2A, since 2.03)."""

from collections.abc import Iterable

from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.subscription_table import NodeSubscription
from oran_harness.protocols.e2ap.elements import RICsubscription_withCause_Item
from oran_harness.protocols.e2ap.messages import RICsubscriptionDeleteRequired

CODE = RICsubscriptionDeleteRequired.PROCEDURE_CODE


def of_function(state: State, function_id: int, why: str) -> None:
    """Ask the RIC to delete all subscriptions of a function."""
    ask(state, state.subscriptions.of(lambda each: each.function_id == function_id), why)


def ask(state: State, subscriptions: Iterable[NodeSubscription], why: str) -> None:
    """Ask the RIC to delete subscriptions, which stand until it does; ``why`` as ``steps.causes.cause`` takes it.

    Each goes on the association that carries it. E2AP 1.01 has no such message.
    """
    if not state.has(CODE):
        return
    items: dict[str, list[RICsubscription_withCause_Item]] = {}
    for each in subscriptions:
        link = state.link_of(each)
        if link is not None:
            item = RICsubscription_withCause_Item(each.request_id, each.function_id, state.cause(why))
            items.setdefault(link.name, []).append(item)
    for name, listed in items.items():
        state.say(state.links[name], RICsubscriptionDeleteRequired(tuple(listed)))

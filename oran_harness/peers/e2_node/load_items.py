"""What a RIC asks to be told about loads, and what the node tells (E2AP 9.1.1.23 to 9.1.1.26)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from oran_harness.peers.e2_node.state import State
from oran_harness.protocols.e2ap import elements as e

_SERVICES = ("report", "insert", "control", "policy", "query")
_A_SUBSCRIPTION = 10
_AN_ACTION = 5
_FULL = 100
_OVERLOAD = 90


@dataclass(frozen=True, slots=True)
class LoadItem:
    """What is asked about one RAN function: the function itself, its services by name, and subscriptions.

    ``subscriptions`` has, for each, whether its own load is asked for, and the actions whose loads are.
    """

    function: bool = False
    services: frozenset[str] = frozenset()
    subscriptions: Mapping[e.RICrequestID, tuple[bool, tuple[int, ...]]] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.function or self.services or self.subscriptions)


Items = Mapping[int, LoadItem]
"""What is asked, by RAN Function ID."""


def grantable(state: State, asked: Iterable[e.RANfunctionLoadRequest_Item] | None) -> Items:
    """What the node can tell of what is asked: of functions that it offers, and of subscriptions that stand."""
    found = {}
    for item in asked or ():
        if item.ran_function_id not in state.functions:
            continue
        services = item.ric_service_load_request
        names = () if services is None else (each for each in _SERVICES if getattr(services, _named(each, "request")))
        granted = LoadItem(item.ran_function_load_request is not None, frozenset(names), _subscriptions(state, item))
        if not granted.empty:
            found[item.ran_function_id] = granted
    return found


def _subscriptions(
    state: State, item: e.RANfunctionLoadRequest_Item
) -> dict[e.RICrequestID, tuple[bool, tuple[int, ...]]]:
    found = {}
    for each in item.ric_subscription_load_request_list or ():
        held = state.subscriptions.get(each.ric_request_id)
        if held is None or held.function_id != item.ran_function_id:
            continue
        named = tuple(action.ric_action_id for action in each.ric_action_load_request_list or ())
        actions = tuple(number for number in named if number in held.actions)
        if each.ric_subscription_load_request is not None or actions:
            found[each.ric_request_id] = (each.ric_subscription_load_request is not None, actions)
    return found


def merged(before: Items, more: Items) -> Items:
    """Both together."""
    both = dict(before)
    for number, item in more.items():
        old = both.get(number, LoadItem())
        both[number] = LoadItem(
            old.function or item.function,
            old.services | item.services,
            {**old.subscriptions, **item.subscriptions},
        )
    return both


def confirmation(items: Items) -> tuple[e.RANfunctionLoadConfirm_Item, ...]:
    """What the node says that it will tell."""
    return tuple(
        e.RANfunctionLoadConfirm_Item(
            number,
            "true" if item.function else None,
            _of_services(e.RICserviceLoadConfirm, "confirm", item.services, "true"),
            tuple(
                e.RICsubscriptionLoadConfirm_ItemIE(
                    name,
                    "true" if whole else None,
                    tuple(e.RICactionLoadConfirm_Item(action, "true") for action in actions) or None,
                )
                for name, (whole, actions) in item.subscriptions.items()
            )
            or None,
        )
        for number, item in items.items()
    )


def information(state: State, items: Items) -> tuple[e.RANfunctionLoad_Item, ...]:
    """The loads as they are now: each subscription takes a part of what the node can do."""
    return tuple(
        e.RANfunctionLoad_Item(
            number,
            _load(_A_SUBSCRIPTION * _standing(state, number)) if item.function else None,
            _of_services(e.RICserviceLoadInformation, "information", item.services, _load(_standing(state, number))),
            tuple(_of_subscription(state, name, *each) for name, each in item.subscriptions.items()) or None,
        )
        for number, item in items.items()
    )


def _of_subscription(
    state: State, name: e.RICrequestID, whole: bool, actions: tuple[int, ...]
) -> e.RICsubscriptionLoad_ItemIE:
    """Of one that is gone meanwhile there is no load."""
    held = state.subscriptions.get(name)
    standing = 0 if held is None else len(held.actions)
    each = tuple(e.RICactionLoad_Item(action, _load(_AN_ACTION if standing else 0)) for action in actions)
    return e.RICsubscriptionLoad_ItemIE(name, _load(_AN_ACTION * standing) if whole else None, each or None)


def _standing(state: State, function_id: int) -> int:
    return sum(each.function_id == function_id for each in state.subscriptions)


def _load(estimate: int) -> e.RICloadInformation:
    return e.RICloadInformation("overload" if estimate >= _OVERLOAD else "notoverload", min(estimate, _FULL))


def _named(service: str, what: str) -> str:
    return f"ric_service_{service}_load_{what}"


def _of_services(kind: Any, what: str, names: frozenset[str], value: Any) -> Any:
    """An element with a value for each of these services; None without any."""
    if not names:
        return None
    wanted = {_named(each, what) for each in names}
    return kind(**{each.name: value for each in fields(kind) if each.name in wanted})

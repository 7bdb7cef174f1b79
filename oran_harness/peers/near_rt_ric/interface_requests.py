"""Stimuli about the interface itself: reset, service-query, connection-update, remove, close (E2AP 8.3)."""

from typing import Any

from oran_harness.peers.near_rt_ric.arguments import Unfit
from oran_harness.peers.near_rt_ric.node_functions import usable
from oran_harness.peers.near_rt_ric.order import Order
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.causes import CAUSES, cause
from oran_harness.steps.transport_layer import tnl_of

RESET = ("node", "wait", "cause")
SERVICE_QUERY = ("node", "wait", "list")
CONNECTION_UPDATE = ("node", "wait", "address", "change", "usage")
REMOVE = ("node", "wait")
CLOSE = ("node", "wait", "how")


def reset(order: Order) -> None:
    """Reset (8.3.2): all subscriptions are gone from now on, and what is under way about them (8.3.2.2)."""
    session = order.session
    name = order.transaction_id(3)
    why = order.arguments.word("cause", "misc/unspecified", CAUSES)
    session.release("our own Reset ended it")
    request = m.ResetRequest(name, cause(why, session.edition))
    order.start(request, "Reset", session.config.timers.other)


def service_query(order: Order) -> None:
    """RIC Service Query (8.3.4A), with the list of functions that are accepted unless ``list`` is false.

    It has no answer: a RIC Service Update follows, which is a procedure of its own.
    """
    session = order.session
    name = order.transaction_id(6)
    accepted = tuple(e.RANfunctionID_Item(each.id, each.revision) for each in usable(session.functions).values())
    listed = accepted if order.arguments.flag("list", True) else ()
    session.say(m.RICserviceQuery(name, listed or None), order.now)
    order.done({"message": "RICserviceQuery", "transaction_id": name, "listed": len(listed)})


def connection_update(order: Order) -> None:
    """E2 Connection Update (8.3.6) about the association to ``address``, HOST or HOST:PORT or a URI of them.

    ``change`` is ``"add"``, ``"modify"``, ``"remove"``, or ``"none"`` for an update that changes nothing.
    """
    session = order.session
    address = order.arguments.word("address", session.config.further_address)
    change = order.arguments.word("change", "add", ("add", "modify", "remove", "none"))
    usage: Any = order.arguments.word("usage", "both", ("both", "ric-service", "support-function"))
    information = _tnl_information(address)
    item = (e.E2connectionUpdate_Item(information, usage),)
    request = m.E2connectionUpdate(
        transaction_id=order.transaction_id(11),
        e2_connection_update_add=item if change == "add" else None,
        e2_connection_update_remove=(e.E2connectionUpdateRemove_Item(information),) if change == "remove" else None,
        e2_connection_update_modify=item if change == "modify" else None,
    )
    order.start(request, "E2connectionUpdate", session.config.timers.other, address=address)


def remove(order: Order) -> None:
    """E2 Removal (8.3.7, since E2AP 2): once the node agrees, the RIC closes the association."""
    order.need(13, "E2 Removal")
    request = m.E2RemovalRequest(order.transaction_id(13))
    order.start(request, "E2removal", order.session.config.timers.other)


def close(order: Order) -> None:
    """End the association, by ``how``: ``"shutdown"`` or ``"abort"``."""
    how = order.arguments.word("how", "shutdown", ("shutdown", "abort"))
    order.session.end(how)
    order.done({"how": how})


def _tnl_information(address: str) -> e.TNLinformation:
    """What an address is in E2AP; names are not looked up, so ``Unfit`` is raised for them."""
    information = tnl_of(address if "://" in address else f"sctp://{address}")
    if information is None:
        raise Unfit(f"{address[:80]!r} is no IP address with or without a port, as 192.0.2.1:36421 or [::1]:36421")
    return information

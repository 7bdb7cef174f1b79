"""Stimuli about the loads of a node, and what the RIC keeps of them (E2AP 8.2.8, 8.2.9, since 7.00)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from oran_harness.peers.near_rt_ric.arguments import Unfit
from oran_harness.peers.near_rt_ric.node_functions import usable
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m

if TYPE_CHECKING:
    from oran_harness.peers.near_rt_ric.order import Order
    from oran_harness.peers.near_rt_ric.session import Session

LOAD_STATUS = ("node", "wait", "change", "function", "subscriptions", "period_ms", "measurement")
_PERIODS = (500, 1000, 2000, 5000, 10000)
_CODE = m.RICserviceLoadStatusRequest.PROCEDURE_CODE


@dataclass(slots=True)
class Load:
    """Load reports that the node has confirmed, by the two measurement ids; ``updates`` counts those that came."""

    ric_id: int
    node_id: int | None
    functions: tuple[int, ...]
    updates: int = 0


def load_status(order: "Order") -> None:
    """RIC Service Load Status (8.2.8): ``change`` is ``"start"``, ``"add"`` or ``"stop"``.

    Asked for are the loads of all functions, or of ``function``, with ``subscriptions`` those of our subscriptions too,
    every ``period_ms`` (500, 1000, 2000, 5000 or 10000). What is added to or stopped is the latest that runs, unless
    ``measurement`` names another by its RIC Load Measurement ID.
    """
    order.need(_CODE, "RIC Service Load Status")
    session, arguments = order.session, order.arguments
    change: Any = arguments.word("change", "start", ("start", "add", "stop"))
    period = arguments.integer("period_ms", 1000)
    if period not in _PERIODS:
        raise Unfit(f"period_ms must be one of {', '.join(map(str, _PERIODS))}")
    running = None if change == "start" else _running(order)
    ric_id = _new_id(session) if running is None else running.ric_id
    if (_CODE, ric_id) in session.pending:
        raise Unfit("a Load Status request about this measurement is under way")
    every: Any = f"ms{period}"
    request = m.RICserviceLoadStatusRequest(
        ric_id,
        None if running is None else running.node_id,
        change,
        None if change == "stop" else _wanted(order),
        None if change == "stop" else every,
    )
    order.start(request, "RICserviceLoadStatus", session.config.timers.other, measurement=ric_id)


def _new_id(session: "Session") -> int:
    name = session.shared.ids.measurement_id(lambda each: each in session.loads or (_CODE, each) in session.pending)
    if name is None:
        raise Unfit("no Load Measurement ID is free")
    return name


def _running(order: "Order") -> Load:
    loads = order.session.loads
    named = order.arguments.integer("measurement", 0, 1, 4095) if "measurement" in order.arguments else None
    found = loads.get(named) if named is not None else next(reversed(loads.values()), None)
    if found is None:
        raise Unfit("no such load reports run; start them first")
    return found


def _wanted(order: "Order") -> tuple[e.RANfunctionLoadRequest_Item, ...]:
    """The load of each function, and of each of our subscriptions to it."""
    session, arguments = order.session, order.arguments
    one = arguments.integer("function", 0, 1, 4095) if "function" in arguments else None
    functions = (one,) if one is not None else tuple(usable(session.functions))
    if not functions:
        raise Unfit("the node offers no RAN function")
    subscriptions = arguments.flag("subscriptions", False)
    return tuple(
        e.RANfunctionLoadRequest_Item(
            number,
            "true",
            None,
            tuple(
                e.RICsubscriptionLoadRequest_ItemIE(held.request_id, "true")
                for held in session.subscriptions.values()
                if subscriptions and held.active and held.function_id == number
            )
            or None,
        )
        for number in functions
    )


def confirmed(
    session: "Session", request: m.RICserviceLoadStatusRequest, response: m.RICserviceLoadStatusResponse
) -> None:
    """The node reports from now on, reports more, or has stopped."""
    name = request.ric_load_measurement_id
    if name is None:
        return
    if request.registration_request == "stop":
        session.loads.pop(name, None)
        return
    functions = tuple(item.ran_function_id for item in response.ran_function_load_confirm_list or ())
    before = session.loads.get(name)
    if request.registration_request == "add" and before is not None:
        before.functions = tuple(dict.fromkeys((*before.functions, *functions)))
        return
    session.loads[name] = Load(name, response.e2_node_load_measurement_id, functions)


def reported(session: "Session", message: m.RICserviceLoadUpdate) -> None:
    """Count an update; one of reports that do not run is dropped, as the text says nothing of it (8.2.9)."""
    load = session.loads.get(message.ric_load_measurement_id or 0)
    if load is not None:
        load.updates += 1

"""What the RIC does of its own accord when someone asks for it, by the name of the stimulus."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.peers.near_rt_ric import interface_requests, load, service_requests, state_control
from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.order import Order
from oran_harness.peers.near_rt_ric.session import Session


@dataclass(frozen=True, slots=True)
class StimulusRow:
    """One stimulus: what carries it out, and the arguments that it takes."""

    perform: Callable[[Order], None]
    arguments: Sequence[str]


STIMULI: Mapping[str, StimulusRow] = {
    "subscribe": StimulusRow(service_requests.subscribe, service_requests.SUBSCRIBE),
    "modify": StimulusRow(service_requests.modify, service_requests.MODIFY),
    "delete": StimulusRow(service_requests.delete, service_requests.DELETE),
    "control": StimulusRow(service_requests.control, service_requests.CONTROL),
    "query": StimulusRow(service_requests.query, service_requests.QUERY),
    "audit": StimulusRow(service_requests.audit, service_requests.AUDIT),
    "load-status": StimulusRow(load.load_status, load.LOAD_STATUS),
    "state-control": StimulusRow(state_control.state_control, state_control.STATE_CONTROL),
    "reset": StimulusRow(interface_requests.reset, interface_requests.RESET),
    "service-query": StimulusRow(interface_requests.service_query, interface_requests.SERVICE_QUERY),
    "connection-update": StimulusRow(interface_requests.connection_update, interface_requests.CONNECTION_UPDATE),
    "remove": StimulusRow(interface_requests.remove, interface_requests.REMOVE),
    "close": StimulusRow(interface_requests.close, interface_requests.CLOSE),
}
"""All stimuli that are about one node, by name. Each takes ``node``: the number of an association, or its name."""


def perform(session: Session, name: str, given: Mapping[str, Any], now: float, ticket: int | None) -> None:
    """Carry out a stimulus on an association; ``session`` gets the messages, and the answer to the ticket.

    The answer comes at once, with the ids of what was started, or with the outcome if ``wait`` is given as true.
    """
    row = STIMULI[name]
    try:
        arguments = Arguments(given)
        arguments.refuse_unknown(row.arguments)
        order = Order(session, arguments, now, ticket, arguments.flag("wait", False))
        row.perform(order)
    except Unfit as unfit:
        session.answer(ticket, unfit.status, {"reason": str(unfit)})


def choose(sessions: Sequence[Session], given: Mapping[str, Any]) -> Session:
    """The association that a stimulus is about: the newest whose node is up, or the one that ``node`` names.

    Raises ``Unfit`` if there is none.
    """
    wanted = given.get("node")
    up = [session for session in sessions if session.is_up]
    if wanted is None:
        first = [session for session in up if session.joined is None]
        if not up:
            raise Unfit("no E2 node is set up")
        return (first or up)[-1]
    for session in sessions:
        if wanted in (session.name, session.number) and not isinstance(wanted, bool):
            return session
    names = ", ".join(f"{session.number} ({session.name})" for session in sessions[:8])
    raise Unfit(f"there is no node {str(wanted)[:40]!r}; there are {names or 'none'}")

"""What comes of the RIC's own requests: answers of the node."""

from typing import TYPE_CHECKING, Any

from oran_harness.peers.near_rt_ric import load
from oran_harness.peers.near_rt_ric.answering import cause_name
from oran_harness.peers.near_rt_ric.pending import Pending, key_of
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message

if TYPE_CHECKING:
    from oran_harness.peers.near_rt_ric.session import Session


def take(session: "Session", message: Message, now: float) -> None:
    """An answer: it ends the run that it belongs to; without such a run it is ignored (8.2.1.3, 36.413 10.4)."""
    pending = session.pending.pop(key_of(message), None)
    if pending is None:
        return
    if message.OUTCOME == "successfulOutcome":
        _succeeded(session, pending, message)
    else:
        _failed(session, pending)
    details: dict[str, Any] = {**pending.details, "outcome": message.NAME, **_told(message)}
    session.answer(pending.ticket, "done", details)


def take_broken(session: "Session", message: Message, now: float) -> None:
    """An answer that breaks the protocol counts as an unsuccessful one (36.413 10.3)."""
    pending = session.pending.pop(key_of(message), None)
    if pending is not None:
        _failed(session, pending)
        details = {**pending.details, "outcome": f"broken {message.NAME}"}
        session.answer(pending.ticket, "done", details)


def _succeeded(session: "Session", pending: Pending, message: Message) -> None:
    request = pending.request
    name = getattr(request, "ric_request_id", None)
    held = session.subscriptions.get(name) if name is not None else None
    if isinstance(message, m.RICsubscriptionResponse) and held is not None:
        admitted = present(message.ric_actions_admitted, "ric_action_id")
        held.active = True
        held.admitted = tuple(item.ric_action_id for item in admitted)
    elif isinstance(message, m.RICsubscriptionDeleteResponse) and name is not None:
        session.subscriptions.pop(name, None)
    elif isinstance(message, m.RICsubscriptionModificationResponse) and held is not None:
        removed = present(message.ric_actions_removed_for_modification_list, "ric_action_id")
        added = present(message.ric_actions_added_for_modification_list, "ric_action_id")
        gone = {item.ric_action_id for item in removed}
        stay = (each for each in held.admitted if each not in gone)
        held.admitted = tuple(dict.fromkeys((*stay, *(item.ric_action_id for item in added))))
        held.actions = tuple(dict.fromkeys((*held.actions, *held.admitted)))
    elif isinstance(message, m.RICserviceLoadStatusResponse) and isinstance(request, m.RICserviceLoadStatusRequest):
        load.confirmed(session, request, message)
    elif isinstance(message, m.RICsubscriptionStateControlResponse):
        _change_state(session, message)
    elif isinstance(message, m.E2RemovalResponse):
        # The RIC may close the association, and does; it releases what it had (8.3.7.2).
        session.release("the RIC removed the E2 interface")
        session.end()


def _change_state(session: "Session", response: m.RICsubscriptionStateControlResponse) -> None:
    """The node has suspended, or resumed, what it lists."""
    for function in present(response.ran_function_state_confirm_list):
        for listed, suspended in (
            (function.ric_subscription_suspended_list, True),
            (function.ric_subscription_resumed_list, False),
        ):
            for item in present(listed, "ric_request_id"):
                held = session.subscriptions.get(item.ric_request_id)
                if held is not None and (item.ric_action_list is None or not suspended):
                    held.suspended = suspended


def _failed(session: "Session", pending: Pending) -> None:
    """A refused subscription is gone; so is one whose deletion is refused, for the node does not know it."""
    gone = isinstance(pending.request, m.RICsubscriptionRequest | m.RICsubscriptionDeleteRequest)
    name = getattr(pending.request, "ric_request_id", None)
    if gone and name is not None:
        session.subscriptions.pop(name, None)


def _told(message: Message) -> dict[str, Any]:
    """What an answer says that whoever asked may want to know."""
    told: dict[str, Any] = {}
    if getattr(message, "cause", None) is not None:
        told["cause"] = cause_name(message.cause)  # type: ignore[attr-defined]
    if isinstance(message, m.RICsubscriptionResponse):
        admitted = present(message.ric_actions_admitted, "ric_action_id")
        refused = present(message.ric_actions_not_admitted, "ric_action_id")
        told["admitted"] = [item.ric_action_id for item in admitted]
        told["not_admitted"] = [item.ric_action_id for item in refused]
    return told

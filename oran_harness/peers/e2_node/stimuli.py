"""What someone at the node may ask it to do."""

from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.peers.actor import Answer, Stimulus
from oran_harness.peers.e2_node import (
    assistance,
    configuration_update,
    delete_required,
    indication,
    modification_required,
    removal,
    reset,
    service_update,
)
from oran_harness.peers.e2_node.initiation import Begun
from oran_harness.peers.e2_node.link import LinkState
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.subscription_table import NodeSubscription
from oran_harness.protocols.e2ap.elements import RICrequestID

_Arguments = Mapping[str, Any]
_Details = dict[str, Any]
_Done = tuple[str, _Details]
_Do = Callable[[State, _Arguments, float], _Done]
_LARGEST_HALF = 65535


def stimulate(state: State, stimulus: Stimulus, now: float) -> Answer:
    """Do what is asked, and say what came of it; a procedure counts as done when its first message is out."""
    do = STIMULI.get(stimulus.name)
    if do is None:
        known = ", ".join(sorted((*STIMULI, *OF_RICS)))
        return Answer(stimulus.ticket, "unsupported", {"reason": f"this node knows {known}"})
    code = _CODES.get(stimulus.name)
    if code is not None and not state.has(code):
        return Answer(stimulus.ticket, "unsupported", {"reason": f"E2AP {state.edition} has no such procedure"})
    status, details = do(state, stimulus.arguments, now)
    return Answer(stimulus.ticket, status, details)


def _service_update(state: State, arguments: _Arguments, now: float) -> _Done:
    function_id = arguments.get("function")
    if function_id is not None and type(function_id) is not int:
        return _failed("function has to be a RAN Function ID")
    return _begun(service_update.change(state, _text(arguments, "change", "modify"), function_id, now))


def _configuration_update(state: State, arguments: _Arguments, now: float) -> _Done:
    what = _text(arguments, "change", "update")
    if what == "remove" and state.first_edition:
        return "unsupported", {"reason": "E2AP 1.01 cannot tell that a component is gone"}
    return _begun(configuration_update.change(state, what, now))


def _connection_remove(state: State, arguments: _Arguments, now: float) -> _Done:
    if state.first_edition:
        return "unsupported", {"reason": "E2AP 1.01 cannot tell that an association is removed"}
    return _begun(configuration_update.let_go(state, now))


def _reset(state: State, arguments: _Arguments, now: float) -> _Done:
    return _begun(reset.start(state, now))


def _remove(state: State, arguments: _Arguments, now: float) -> _Done:
    return _begun(removal.start(state, now))


def _delete_required(state: State, arguments: _Arguments, now: float) -> _Done:
    subscription = _subscription(state, arguments)
    if isinstance(subscription, str):
        return _failed(subscription)
    if state.link_of(subscription) is None:
        return _failed("no association is set up")
    delete_required.ask(state, (subscription,), "function-resource-limit")
    return "done", _named(subscription)


def _modification_required(state: State, arguments: _Arguments, now: float) -> _Done:
    subscription = _subscription(state, arguments)
    if isinstance(subscription, str):
        return _failed(subscription)
    status, details = _begun(modification_required.start(state, subscription))
    return status, details | (_named(subscription) if status == "done" else {})


def _report(state: State, arguments: _Arguments, now: float) -> _Done:
    return _indicate(state, now, "report")


def _insert(state: State, arguments: _Arguments, now: float) -> _Done:
    return _indicate(state, now, "insert")


def _indicate(state: State, now: float, kind: str) -> _Done:
    sent = 0
    for function in state.functions.values():
        behaviour = function.behaviour
        found = behaviour.report_now(now) if kind == "report" else behaviour.insert_now(now)
        sent += indication.send(state, found, now)
    return ("done", {"indications": sent}) if sent else _failed(f"no subscription has a {kind} action that may fire")


def _assistance(state: State, arguments: _Arguments, now: float) -> _Done:
    octets = [_octets(arguments, name) for name in ("header", "message")]
    updates, limit = arguments.get("updates", False), arguments.get("number")
    fits = limit is None or (type(limit) is int and 0 <= limit <= _LARGEST_HALF)
    if None in octets or not isinstance(updates, bool) or not fits:
        return _failed("header and message are octets in hex, updates true or false, number from 0 to 65535")
    begun = assistance.start(
        state, header=octets[0] or b"", message=octets[1] or b"", updates=updates or limit is not None, limit=limit
    )
    return _named_by(begun)


def _assistance_halt(state: State, arguments: _Arguments, now: float) -> _Done:
    named = _request_id(arguments)
    return _failed(named) if isinstance(named, str) else _named_by(assistance.halt(state, named))


def _named_by(begun: Begun) -> _Done:
    """What was begun, with the RIC Request ID that the node gave it."""
    status, details = _begun(begun)
    name: RICrequestID | None = getattr(begun.message, "ric_request_id", None)
    return status, details if name is None else details | {"request_id": [name.ric_requestor_id, name.ric_instance_id]}


def _ue_release(state: State, arguments: _Arguments, now: float) -> _Done:
    """A UE of the radio network leaves: the one of that number, or the first that is there."""
    asked = arguments.get("ue")
    for function in state.functions.values():
        radio = getattr(function.behaviour, "radio", None)
        found = [each for each in radio.ues(now) if asked in (None, each.number)] if radio is not None else []
        if radio is not None and found:
            radio.release(found[0], now)
            return "done", {"ue": found[0].number}
    return _failed("no such UE is there")


def _close(state: State, arguments: _Arguments, now: float) -> _Done:
    how = _text(arguments, "how", "shutdown")
    if how not in ("shutdown", "abort"):
        return _failed("how has to be shutdown or abort")
    up = [link for link in state.links.values() if link.state is not LinkState.OPENING]
    for link in up:
        state.end(link, how)
    return "done", {"associations": len(up)}


STIMULI: Mapping[str, _Do] = {
    "assistance": _assistance,
    "assistance-halt": _assistance_halt,
    "close": _close,
    "configuration-update": _configuration_update,
    "connection-remove": _connection_remove,
    "delete-required": _delete_required,
    "insert": _insert,
    "modification-required": _modification_required,
    "remove": _remove,
    "report": _report,
    "reset": _reset,
    "service-update": _service_update,
    "ue-release": _ue_release,
}
"""What each stimulus does."""

OF_RICS = ("connect", "disconnect")
"""Those that are about the node's near-RT RICs, and not about one of them."""

_CODES = {
    "assistance": assistance.CODE,
    "assistance-halt": assistance.CODE,
    "delete-required": delete_required.CODE,
    "modification-required": modification_required.CODE,
    "remove": removal.CODE,
}


def _begun(begun: Begun) -> _Done:
    if begun.reason is not None:
        return _failed(begun.reason)
    if begun.message is None:
        return "done", {"later": begun.later}
    transaction_id = getattr(begun.message, "transaction_id", None)
    details = {"message": begun.message.NAME}
    return "done", details if transaction_id is None else details | {"transaction_id": transaction_id}


def _failed(reason: str) -> _Done:
    return "failed", {"reason": reason}


def _text(arguments: _Arguments, name: str, default: str) -> str:
    return str(arguments.get(name, default))


def _octets(arguments: _Arguments, name: str) -> bytes | None:
    """Octets in hex, some of ours where none are given; None for what is not hex."""
    given = arguments.get(name)
    if given is None:
        return name.encode()
    try:
        return bytes.fromhex(given)
    except (TypeError, ValueError):
        return None


def _subscription(state: State, arguments: _Arguments) -> NodeSubscription | str:
    """The subscription that is meant, the newest one if none is named; else why there is none."""
    named = _request_id(arguments)
    if isinstance(named, str):
        return named
    if named is None:
        return state.subscriptions.last or "there is no subscription"
    return state.subscriptions.get(named) or "there is no such subscription"


def _request_id(arguments: _Arguments) -> RICrequestID | str | None:
    """The RIC Request ID that is named; None without one, and a sentence for what is none."""
    named = arguments.get("request_id")
    if named is None:
        return None
    halves = list(named) if isinstance(named, (list, tuple)) else []
    if len(halves) != 2 or not all(type(half) is int and 0 <= half <= _LARGEST_HALF for half in halves):
        return "request_id has to be two numbers, requestor and instance"
    return RICrequestID(*halves)


def _named(subscription: NodeSubscription) -> _Details:
    request_id = subscription.request_id
    return {
        "request_id": [request_id.ric_requestor_id, request_id.ric_instance_id],
        "function": subscription.function_id,
    }

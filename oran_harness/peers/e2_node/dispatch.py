"""Which procedure a message belongs to, and whether the association is ready for it."""

from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.e2_node import (
    assistance,
    audit,
    configuration_update,
    connection_update,
    control,
    error_indication,
    load,
    modification,
    modification_required,
    removal,
    reset,
    service_update,
    setup,
    state_control,
    subscription,
)
from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.peers.protocol_errors import Ruling, logical_error, rule_on
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message

Serve = Callable[[Turn, Any], None]
Settle = Callable[[Turn, Any, OwnRequest], None]

REQUESTS: Mapping[type[Message], Serve] = {
    m.ResetRequest: reset.asked,
    m.RICserviceQuery: service_update.query,
    m.E2connectionUpdate: connection_update.update,
    m.E2RemovalRequest: removal.asked,
    m.RICsubscriptionRequest: subscription.subscribe,
    m.RICsubscriptionDeleteRequest: subscription.delete,
    m.RICsubscriptionModificationRequest: modification.modify,
    m.RICsubscriptionAuditRequest: audit.audit,
    m.RICcontrolRequest: control.control,
    m.RICqueryRequest: control.query,
    m.RICserviceLoadStatusRequest: load.control,
    m.RICsubscriptionStateControlRequest: state_control.control,
    m.RICassistanceIndication: assistance.updated,
}
"""What the RIC starts."""

ANSWERS: Mapping[type[Message], Settle] = {
    m.E2setupResponse: setup.response,
    m.E2setupFailure: setup.failure,
    m.ResetResponse: reset.done,
    m.RICserviceUpdateAcknowledge: service_update.acknowledge,
    m.RICserviceUpdateFailure: service_update.failure,
    m.E2nodeConfigurationUpdateAcknowledge: configuration_update.acknowledge,
    m.E2nodeConfigurationUpdateFailure: configuration_update.failure,
    m.E2RemovalResponse: removal.done,
    m.E2RemovalFailure: removal.failure,
    m.RICsubscriptionModificationConfirm: modification_required.confirm,
    m.RICsubscriptionModificationRefuse: modification_required.refuse,
    m.RICassistanceResponse: assistance.granted,
    m.RICassistanceFailure: assistance.refused,
}
"""What the RIC answers."""


def receive(state: State, link: Link, octets: bytes, now: float) -> None:
    """Serve one message, whatever it is."""
    if link.state is LinkState.REMOVED:
        # After E2 Removal nothing is said any more (8.3.7.2).
        return
    ruling = rule_on(state.codec.decode(octets), state.edition, Role.E2_NODE)
    turn = Turn(state, link, now, ruling.report)
    if ruling.message is not None:
        _execute(turn, ruling.message)
    if ruling.answer is not None:
        state.say(link, ruling.answer)
    _give_up(turn, ruling)


def _execute(turn: Turn, message: Message) -> None:
    if isinstance(message, m.ErrorIndication):
        error_indication.indicated(turn, message)
    elif type(message) in ANSWERS:
        request = turn.state.requests.take(turn.link.name, message)
        if request is None:
            _out_of_place(turn, message)
        else:
            ANSWERS[type(message)](turn, message, request)
    elif not turn.link.in_use:
        _out_of_place(turn, message)
    else:
        REQUESTS[type(message)](turn, message)


def _out_of_place(turn: Turn, message: Message) -> None:
    """A message that the state does not provide for is a logical error (8.3.1.4; 36.413 10.4)."""
    state = turn.state
    why = state.cause("message-not-compatible-with-receiver-state")
    state.say(turn.link, logical_error(message, why, state.edition))


def _give_up(turn: Turn, ruling: Ruling) -> None:
    """An answer that cannot be used counts as a failure (36.413 10.3.5)."""
    if ruling.broken is not None:
        request = turn.state.requests.take(turn.link.name, ruling.broken)
        error_indication.unanswered(turn, () if request is None else (request,))

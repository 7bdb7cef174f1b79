"""RIC Control and RIC Query (E2AP 8.2.4, 8.2.7)."""

from dataclasses import replace

from oran_harness.peers.e2_node.turn import Turn, ids_of
from oran_harness.peers.protocol_errors import refusal
from oran_harness.peers.ran_functions import Controlled, Failed
from oran_harness.protocols.e2ap.messages import (
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
    RICqueryRequest,
    RICqueryResponse,
)

_SILENT = ("noAck", "nAck")
"""Requests that want to hear of failures only; the second is of E2AP 1.01."""


def control(turn: Turn, request: RICcontrolRequest) -> None:
    """Execute a control; success is told unless the RIC does not want to hear it, failure always (8.2.4.2, 8.2.4.3)."""
    state = turn.state
    function = state.functions.get(ids_of(request)[1])
    if function is None:
        turn.refuse(request, "ran-function-id-invalid")
        return
    header, message = request.ric_control_header, request.ric_control_message
    assert header is not None
    assert message is not None
    result = function.behaviour.control(header, message, request.ric_call_process_id, turn.now)
    if isinstance(result, Failed):
        failure = refusal(request, result.cause, state.edition)
        if isinstance(failure, RICcontrolFailure):
            failure = replace(failure, ric_control_outcome=result.outcome)
        turn.answer(failure)
    elif request.ric_control_ack_request not in _SILENT:
        turn.answer(_acknowledge(turn, request, result))


def query(turn: Turn, request: RICqueryRequest) -> None:
    """Tell what the RIC asks for, or that it cannot be had (8.2.7.2, 8.2.7.3)."""
    state = turn.state
    request_id, function_id = ids_of(request)
    function = state.functions.get(function_id)
    if function is None:
        turn.refuse(request, "ran-function-id-invalid")
        return
    header, definition = request.ric_query_header, request.ric_query_definition
    assert header is not None
    assert definition is not None
    result = function.behaviour.query(header, definition, turn.now)
    if isinstance(result, Failed):
        turn.answer(refusal(request, result.cause, state.edition))
    else:
        turn.answer(RICqueryResponse(request_id, function_id, result.outcome))


def _acknowledge(turn: Turn, request: RICcontrolRequest, result: Controlled) -> RICcontrolAcknowledge:
    request_id, function_id = ids_of(request)
    return RICcontrolAcknowledge(
        request_id,
        function_id,
        request.ric_call_process_id,
        result.outcome,
        "success" if turn.state.first_edition else None,
    )

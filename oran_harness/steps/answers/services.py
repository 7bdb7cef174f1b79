"""Plain answers to control, query and assistance (E2AP 8.2.4, 8.2.7, 8.2.11)."""

from oran_harness.protocols.e2ap.engine import IrregularityKind
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICassistanceRequest,
    RICassistanceResponse,
    RICcontrolAcknowledge,
    RICcontrolRequest,
    RICqueryRequest,
)
from oran_harness.steps.answers.circumstances import Circumstances

_OF_CALL_PROCESSES = (IrregularityKind.UNKNOWN_CALL_PROCESS_SERVED, IrregularityKind.EXPIRED_CALL_PROCESS_SERVED)


def control(request: RICcontrolRequest, circumstances: Circumstances) -> Message | None:
    """RIC Control (8.2.4): acknowledged, in silence if NoAck was asked for.

    Refused are an unknown function, and a call process that no INSERT has announced or whose time is over.
    """
    name, function_id = request.ric_request_id, request.ran_function_id
    if name is None or function_id is None:
        return None
    if not circumstances.offers(function_id):
        return circumstances.refuse(request, "ran-function-id-invalid")
    acknowledgement = RICcontrolAcknowledge(
        ric_request_id=name,
        ran_function_id=function_id,
        ric_call_process_id=request.ric_call_process_id,
        ric_control_status="success" if circumstances.first else None,
    )
    if request.ric_call_process_id is not None and not _served(acknowledgement, circumstances):
        return circumstances.refuse(request, "ric-call-process-id-invalid")
    return acknowledgement if request.ric_control_ack_request in (None, "ack") else None


def _served(acknowledgement: RICcontrolAcknowledge, circumstances: Circumstances) -> bool:
    """Whether the call process is one that may be served, as the engine knows them."""
    if circumstances.engine is None:
        return True
    # An acknowledgement is judged by when its request came; when it is sent itself does not matter.
    objections = circumstances.engine.objections(circumstances.by, acknowledgement, 0.0)
    return not any(objection.kind in _OF_CALL_PROCESSES for objection in objections)


def query(request: RICqueryRequest, circumstances: Circumstances) -> Message | None:
    """RIC Query (8.2.7): refused, since a plain answer has no information of a service model to give."""
    if request.ran_function_id is not None and not circumstances.offers(request.ran_function_id):
        return circumstances.refuse(request, "ran-function-id-invalid")
    return circumstances.refuse(request, "requested-information-unavailable")


def assist(request: RICassistanceRequest, circumstances: Circumstances) -> Message | None:
    """RIC Assistance (8.2.11): granted, with the request's header and an outcome that holds nothing."""
    if request.ric_request_id is None:
        return None
    return RICassistanceResponse(
        ric_request_id=request.ric_request_id,
        ric_assistance_header=request.ric_assistance_header or b"",
        ric_assistance_outcome=b"",
    )

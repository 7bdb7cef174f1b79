"""E2 nodes that misbehave about the call processes of an INSERT (E2AP 8.2.3, 8.2.4)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, ignore
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.past import Past
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
    RICsubscriptionDeleteRequest,
)
from oran_harness.steps.causes import cause

NODE = Role.E2_NODE
_FIRST_EDITION = "1.01"


def _resumes(request: Any) -> bool:
    return bool(request.ric_call_process_id is not None)


def _forgotten(request: Any, edition: str) -> Message:
    why = cause("ric-call-process-id-invalid", edition)
    return RICcontrolFailure(request.ric_request_id, request.ran_function_id, request.ric_call_process_id, why)


def _acknowledged(request: Any, edition: str) -> Message:
    return RICcontrolAcknowledge(
        request.ric_request_id,
        request.ran_function_id,
        request.ric_call_process_id,
        ric_control_status="success" if edition == _FIRST_EDITION else None,
    )


def _resumes_after_delete(past: Past, message: Any) -> bool:
    return isinstance(message, RICcontrolRequest) and _resumes(message) and past.has_heard(RICsubscriptionDeleteRequest)


FLAWS = (
    Flaw(
        "node-call-process-forgotten",
        "Does not know the call process that it has just put to the near-RT RIC",
        NODE,
        None,
        lambda actor: Answering(actor, of(RICcontrolRequest, where=_resumes), _forgotten),
        ("E2SM-RC-222", "E2SM-RC-223"),
    ),
    Flaw(
        "node-call-process-unchecked",
        "Acknowledges the control of any call process, known or not, in time or not",
        NODE,
        "F12",
        lambda actor: Answering(actor, of(RICcontrolRequest, where=_resumes), _acknowledged),
        (
            "E2SM-RC-224",
            "E2SM-RC-225",
            "E2SM-RC-226",
            "E2AP-UNKNOWN-CALL-PROCESS-SERVED",
        ),
    ),
    Flaw(
        "node-call-process-lost",
        "Says nothing to the control of a call process whose subscription has been deleted",
        NODE,
        None,
        lambda actor: Minding(actor, _resumes_after_delete, ignore),
        ("E2SM-RC-228",),
    ),
)
"""One flaw each."""

"""Near-RT RICs that misbehave about answers to their RIC functional requests (E2AP 8.2)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICqueryFailure,
    RICserviceLoadStatusFailure,
    RICserviceLoadUpdate,
    RICsubscriptionAuditFailure,
    RICsubscriptionAuditResponse,
    RICsubscriptionModificationFailure,
    RICsubscriptionModificationResponse,
    RICsubscriptionStateControlFailure,
    RICsubscriptionStateControlResponse,
)
from oran_harness.steps.causes import cause

RIC = Role.NEAR_RT_RIC


def _complaint(answer: Any, edition: str) -> Message:
    """An Error Indication about it."""
    why = cause("message-not-compatible-with-receiver-state", edition)
    return ErrorIndication(None, getattr(answer, "ric_request_id", None), None, why)


FLAWS = (
    Flaw(
        "ric-complains-of-service-failures",
        "Answers the failure of a modification, query, audit, load status or state control with an Error Indication",
        RIC,
        None,
        lambda actor: Answering(
            actor,
            of(
                RICsubscriptionModificationFailure,
                RICqueryFailure,
                RICsubscriptionAuditFailure,
                RICserviceLoadStatusFailure,
                RICsubscriptionStateControlFailure,
            ),
            _complaint,
        ),
        ("E2AP-SUBMOD-102", "E2AP-QUERY-101", "E2AP-AUDIT-102", "E2AP-LOAD-102", "E2AP-STATE-102"),
    ),
    Flaw(
        "ric-complains-of-service-responses",
        "Answers the response to a modification, audit or state control, and a load update, with an Error Indication",
        RIC,
        None,
        lambda actor: Answering(
            actor,
            of(
                RICsubscriptionModificationResponse,
                RICsubscriptionAuditResponse,
                RICsubscriptionStateControlResponse,
                RICserviceLoadUpdate,
            ),
            _complaint,
        ),
        ("E2AP-SUBMOD-101", "E2AP-AUDIT-101", "E2AP-STATE-101", "E2AP-LOAD-101"),
    ),
)
"""One flaw each."""

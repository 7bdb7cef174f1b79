"""E2AP messages: audit and state control of subscriptions (E2AP 8.2). Written by tools/write_classes.py from
specs/; do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from oran_harness.protocols.e2ap.message import Message

if TYPE_CHECKING:
    from oran_harness.protocols.e2ap.elements import (
        Cause,
        CriticalityDiagnostics,
        RANfunctionStateConfirm_List,
        RANfunctionStateControl_List,
        RICrequestID,
        RICsubscriptionAuditActionList,
        RICsubscriptionAuditFlag,
        RICsubscriptionAuditList,
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionAuditRequest(Message):
    """RICsubscriptionAuditRequest: RICsubscriptionAudit (E2AP 8.2.2B). Since 5.00."""

    ric_request_id: RICrequestID | None = None
    ric_subscription_audit_flag: RICsubscriptionAuditFlag | None = None
    ric_subscription_audit_list: RICsubscriptionAuditList | None = None

    NAME: ClassVar[str] = "RICsubscriptionAuditRequest"
    PROCEDURE_CODE: ClassVar[int] = 17
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (98, "ric_subscription_audit_flag"),
        (99, "ric_subscription_audit_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionAuditResponse(Message):
    """RICsubscriptionAuditResponse: RICsubscriptionAudit (E2AP 8.2.2B). Since 5.00."""

    ric_request_id: RICrequestID | None = None
    ric_subscription_audit_confirmed_list: RICsubscriptionAuditActionList | None = None
    ric_subscription_audit_unkown_list: RICsubscriptionAuditList | None = None
    ric_subscription_audit_missing_list: RICsubscriptionAuditActionList | None = None

    NAME: ClassVar[str] = "RICsubscriptionAuditResponse"
    PROCEDURE_CODE: ClassVar[int] = 17
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (102, "ric_subscription_audit_confirmed_list"),
        (104, "ric_subscription_audit_unkown_list"),
        (103, "ric_subscription_audit_missing_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionAuditFailure(Message):
    """RICsubscriptionAuditFailure: RICsubscriptionAudit (E2AP 8.2.2B). Since 5.00."""

    ric_request_id: RICrequestID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICsubscriptionAuditFailure"
    PROCEDURE_CODE: ClassVar[int] = 17
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionStateControlRequest(Message):
    """RICsubscriptionStateControlRequest: RICsubscriptionStateControl (E2AP 8.2.10). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None
    ran_function_state_control_list: RANfunctionStateControl_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionStateControlRequest"
    PROCEDURE_CODE: ClassVar[int] = 20
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (124, "ran_function_state_control_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionStateControlResponse(Message):
    """RICsubscriptionStateControlResponse: RICsubscriptionStateControl (E2AP 8.2.10). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None
    ran_function_state_confirm_list: RANfunctionStateConfirm_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionStateControlResponse"
    PROCEDURE_CODE: ClassVar[int] = 20
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (122, "ran_function_state_confirm_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionStateControlFailure(Message):
    """RICsubscriptionStateControlFailure: RICsubscriptionStateControl (E2AP 8.2.10). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICsubscriptionStateControlFailure"
    PROCEDURE_CODE: ClassVar[int] = 20
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )

"""E2AP messages: procedures that make and change subscriptions (E2AP 8.2). Written by tools/write_classes.py from
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
        RANfunctionID,
        RICaction_Admitted_List,
        RICaction_NotAdmitted_List,
        RICactions_AddedForModification_List,
        RICactions_ConfirmedForModification_List,
        RICactions_ConfirmedForRemoval_List,
        RICactions_FailedToBeAddedForModification_List,
        RICactions_FailedToBeModifiedForModification_List,
        RICactions_FailedToBeRemovedForModification_List,
        RICactions_ModifiedForModification_List,
        RICactions_RefusedToBeModified_List,
        RICactions_RefusedToBeRemoved_List,
        RICactions_RemovedForModification_List,
        RICactions_RequiredToBeModified_List,
        RICactions_RequiredToBeRemoved_List,
        RICactions_ToBeAddedForModification_List,
        RICactions_ToBeModifiedForModification_List,
        RICactions_ToBeRemovedForModification_List,
        RICeventTriggerDefinition,
        RICrequestID,
        RICsubscription_List_withCause,
        RICsubscriptionDetails,
        RICsubscriptionTime,
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionRequest(Message):
    """RICsubscriptionRequest: RICsubscription (E2AP 8.2.1). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_subscription_details: RICsubscriptionDetails | None = None
    ric_subscription_start_time: RICsubscriptionTime | None = None
    ric_subscription_end_time: RICsubscriptionTime | None = None

    NAME: ClassVar[str] = "RICsubscriptionRequest"
    PROCEDURE_CODE: ClassVar[int] = 8
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (30, "ric_subscription_details"),
        (62, "ric_subscription_start_time"),
        (63, "ric_subscription_end_time"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionResponse(Message):
    """RICsubscriptionResponse: RICsubscription (E2AP 8.2.1). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_actions_admitted: RICaction_Admitted_List | None = None
    ric_actions_not_admitted: RICaction_NotAdmitted_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionResponse"
    PROCEDURE_CODE: ClassVar[int] = 8
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (17, "ric_actions_admitted"),
        (18, "ric_actions_not_admitted"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionFailure(Message):
    """RICsubscriptionFailure: RICsubscription (E2AP 8.2.1). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None
    ric_actions_not_admitted: RICaction_NotAdmitted_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionFailure"
    PROCEDURE_CODE: ClassVar[int] = 8
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
        (18, "ric_actions_not_admitted"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionDeleteRequest(Message):
    """RICsubscriptionDeleteRequest: RICsubscriptionDelete (E2AP 8.2.2). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None

    NAME: ClassVar[str] = "RICsubscriptionDeleteRequest"
    PROCEDURE_CODE: ClassVar[int] = 9
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionDeleteResponse(Message):
    """RICsubscriptionDeleteResponse: RICsubscriptionDelete (E2AP 8.2.2). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None

    NAME: ClassVar[str] = "RICsubscriptionDeleteResponse"
    PROCEDURE_CODE: ClassVar[int] = 9
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionDeleteFailure(Message):
    """RICsubscriptionDeleteFailure: RICsubscriptionDelete (E2AP 8.2.2). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICsubscriptionDeleteFailure"
    PROCEDURE_CODE: ClassVar[int] = 9
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionDeleteRequired(Message):
    """RICsubscriptionDeleteRequired: RICsubscriptionDeleteRequired (E2AP 8.2.2A). Since 2.03."""

    ric_subscription_to_be_removed: RICsubscription_List_withCause | None = None

    NAME: ClassVar[str] = "RICsubscriptionDeleteRequired"
    PROCEDURE_CODE: ClassVar[int] = 12
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = ((60, "ric_subscription_to_be_removed"),)


@dataclass(frozen=True, slots=True)
class RICsubscriptionModificationRequest(Message):
    """RICsubscriptionModificationRequest: RICsubscriptionModification (E2AP 8.2.5). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_event_trigger_definition_to_be_modified: RICeventTriggerDefinition | None = None
    ric_actions_to_be_removed_for_modification_list: RICactions_ToBeRemovedForModification_List | None = None
    ric_actions_to_be_modified_for_modification_list: RICactions_ToBeModifiedForModification_List | None = None
    ric_actions_to_be_added_for_modification_list: RICactions_ToBeAddedForModification_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionModificationRequest"
    PROCEDURE_CODE: ClassVar[int] = 14
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (64, "ric_event_trigger_definition_to_be_modified"),
        (65, "ric_actions_to_be_removed_for_modification_list"),
        (67, "ric_actions_to_be_modified_for_modification_list"),
        (69, "ric_actions_to_be_added_for_modification_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionModificationResponse(Message):
    """RICsubscriptionModificationResponse: RICsubscriptionModification (E2AP 8.2.5). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_actions_removed_for_modification_list: RICactions_RemovedForModification_List | None = None
    ric_actions_failed_to_be_removed_for_modification_list: RICactions_FailedToBeRemovedForModification_List | None = (
        None
    )
    ric_actions_modified_for_modification_list: RICactions_ModifiedForModification_List | None = None
    ric_actions_failed_to_be_modified_for_modification_list: (
        RICactions_FailedToBeModifiedForModification_List | None
    ) = None
    ric_actions_added_for_modification_list: RICactions_AddedForModification_List | None = None
    ric_actions_failed_to_be_added_for_modification_list: RICactions_FailedToBeAddedForModification_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionModificationResponse"
    PROCEDURE_CODE: ClassVar[int] = 14
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (71, "ric_actions_removed_for_modification_list"),
        (73, "ric_actions_failed_to_be_removed_for_modification_list"),
        (75, "ric_actions_modified_for_modification_list"),
        (77, "ric_actions_failed_to_be_modified_for_modification_list"),
        (79, "ric_actions_added_for_modification_list"),
        (81, "ric_actions_failed_to_be_added_for_modification_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionModificationFailure(Message):
    """RICsubscriptionModificationFailure: RICsubscriptionModification (E2AP 8.2.5). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICsubscriptionModificationFailure"
    PROCEDURE_CODE: ClassVar[int] = 14
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionModificationRequired(Message):
    """RICsubscriptionModificationRequired: RICsubscriptionModificationRequired (E2AP 8.2.6). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_actions_required_to_be_modified_list: RICactions_RequiredToBeModified_List | None = None
    ric_actions_required_to_be_removed_list: RICactions_RequiredToBeRemoved_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionModificationRequired"
    PROCEDURE_CODE: ClassVar[int] = 15
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (83, "ric_actions_required_to_be_modified_list"),
        (85, "ric_actions_required_to_be_removed_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionModificationConfirm(Message):
    """RICsubscriptionModificationConfirm: RICsubscriptionModificationRequired (E2AP 8.2.6). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_actions_confirmed_for_modification_list: RICactions_ConfirmedForModification_List | None = None
    ric_actions_refused_to_be_modified_list: RICactions_RefusedToBeModified_List | None = None
    ric_actions_confirmed_for_removal_list: RICactions_ConfirmedForRemoval_List | None = None
    ric_actions_refused_to_be_removed_list: RICactions_RefusedToBeRemoved_List | None = None

    NAME: ClassVar[str] = "RICsubscriptionModificationConfirm"
    PROCEDURE_CODE: ClassVar[int] = 15
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (87, "ric_actions_confirmed_for_modification_list"),
        (89, "ric_actions_refused_to_be_modified_list"),
        (91, "ric_actions_confirmed_for_removal_list"),
        (93, "ric_actions_refused_to_be_removed_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionModificationRefuse(Message):
    """RICsubscriptionModificationRefuse: RICsubscriptionModificationRequired (E2AP 8.2.6). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICsubscriptionModificationRefuse"
    PROCEDURE_CODE: ClassVar[int] = 15
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )

"""E2AP: subscriptions. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.protocols.e2ap.elements.functions import RICrequestID
    from oran_harness.protocols.e2ap.elements.types import (
        Cause,
        ListedRecordsOnly,
        RANfunctionID,
        RICaction_Admitted_List,
        RICaction_List,
        RICactionDefinition,
        RICactionExecutionOrder,
        RICactionID,
        RICactions_ToBeSetup_List,
        RICactionType,
        RICeventTriggerDefinition,
        RICsubsequentActionType,
        RICtimeToWait,
    )


@dataclass(frozen=True, slots=True)
class RICaction_AddedForModification_Item:
    """RICaction-AddedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICaction_Admitted_Item:
    """RICaction-Admitted-Item. All editions."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICaction_ConfirmedForModification_Item:
    """RICaction-ConfirmedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICaction_ConfirmedForRemoval_Item:
    """RICaction-ConfirmedForRemoval-Item. Since 3.01."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICaction_FailedToBeAddedForModification_Item:
    """RICaction-FailedToBeAddedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_FailedToBeModifiedForModification_Item:
    """RICaction-FailedToBeModifiedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_FailedToBeRemovedForModification_Item:
    """RICaction-FailedToBeRemovedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_ModifiedForModification_Item:
    """RICaction-ModifiedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICaction_NotAdmitted_Item:
    """RICaction-NotAdmitted-Item. All editions."""

    ric_action_id: RICactionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_RefusedToBeModified_Item:
    """RICaction-RefusedToBeModified-Item. Since 3.01."""

    ric_action_id: RICactionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_RefusedToBeRemoved_Item:
    """RICaction-RefusedToBeRemoved-Item. Since 3.01."""

    ric_action_id: RICactionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_RemovedForModification_Item:
    """RICaction-RemovedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICaction_RequiredToBeModified_Item:
    """RICaction-RequiredToBeModified-Item. Since 3.01."""

    ric_action_id: RICactionID
    ric_time_to_wait: RICtimeToWait

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("ricTimeToWait", "ric_time_to_wait"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_RequiredToBeRemoved_Item:
    """RICaction-RequiredToBeRemoved-Item. Since 3.01."""

    ric_action_id: RICactionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_ToBeAddedForModification_Item:
    """RICaction-ToBeAddedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID
    ric_action_type: RICactionType
    ric_action_definition: RICactionDefinition
    ric_action_execution_order: RICactionExecutionOrder
    ric_subsequent_action: RICsubsequentAction | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("ricActionType", "ric_action_type"),
        ("ricActionDefinition", "ric_action_definition"),
        ("ricActionExecutionOrder", "ric_action_execution_order"),
        ("ricSubsequentAction", "ric_subsequent_action"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_ToBeModifiedForModification_Item:
    """RICaction-ToBeModifiedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID
    ric_action_definition: RICactionDefinition | None = None
    ric_action_execution_order: RICactionExecutionOrder | None = None
    ric_subsequent_action: RICsubsequentAction | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("ricActionDefinition", "ric_action_definition"),
        ("ricActionExecutionOrder", "ric_action_execution_order"),
        ("ricSubsequentAction", "ric_subsequent_action"),
    )


@dataclass(frozen=True, slots=True)
class RICaction_ToBeRemovedForModification_Item:
    """RICaction-ToBeRemovedForModification-Item. Since 3.01."""

    ric_action_id: RICactionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ricActionID", "ric_action_id"),)


@dataclass(frozen=True, slots=True)
class RICaction_ToBeSetup_Item:
    """RICaction-ToBeSetup-Item. All editions."""

    ric_action_id: RICactionID
    ric_action_type: RICactionType
    ric_action_definition: RICactionDefinition | None = None
    ric_subsequent_action: RICsubsequentAction | None = None
    ric_action_execution_order: RICactionExecutionOrder | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricActionID", "ric_action_id"),
        ("ricActionType", "ric_action_type"),
        ("ricActionDefinition", "ric_action_definition"),
        ("ricSubsequentAction", "ric_subsequent_action"),
        ("ricActionExecutionOrder", "ric_action_execution_order"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscription_withCause_Item:
    """RICsubscription-withCause-Item. Since 2.03."""

    ric_request_id: RICrequestID
    ran_function_id: RANfunctionID
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestID", "ric_request_id"),
        ("ranFunctionID", "ran_function_id"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionAudit_Item:
    """RICsubscriptionAudit-Item. Since 5.00."""

    ric_request_id: RICrequestID
    ran_function_id: RANfunctionID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestID", "ric_request_id"),
        ("ranFunctionID", "ran_function_id"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionAuditAction_Item:
    """RICsubscriptionAuditAction-Item. Since 5.00."""

    ric_request_id: RICrequestID
    ran_function_id: RANfunctionID
    ric_action_admitted_list: RICaction_Admitted_List

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestID", "ric_request_id"),
        ("ranFunctionID", "ran_function_id"),
        ("ricAction-Admitted-List", "ric_action_admitted_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionAuditFlag:
    """RICsubscriptionAuditFlag. Since 5.00."""

    listed_records_only: ListedRecordsOnly | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("listedRecordsOnly", "listed_records_only"),)


@dataclass(frozen=True, slots=True)
class RICsubscriptionDetails:
    """RICsubscriptionDetails. All editions."""

    ric_event_trigger_definition: RICeventTriggerDefinition
    ric_action_to_be_setup_list: RICactions_ToBeSetup_List

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricEventTriggerDefinition", "ric_event_trigger_definition"),
        ("ricAction-ToBeSetup-List", "ric_action_to_be_setup_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubscriptionList_Item:
    """RICsubscriptionList-Item. Edition 7.00 only."""

    ric_request_id: RICrequestID
    ric_action_list: RICaction_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricRequestID", "ric_request_id"),
        ("ricAction-list", "ric_action_list"),
    )


@dataclass(frozen=True, slots=True)
class RICsubsequentAction:
    """RICsubsequentAction. All editions."""

    ric_subsequent_action_type: RICsubsequentActionType
    ric_time_to_wait: RICtimeToWait

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ricSubsequentActionType", "ric_subsequent_action_type"),
        ("ricTimeToWait", "ric_time_to_wait"),
    )

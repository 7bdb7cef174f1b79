"""E2AP messages: procedures of the interface as a whole (E2AP 8.3). Written by tools/write_classes.py from specs/;
do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from oran_harness.protocols.e2ap.message import Message

if TYPE_CHECKING:
    from oran_harness.protocols.e2ap.elements import (
        Cause,
        CriticalityDiagnostics,
        E2connectionSetupFailed_List,
        E2connectionUpdate_List,
        E2connectionUpdateRemove_List,
        E2nodeComponentConfigAddition_List,
        E2nodeComponentConfigAdditionAck_List,
        E2nodeComponentConfigRemoval_List,
        E2nodeComponentConfigRemovalAck_List,
        E2nodeComponentConfigUpdate_List,
        E2nodeComponentConfigUpdateAck_List,
        E2nodeTNLassociationRemoval_List,
        GlobalE2node_ID,
        GlobalRIC_ID,
        RANfunctionID,
        RANfunctions_List,
        RANfunctionsID_List,
        RANfunctionsIDcause_List,
        RICrequestID,
        TNLinformation,
        TransactionID,
    )


@dataclass(frozen=True, slots=True)
class E2setupRequest(Message):
    """E2setupRequest: E2setup (E2AP 8.3.1). All editions."""

    transaction_id: TransactionID | None = None
    global_e2_node_id: GlobalE2node_ID | None = None
    ran_functions_added: RANfunctions_List | None = None
    e2_node_component_config_addition: E2nodeComponentConfigAddition_List | None = None
    e2_node_component_config_update: E2nodeComponentConfigUpdate_List | None = None

    NAME: ClassVar[str] = "E2setupRequest"
    PROCEDURE_CODE: ClassVar[int] = 1
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (3, "global_e2_node_id"),
        (10, "ran_functions_added"),
        (50, "e2_node_component_config_addition"),
        (33, "e2_node_component_config_update"),
    )


@dataclass(frozen=True, slots=True)
class E2setupResponse(Message):
    """E2setupResponse: E2setup (E2AP 8.3.1). All editions."""

    transaction_id: TransactionID | None = None
    global_ric_id: GlobalRIC_ID | None = None
    ran_functions_accepted: RANfunctionsID_List | None = None
    ran_functions_rejected: RANfunctionsIDcause_List | None = None
    e2_node_component_config_addition_ack: E2nodeComponentConfigAdditionAck_List | None = None
    e2_node_component_config_update_ack: E2nodeComponentConfigUpdateAck_List | None = None

    NAME: ClassVar[str] = "E2setupResponse"
    PROCEDURE_CODE: ClassVar[int] = 1
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (4, "global_ric_id"),
        (9, "ran_functions_accepted"),
        (13, "ran_functions_rejected"),
        (52, "e2_node_component_config_addition_ack"),
        (35, "e2_node_component_config_update_ack"),
    )


@dataclass(frozen=True, slots=True)
class E2setupFailure(Message):
    """E2setupFailure: E2setup (E2AP 8.3.1). All editions."""

    transaction_id: TransactionID | None = None
    cause: Cause | None = None
    time_to_wait: int | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None
    tnl_information: TNLinformation | None = None

    NAME: ClassVar[str] = "E2setupFailure"
    PROCEDURE_CODE: ClassVar[int] = 1
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (1, "cause"),
        (31, "time_to_wait"),
        (2, "criticality_diagnostics"),
        (48, "tnl_information"),
    )


@dataclass(frozen=True, slots=True)
class ErrorIndication(Message):
    """ErrorIndication: ErrorIndication (E2AP 8.3.3). All editions."""

    transaction_id: TransactionID | None = None
    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "ErrorIndication"
    PROCEDURE_CODE: ClassVar[int] = 2
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class ResetRequest(Message):
    """ResetRequest: Reset (E2AP 8.3.2). All editions."""

    transaction_id: TransactionID | None = None
    cause: Cause | None = None

    NAME: ClassVar[str] = "ResetRequest"
    PROCEDURE_CODE: ClassVar[int] = 3
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (1, "cause"),
    )


@dataclass(frozen=True, slots=True)
class ResetResponse(Message):
    """ResetResponse: Reset (E2AP 8.3.2). All editions."""

    transaction_id: TransactionID | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "ResetResponse"
    PROCEDURE_CODE: ClassVar[int] = 3
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceQuery(Message):
    """RICserviceQuery: RICserviceQuery (E2AP 8.3.4A). All editions."""

    transaction_id: TransactionID | None = None
    ran_functions_accepted: RANfunctionsID_List | None = None

    NAME: ClassVar[str] = "RICserviceQuery"
    PROCEDURE_CODE: ClassVar[int] = 6
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (9, "ran_functions_accepted"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceUpdate(Message):
    """RICserviceUpdate: RICserviceUpdate (E2AP 8.3.4). All editions."""

    transaction_id: TransactionID | None = None
    ran_functions_added: RANfunctions_List | None = None
    ran_functions_modified: RANfunctions_List | None = None
    ran_functions_deleted: RANfunctionsID_List | None = None

    NAME: ClassVar[str] = "RICserviceUpdate"
    PROCEDURE_CODE: ClassVar[int] = 7
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (10, "ran_functions_added"),
        (12, "ran_functions_modified"),
        (11, "ran_functions_deleted"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceUpdateAcknowledge(Message):
    """RICserviceUpdateAcknowledge: RICserviceUpdate (E2AP 8.3.4). All editions."""

    transaction_id: TransactionID | None = None
    ran_functions_accepted: RANfunctionsID_List | None = None
    ran_functions_rejected: RANfunctionsIDcause_List | None = None

    NAME: ClassVar[str] = "RICserviceUpdateAcknowledge"
    PROCEDURE_CODE: ClassVar[int] = 7
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (9, "ran_functions_accepted"),
        (13, "ran_functions_rejected"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceUpdateFailure(Message):
    """RICserviceUpdateFailure: RICserviceUpdate (E2AP 8.3.4). All editions."""

    transaction_id: TransactionID | None = None
    cause: Cause | None = None
    time_to_wait: int | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None
    ran_functions_rejected: RANfunctionsIDcause_List | None = None

    NAME: ClassVar[str] = "RICserviceUpdateFailure"
    PROCEDURE_CODE: ClassVar[int] = 7
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (1, "cause"),
        (31, "time_to_wait"),
        (2, "criticality_diagnostics"),
        (13, "ran_functions_rejected"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeConfigurationUpdate(Message):
    """E2nodeConfigurationUpdate: E2nodeConfigurationUpdate (E2AP 8.3.5). All editions."""

    transaction_id: TransactionID | None = None
    global_e2_node_id: GlobalE2node_ID | None = None
    e2_node_component_config_addition: E2nodeComponentConfigAddition_List | None = None
    e2_node_component_config_update: E2nodeComponentConfigUpdate_List | None = None
    e2_node_component_config_removal: E2nodeComponentConfigRemoval_List | None = None
    e2_node_tnl_association_removal: E2nodeTNLassociationRemoval_List | None = None

    NAME: ClassVar[str] = "E2nodeConfigurationUpdate"
    PROCEDURE_CODE: ClassVar[int] = 10
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (3, "global_e2_node_id"),
        (50, "e2_node_component_config_addition"),
        (33, "e2_node_component_config_update"),
        (54, "e2_node_component_config_removal"),
        (58, "e2_node_tnl_association_removal"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeConfigurationUpdateAcknowledge(Message):
    """E2nodeConfigurationUpdateAcknowledge: E2nodeConfigurationUpdate (E2AP 8.3.5). All editions."""

    transaction_id: TransactionID | None = None
    e2_node_component_config_addition_ack: E2nodeComponentConfigAdditionAck_List | None = None
    e2_node_component_config_update_ack: E2nodeComponentConfigUpdateAck_List | None = None
    e2_node_component_config_removal_ack: E2nodeComponentConfigRemovalAck_List | None = None

    NAME: ClassVar[str] = "E2nodeConfigurationUpdateAcknowledge"
    PROCEDURE_CODE: ClassVar[int] = 10
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (52, "e2_node_component_config_addition_ack"),
        (35, "e2_node_component_config_update_ack"),
        (56, "e2_node_component_config_removal_ack"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeConfigurationUpdateFailure(Message):
    """E2nodeConfigurationUpdateFailure: E2nodeConfigurationUpdate (E2AP 8.3.5). All editions."""

    transaction_id: TransactionID | None = None
    cause: Cause | None = None
    time_to_wait: int | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "E2nodeConfigurationUpdateFailure"
    PROCEDURE_CODE: ClassVar[int] = 10
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (1, "cause"),
        (31, "time_to_wait"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class E2connectionUpdate(Message):
    """E2connectionUpdate: E2connectionUpdate (E2AP 8.3.6). All editions."""

    transaction_id: TransactionID | None = None
    e2_connection_update_add: E2connectionUpdate_List | None = None
    e2_connection_update_remove: E2connectionUpdateRemove_List | None = None
    e2_connection_update_modify: E2connectionUpdate_List | None = None

    NAME: ClassVar[str] = "E2connectionUpdate"
    PROCEDURE_CODE: ClassVar[int] = 11
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (44, "e2_connection_update_add"),
        (46, "e2_connection_update_remove"),
        (45, "e2_connection_update_modify"),
    )


@dataclass(frozen=True, slots=True)
class E2connectionUpdateAcknowledge(Message):
    """E2connectionUpdateAcknowledge: E2connectionUpdate (E2AP 8.3.6). All editions."""

    transaction_id: TransactionID | None = None
    e2_connection_setup: E2connectionUpdate_List | None = None
    e2_connection_setup_failed: E2connectionSetupFailed_List | None = None

    NAME: ClassVar[str] = "E2connectionUpdateAcknowledge"
    PROCEDURE_CODE: ClassVar[int] = 11
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (39, "e2_connection_setup"),
        (40, "e2_connection_setup_failed"),
    )


@dataclass(frozen=True, slots=True)
class E2connectionUpdateFailure(Message):
    """E2connectionUpdateFailure: E2connectionUpdate (E2AP 8.3.6). All editions."""

    transaction_id: TransactionID | None = None
    cause: Cause | None = None
    time_to_wait: int | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "E2connectionUpdateFailure"
    PROCEDURE_CODE: ClassVar[int] = 11
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (1, "cause"),
        (31, "time_to_wait"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class E2RemovalRequest(Message):
    """E2RemovalRequest: E2removal (E2AP 8.3.7). Since 2.03."""

    transaction_id: TransactionID | None = None

    NAME: ClassVar[str] = "E2RemovalRequest"
    PROCEDURE_CODE: ClassVar[int] = 13
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = ((49, "transaction_id"),)


@dataclass(frozen=True, slots=True)
class E2RemovalResponse(Message):
    """E2RemovalResponse: E2removal (E2AP 8.3.7). Since 2.03."""

    transaction_id: TransactionID | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "E2RemovalResponse"
    PROCEDURE_CODE: ClassVar[int] = 13
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class E2RemovalFailure(Message):
    """E2RemovalFailure: E2removal (E2AP 8.3.7). Since 2.03."""

    transaction_id: TransactionID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "E2RemovalFailure"
    PROCEDURE_CODE: ClassVar[int] = 13
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (49, "transaction_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )

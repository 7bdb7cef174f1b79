"""E2AP messages: indication, control, query, load and assistance (E2AP 8.2). Written by tools/write_classes.py
from specs/; do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from oran_harness.protocols.e2ap.message import Message

if TYPE_CHECKING:
    from oran_harness.protocols.e2ap.elements import (
        Cause,
        CriticalityDiagnostics,
        LoadMeasurementID,
        RANfunctionID,
        RANfunctionLoad_List,
        RANfunctionLoadConfirm_List,
        RANfunctionLoadRequest_List,
        RegistrationRequest,
        ReportingPeriodicity,
        RICactionID,
        RICassistanceHeader,
        RICassistanceMessage,
        RICassistanceOutcome,
        RICassistanceSN,
        RICassistanceUpdate,
        RICassistanceUpdateNumber,
        RICcallProcessID,
        RICcontrolAckRequest,
        RICcontrolHeader,
        RICcontrolMessage,
        RICcontrolOutcome,
        RICcontrolStatus,
        RICindicationHeader,
        RICindicationMessage,
        RICindicationSN,
        RICindicationType,
        RICqueryDefinition,
        RICqueryHeader,
        RICqueryOutcome,
        RICrequestID,
    )


@dataclass(frozen=True, slots=True)
class RICcontrolRequest(Message):
    """RICcontrolRequest: RICcontrol (E2AP 8.2.4). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_call_process_id: RICcallProcessID | None = None
    ric_control_header: RICcontrolHeader | None = None
    ric_control_message: RICcontrolMessage | None = None
    ric_control_ack_request: RICcontrolAckRequest | None = None

    NAME: ClassVar[str] = "RICcontrolRequest"
    PROCEDURE_CODE: ClassVar[int] = 4
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (20, "ric_call_process_id"),
        (22, "ric_control_header"),
        (23, "ric_control_message"),
        (21, "ric_control_ack_request"),
    )


@dataclass(frozen=True, slots=True)
class RICcontrolAcknowledge(Message):
    """RICcontrolAcknowledge: RICcontrol (E2AP 8.2.4). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_call_process_id: RICcallProcessID | None = None
    ric_control_outcome: RICcontrolOutcome | None = None
    ric_control_status: RICcontrolStatus | None = None

    NAME: ClassVar[str] = "RICcontrolAcknowledge"
    PROCEDURE_CODE: ClassVar[int] = 4
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (20, "ric_call_process_id"),
        (32, "ric_control_outcome"),
        (24, "ric_control_status"),
    )


@dataclass(frozen=True, slots=True)
class RICcontrolFailure(Message):
    """RICcontrolFailure: RICcontrol (E2AP 8.2.4). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_call_process_id: RICcallProcessID | None = None
    cause: Cause | None = None
    ric_control_outcome: RICcontrolOutcome | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICcontrolFailure"
    PROCEDURE_CODE: ClassVar[int] = 4
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (20, "ric_call_process_id"),
        (1, "cause"),
        (32, "ric_control_outcome"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICindication(Message):
    """RICindication: RICindication (E2AP 8.2.3). All editions."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_action_id: RICactionID | None = None
    ric_indication_sn: RICindicationSN | None = None
    ric_indication_type: RICindicationType | None = None
    ric_indication_header: RICindicationHeader | None = None
    ric_indication_message: RICindicationMessage | None = None
    ric_call_process_id: RICcallProcessID | None = None

    NAME: ClassVar[str] = "RICindication"
    PROCEDURE_CODE: ClassVar[int] = 5
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (15, "ric_action_id"),
        (27, "ric_indication_sn"),
        (28, "ric_indication_type"),
        (25, "ric_indication_header"),
        (26, "ric_indication_message"),
        (20, "ric_call_process_id"),
    )


@dataclass(frozen=True, slots=True)
class RICqueryRequest(Message):
    """RICqueryRequest: RICquery (E2AP 8.2.7). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_query_header: RICqueryHeader | None = None
    ric_query_definition: RICqueryDefinition | None = None

    NAME: ClassVar[str] = "RICqueryRequest"
    PROCEDURE_CODE: ClassVar[int] = 16
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (95, "ric_query_header"),
        (96, "ric_query_definition"),
    )


@dataclass(frozen=True, slots=True)
class RICqueryResponse(Message):
    """RICqueryResponse: RICquery (E2AP 8.2.7). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    ric_query_outcome: RICqueryOutcome | None = None

    NAME: ClassVar[str] = "RICqueryResponse"
    PROCEDURE_CODE: ClassVar[int] = 16
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (97, "ric_query_outcome"),
    )


@dataclass(frozen=True, slots=True)
class RICqueryFailure(Message):
    """RICqueryFailure: RICquery (E2AP 8.2.7). Since 3.01."""

    ric_request_id: RICrequestID | None = None
    ran_function_id: RANfunctionID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICqueryFailure"
    PROCEDURE_CODE: ClassVar[int] = 16
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (5, "ran_function_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceLoadStatusRequest(Message):
    """RICserviceLoadStatusRequest: RICserviceLoadStatus (E2AP 8.2.8). Edition 7.00 only."""

    ric_load_measurement_id: LoadMeasurementID | None = None
    e2_node_load_measurement_id: LoadMeasurementID | None = None
    registration_request: RegistrationRequest | None = None
    ran_function_load_request_list: RANfunctionLoadRequest_List | None = None
    reporting_periodicity: ReportingPeriodicity | None = None

    NAME: ClassVar[str] = "RICserviceLoadStatusRequest"
    PROCEDURE_CODE: ClassVar[int] = 18
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (117, "ric_load_measurement_id"),
        (105, "e2_node_load_measurement_id"),
        (112, "registration_request"),
        (111, "ran_function_load_request_list"),
        (113, "reporting_periodicity"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceLoadStatusResponse(Message):
    """RICserviceLoadStatusResponse: RICserviceLoadStatus (E2AP 8.2.8). Edition 7.00 only."""

    ric_load_measurement_id: LoadMeasurementID | None = None
    e2_node_load_measurement_id: LoadMeasurementID | None = None
    ran_function_load_confirm_list: RANfunctionLoadConfirm_List | None = None

    NAME: ClassVar[str] = "RICserviceLoadStatusResponse"
    PROCEDURE_CODE: ClassVar[int] = 18
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (117, "ric_load_measurement_id"),
        (105, "e2_node_load_measurement_id"),
        (109, "ran_function_load_confirm_list"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceLoadStatusFailure(Message):
    """RICserviceLoadStatusFailure: RICserviceLoadStatus (E2AP 8.2.8). Edition 7.00 only."""

    ric_load_measurement_id: LoadMeasurementID | None = None
    e2_node_load_measurement_id: LoadMeasurementID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICserviceLoadStatusFailure"
    PROCEDURE_CODE: ClassVar[int] = 18
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (117, "ric_load_measurement_id"),
        (105, "e2_node_load_measurement_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICserviceLoadUpdate(Message):
    """RICserviceLoadUpdate: RICserviceLoadUpdate (E2AP 8.2.9). Edition 7.00 only."""

    ric_load_measurement_id: LoadMeasurementID | None = None
    e2_node_load_measurement_id: LoadMeasurementID | None = None
    ran_function_load_list: RANfunctionLoad_List | None = None

    NAME: ClassVar[str] = "RICserviceLoadUpdate"
    PROCEDURE_CODE: ClassVar[int] = 19
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (117, "ric_load_measurement_id"),
        (105, "e2_node_load_measurement_id"),
        (107, "ran_function_load_list"),
    )


@dataclass(frozen=True, slots=True)
class RICassistanceRequest(Message):
    """RICassistanceRequest: RICassistance (E2AP 8.2.11). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None
    ric_assistance_header: RICassistanceHeader | None = None
    ric_assistance_message: RICassistanceMessage | None = None
    ric_assistance_update: RICassistanceUpdate | None = None
    ric_assistance_update_number: RICassistanceUpdateNumber | None = None

    NAME: ClassVar[str] = "RICassistanceRequest"
    PROCEDURE_CODE: ClassVar[int] = 21
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (127, "ric_assistance_header"),
        (128, "ric_assistance_message"),
        (131, "ric_assistance_update"),
        (132, "ric_assistance_update_number"),
    )


@dataclass(frozen=True, slots=True)
class RICassistanceResponse(Message):
    """RICassistanceResponse: RICassistance (E2AP 8.2.11). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None
    ric_assistance_header: RICassistanceHeader | None = None
    ric_assistance_outcome: RICassistanceOutcome | None = None

    NAME: ClassVar[str] = "RICassistanceResponse"
    PROCEDURE_CODE: ClassVar[int] = 21
    OUTCOME: ClassVar[str] = "successfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (127, "ric_assistance_header"),
        (129, "ric_assistance_outcome"),
    )


@dataclass(frozen=True, slots=True)
class RICassistanceFailure(Message):
    """RICassistanceFailure: RICassistance (E2AP 8.2.11). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None
    cause: Cause | None = None
    criticality_diagnostics: CriticalityDiagnostics | None = None

    NAME: ClassVar[str] = "RICassistanceFailure"
    PROCEDURE_CODE: ClassVar[int] = 21
    OUTCOME: ClassVar[str] = "unsuccessfulOutcome"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (1, "cause"),
        (2, "criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class RICassistanceIndication(Message):
    """RICassistanceIndication: RICassistanceIndication (E2AP 8.2.12). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None
    ric_assistance_sn: RICassistanceSN | None = None
    ric_assistance_header: RICassistanceHeader | None = None
    ric_assistance_outcome: RICassistanceOutcome | None = None

    NAME: ClassVar[str] = "RICassistanceIndication"
    PROCEDURE_CODE: ClassVar[int] = 22
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = (
        (29, "ric_request_id"),
        (130, "ric_assistance_sn"),
        (127, "ric_assistance_header"),
        (129, "ric_assistance_outcome"),
    )


@dataclass(frozen=True, slots=True)
class RICassistanceHalt(Message):
    """RICassistanceHalt: RICassistanceHalt (E2AP 8.2.13). Edition 7.00 only."""

    ric_request_id: RICrequestID | None = None

    NAME: ClassVar[str] = "RICassistanceHalt"
    PROCEDURE_CODE: ClassVar[int] = 23
    OUTCOME: ClassVar[str] = "initiatingMessage"
    IES: ClassVar[tuple[tuple[int, str], ...]] = ((29, "ric_request_id"),)

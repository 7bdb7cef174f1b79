"""E2AP: identities. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.codec.asn1 import BitString
    from oran_harness.protocols.e2ap.elements.functions import RICrequestID
    from oran_harness.protocols.e2ap.elements.types import (
        ENB_ID,
        ENGNB_ID,
        GNB_CU_UP_ID,
        GNB_DU_ID,
        NGENB_DU_ID,
        Criticality,
        CriticalityDiagnostics_IE_List,
        ENB_ID_Choice,
        GNB_ID_Choice,
        PLMN_Identity,
        ProcedureCode,
        ProtocolIE_ID,
        ServiceLayerCause,
        TriggeringMessage,
        TypeOfError,
    )


@dataclass(frozen=True, slots=True)
class CauseServiceLayer:
    """CauseServiceLayer. Edition 7.00 only."""

    service_layer_cause: ServiceLayerCause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("serviceLayerCause", "service_layer_cause"),)


@dataclass(frozen=True, slots=True)
class CriticalityDiagnostics:
    """CriticalityDiagnostics. All editions."""

    procedure_code: ProcedureCode | None = None
    triggering_message: TriggeringMessage | None = None
    procedure_criticality: Criticality | None = None
    ric_requestor_id: RICrequestID | None = None
    ies_criticality_diagnostics: CriticalityDiagnostics_IE_List | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("procedureCode", "procedure_code"),
        ("triggeringMessage", "triggering_message"),
        ("procedureCriticality", "procedure_criticality"),
        ("ricRequestorID", "ric_requestor_id"),
        ("iEsCriticalityDiagnostics", "ies_criticality_diagnostics"),
    )


@dataclass(frozen=True, slots=True)
class CriticalityDiagnostics_IE_Item:
    """CriticalityDiagnostics-IE-Item. All editions."""

    ie_criticality: Criticality
    ie_id: ProtocolIE_ID
    type_of_error: TypeOfError

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("iECriticality", "ie_criticality"),
        ("iE-ID", "ie_id"),
        ("typeOfError", "type_of_error"),
    )


@dataclass(frozen=True, slots=True)
class GlobalE2node_en_gNB_ID:
    """GlobalE2node-en-gNB-ID. All editions."""

    global_gnb_id: GlobalenGNB_ID | None = None
    global_en_gnb_id: GlobalenGNB_ID | None = None
    en_gnb_cu_up_id: GNB_CU_UP_ID | None = None
    en_gnb_du_id: GNB_DU_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("global-gNB-ID", "global_gnb_id"),
        ("global-en-gNB-ID", "global_en_gnb_id"),
        ("en-gNB-CU-UP-ID", "en_gnb_cu_up_id"),
        ("en-gNB-DU-ID", "en_gnb_du_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalE2node_eNB_ID:
    """GlobalE2node-eNB-ID. All editions."""

    global_enb_id: GlobalENB_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("global-eNB-ID", "global_enb_id"),)


@dataclass(frozen=True, slots=True)
class GlobalE2node_gNB_ID:
    """GlobalE2node-gNB-ID. All editions."""

    global_gnb_id: GlobalgNB_ID
    gnb_cu_up_id: GNB_CU_UP_ID | None = None
    gnb_du_id: GNB_DU_ID | None = None
    global_en_gnb_id: GlobalenGNB_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("global-gNB-ID", "global_gnb_id"),
        ("gNB-CU-UP-ID", "gnb_cu_up_id"),
        ("gNB-DU-ID", "gnb_du_id"),
        ("global-en-gNB-ID", "global_en_gnb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalE2node_ng_eNB_ID:
    """GlobalE2node-ng-eNB-ID. All editions."""

    global_ng_enb_id: GlobalngeNB_ID
    global_enb_id: GlobalENB_ID | None = None
    ng_enb_du_id: NGENB_DU_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("global-ng-eNB-ID", "global_ng_enb_id"),
        ("global-eNB-ID", "global_enb_id"),
        ("ngENB-DU-ID", "ng_enb_du_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalENB_ID:
    """GlobalENB-ID. All editions."""

    plmn_identity: PLMN_Identity
    enb_id: ENB_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMN-Identity", "plmn_identity"),
        ("eNB-ID", "enb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalenGNB_ID:
    """GlobalenGNB-ID. All editions."""

    plmn_identity: PLMN_Identity
    gnb_id: ENGNB_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMN-Identity", "plmn_identity"),
        ("gNB-ID", "gnb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalgNB_ID:
    """GlobalgNB-ID. All editions."""

    plmn_id: PLMN_Identity
    gnb_id: GNB_ID_Choice

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("plmn-id", "plmn_id"),
        ("gnb-id", "gnb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalngeNB_ID:
    """GlobalngeNB-ID. All editions."""

    plmn_id: PLMN_Identity
    enb_id: ENB_ID_Choice

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("plmn-id", "plmn_id"),
        ("enb-id", "enb_id"),
    )


@dataclass(frozen=True, slots=True)
class GlobalRIC_ID:
    """GlobalRIC-ID. All editions."""

    plmn_identity: PLMN_Identity
    ric_id: BitString

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("pLMN-Identity", "plmn_identity"),
        ("ric-ID", "ric_id"),
    )

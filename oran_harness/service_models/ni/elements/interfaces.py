"""E2SM-NI: interfaces. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from oran_harness.service_models.ni.elements.types import (
        ENB_ID,
        ENGNB_ID,
        GNB_CU_UP_ID,
        GNB_DU_ID,
        ENB_ID_Choice,
        Global_ng_RAN_ID,
        GNB_ID_Choice,
        NI_ProtocolIE_ID,
        NI_ProtocolIE_Test,
        NI_ProtocolIE_Value,
        PLMN_Identity,
        ProcedureCode,
        TypeOfMessage,
    )


@dataclass(frozen=True, slots=True)
class Global_gNB_CU_UP_ID:
    """Global-gNB-CU-UP-ID. All editions."""

    global_ng_ran_id: Global_ng_RAN_ID
    gnb_cu_up_id: GNB_CU_UP_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("global-ng-RAN-ID", "global_ng_ran_id"),
        ("gNB-CU-UP-ID", "gnb_cu_up_id"),
    )


@dataclass(frozen=True, slots=True)
class Global_gNB_DU_ID:
    """Global-gNB-DU-ID. All editions."""

    global_ng_ran_id: Global_ng_RAN_ID
    gnb_du_id: GNB_DU_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("global-ng-RAN-ID", "global_ng_ran_id"),
        ("gNB-DU-ID", "gnb_du_id"),
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
class NI_MessageTypeApproach1:
    """NI-MessageTypeApproach1. All editions."""

    procedure_code: ProcedureCode
    type_of_message: TypeOfMessage

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("procedureCode", "procedure_code"),
        ("typeOfMessage", "type_of_message"),
    )


@dataclass(frozen=True, slots=True)
class NI_ProtocolIE_Item:
    """NI-ProtocolIE-Item. All editions."""

    interface_protocol_ie_id: NI_ProtocolIE_ID
    interface_protocol_ie_test: NI_ProtocolIE_Test
    interface_protocol_ie_value: NI_ProtocolIE_Value

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("interfaceProtocolIE-ID", "interface_protocol_ie_id"),
        ("interfaceProtocolIE-Test", "interface_protocol_ie_test"),
        ("interfaceProtocolIE-Value", "interface_protocol_ie_value"),
    )

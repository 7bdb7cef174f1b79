"""E2AP: components. Written by tools/write_classes.py from specs/; do not edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from oran_harness.codec.asn1 import BitString
    from oran_harness.protocols.e2ap.elements.identities import GlobalENB_ID, GlobalenGNB_ID
    from oran_harness.protocols.e2ap.elements.types import (
        GNB_CU_UP_ID,
        GNB_DU_ID,
        NGENB_DU_ID,
        AMFName,
        Cause,
        E2nodeComponentConfigUpdate,
        E2nodeComponentID,
        E2nodeComponentInterfaceType,
        E2nodeComponentType,
        GlobalNG_RANNode_ID,
        MMEname,
        TNLusage,
    )


@dataclass(frozen=True, slots=True)
class E2connectionSetupFailed_Item:
    """E2connectionSetupFailed-Item. All editions."""

    tnl_information: TNLinformation
    cause: Cause

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("tnlInformation", "tnl_information"),
        ("cause", "cause"),
    )


@dataclass(frozen=True, slots=True)
class E2connectionUpdate_Item:
    """E2connectionUpdate-Item. All editions."""

    tnl_information: TNLinformation
    tnl_usage: TNLusage

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("tnlInformation", "tnl_information"),
        ("tnlUsage", "tnl_usage"),
    )


@dataclass(frozen=True, slots=True)
class E2connectionUpdateRemove_Item:
    """E2connectionUpdateRemove-Item. All editions."""

    tnl_information: TNLinformation

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("tnlInformation", "tnl_information"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigAddition_Item:
    """E2nodeComponentConfigAddition-Item. Since 2.03."""

    e2_node_component_interface_type: E2nodeComponentInterfaceType
    e2_node_component_id: E2nodeComponentID
    e2_node_component_configuration: E2nodeComponentConfiguration

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("e2nodeComponentInterfaceType", "e2_node_component_interface_type"),
        ("e2nodeComponentID", "e2_node_component_id"),
        ("e2nodeComponentConfiguration", "e2_node_component_configuration"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigAdditionAck_Item:
    """E2nodeComponentConfigAdditionAck-Item. Since 2.03."""

    e2_node_component_interface_type: E2nodeComponentInterfaceType
    e2_node_component_id: E2nodeComponentID
    e2_node_component_configuration_ack: E2nodeComponentConfigurationAck

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("e2nodeComponentInterfaceType", "e2_node_component_interface_type"),
        ("e2nodeComponentID", "e2_node_component_id"),
        ("e2nodeComponentConfigurationAck", "e2_node_component_configuration_ack"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigRemoval_Item:
    """E2nodeComponentConfigRemoval-Item. Since 2.03."""

    e2_node_component_interface_type: E2nodeComponentInterfaceType
    e2_node_component_id: E2nodeComponentID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("e2nodeComponentInterfaceType", "e2_node_component_interface_type"),
        ("e2nodeComponentID", "e2_node_component_id"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigRemovalAck_Item:
    """E2nodeComponentConfigRemovalAck-Item. Since 2.03."""

    e2_node_component_interface_type: E2nodeComponentInterfaceType
    e2_node_component_id: E2nodeComponentID
    e2_node_component_configuration_ack: E2nodeComponentConfigurationAck

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("e2nodeComponentInterfaceType", "e2_node_component_interface_type"),
        ("e2nodeComponentID", "e2_node_component_id"),
        ("e2nodeComponentConfigurationAck", "e2_node_component_configuration_ack"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigUpdate_Item:
    """E2nodeComponentConfigUpdate-Item. All editions."""

    e2_node_component_type: E2nodeComponentType | None = None
    e2_node_component_id: E2nodeComponentID | None = None
    e2_node_component_config_update: E2nodeComponentConfigUpdate | None = None
    e2_node_component_interface_type: E2nodeComponentInterfaceType | None = None
    e2_node_component_configuration: E2nodeComponentConfiguration | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("e2nodeComponentType", "e2_node_component_type"),
        ("e2nodeComponentID", "e2_node_component_id"),
        ("e2nodeComponentConfigUpdate", "e2_node_component_config_update"),
        ("e2nodeComponentInterfaceType", "e2_node_component_interface_type"),
        ("e2nodeComponentConfiguration", "e2_node_component_configuration"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigUpdateAck:
    """E2nodeComponentConfigUpdateAck. Edition 1.01 only."""

    update_outcome: Literal["success", "failure"]
    failure_cause: Cause | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("updateOutcome", "update_outcome"),
        ("failureCause", "failure_cause"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigUpdateAck_Item:
    """E2nodeComponentConfigUpdateAck-Item. All editions."""

    e2_node_component_type: E2nodeComponentType | None = None
    e2_node_component_id: E2nodeComponentID | None = None
    e2_node_component_config_update_ack: E2nodeComponentConfigUpdateAck | None = None
    e2_node_component_interface_type: E2nodeComponentInterfaceType | None = None
    e2_node_component_configuration_ack: E2nodeComponentConfigurationAck | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("e2nodeComponentType", "e2_node_component_type"),
        ("e2nodeComponentID", "e2_node_component_id"),
        ("e2nodeComponentConfigUpdateAck", "e2_node_component_config_update_ack"),
        ("e2nodeComponentInterfaceType", "e2_node_component_interface_type"),
        ("e2nodeComponentConfigurationAck", "e2_node_component_configuration_ack"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigUpdateENB:
    """E2nodeComponentConfigUpdateENB. Edition 1.01 only."""

    s1ap_config_update: bytes | None = None
    x2ap_config_update: bytes | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("s1APconfigUpdate", "s1ap_config_update"),
        ("x2APconfigUpdate", "x2ap_config_update"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigUpdateENgNB:
    """E2nodeComponentConfigUpdateENgNB. Edition 1.01 only."""

    x2ap_config_update: bytes | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("x2APconfigUpdate", "x2ap_config_update"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigUpdateGNB:
    """E2nodeComponentConfigUpdateGNB. Edition 1.01 only."""

    ngap_config_update: bytes | None = None
    xnap_config_update: bytes | None = None
    e1ap_config_update: bytes | None = None
    f1ap_config_update: bytes | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ngAPconfigUpdate", "ngap_config_update"),
        ("xnAPconfigUpdate", "xnap_config_update"),
        ("e1APconfigUpdate", "e1ap_config_update"),
        ("f1APconfigUpdate", "f1ap_config_update"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigUpdateNGeNB:
    """E2nodeComponentConfigUpdateNGeNB. Edition 1.01 only."""

    ngap_config_update: bytes | None = None
    xnap_config_update: bytes | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("ngAPconfigUpdate", "ngap_config_update"),
        ("xnAPconfigUpdate", "xnap_config_update"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfiguration:
    """E2nodeComponentConfiguration. Since 2.03."""

    e2_node_component_request_part: bytes
    e2_node_component_response_part: bytes

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("e2nodeComponentRequestPart", "e2_node_component_request_part"),
        ("e2nodeComponentResponsePart", "e2_node_component_response_part"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentConfigurationAck:
    """E2nodeComponentConfigurationAck. Since 2.03."""

    update_outcome: Literal["success", "failure"]
    failure_cause: Cause | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("updateOutcome", "update_outcome"),
        ("failureCause", "failure_cause"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentGNB_CU_UP_ID:
    """E2nodeComponentGNB-CU-UP-ID. Edition 1.01 only."""

    gnb_cu_up_id: GNB_CU_UP_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("gNB-CU-UP-ID", "gnb_cu_up_id"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentGNB_DU_ID:
    """E2nodeComponentGNB-DU-ID. Edition 1.01 only."""

    gnb_du_id: GNB_DU_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("gNB-DU-ID", "gnb_du_id"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentInterfaceE1:
    """E2nodeComponentInterfaceE1. Since 2.03."""

    gnb_cu_cp_id: GNB_CU_UP_ID | None = None
    gnb_cu_up_id: GNB_CU_UP_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("gNB-CU-CP-ID", "gnb_cu_cp_id"),
        ("gNB-CU-UP-ID", "gnb_cu_up_id"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentInterfaceF1:
    """E2nodeComponentInterfaceF1. Since 2.03."""

    gnb_du_id: GNB_DU_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("gNB-DU-ID", "gnb_du_id"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentInterfaceNG:
    """E2nodeComponentInterfaceNG. Since 2.03."""

    amf_name: AMFName

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("amf-name", "amf_name"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentInterfaceS1:
    """E2nodeComponentInterfaceS1. Since 2.03."""

    mme_name: MMEname

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("mme-name", "mme_name"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentInterfaceW1:
    """E2nodeComponentInterfaceW1. Since 2.03."""

    ng_enb_du_id: NGENB_DU_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("ng-eNB-DU-ID", "ng_enb_du_id"),)


@dataclass(frozen=True, slots=True)
class E2nodeComponentInterfaceX2:
    """E2nodeComponentInterfaceX2. Since 2.03."""

    global_enb_id: GlobalENB_ID | None = None
    global_en_gnb_id: GlobalenGNB_ID | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("global-eNB-ID", "global_enb_id"),
        ("global-en-gNB-ID", "global_en_gnb_id"),
    )


@dataclass(frozen=True, slots=True)
class E2nodeComponentInterfaceXn:
    """E2nodeComponentInterfaceXn. Since 2.03."""

    global_ng_ran_node_id: GlobalNG_RANNode_ID

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("global-NG-RAN-Node-ID", "global_ng_ran_node_id"),)


@dataclass(frozen=True, slots=True)
class E2nodeTNLassociationRemoval_Item:
    """E2nodeTNLassociationRemoval-Item. Since 2.03."""

    tnl_information: TNLinformation
    tnl_information_ric: TNLinformation

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("tnlInformation", "tnl_information"),
        ("tnlInformationRIC", "tnl_information_ric"),
    )


@dataclass(frozen=True, slots=True)
class TNLinformation:
    """TNLinformation. All editions."""

    tnl_address: BitString
    tnl_port: BitString | None = None

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("tnlAddress", "tnl_address"),
        ("tnlPort", "tnl_port"),
    )

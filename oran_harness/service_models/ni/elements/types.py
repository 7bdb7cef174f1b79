"""E2SM-NI: types. Written by tools/write_classes.py from specs/; do not edit."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from oran_harness.codec.asn1 import BitString

if TYPE_CHECKING:
    from oran_harness.service_models.ni.elements.formats import (
        E2SM_NI_ActionDefinition_Format1,
        E2SM_NI_ActionDefinition_Format2,
        E2SM_NI_CallProcessID_Format1,
        E2SM_NI_CallProcessID_Format2,
        E2SM_NI_ControlHeader_Format1,
        E2SM_NI_ControlMessage_Format1,
        E2SM_NI_ControlOutcome_Format1,
        E2SM_NI_EventTriggerDefinition_Format1,
        E2SM_NI_IndicationHeader_Format1,
        E2SM_NI_IndicationMessage_Format1,
    )
    from oran_harness.service_models.ni.elements.interfaces import (
        Global_gNB_CU_UP_ID,
        Global_gNB_DU_ID,
        GlobalENB_ID,
        GlobalenGNB_ID,
        GlobalgNB_ID,
        GlobalngeNB_ID,
        NI_MessageTypeApproach1,
    )

Criticality: TypeAlias = Literal["reject", "ignore", "notify"]
E2SM_NI_ActionDefinitionFormat: TypeAlias = (
    tuple[Literal["actionDefinition-Format1"], "E2SM_NI_ActionDefinition_Format1"]
    | tuple[Literal["actionDefinition-Format2"], "E2SM_NI_ActionDefinition_Format2"]
)
E2SM_NI_CallProcessID: TypeAlias = (
    tuple[Literal["callProcessID-Format1"], "E2SM_NI_CallProcessID_Format1"]
    | tuple[Literal["callProcessID-Format2"], "E2SM_NI_CallProcessID_Format2"]
)
E2SM_NI_ControlHeader: TypeAlias = tuple[Literal["controlHeader-Format1"], "E2SM_NI_ControlHeader_Format1"]
E2SM_NI_ControlMessage: TypeAlias = tuple[Literal["controlMessage-Format1"], "E2SM_NI_ControlMessage_Format1"]
E2SM_NI_ControlOutcome: TypeAlias = tuple[Literal["controlOutcome-Format1"], "E2SM_NI_ControlOutcome_Format1"]
E2SM_NI_EventTriggerDefinition: TypeAlias = tuple[
    Literal["eventDefinition-Format1"], "E2SM_NI_EventTriggerDefinition_Format1"
]
E2SM_NI_IndicationHeader: TypeAlias = tuple[Literal["indicationHeader-Format1"], "E2SM_NI_IndicationHeader_Format1"]
E2SM_NI_IndicationMessage: TypeAlias = tuple[Literal["indicationMessage-Format1"], "E2SM_NI_IndicationMessage_Format1"]
ENB_ID: TypeAlias = (
    tuple[Literal["macro-eNB-ID"], BitString]
    | tuple[Literal["home-eNB-ID"], BitString]
    | tuple[Literal["short-Macro-eNB-ID"], BitString]
    | tuple[Literal["long-Macro-eNB-ID"], BitString]
)
ENB_ID_Choice: TypeAlias = (
    tuple[Literal["enb-ID-macro"], BitString]
    | tuple[Literal["enb-ID-shortmacro"], BitString]
    | tuple[Literal["enb-ID-longmacro"], BitString]
)
ENGNB_ID: TypeAlias = tuple[Literal["gNB-ID"], BitString]
Global_en_gNB_ID: TypeAlias = "GlobalenGNB_ID"
Global_eNB_ID: TypeAlias = "GlobalENB_ID"
Global_ng_RAN_ID: TypeAlias = "GlobalNG_RANNode_ID"
GlobalNG_RANNode_ID: TypeAlias = tuple[Literal["gNB"], "GlobalgNB_ID"] | tuple[Literal["ng-eNB"], "GlobalngeNB_ID"]
GNB_CU_UP_ID: TypeAlias = int  # 0..68719476735
GNB_DU_ID: TypeAlias = int  # 0..68719476735
GNB_ID_Choice: TypeAlias = tuple[Literal["gnb-ID"], BitString]
NI_Direction: TypeAlias = Literal["incoming", "outgoing", "both"]
NI_Identifier: TypeAlias = (
    tuple[Literal["global-eNB-ID"], "Global_eNB_ID"]
    | tuple[Literal["global-en-gNB-ID"], "Global_en_gNB_ID"]
    | tuple[Literal["global-ng-RAN-ID"], "Global_ng_RAN_ID"]
    | tuple[Literal["global-gNB-DU-ID"], "Global_gNB_DU_ID"]
    | tuple[Literal["global-gNB-CU-UP-ID"], "Global_gNB_CU_UP_ID"]
)
NI_Message: TypeAlias = bytes
NI_MessageType: TypeAlias = (
    tuple[Literal["s1MessageType"], "NI_MessageTypeS1"]
    | tuple[Literal["x2MessageType"], "NI_MessageTypeX2"]
    | tuple[Literal["ngMessageType"], "NI_MessageTypeNG"]
    | tuple[Literal["xnMessageType"], "NI_MessageTypeXn"]
    | tuple[Literal["f1MessageType"], "NI_MessageTypeF1"]
    | tuple[Literal["e1MessageType"], "NI_MessageTypeE1"]
)
NI_MessageTypeE1: TypeAlias = "NI_MessageTypeApproach1"
NI_MessageTypeF1: TypeAlias = "NI_MessageTypeApproach1"
NI_MessageTypeNG: TypeAlias = "NI_MessageTypeApproach1"
NI_MessageTypeS1: TypeAlias = "NI_MessageTypeApproach1"
NI_MessageTypeX2: TypeAlias = "NI_MessageTypeApproach1"
NI_MessageTypeXn: TypeAlias = "NI_MessageTypeApproach1"
NI_ProtocolIE_ID: TypeAlias = "ProtocolIE_ID"
NI_ProtocolIE_Test: TypeAlias = Literal["equal", "greaterthan", "lessthan", "contains", "present"]
NI_ProtocolIE_Value: TypeAlias = (
    tuple[Literal["valueInt"], int]
    | tuple[Literal["valueEnum"], int]
    | tuple[Literal["valueBool"], bool]
    | tuple[Literal["valueBitS"], BitString]
    | tuple[Literal["valueOctS"], bytes]
    | tuple[Literal["valuePrtS"], str]
)
NI_TimeStamp: TypeAlias = bytes  # size 8
NI_Type: TypeAlias = Literal["s1", "x2", "ng", "xn", "f1", "e1"]
PLMN_Identity: TypeAlias = bytes  # size 3
Presence: TypeAlias = Literal["optional", "conditional", "mandatory"]
ProcedureCode: TypeAlias = int  # 0..255
ProtocolIE_ID: TypeAlias = int  # 0..maxProtocolIEs
RANcallProcess_ID_number: TypeAlias = int
RANcallProcess_ID_string: TypeAlias = str  # size 1..150, ...
RANparameter_ID: TypeAlias = int  # 0..maxofRANparameters
RANparameter_Name: TypeAlias = str  # size 1..150, ...
RANparameter_Test_Condition: TypeAlias = Literal["equal", "greaterthan", "lessthan", "contains", "present"]
RANparameter_Type: TypeAlias = Literal[
    "integer",
    "enumerated",
    "boolean",
    "bit-string",
    "octet-string",
    "printable-string",
]
RANparameter_Value: TypeAlias = (
    tuple[Literal["valueInt"], int]
    | tuple[Literal["valueEnum"], int]
    | tuple[Literal["valueBool"], bool]
    | tuple[Literal["valueBitS"], BitString]
    | tuple[Literal["valueOctS"], bytes]
    | tuple[Literal["valuePrtS"], str]
)
RANueGroupID: TypeAlias = int  # 0..maxofRANueGroups
RIC_Control_Message_Priority: TypeAlias = int
RIC_Format_Type: TypeAlias = int
RIC_Style_Name: TypeAlias = str  # size 1..150, ...
RIC_Style_Type: TypeAlias = int
TypeOfMessage: TypeAlias = Literal["nothing", "initiating-message", "successful-outcome", "unsuccessful-outcome"]

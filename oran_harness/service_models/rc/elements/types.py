"""E2SM-RC: types. Written by tools/write_classes.py from specs/; do not edit."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from oran_harness.codec.asn1 import BitString

if TYPE_CHECKING:
    from oran_harness.service_models.rc.elements.event_trigger import (
        TriggerType_Choice_L2MACschChg,
        TriggerType_Choice_L2state,
        TriggerType_Choice_MIMOandBFconfig,
        TriggerType_Choice_RRCstate,
        TriggerType_Choice_UEcontext,
        TriggerType_Choice_UEID,
    )
    from oran_harness.service_models.rc.elements.information import (
        AdditionalSupportedFormat,
        MessageType_Choice_NI,
        MessageType_Choice_RRC,
        NeighbourCell_Item_Choice_E_UTRA,
        NeighbourCell_Item_Choice_NR,
    )
    from oran_harness.service_models.rc.elements.parameters import (
        RANParameter_Definition_Choice_LIST,
        RANParameter_Definition_Choice_STRUCTURE,
        RANParameter_Testing_Item,
        RANParameter_ValueType_Choice_ElementFalse,
        RANParameter_ValueType_Choice_ElementTrue,
        RANParameter_ValueType_Choice_List,
        RANParameter_ValueType_Choice_Structure,
    )

CauseProtocol: TypeAlias = Literal[
    "transfer-syntax-error",
    "abstract-syntax-error-reject",
    "abstract-syntax-error-ignore-and-notify",
    "message-not-compatible-with-receiver-state",
    "semantic-error",
    "abstract-syntax-error-falsely-constructed-message",
    "unspecified",
]
CauseRICrequest: TypeAlias = Literal["unspecified"]
CauseRICservice: TypeAlias = Literal[
    "rIC-Event-Trigger-Style-Type-not-supported",
    "rIC-Event-Trigger-Format-Type-not-supported",
    "rAN-Parameter-ID-not-supported",
    "call-Process-Type-ID-not-supported",
    "call-Process-Breakpoint-ID-not-supported",
    "rIC-Report-Style-Type-not-supported",
    "supported-RIC-Event-Trigger-Style-Type-not-supported",
    "rIC-Action-Format-Type-not-supported",
    "rIC-Indication-Header-Format-Type-not-supported",
    "rIC-Indication-Message-Format-Type-not-supported",
    "rIC-Insert-Style-Type-not-supported",
    "insert-Indication-ID-not-supported",
    "rIC-Call-Process-ID-Format-Type-not-supported",
    "rIC-Control-Style-Type-not-supported",
    "control-Action-ID-not-supported",
    "rIC-Control-Header-Format-Type-not-supported",
    "rIC-Control-Message-Format-Type-not-supported",
    "rIC-Control-Outcome-Format-Type-not-supported",
    "rIC-Policy-Style-Type-not-supported",
    "policy-Action-ID-not-supported",
    "rIC-Query-Style-Type-not-supported",
    "rIC-Query-Header-Format-Type-not-supported",
    "rIC-Query-Definition-Format-Type-not-supported",
    "rIC-Query-Outcome-Format-Type-not-supported",
]
E2SM_RC_ControlMessage_Format5: TypeAlias = None
E2SM_RC_ServiceLayerCause: TypeAlias = (
    tuple[Literal["ricRequest"], "CauseRICrequest"]
    | tuple[Literal["ricService"], "CauseRICservice"]
    | tuple[Literal["protocol"], "CauseProtocol"]
)
EntityFilter_ID: TypeAlias = int  # 1..255, ...
L2MACschChgType_Choice: TypeAlias = tuple[
    Literal["triggerType-Choice-MIMOandBFconfig"], "TriggerType_Choice_MIMOandBFconfig"
]
ListOfAdditionalSupportedFormats: TypeAlias = tuple["AdditionalSupportedFormat", ...]  # size 0..maxnoofFormatTypes
LogicalOR: TypeAlias = Literal["true", "false"]
MessageType_Choice: TypeAlias = (
    tuple[Literal["messageType-Choice-NI"], "MessageType_Choice_NI"]
    | tuple[Literal["messageType-Choice-RRC"], "MessageType_Choice_RRC"]
)
NeighbourCell_Item: TypeAlias = (
    tuple[Literal["ranType-Choice-NR"], "NeighbourCell_Item_Choice_NR"]
    | tuple[Literal["ranType-Choice-EUTRA"], "NeighbourCell_Item_Choice_E_UTRA"]
)
NeighbourCell_List: TypeAlias = tuple["NeighbourCell_Item", ...]  # size 1..maxnoofNeighbourCell
RAN_CallProcess_ID: TypeAlias = int  # 1..4294967295, ...
RANParameter_Definition_Choice: TypeAlias = (
    tuple[Literal["choiceLIST"], "RANParameter_Definition_Choice_LIST"]
    | tuple[Literal["choiceSTRUCTURE"], "RANParameter_Definition_Choice_STRUCTURE"]
)
RANParameter_ID: TypeAlias = int  # 1..4294967295, ...
RANParameter_Name: TypeAlias = str  # size 1..150, ...
RANParameter_Testing: TypeAlias = tuple["RANParameter_Testing_Item", ...]  # size 1..maxnoofRANparamTest
RANParameter_Testing_LIST: TypeAlias = tuple["RANParameter_Testing_Item", ...]  # size 1..maxnoofItemsinList
RANParameter_Testing_STRUCTURE: TypeAlias = tuple[
    "RANParameter_Testing_Item", ...
]  # size 1..maxnoofParametersinStructure
RANParameter_TestingCondition: TypeAlias = (
    tuple[
        Literal["ranP-Choice-comparison"],
        Literal["equal", "difference", "greaterthan", "lessthan", "contains", "starts-with"],
    ]
    | tuple[Literal["ranP-Choice-presence"], Literal["present", "configured", "rollover", "non-zero"]]
    | tuple[Literal["ranP-Choice-presence"], Literal["present", "configured", "rollover", "non-zero", "value-change"]]
)
RANParameter_Value: TypeAlias = (
    tuple[Literal["valueBoolean"], bool]
    | tuple[Literal["valueInt"], int]
    | tuple[Literal["valueReal"], float]
    | tuple[Literal["valueBitS"], BitString]
    | tuple[Literal["valueOctS"], bytes]
    | tuple[Literal["valuePrintableString"], str]
)
RANParameter_ValueType: TypeAlias = (
    tuple[Literal["ranP-Choice-ElementTrue"], "RANParameter_ValueType_Choice_ElementTrue"]
    | tuple[Literal["ranP-Choice-ElementFalse"], "RANParameter_ValueType_Choice_ElementFalse"]
    | tuple[Literal["ranP-Choice-Structure"], "RANParameter_ValueType_Choice_Structure"]
    | tuple[Literal["ranP-Choice-List"], "RANParameter_ValueType_Choice_List"]
)
RIC_CallProcessBreakpoint_ID: TypeAlias = int  # 1..65535, ...
RIC_CallProcessBreakpoint_Name: TypeAlias = str  # size 1..150, ...
RIC_CallProcessType_ID: TypeAlias = int  # 1..65535, ...
RIC_CallProcessType_Name: TypeAlias = str  # size 1..150, ...
RIC_ControlAction_ID: TypeAlias = int  # 1..65535, ...
RIC_ControlAction_Name: TypeAlias = str  # size 1..150, ...
RIC_EventTrigger_Cell_ID: TypeAlias = int  # 1..65535, ...
RIC_EventTrigger_UE_ID: TypeAlias = int  # 1..65535, ...
RIC_EventTrigger_UEevent_ID: TypeAlias = int  # 1..65535, ...
RIC_EventTriggerCondition_ID: TypeAlias = int  # 1..65535, ...
RIC_InsertIndication_ID: TypeAlias = int  # 1..65535, ...
RIC_InsertIndication_Name: TypeAlias = str  # size 1..150, ...
Ric_PolicyConditionID: TypeAlias = int  # 0..65535
RRC_State: TypeAlias = Literal["rrc-connected", "rrc-inactive", "rrc-idle", "any"]
TriggerType_Choice: TypeAlias = (
    tuple[Literal["triggerType-Choice-RRCstate"], "TriggerType_Choice_RRCstate"]
    | tuple[Literal["triggerType-Choice-UEID"], "TriggerType_Choice_UEID"]
    | tuple[Literal["triggerType-Choice-L2state"], "TriggerType_Choice_L2state"]
    | tuple[Literal["triggerType-Choice-UEcontext"], "TriggerType_Choice_UEcontext"]
    | tuple[Literal["triggerType-Choice-L2MACschChg"], "TriggerType_Choice_L2MACschChg"]
)
UE_Filter_ID: TypeAlias = int  # 1..65535, ...
UE_Group_ID: TypeAlias = int  # 1..65535, ...

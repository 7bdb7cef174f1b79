"""E2AP: types. Written by tools/write_classes.py from specs/; do not edit."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from oran_harness.codec.asn1 import BitString

if TYPE_CHECKING:
    from oran_harness.protocols.e2ap.elements.components import (
        E2connectionSetupFailed_Item,
        E2connectionUpdate_Item,
        E2connectionUpdateRemove_Item,
        E2nodeComponentConfigAddition_Item,
        E2nodeComponentConfigAdditionAck_Item,
        E2nodeComponentConfigRemoval_Item,
        E2nodeComponentConfigRemovalAck_Item,
        E2nodeComponentConfigUpdate_Item,
        E2nodeComponentConfigUpdateAck_Item,
        E2nodeComponentConfigUpdateENB,
        E2nodeComponentConfigUpdateENgNB,
        E2nodeComponentConfigUpdateGNB,
        E2nodeComponentConfigUpdateNGeNB,
        E2nodeComponentGNB_CU_UP_ID,
        E2nodeComponentGNB_DU_ID,
        E2nodeComponentInterfaceE1,
        E2nodeComponentInterfaceF1,
        E2nodeComponentInterfaceNG,
        E2nodeComponentInterfaceS1,
        E2nodeComponentInterfaceW1,
        E2nodeComponentInterfaceX2,
        E2nodeComponentInterfaceXn,
        E2nodeTNLassociationRemoval_Item,
    )
    from oran_harness.protocols.e2ap.elements.functions import (
        RANfunction_Item,
        RANfunctionID_Item,
        RANfunctionIDcause_Item,
    )
    from oran_harness.protocols.e2ap.elements.identities import (
        CauseServiceLayer,
        CriticalityDiagnostics_IE_Item,
        GlobalE2node_en_gNB_ID,
        GlobalE2node_eNB_ID,
        GlobalE2node_gNB_ID,
        GlobalE2node_ng_eNB_ID,
        GlobalgNB_ID,
        GlobalngeNB_ID,
    )
    from oran_harness.protocols.e2ap.elements.load_and_state import (
        RANfunctionLoad_Item,
        RANfunctionLoadConfirm_Item,
        RANfunctionLoadRequest_Item,
        RANfunctionStateConfirm_Item,
        RANfunctionStateControl_Item,
        RICactionList_Item,
        RICactionLoad_Item,
        RICactionLoadConfirm_Item,
        RICactionLoadRequest_Item,
        RICsubscriptionLoad_ItemIE,
        RICsubscriptionLoadConfirm_ItemIE,
        RICsubscriptionLoadRequest_ItemIE,
    )
    from oran_harness.protocols.e2ap.elements.subscriptions import (
        RICaction_AddedForModification_Item,
        RICaction_Admitted_Item,
        RICaction_ConfirmedForModification_Item,
        RICaction_ConfirmedForRemoval_Item,
        RICaction_FailedToBeAddedForModification_Item,
        RICaction_FailedToBeModifiedForModification_Item,
        RICaction_FailedToBeRemovedForModification_Item,
        RICaction_ModifiedForModification_Item,
        RICaction_NotAdmitted_Item,
        RICaction_RefusedToBeModified_Item,
        RICaction_RefusedToBeRemoved_Item,
        RICaction_RemovedForModification_Item,
        RICaction_RequiredToBeModified_Item,
        RICaction_RequiredToBeRemoved_Item,
        RICaction_ToBeAddedForModification_Item,
        RICaction_ToBeModifiedForModification_Item,
        RICaction_ToBeRemovedForModification_Item,
        RICaction_ToBeSetup_Item,
        RICsubscription_withCause_Item,
        RICsubscriptionAudit_Item,
        RICsubscriptionAuditAction_Item,
        RICsubscriptionList_Item,
    )

AMFName: TypeAlias = str  # size 1..150, ...
Cause: TypeAlias = (
    tuple[Literal["ricRequest"], "CauseRIC"]
    | tuple[Literal["ricRequest"], "CauseRICrequest"]
    | tuple[Literal["ricService"], "CauseRICservice"]
    | tuple[Literal["transport"], "CauseTransport"]
    | tuple[Literal["protocol"], "CauseProtocol"]
    | tuple[Literal["misc"], "CauseMisc"]
    | tuple[Literal["e2Node"], "CauseE2node"]
    | tuple[Literal["serviceLayer"], "CauseServiceLayer"]
)
CauseE2node: TypeAlias = Literal["e2node-component-unknown"]
CauseMisc: TypeAlias = Literal["control-processing-overload", "hardware-failure", "om-intervention", "unspecified"]
CauseProtocol: TypeAlias = Literal[
    "transfer-syntax-error",
    "abstract-syntax-error-reject",
    "abstract-syntax-error-ignore-and-notify",
    "message-not-compatible-with-receiver-state",
    "semantic-error",
    "abstract-syntax-error-falsely-constructed-message",
    "unspecified",
]
CauseRIC: TypeAlias = Literal[
    "ran-function-id-Invalid",
    "action-not-supported",
    "excessive-actions",
    "duplicate-action",
    "duplicate-event",
    "function-resource-limit",
    "request-id-unknown",
    "inconsistent-action-subsequent-action-sequence",
    "control-message-invalid",
    "call-process-id-invalid",
    "unspecified",
]
CauseRICrequest: TypeAlias = Literal[
    "ran-function-id-invalid",
    "action-not-supported",
    "excessive-actions",
    "duplicate-action",
    "duplicate-event-trigger",
    "function-resource-limit",
    "request-id-unknown",
    "inconsistent-action-subsequent-action-sequence",
    "control-message-invalid",
    "ric-call-process-id-invalid",
    "control-timer-expired",
    "control-failed-to-execute",
    "system-not-ready",
    "unspecified",
    "ric-subscription-end-time-expired",
    "ric-subscription-end-time-invalid",
    "duplicate-ric-request-id",
    "eventTriggerNotSupported",
    "requested-information-unavailable",
    "invalid-information-request",
]
CauseRICservice: TypeAlias = Literal[
    "function-not-required",
    "excessive-functions",
    "ric-resource-limit",
    "ran-function-not-supported",
]
CauseTransport: TypeAlias = Literal["unspecified", "transport-resource-unavailable"]
Criticality: TypeAlias = Literal["reject", "ignore", "notify"]
CriticalityDiagnostics_IE_List: TypeAlias = tuple["CriticalityDiagnostics_IE_Item", ...]  # size 1..maxnoofErrors
E2connectionSetupFailed_List: TypeAlias = tuple["E2connectionSetupFailed_Item", ...]  # size 1..maxofTNLA
E2connectionUpdate_List: TypeAlias = tuple["E2connectionUpdate_Item", ...]  # size 1..maxofTNLA
E2connectionUpdateRemove_List: TypeAlias = tuple["E2connectionUpdateRemove_Item", ...]  # size 1..maxofTNLA
E2nodeComponentConfigAddition_List: TypeAlias = tuple[
    "E2nodeComponentConfigAddition_Item", ...
]  # size 1..maxofE2nodeComponents
E2nodeComponentConfigAdditionAck_List: TypeAlias = tuple[
    "E2nodeComponentConfigAdditionAck_Item", ...
]  # size 1..maxofE2nodeComponents
E2nodeComponentConfigRemoval_List: TypeAlias = tuple[
    "E2nodeComponentConfigRemoval_Item", ...
]  # size 1..maxofE2nodeComponents
E2nodeComponentConfigRemovalAck_List: TypeAlias = tuple[
    "E2nodeComponentConfigRemovalAck_Item", ...
]  # size 1..maxofE2nodeComponents
E2nodeComponentConfigUpdate: TypeAlias = (
    tuple[Literal["gNBconfigUpdate"], "E2nodeComponentConfigUpdateGNB"]
    | tuple[Literal["en-gNBconfigUpdate"], "E2nodeComponentConfigUpdateENgNB"]
    | tuple[Literal["ng-eNBconfigUpdate"], "E2nodeComponentConfigUpdateNGeNB"]
    | tuple[Literal["eNBconfigUpdate"], "E2nodeComponentConfigUpdateENB"]
)
E2nodeComponentConfigUpdate_List: TypeAlias = tuple[
    "E2nodeComponentConfigUpdate_Item", ...
]  # size 1..maxofE2nodeComponents
E2nodeComponentConfigUpdateAck_List: TypeAlias = tuple[
    "E2nodeComponentConfigUpdateAck_Item", ...
]  # size 1..maxofE2nodeComponents
E2nodeComponentID: TypeAlias = (
    tuple[Literal["e2nodeComponentTypeGNB-CU-UP"], "E2nodeComponentGNB_CU_UP_ID"]
    | tuple[Literal["e2nodeComponentTypeGNB-DU"], "E2nodeComponentGNB_DU_ID"]
    | tuple[Literal["e2nodeComponentInterfaceTypeNG"], "E2nodeComponentInterfaceNG"]
    | tuple[Literal["e2nodeComponentInterfaceTypeXn"], "E2nodeComponentInterfaceXn"]
    | tuple[Literal["e2nodeComponentInterfaceTypeE1"], "E2nodeComponentInterfaceE1"]
    | tuple[Literal["e2nodeComponentInterfaceTypeF1"], "E2nodeComponentInterfaceF1"]
    | tuple[Literal["e2nodeComponentInterfaceTypeW1"], "E2nodeComponentInterfaceW1"]
    | tuple[Literal["e2nodeComponentInterfaceTypeS1"], "E2nodeComponentInterfaceS1"]
    | tuple[Literal["e2nodeComponentInterfaceTypeX2"], "E2nodeComponentInterfaceX2"]
)
E2nodeComponentInterfaceType: TypeAlias = Literal["ng", "xn", "e1", "f1", "w1", "s1", "x2"]
E2nodeComponentType: TypeAlias = Literal["gNB", "gNB-CU-UP", "gNB-DU", "en-gNB", "eNB", "ng-eNB"]
E2nodeTNLassociationRemoval_List: TypeAlias = tuple["E2nodeTNLassociationRemoval_Item", ...]  # size 1..maxofTNLA
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
GlobalE2node_ID: TypeAlias = (
    tuple[Literal["gNB"], "GlobalE2node_gNB_ID"]
    | tuple[Literal["en-gNB"], "GlobalE2node_en_gNB_ID"]
    | tuple[Literal["ng-eNB"], "GlobalE2node_ng_eNB_ID"]
    | tuple[Literal["eNB"], "GlobalE2node_eNB_ID"]
)
GlobalNG_RANNode_ID: TypeAlias = tuple[Literal["gNB"], "GlobalgNB_ID"] | tuple[Literal["ng-eNB"], "GlobalngeNB_ID"]
GNB_CU_UP_ID: TypeAlias = int  # 0..68719476735
GNB_DU_ID: TypeAlias = int  # 0..68719476735
GNB_ID_Choice: TypeAlias = tuple[Literal["gnb-ID"], BitString]
ListedRecordsOnly: TypeAlias = Literal["true"]
LoadMeasurementID: TypeAlias = int  # 1..4095, ...
MMEname: TypeAlias = str  # size 1..150, ...
NGENB_DU_ID: TypeAlias = int  # 0..68719476735
PLMN_Identity: TypeAlias = bytes  # size 3
ProcedureCode: TypeAlias = int  # 0..255
ProtocolIE_ID: TypeAlias = int  # 0..65535
RANfunctionDefinition: TypeAlias = bytes
RANfunctionID: TypeAlias = int  # 0..4095
RANfunctionLoad_List: TypeAlias = tuple["RANfunctionLoad_Item", ...]  # size 1..maxofRANfunctionID
RANfunctionLoadConfirm_List: TypeAlias = tuple["RANfunctionLoadConfirm_Item", ...]  # size 1..maxofRANfunctionID
RANfunctionLoadRequest_List: TypeAlias = tuple["RANfunctionLoadRequest_Item", ...]  # size 1..maxofRANfunctionID
RANfunctionOID: TypeAlias = str  # size 1..1000, ...
RANfunctionRevision: TypeAlias = int  # 0..4095
RANfunctions_List: TypeAlias = tuple["RANfunction_Item", ...]
RANfunctionsID_List: TypeAlias = tuple["RANfunctionID_Item", ...]
RANfunctionsIDcause_List: TypeAlias = tuple["RANfunctionIDcause_Item", ...]
RANfunctionStateConfirm_List: TypeAlias = tuple["RANfunctionStateConfirm_Item", ...]  # size 1..maxofRANfunctionID
RANfunctionStateControl_List: TypeAlias = tuple["RANfunctionStateControl_Item", ...]  # size 1..maxofRANfunctionID
RegistrationRequest: TypeAlias = Literal["start", "stop", "add"]
ReportingPeriodicity: TypeAlias = Literal["ms500", "ms1000", "ms2000", "ms5000", "ms10000"]
RICaction_Admitted_List: TypeAlias = tuple["RICaction_Admitted_Item", ...]  # size 1..maxofRICactionID
RICaction_List: TypeAlias = tuple["RICactionList_Item", ...]  # size 1..maxofRICactionID
RICaction_NotAdmitted_List: TypeAlias = tuple["RICaction_NotAdmitted_Item", ...]  # size 0..maxofRICactionID
RICactionDefinition: TypeAlias = bytes
RICactionExecutionOrder: TypeAlias = int  # 0..255, ...
RICactionID: TypeAlias = int  # 0..255
RICactionLoad_List: TypeAlias = tuple["RICactionLoad_Item", ...]  # size 1..maxofRICactionID
RICactionLoadConfirm_List: TypeAlias = tuple["RICactionLoadConfirm_Item", ...]  # size 1..maxofRICactionID
RICactionLoadRequest_List: TypeAlias = tuple["RICactionLoadRequest_Item", ...]  # size 1..maxofRICactionID
RICactions_AddedForModification_List: TypeAlias = tuple[
    "RICaction_AddedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_ConfirmedForModification_List: TypeAlias = tuple[
    "RICaction_ConfirmedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_ConfirmedForRemoval_List: TypeAlias = tuple[
    "RICaction_ConfirmedForRemoval_Item", ...
]  # size 0..maxofRICactionID
RICactions_FailedToBeAddedForModification_List: TypeAlias = tuple[
    "RICaction_FailedToBeAddedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_FailedToBeModifiedForModification_List: TypeAlias = tuple[
    "RICaction_FailedToBeModifiedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_FailedToBeRemovedForModification_List: TypeAlias = tuple[
    "RICaction_FailedToBeRemovedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_ModifiedForModification_List: TypeAlias = tuple[
    "RICaction_ModifiedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_RefusedToBeModified_List: TypeAlias = tuple[
    "RICaction_RefusedToBeModified_Item", ...
]  # size 0..maxofRICactionID
RICactions_RefusedToBeRemoved_List: TypeAlias = tuple[
    "RICaction_RefusedToBeRemoved_Item", ...
]  # size 0..maxofRICactionID
RICactions_RemovedForModification_List: TypeAlias = tuple[
    "RICaction_RemovedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_RequiredToBeModified_List: TypeAlias = tuple[
    "RICaction_RequiredToBeModified_Item", ...
]  # size 0..maxofRICactionID
RICactions_RequiredToBeRemoved_List: TypeAlias = tuple[
    "RICaction_RequiredToBeRemoved_Item", ...
]  # size 0..maxofRICactionID
RICactions_ToBeAddedForModification_List: TypeAlias = tuple[
    "RICaction_ToBeAddedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_ToBeModifiedForModification_List: TypeAlias = tuple[
    "RICaction_ToBeModifiedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_ToBeRemovedForModification_List: TypeAlias = tuple[
    "RICaction_ToBeRemovedForModification_Item", ...
]  # size 0..maxofRICactionID
RICactions_ToBeSetup_List: TypeAlias = tuple["RICaction_ToBeSetup_Item", ...]  # size 1..maxofRICactionID
RICactionType: TypeAlias = Literal["report", "insert", "policy"]
RICassistanceHeader: TypeAlias = bytes
RICassistanceMessage: TypeAlias = bytes
RICassistanceOutcome: TypeAlias = bytes
RICassistanceSN: TypeAlias = int  # 0..65535
RICassistanceUpdate: TypeAlias = Literal["true"]
RICassistanceUpdateNumber: TypeAlias = int  # 0..65535
RICcallProcessID: TypeAlias = bytes
RICcontrolAckRequest: TypeAlias = Literal["noAck", "ack", "nAck"]
RICcontrolHeader: TypeAlias = bytes
RICcontrolMessage: TypeAlias = bytes
RICcontrolOutcome: TypeAlias = bytes
RICcontrolStatus: TypeAlias = Literal["success", "rejected", "failed"]
RICeventTriggerDefinition: TypeAlias = bytes
RICindicationHeader: TypeAlias = bytes
RICindicationMessage: TypeAlias = bytes
RICindicationSN: TypeAlias = int  # 0..65535
RICindicationType: TypeAlias = Literal["report", "insert"]
RICloadConfirm: TypeAlias = Literal["true"]
RICloadRequest: TypeAlias = Literal["true"]
RICqueryDefinition: TypeAlias = bytes
RICqueryHeader: TypeAlias = bytes
RICqueryOutcome: TypeAlias = bytes
RICsubscription_List_withCause: TypeAlias = tuple["RICsubscription_withCause_Item", ...]  # size 1..maxofRICrequestID
RICsubscriptionAuditActionList: TypeAlias = tuple[
    "RICsubscriptionAuditAction_Item", ...
]  # size 1..maxofRICsubscriptions
RICsubscriptionAuditList: TypeAlias = tuple["RICsubscriptionAudit_Item", ...]  # size 1..maxofRICsubscriptions
RICsubscriptionLoad_List: TypeAlias = tuple["RICsubscriptionLoad_ItemIE", ...]  # size 1..maxofRICrequestID
RICsubscriptionLoadConfirm_List: TypeAlias = tuple[
    "RICsubscriptionLoadConfirm_ItemIE", ...
]  # size 1..maxofRICrequestID
RICsubscriptionLoadRequest_List: TypeAlias = tuple[
    "RICsubscriptionLoadRequest_ItemIE", ...
]  # size 1..maxofRICrequestID
RICsubscriptionResumed_List: TypeAlias = tuple["RICsubscriptionList_Item", ...]  # size 1..maxofRICrequestID
RICsubscriptionSuspended_List: TypeAlias = tuple["RICsubscriptionList_Item", ...]  # size 1..maxofRICrequestID
RICsubscriptionTime: TypeAlias = bytes  # size 8
RICsubscriptionToBeResumed_List: TypeAlias = tuple["RICsubscriptionList_Item", ...]  # size 1..maxofRICrequestID
RICsubscriptionToBeSuspended_List: TypeAlias = tuple["RICsubscriptionList_Item", ...]  # size 1..maxofRICrequestID
RICsubsequentActionType: TypeAlias = Literal["continue", "wait"]
RICtimeToWait: TypeAlias = Literal[
    "zero",
    "w1ms",
    "w2ms",
    "w5ms",
    "w10ms",
    "w20ms",
    "w30ms",
    "w40ms",
    "w50ms",
    "w100ms",
    "w200ms",
    "w500ms",
    "w1s",
    "w2s",
    "w5s",
    "w10s",
    "w20s",
    "w60s",
]
ServiceLayerCause: TypeAlias = bytes
TimeToWait: TypeAlias = Literal["v1s", "v2s", "v5s", "v10s", "v20s", "v60s"]
TNLusage: TypeAlias = Literal["ric-service", "support-function", "both"]
TransactionID: TypeAlias = int  # 0..255, ...
TriggeringMessage: TypeAlias = Literal["initiating-message", "successful-outcome", "unsuccessfull-outcome"]
TypeOfError: TypeAlias = Literal["not-understood", "missing"]

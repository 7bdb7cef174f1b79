"""The RIC functional procedures (E2AP 8.2), one state table each.

A Reset or a Removal aborts all of them (8.3.2.2, 8.3.7.2): an answer that was already on its way is then no mistake.
"""

from oran_harness.protocols.e2ap.engine.global_tables import ProcedureTable
from oran_harness.protocols.e2ap.engine.states import ProcedureState

IDLE = ProcedureState.IDLE
REQUESTED = ProcedureState.REQUESTED
REPORTED = ProcedureState.REPORTED
SUCCEEDED = ProcedureState.SUCCEEDED
FAILED = ProcedureState.FAILED
DONE = ProcedureState.DONE
ABORTED = ProcedureState.ABORTED
GIVEN_UP = ProcedureState.GIVEN_UP

# 8.2.1; a RIC that gets no answer deletes what it asked for, and ignores late answers
RIC_SUBSCRIPTION: ProcedureTable = {
    (IDLE, "RICsubscriptionRequest"): REQUESTED,
    (REQUESTED, "RICsubscriptionResponse"): SUCCEEDED,
    (REQUESTED, "RICsubscriptionFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICsubscriptionResponse"): SUCCEEDED,
    (REPORTED, "RICsubscriptionFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICsubscriptionResponse"): SUCCEEDED,
    (ABORTED, "RICsubscriptionFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
    (REQUESTED, "RICsubscriptionDeleteRequest"): GIVEN_UP,
    (REPORTED, "RICsubscriptionDeleteRequest"): GIVEN_UP,
    (GIVEN_UP, "RICsubscriptionResponse"): SUCCEEDED,
    (GIVEN_UP, "RICsubscriptionFailure"): FAILED,
    (GIVEN_UP, "ErrorIndication"): GIVEN_UP,
}

# 8.2.2
RIC_SUBSCRIPTION_DELETE: ProcedureTable = {
    (IDLE, "RICsubscriptionDeleteRequest"): REQUESTED,
    (REQUESTED, "RICsubscriptionDeleteResponse"): SUCCEEDED,
    (REQUESTED, "RICsubscriptionDeleteFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICsubscriptionDeleteResponse"): SUCCEEDED,
    (REPORTED, "RICsubscriptionDeleteFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICsubscriptionDeleteResponse"): SUCCEEDED,
    (ABORTED, "RICsubscriptionDeleteFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.2B
RIC_SUBSCRIPTION_AUDIT: ProcedureTable = {
    (IDLE, "RICsubscriptionAuditRequest"): REQUESTED,
    (REQUESTED, "RICsubscriptionAuditResponse"): SUCCEEDED,
    (REQUESTED, "RICsubscriptionAuditFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICsubscriptionAuditResponse"): SUCCEEDED,
    (REPORTED, "RICsubscriptionAuditFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICsubscriptionAuditResponse"): SUCCEEDED,
    (ABORTED, "RICsubscriptionAuditFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.4; an Error Indication with the id ends it (8.2.4.4)
RIC_CONTROL: ProcedureTable = {
    (IDLE, "RICcontrolRequest"): REQUESTED,
    (REQUESTED, "RICcontrolAcknowledge"): SUCCEEDED,
    (REQUESTED, "RICcontrolFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICcontrolAcknowledge"): SUCCEEDED,
    (REPORTED, "RICcontrolFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICcontrolAcknowledge"): SUCCEEDED,
    (ABORTED, "RICcontrolFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.5
RIC_SUBSCRIPTION_MODIFICATION: ProcedureTable = {
    (IDLE, "RICsubscriptionModificationRequest"): REQUESTED,
    (REQUESTED, "RICsubscriptionModificationResponse"): SUCCEEDED,
    (REQUESTED, "RICsubscriptionModificationFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICsubscriptionModificationResponse"): SUCCEEDED,
    (REPORTED, "RICsubscriptionModificationFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICsubscriptionModificationResponse"): SUCCEEDED,
    (ABORTED, "RICsubscriptionModificationFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.6, from the node
RIC_SUBSCRIPTION_MODIFICATION_REQUIRED: ProcedureTable = {
    (IDLE, "RICsubscriptionModificationRequired"): REQUESTED,
    (REQUESTED, "RICsubscriptionModificationConfirm"): SUCCEEDED,
    (REQUESTED, "RICsubscriptionModificationRefuse"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICsubscriptionModificationConfirm"): SUCCEEDED,
    (REPORTED, "RICsubscriptionModificationRefuse"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICsubscriptionModificationConfirm"): SUCCEEDED,
    (ABORTED, "RICsubscriptionModificationRefuse"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.7; an Error Indication with the id ends it (8.2.7.4)
RIC_QUERY: ProcedureTable = {
    (IDLE, "RICqueryRequest"): REQUESTED,
    (REQUESTED, "RICqueryResponse"): SUCCEEDED,
    (REQUESTED, "RICqueryFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICqueryResponse"): SUCCEEDED,
    (REPORTED, "RICqueryFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICqueryResponse"): SUCCEEDED,
    (ABORTED, "RICqueryFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.8
RIC_SERVICE_LOAD_STATUS: ProcedureTable = {
    (IDLE, "RICserviceLoadStatusRequest"): REQUESTED,
    (REQUESTED, "RICserviceLoadStatusResponse"): SUCCEEDED,
    (REQUESTED, "RICserviceLoadStatusFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICserviceLoadStatusResponse"): SUCCEEDED,
    (REPORTED, "RICserviceLoadStatusFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICserviceLoadStatusResponse"): SUCCEEDED,
    (ABORTED, "RICserviceLoadStatusFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.10
RIC_SUBSCRIPTION_STATE_CONTROL: ProcedureTable = {
    (IDLE, "RICsubscriptionStateControlRequest"): REQUESTED,
    (REQUESTED, "RICsubscriptionStateControlResponse"): SUCCEEDED,
    (REQUESTED, "RICsubscriptionStateControlFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICsubscriptionStateControlResponse"): SUCCEEDED,
    (REPORTED, "RICsubscriptionStateControlFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICsubscriptionStateControlResponse"): SUCCEEDED,
    (ABORTED, "RICsubscriptionStateControlFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.11, from the node
RIC_ASSISTANCE: ProcedureTable = {
    (IDLE, "RICassistanceRequest"): REQUESTED,
    (REQUESTED, "RICassistanceResponse"): SUCCEEDED,
    (REQUESTED, "RICassistanceFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICassistanceResponse"): SUCCEEDED,
    (REPORTED, "RICassistanceFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
    (REQUESTED, "ResetRequest"): ABORTED,
    (REQUESTED, "E2RemovalRequest"): ABORTED,
    (REPORTED, "ResetRequest"): ABORTED,
    (REPORTED, "E2RemovalRequest"): ABORTED,
    (ABORTED, "RICassistanceResponse"): SUCCEEDED,
    (ABORTED, "RICassistanceFailure"): FAILED,
    (ABORTED, "ErrorIndication"): ABORTED,
}

# 8.2.2A, from the node; the RIC may delete then
RIC_SUBSCRIPTION_DELETE_REQUIRED: ProcedureTable = {
    (IDLE, "RICsubscriptionDeleteRequired"): DONE,
}

# 8.2.3, from the node
RIC_INDICATION: ProcedureTable = {
    (IDLE, "RICindication"): DONE,
}

# 8.2.9, from the node
RIC_SERVICE_LOAD_UPDATE: ProcedureTable = {
    (IDLE, "RICserviceLoadUpdate"): DONE,
}

# 8.2.12
RIC_ASSISTANCE_INDICATION: ProcedureTable = {
    (IDLE, "RICassistanceIndication"): DONE,
}

# 8.2.13, from the node
RIC_ASSISTANCE_HALT: ProcedureTable = {
    (IDLE, "RICassistanceHalt"): DONE,
}

RIC_FUNCTIONAL_PROCEDURES: dict[int, ProcedureTable] = {
    4: RIC_CONTROL,
    5: RIC_INDICATION,
    8: RIC_SUBSCRIPTION,
    9: RIC_SUBSCRIPTION_DELETE,
    12: RIC_SUBSCRIPTION_DELETE_REQUIRED,
    14: RIC_SUBSCRIPTION_MODIFICATION,
    15: RIC_SUBSCRIPTION_MODIFICATION_REQUIRED,
    16: RIC_QUERY,
    17: RIC_SUBSCRIPTION_AUDIT,
    18: RIC_SERVICE_LOAD_STATUS,
    19: RIC_SERVICE_LOAD_UPDATE,
    20: RIC_SUBSCRIPTION_STATE_CONTROL,
    21: RIC_ASSISTANCE,
    22: RIC_ASSISTANCE_INDICATION,
    23: RIC_ASSISTANCE_HALT,
}

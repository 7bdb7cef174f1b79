"""The procedures of the interface as a whole (E2AP 8.3), one state table each."""

from oran_harness.protocols.e2ap.engine.states import ProcedureState

ProcedureTable = dict[tuple[ProcedureState, str], ProcedureState]

IDLE = ProcedureState.IDLE
REQUESTED = ProcedureState.REQUESTED
REPORTED = ProcedureState.REPORTED
SUCCEEDED = ProcedureState.SUCCEEDED
FAILED = ProcedureState.FAILED
DONE = ProcedureState.DONE

# 8.3.1; after a failure the node may try again, not before Time to Wait
E2_SETUP: ProcedureTable = {
    (IDLE, "E2setupRequest"): REQUESTED,
    (REQUESTED, "E2setupResponse"): SUCCEEDED,
    (REQUESTED, "E2setupFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "E2setupResponse"): SUCCEEDED,
    (REPORTED, "E2setupFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
}

# 8.3.2, from either end; there is no failure message
RESET: ProcedureTable = {
    (IDLE, "ResetRequest"): REQUESTED,
    (REQUESTED, "ResetResponse"): SUCCEEDED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "ResetResponse"): SUCCEEDED,
    (REPORTED, "ErrorIndication"): REPORTED,
}

# 8.3.4
RIC_SERVICE_UPDATE: ProcedureTable = {
    (IDLE, "RICserviceUpdate"): REQUESTED,
    (REQUESTED, "RICserviceUpdateAcknowledge"): SUCCEEDED,
    (REQUESTED, "RICserviceUpdateFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICserviceUpdateAcknowledge"): SUCCEEDED,
    (REPORTED, "RICserviceUpdateFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
}

# 8.3.5
E2_NODE_CONFIGURATION_UPDATE: ProcedureTable = {
    (IDLE, "E2nodeConfigurationUpdate"): REQUESTED,
    (REQUESTED, "E2nodeConfigurationUpdateAcknowledge"): SUCCEEDED,
    (REQUESTED, "E2nodeConfigurationUpdateFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "E2nodeConfigurationUpdateAcknowledge"): SUCCEEDED,
    (REPORTED, "E2nodeConfigurationUpdateFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
}

# 8.3.6
E2_CONNECTION_UPDATE: ProcedureTable = {
    (IDLE, "E2connectionUpdate"): REQUESTED,
    (REQUESTED, "E2connectionUpdateAcknowledge"): SUCCEEDED,
    (REQUESTED, "E2connectionUpdateFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "E2connectionUpdateAcknowledge"): SUCCEEDED,
    (REPORTED, "E2connectionUpdateFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
}

# 8.3.7, from either end
E2_REMOVAL: ProcedureTable = {
    (IDLE, "E2RemovalRequest"): REQUESTED,
    (REQUESTED, "E2RemovalResponse"): SUCCEEDED,
    (REQUESTED, "E2RemovalFailure"): FAILED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "E2RemovalResponse"): SUCCEEDED,
    (REPORTED, "E2RemovalFailure"): FAILED,
    (REPORTED, "ErrorIndication"): REPORTED,
}

# 8.3.3, from either end
ERROR_INDICATION: ProcedureTable = {
    (IDLE, "ErrorIndication"): DONE,
}

# 8.3.4A; what follows a Query is a run of RIC Service Update, with an id of its own
RIC_SERVICE_QUERY: ProcedureTable = {
    (IDLE, "RICserviceQuery"): REQUESTED,
    (REQUESTED, "RICserviceUpdate"): SUCCEEDED,
    (REQUESTED, "ErrorIndication"): REPORTED,
    (REPORTED, "RICserviceUpdate"): SUCCEEDED,
    (REPORTED, "ErrorIndication"): REPORTED,
}

GLOBAL_PROCEDURES: dict[int, ProcedureTable] = {
    1: E2_SETUP,
    2: ERROR_INDICATION,
    3: RESET,
    6: RIC_SERVICE_QUERY,
    7: RIC_SERVICE_UPDATE,
    10: E2_NODE_CONFIGURATION_UPDATE,
    11: E2_CONNECTION_UPDATE,
    13: E2_REMOVAL,
}

"""What outlives a single procedure: the association, a subscription, load reports, an assistance (E2AP 8.2, 8.3)."""

from oran_harness.protocols.e2ap.engine.states import (
    GLOBAL,
    RIC_SERVICE,
    AssistanceState,
    AssociationState,
    LoadState,
    SubscriptionState,
)

NEW = AssociationState.NEW
UNKNOWN = AssociationState.UNKNOWN
SETTING_UP = AssociationState.SETTING_UP
NOT_SET_UP = AssociationState.NOT_SET_UP
JOINING = AssociationState.JOINING
OPERATIONAL = AssociationState.OPERATIONAL
SETTING_UP_AGAIN = AssociationState.SETTING_UP_AGAIN
REMOVING = AssociationState.REMOVING
REMOVED = AssociationState.REMOVED

# 8.3.1, 8.3.6.2, 8.3.7. In "new" only what 8.3.1.4 lets come first has a row; before E2 Setup is completed there are no
# RIC services; after the Removal only a new Setup (open) and the second answer of two crossing Removals.
ASSOCIATION: dict[tuple[AssociationState, str], AssociationState] = {
    (NEW, "E2setupRequest"): SETTING_UP,
    (NEW, "E2setupResponse"): NEW,
    (NEW, "E2setupFailure"): NEW,
    (NEW, "E2nodeConfigurationUpdate"): JOINING,
    (SETTING_UP, "E2setupRequest"): SETTING_UP,
    (SETTING_UP, "E2setupResponse"): OPERATIONAL,
    (SETTING_UP, "E2setupFailure"): NOT_SET_UP,
    (SETTING_UP, "E2RemovalRequest"): REMOVING,
    (SETTING_UP, GLOBAL): SETTING_UP,
    (NOT_SET_UP, "E2setupRequest"): SETTING_UP,
    (NOT_SET_UP, "E2RemovalRequest"): REMOVING,
    (NOT_SET_UP, GLOBAL): NOT_SET_UP,
    (JOINING, "E2setupRequest"): SETTING_UP,
    (JOINING, "E2nodeConfigurationUpdateAcknowledge"): OPERATIONAL,
    (JOINING, "E2nodeConfigurationUpdateFailure"): JOINING,
    (JOINING, "E2RemovalRequest"): REMOVING,
    (JOINING, RIC_SERVICE): JOINING,
    (JOINING, GLOBAL): JOINING,
    (OPERATIONAL, "E2setupRequest"): SETTING_UP_AGAIN,
    (OPERATIONAL, "E2RemovalRequest"): REMOVING,
    (OPERATIONAL, RIC_SERVICE): OPERATIONAL,
    (OPERATIONAL, GLOBAL): OPERATIONAL,
    (SETTING_UP_AGAIN, "E2setupRequest"): SETTING_UP_AGAIN,
    (SETTING_UP_AGAIN, "E2setupResponse"): OPERATIONAL,
    (SETTING_UP_AGAIN, "E2setupFailure"): OPERATIONAL,
    (SETTING_UP_AGAIN, "E2RemovalRequest"): REMOVING,
    (SETTING_UP_AGAIN, RIC_SERVICE): SETTING_UP_AGAIN,
    (SETTING_UP_AGAIN, GLOBAL): SETTING_UP_AGAIN,
    (REMOVING, "E2RemovalRequest"): REMOVING,
    (REMOVING, "E2RemovalResponse"): REMOVED,
    (REMOVING, "E2RemovalFailure"): OPERATIONAL,
    (REMOVING, RIC_SERVICE): REMOVING,
    (REMOVING, GLOBAL): REMOVING,
    (REMOVED, "E2RemovalResponse"): REMOVED,
    (REMOVED, "E2RemovalFailure"): REMOVED,
    (REMOVED, "E2setupRequest"): SETTING_UP,
    (UNKNOWN, "E2setupRequest"): SETTING_UP_AGAIN,
    (UNKNOWN, "E2setupResponse"): OPERATIONAL,
    (UNKNOWN, "E2RemovalRequest"): REMOVING,
    (UNKNOWN, "E2RemovalResponse"): REMOVED,
    (UNKNOWN, RIC_SERVICE): UNKNOWN,
    (UNKNOWN, GLOBAL): UNKNOWN,
}


def _subscription() -> dict[tuple[SubscriptionState, str], SubscriptionState]:
    absent, requested, active = SubscriptionState.ABSENT, SubscriptionState.REQUESTED, SubscriptionState.ACTIVE
    suspended, deleting, given_up = SubscriptionState.SUSPENDED, SubscriptionState.DELETING, SubscriptionState.GIVEN_UP
    resetting, refused, deleted = SubscriptionState.RESETTING, SubscriptionState.REFUSED, SubscriptionState.DELETED
    reset, released = SubscriptionState.RESET, SubscriptionState.RELEASED
    table = {
        (absent, "RICsubscriptionRequest"): requested,
        (requested, "RICsubscriptionResponse"): active,
        (requested, "RICsubscriptionFailure"): refused,
        (requested, "RICsubscriptionDeleteRequest"): given_up,
        (active, "RICindication"): active,
        (active, "RICsubscriptionModificationResponse"): active,
        (active, "RICsubscriptionModificationConfirm"): active,
        (active, "RICsubscriptionStateControlResponse(suspended)"): suspended,
        (active, "RICsubscriptionDeleteRequired"): active,
        (active, "RICsubscriptionDeleteRequest"): deleting,
        (suspended, "RICsubscriptionModificationResponse"): suspended,
        (suspended, "RICsubscriptionModificationConfirm"): suspended,
        (suspended, "RICsubscriptionStateControlResponse(resumed)"): active,
        (suspended, "RICsubscriptionDeleteRequired"): suspended,
        (suspended, "RICsubscriptionDeleteRequest"): deleting,
        (deleting, "RICindication"): deleting,
        (deleting, "RICsubscriptionModificationResponse"): deleting,
        (deleting, "RICsubscriptionModificationConfirm"): deleting,
        (deleting, "RICsubscriptionDeleteRequired"): deleting,
        (deleting, "RICsubscriptionDeleteRequest"): deleting,
        (deleting, "RICsubscriptionDeleteResponse"): deleted,
        (deleting, "RICsubscriptionDeleteFailure"): active,
        (given_up, "RICsubscriptionResponse"): given_up,
        (given_up, "RICsubscriptionFailure"): given_up,
        (given_up, "RICindication"): given_up,
        (given_up, "RICsubscriptionDeleteRequired"): given_up,
        (given_up, "RICsubscriptionDeleteRequest"): given_up,
        (given_up, "RICsubscriptionDeleteResponse"): deleted,
        (given_up, "RICsubscriptionDeleteFailure"): deleted,
        (resetting, "RICindication"): resetting,
        (resetting, "RICsubscriptionResponse"): resetting,
        (resetting, "RICsubscriptionFailure"): resetting,
        (resetting, "RICsubscriptionDeleteRequired"): resetting,
        (resetting, "RICsubscriptionDeleteResponse"): resetting,
        (resetting, "RICsubscriptionDeleteFailure"): resetting,
        (resetting, "RICsubscriptionRequest"): requested,
        (resetting, "ResetResponse"): reset,
    }
    for state in (refused, deleted, reset, released):
        table[state, "RICsubscriptionRequest"] = requested
    for state in (requested, active, suspended, deleting, given_up):
        table[state, "ResetRequest"] = resetting
    for state in (requested, active, suspended, deleting, given_up, resetting):
        table[state, "E2RemovalResponse"] = released
    return table


# 8.2.1, 8.2.2, 8.2.5, 8.2.6, 8.2.10, 8.3.2.2, 8.3.7.2. No Indication stands before the response (that is open), while
# suspended, and after the end; one that crosses a Delete or Reset request is right.
SUBSCRIPTION = _subscription()

# 8.2.8, 8.2.9, since 7.00; in parentheses the Registration Request
LOAD: dict[tuple[LoadState, str], LoadState] = {
    (LoadState.ABSENT, "RICserviceLoadStatusRequest(start)"): LoadState.STARTING,
    (LoadState.STARTING, "RICserviceLoadStatusResponse"): LoadState.REPORTING,
    (LoadState.STARTING, "RICserviceLoadStatusFailure"): LoadState.ABSENT,
    (LoadState.STARTING, "RICserviceLoadUpdate"): LoadState.STARTING,
    (LoadState.REPORTING, "RICserviceLoadUpdate"): LoadState.REPORTING,
    (LoadState.REPORTING, "RICserviceLoadStatusRequest(start)"): LoadState.REPORTING,
    (LoadState.REPORTING, "RICserviceLoadStatusRequest(add)"): LoadState.REPORTING,
    (LoadState.REPORTING, "RICserviceLoadStatusRequest(stop)"): LoadState.STOPPING,
    (LoadState.REPORTING, "RICserviceLoadStatusResponse"): LoadState.REPORTING,
    (LoadState.REPORTING, "RICserviceLoadStatusFailure"): LoadState.REPORTING,
    (LoadState.STOPPING, "RICserviceLoadUpdate"): LoadState.STOPPING,
    (LoadState.STOPPING, "RICserviceLoadStatusRequest(stop)"): LoadState.STOPPING,
    (LoadState.STOPPING, "RICserviceLoadStatusResponse"): LoadState.STOPPED,
    (LoadState.STOPPING, "RICserviceLoadStatusFailure"): LoadState.REPORTING,
    (LoadState.STOPPED, "RICserviceLoadStatusRequest(start)"): LoadState.STARTING,
}

# 8.2.11 to 8.2.13, since 7.00; in parentheses whether the request asked for updates. The RIC ignores a Halt for
# nothing; an Indication that crosses a Halt is right.
ASSISTANCE: dict[tuple[AssistanceState, str], AssistanceState] = {
    (AssistanceState.ABSENT, "RICassistanceRequest"): AssistanceState.REQUESTED,
    (AssistanceState.REQUESTED, "RICassistanceResponse(updates)"): AssistanceState.UPDATING,
    (AssistanceState.REQUESTED, "RICassistanceResponse(no updates)"): AssistanceState.DONE,
    (AssistanceState.REQUESTED, "RICassistanceFailure"): AssistanceState.ABSENT,
    (AssistanceState.REQUESTED, "RICassistanceIndication"): AssistanceState.REQUESTED,
    (AssistanceState.REQUESTED, "RICassistanceHalt"): AssistanceState.HALTED,
    (AssistanceState.UPDATING, "RICassistanceIndication"): AssistanceState.UPDATING,
    (AssistanceState.UPDATING, "RICassistanceHalt"): AssistanceState.HALTED,
    (AssistanceState.UPDATING, "RICassistanceRequest"): AssistanceState.REQUESTED,
    (AssistanceState.HALTED, "RICassistanceIndication"): AssistanceState.HALTED,
    (AssistanceState.HALTED, "RICassistanceResponse(updates)"): AssistanceState.HALTED,
    (AssistanceState.HALTED, "RICassistanceResponse(no updates)"): AssistanceState.HALTED,
    (AssistanceState.HALTED, "RICassistanceFailure"): AssistanceState.HALTED,
    (AssistanceState.HALTED, "RICassistanceHalt"): AssistanceState.HALTED,
    (AssistanceState.HALTED, "RICassistanceRequest"): AssistanceState.REQUESTED,
    (AssistanceState.DONE, "RICassistanceHalt"): AssistanceState.DONE,
    (AssistanceState.DONE, "RICassistanceRequest"): AssistanceState.REQUESTED,
}

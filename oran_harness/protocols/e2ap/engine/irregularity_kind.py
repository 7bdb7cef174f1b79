"""The ways in which messages depart from the procedures, each with its clause and its weight."""

from oran_harness.model.level import Level
from oran_harness.protocols.departure_kind import DepartureKind

_MUST = Level.MUST
_SHOULD = Level.SHOULD
_OPEN = None


class IrregularityKind(DepartureKind):
    """A kind of irregularity.

    ``level`` is MUST where a "shall" of the text, or what follows from two of them, is broken. ``clause`` is E2AP's
    unless it names another document, ``since`` is the first edition whose text has the rule.
    """

    since: str

    def __new__(
        cls, value: str, level: Level | None, clause: str, meaning: str, since: str = "1.01"
    ) -> "IrregularityKind":
        """Make a kind out of the row that declares it."""
        kind = cls._declared(value, level, clause, meaning, "E2AP ")
        kind.since = since
        return kind

    # fmt: off
    # Pairing
    ANSWER_WITHOUT_REQUEST = "answer-without-request", _MUST, "3.1, 8.1", "An answer to a procedure that nobody started"
    ANSWER_WITH_ANOTHER_ID = (
        "answer-with-another-id", _MUST, "3.1, 9.2.7, 9.2.33",
        "An answer whose id is not that of the outstanding request"
    )
    ANSWER_WITHOUT_ID = (
        "answer-without-id", _MUST, "3.1, 9.2.33", "An answer without the id that its request had", "2.03"
    )
    ANSWER_WITH_UNASKED_ID = "answer-with-unasked-id", _OPEN, "3.1", "An answer with an id to a request that had none"
    SECOND_ANSWER = "second-answer", _MUST, "3.1, 8.1", "A second answer to one request"
    ID_REUSED_WHILE_ONGOING = (
        "id-reused-while-ongoing", _MUST, "3.1, 9.2.33", "The id of an ongoing procedure of the same type and initiator"
    )
    REQUEST_WITHOUT_ID = "request-without-id", _OPEN, "3.1", "A request without the id that pairs its answer"
    WRONG_ROLE = "wrong-role", _MUST, "8.1", "A message that only the other end may send"
    ENDED_WITHOUT_ANSWER = (
        "ended-without-answer", _MUST, "8.1", "The end that owed an answer took the association down instead"
    )
    UNANSWERED_AT_END = (
        "unanswered-at-end", _OPEN, "8.1, 9.5", "No answer had come when the record or association ended"
    )

    # The association
    FIRST_MESSAGE_NOT_SETUP = (
        "first-message-not-setup", _MUST, "8.3.1.1, 8.3.1.4",
        "The first message is none of E2 Setup or Configuration Update"
    )
    RIC_SERVICE_BEFORE_SETUP = (
        "ric-service-before-setup", _SHOULD, "8.3.1.1", "A RIC functional message before E2 Setup is completed"
    )
    SETUP_REPEATED = "setup-repeated", _OPEN, "8.3.1.1", "E2 Setup on an association that is set up, or being set up"
    BEFORE_TIME_TO_WAIT = (
        "before-time-to-wait", _MUST, "8.3.1.3, 8.3.4.3, 8.3.5.3, 8.3.6.3",
        "A refused procedure again before Time to Wait is over"
    )
    JOINED_WITHOUT_NODE_ID = (
        "joined-without-node-id", _OPEN, "8.3.5.2, 8.3.6.2",
        "A further association begins without the Global E2 Node ID"
    )
    RIC_SERVICE_DURING_RESET = (
        "ric-service-during-reset", _OPEN, "8.3.2.2",
        "The initiator of a Reset goes on with RIC services before it is answered"
    )
    MESSAGE_AFTER_REMOVAL = "message-after-removal", _SHOULD, "8.3.7.2", "A message after E2 Removal is completed"
    ERROR_INDICATION_EMPTY = (
        "error-indication-empty", _MUST, "8.3.3.2", "An Error Indication with neither Cause nor Criticality Diagnostics"
    )
    ERROR_INDICATION_ANSWERED = (
        "error-indication-answered", _MUST, "10, TS 36.413 10.5", "An Error Indication about an Error Indication"
    )
    ERROR_INDICATION_INSTEAD_OF_FAILURE = (
        "error-indication-instead-of-failure", _SHOULD, "8.3.3.1",
        "An Error Indication where the procedure has a failure message"
    )
    FAILURE_WITHOUT_CAUSE = "failure-without-cause", _MUST, "4.1", "A failure message that gives no cause"

    # RAN functions
    FUNCTION_ID_RESERVED = (
        "function-id-reserved", _MUST, "9.2.8", "A node offers RAN Function ID 0, which is the RIC's own"
    )
    FUNCTION_OFFERED_TWICE = "function-offered-twice", _SHOULD, "9.2.8", "One RAN Function ID twice in one list"
    FUNCTION_ANSWERED_NEVER_OFFERED = (
        "function-answered-never-offered", _MUST, "8.3.1.2, 8.3.4.2",
        "A function accepted or rejected that was not offered"
    )
    FUNCTION_ANSWERED_TWICE = (
        "function-answered-twice", _MUST, "8.3.1.2, 8.3.4.2", "A function both accepted and rejected, or named twice"
    )
    FUNCTION_NOT_ANSWERED = (
        "function-not-answered", _MUST, "8.3.1.2, 8.3.4.2, 9.1.2.3", "An offered function neither accepted nor rejected"
    )
    SETUP_REVISION_DIFFERS = (
        "setup-revision-differs", _OPEN, "8.3.1.2", "E2 Setup accepts another revision than the one offered"
    )
    UPDATE_REVISION_DIFFERS = (
        "update-revision-differs", _SHOULD, "8.3.4.2, E2TS 5.2.1.4",
        "Service Update accepts another revision than the one sent"
    )
    ALL_REJECTED_IN_ACKNOWLEDGE = (
        "all-rejected-in-acknowledge", _OPEN, "8.3.4.2", "Service Update acknowledged although every item is rejected"
    )
    UPDATE_DIFFERS_FROM_QUERY = (
        "update-differs-from-query", _OPEN, "8.3.4A.2",
        "The Service Update after a Query does not hold what the Query asks for"
    )
    FUNCTION_NEVER_OFFERED = (
        "function-never-offered", _SHOULD, "8.3.4.2", "A request for a RAN function that was never offered"
    )
    FUNCTION_REJECTED = (
        "function-rejected", _OPEN, "8.3.1.2", "A request for a RAN function that the RIC rejected itself"
    )
    FUNCTION_DELETED = (
        "function-deleted", _SHOULD, "8.3.4.2", "A request for a RAN function whose deletion was accepted"
    )
    UNKNOWN_FUNCTION_SERVED = (
        "unknown-function-served", _MUST, "8.2.1.4, 8.2.2.4, 8.2.4.3, 8.2.5.4, 8.2.7.3",
        "Success for a RAN function that the node never offered"
    )
    ANSWER_FUNCTION_DIFFERS = (
        "answer-function-differs", _MUST, "9.2.8, E2TS 6.2.2.1.1", "The answer's RAN Function ID is not the request's"
    )

    # Components and connections
    COMPONENT_NEVER_OFFERED = (
        "component-never-offered", _MUST, "8.3.1.2, 8.3.5.2",
        "A component acknowledged that the request did not name", "2.03"
    )
    COMPONENT_NOT_ACKNOWLEDGED = (
        "component-not-acknowledged", _MUST, "8.3.1.2, 8.3.5.2, E2TS 5.2.1.5",
        "A component of the request left unacknowledged", "2.03"
    )
    COMPONENT_ACKNOWLEDGED_TWICE = (
        "component-acknowledged-twice", _SHOULD, "8.3.1.2, 8.3.5.2", "One component acknowledged twice", "2.03"
    )
    UNKNOWN_COMPONENT_UPDATED = (
        "unknown-component-updated", _MUST, "8.3.5.3",
        "The update of a component that was never declared reported as done", "2.03"
    )
    CONNECTION_NEVER_ASKED = (
        "connection-never-asked", _SHOULD, "8.3.6.2",
        "A connection acknowledged that the Connection Update did not name"
    )
    CONNECTION_NOT_REPORTED = (
        "connection-not-reported", _SHOULD, "8.3.6.2, E2TS 6.2.1.6.1", "A connection to add neither set up nor failed"
    )

    # Subscription
    ACTION_ID_REPEATED = "action-id-repeated", _MUST, "9.2.10, 3.1", "One Action ID twice in a Subscription request"
    INSERT_WITHOUT_SUBSEQUENT_ACTION = (
        "insert-without-subsequent-action", _MUST, "9.2.13", "An INSERT action without Subsequent Action"
    )
    ID_OF_EXISTING_SUBSCRIPTION = (
        "id-of-existing-subscription", _OPEN, "8.2.1, 9.2.7",
        "A Subscription request with the id of a standing subscription"
    )
    IDENTICAL_REQUEST_ACCEPTED = (
        "identical-request-accepted", _MUST, "8.2.1.4", "A second identical Subscription request is accepted", "3.01"
    )
    ACTION_ANSWERED_TWICE = (
        "action-answered-twice", _MUST, "8.2.1.2", "An action both admitted and not, or listed twice"
    )
    ACTION_NOT_ANSWERED = "action-not-answered", _MUST, "8.2.1.2", "A requested action neither admitted nor refused"
    ACTION_NEVER_REQUESTED = "action-never-requested", _MUST, "8.2.1.2", "An action answered that was not requested"
    NOTHING_ADMITTED = "nothing-admitted", _MUST, "8.2.1.3", "A Subscription response that admits no action"
    DELETE_OF_UNKNOWN_SUBSCRIPTION = (
        "delete-of-unknown-subscription", _OPEN, "8.2.2.3", "A Delete for a subscription that does not stand"
    )
    DELETE_OF_UNKNOWN_CONFIRMED = (
        "delete-of-unknown-confirmed", _MUST, "8.2.2.3, E2TS 6.2.2.2.2",
        "A Delete response for a subscription that does not stand"
    )
    DELETE_FUNCTION_DIFFERS = (
        "delete-function-differs", _OPEN, "8.2.2",
        "A request about a subscription names another RAN function than it has"
    )
    DELETE_REQUIRED_FOR_UNKNOWN = (
        "delete-required-for-unknown", _SHOULD, "8.2.2A.2",
        "Delete Required for a subscription that does not stand", "2.03"
    )

    # Modification
    MODIFICATION_OF_UNKNOWN = (
        "modification-of-unknown", _SHOULD, "8.2.5.2, 8.2.6.2",
        "A modification of a subscription that does not stand", "3.01"
    )
    MODIFICATION_ACTION_REPEATED = (
        "modification-action-repeated", _SHOULD, "8.2.5.4", "One Action ID in several lists of a modification", "3.01"
    )
    MODIFICATION_WRONGLY_ACCEPTED = (
        "modification-wrongly-accepted", _MUST, "8.2.5.3, 8.2.5.4, 8.2.6.3, 8.2.6.4",
        "Success where the modification has to be refused", "3.01"
    )
    MODIFICATION_ACTION_NOT_REPORTED = (
        "modification-action-not-reported", _MUST, "8.2.5.2, 8.2.6.2",
        "The result of a requested change is not reported", "3.01"
    )
    MODIFICATION_ACTION_NEVER_ASKED = (
        "modification-action-never-asked", _MUST, "8.2.5.2, 8.2.6.2",
        "The result of a change that was not requested", "3.01"
    )
    MODIFICATION_ACTION_REPORTED_TWICE = (
        "modification-action-reported-twice", _MUST, "8.2.5.2, 8.2.6.2",
        "A change reported both done and failed, or twice", "3.01"
    )
    MODIFICATION_NOTHING_DONE = (
        "modification-nothing-done", _MUST, "8.2.5.3, 8.2.6.3", "Success although not one change was made", "3.01"
    )

    # Audit and State Control
    AUDIT_ITEM_NOT_REPORTED = (
        "audit-item-not-reported", _MUST, "8.2.2B.2", "A listed subscription neither confirmed nor unknown", "5.00"
    )
    AUDIT_ITEM_REPORTED_TWICE = (
        "audit-item-reported-twice", _MUST, "8.2.2B.2", "A subscription in several lists of the Audit response", "5.00"
    )
    AUDIT_ITEM_NEVER_ASKED = (
        "audit-item-never-asked", _MUST, "8.2.2B.2",
        "A subscription confirmed or unknown that the Audit did not list", "5.00"
    )
    AUDIT_MISSING_DESPITE_FLAG = (
        "audit-missing-despite-flag", _MUST, "8.2.2B.2",
        "Unlisted subscriptions reported though only listed ones were asked for", "5.00"
    )
    AUDIT_CONTRADICTS_SUBSCRIPTIONS = (
        "audit-contradicts-subscriptions", _SHOULD, "8.2.2B.2",
        "The Audit response contradicts what was subscribed", "5.00"
    )
    AUDIT_EMPTY = "audit-empty", _MUST, "8.2.2B.3", "An Audit response without a single item", "5.00"
    STATE_CHANGE_NEVER_ASKED = (
        "state-change-never-asked", _SHOULD, "8.2.10.2",
        "A subscription suspended or resumed that the request did not name", "7.00"
    )
    STATE_CHANGE_NOTHING_DONE = (
        "state-change-nothing-done", _MUST, "8.2.10.2, 8.2.10.3",
        "A State Control response without a single item", "7.00"
    )

    # Indication
    INDICATION_UNKNOWN_SUBSCRIPTION = (
        "indication-unknown-subscription", _SHOULD, "8.2.3.2",
        "An Indication for a subscription that was never made or was refused"
    )
    INDICATION_BEFORE_RESPONSE = (
        "indication-before-response", _OPEN, "8.2.3.2", "An Indication before the Subscription is answered"
    )
    INDICATION_AFTER_DELETE = (
        "indication-after-delete", _MUST, "8.2.2.2, E2TS 7.2.2.5.1", "An Indication after the Delete response"
    )
    INDICATION_DURING_RESET = (
        "indication-during-reset", _OPEN, "8.3.2.2", "An Indication from a node that has asked for a Reset"
    )
    INDICATION_AFTER_RESET = (
        "indication-after-reset", _MUST, "8.3.2.2", "An Indication for a subscription that a Reset deleted"
    )
    INDICATION_WHILE_SUSPENDED = (
        "indication-while-suspended", _MUST, "8.2.10.2", "An Indication of a suspended subscription or action", "7.00"
    )
    INDICATION_FUNCTION_DIFFERS = (
        "indication-function-differs", _MUST, "8.2.3.2, 9.2.8",
        "An Indication names another RAN function than its subscription"
    )
    INDICATION_ACTION_UNKNOWN = (
        "indication-action-unknown", _MUST, "8.2.3.2, 9.2.10", "An Indication for an action that was never requested"
    )
    INDICATION_ACTION_NOT_ADMITTED = (
        "indication-action-not-admitted", _MUST, "8.2.1.2, 8.2.3.2", "An Indication for an action that was not admitted"
    )
    INDICATION_ACTION_REMOVED = (
        "indication-action-removed", _MUST, "8.2.5.2, 8.2.6.2", "An Indication for an action that was removed", "3.01"
    )
    INDICATION_TYPE_DIFFERS = (
        "indication-type-differs", _SHOULD, "8.2.3.1, 9.2.15", "An Indication type other than the action's type"
    )
    INSERT_WITHOUT_CALL_PROCESS_ID = (
        "insert-without-call-process-id", _MUST, "8.2.3.2", "An INSERT Indication without Call Process ID"
    )

    # Control
    ACKNOWLEDGED_DESPITE_NO_ACK = (
        "acknowledged-despite-no-ack", _MUST, "8.2.4.2", "A Control acknowledged although the request said NoAck"
    )
    CALL_PROCESS_UNKNOWN = (
        "call-process-unknown", _SHOULD, "8.2.4.2", "A Control for a call process that no Indication announced"
    )
    UNKNOWN_CALL_PROCESS_SERVED = (
        "unknown-call-process-served", _MUST, "8.2.4.3",
        "A Control acknowledged for a call process that no Indication announced"
    )
    EXPIRED_CALL_PROCESS_SERVED = (
        "expired-call-process-served", _MUST, "8.2.4.3",
        "A Control acknowledged whose call process has waited longer than its RIC Time to Wait", "2.03"
    )
    CALL_PROCESS_DIFFERS = (
        "call-process-differs", _SHOULD, "9.1.1.9, 9.1.1.10", "The answer's Call Process ID is not the request's"
    )

    # Load and assistance
    LOAD_REQUEST_INCOMPLETE = (
        "load-request-incomplete", _MUST, "9.1.1.23",
        "A Load Status request without the ids or lists that its kind needs", "7.00"
    )
    LOAD_ANSWER_INCOMPLETE = (
        "load-answer-incomplete", _MUST, "9.1.1.24",
        "A Load Status response to a start or add without the functions that it confirms", "7.00"
    )
    LOAD_REQUEST_UNKNOWN = (
        "load-request-unknown", _OPEN, "8.2.8", "Load reports stopped or added that do not run", "7.00"
    )
    LOAD_ID_DIFFERS = "load-id-differs", _SHOULD, "8.2.8", "A Load Status answer with other measurement ids", "7.00"
    LOAD_ITEM_NEVER_ASKED = (
        "load-item-never-asked", _SHOULD, "8.2.8.2",
        "Load reports confirmed for a RAN function that was not asked for", "7.00"
    )
    LOAD_UPDATE_UNKNOWN = (
        "load-update-unknown", _SHOULD, "8.2.9.2", "A Load Update for reports that were never started", "7.00"
    )
    LOAD_UPDATE_AFTER_STOP = (
        "load-update-after-stop", _SHOULD, "8.2.8.2", "A Load Update after the stop was confirmed", "7.00"
    )
    ASSISTANCE_UNKNOWN = (
        "assistance-unknown", _SHOULD, "8.2.12.2",
        "An Assistance Indication for an assistance that does not run", "7.00"
    )
    ASSISTANCE_UNASKED = (
        "assistance-unasked", _SHOULD, "8.2.11.2", "An Assistance Indication though no updates were asked for", "7.00"
    )
    ASSISTANCE_TOO_MANY = (
        "assistance-too-many", _MUST, "8.2.11.2", "More Assistance Indications than the Update Number allows", "7.00"
    )
    ASSISTANCE_SN_REPEATED = "assistance-sn-repeated", _MUST, "8.2.12.2", "An Assistance SN for the second time", "7.00"
    ASSISTANCE_AFTER_HALT = (
        "assistance-after-halt", _SHOULD, "8.2.13.2", "An Assistance Indication long after the Halt", "7.00"
    )
    # fmt: on

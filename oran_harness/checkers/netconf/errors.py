"""Errors in replies (RFC 6241 4.3, appendix A)."""

from oran_harness.checkers.netconf.departure import departure
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind

no_error_type = departure(
    Kind.NO_ERROR_TYPE,
    "An rpc-error has an error-type",
    "Each rpc-error has an error-type: transport, rpc, protocol or application.",
    "Name the layer that found the error in error-type, as the appendix has it for the error-tag.",
    each=True,
)
no_error_tag = departure(
    Kind.NO_ERROR_TAG,
    "An rpc-error has an error-tag",
    "Each rpc-error has an error-tag of those that the appendix lists.",
    "Choose the error-tag from the appendix; what is your own goes into error-app-tag.",
    each=True,
)
no_error_severity = departure(
    Kind.NO_ERROR_SEVERITY,
    "An rpc-error has an error-severity",
    "Each rpc-error has an error-severity: error or warning.",
    "Put <error-severity>error</error-severity> into each rpc-error: all error-tags there are errors.",
    each=True,
)
error_type_of_other_tag = departure(
    Kind.ERROR_TYPE_OF_OTHER_TAG,
    "Error-type and error-tag fit",
    "The error-type of an rpc-error is one that the appendix allows for its error-tag.",
    "Look the error-tag up in the appendix, and take an error-type that is listed there.",
    each=True,
)
no_error_info = departure(
    Kind.NO_ERROR_INFO,
    "error-info tells what its error-tag demands",
    "The error-info of an rpc-error holds the elements that the appendix demands for its error-tag.",
    "Add the elements to error-info: bad-element for an unknown-element, session-id for lock-denied, and so on.",
    each=True,
)
obsolete_error = departure(
    Kind.OBSOLETE_ERROR,
    "partial-operation is no longer sent",
    "The error-tag partial-operation should not be sent.",
    "Report what failed with the error-tag of each failure instead.",
)
warning = departure(
    Kind.WARNING,
    "Whether warnings may be sent is open",
    "The text knows the severity warning, and no error-tag for one.",
    "Tell what is no error in the log or by a notification: clients may take any rpc-error for a failure.",
)
malformed_message_to_old_client = departure(
    Kind.MALFORMED_MESSAGE_TO_OLD_CLIENT,
    "malformed-message is for clients of base:1.1",
    "The error-tag malformed-message is not sent to a client whose hello does not name base:1.1.",
    "End the session instead: an RFC 4741 client does not know the error-tag.",
)

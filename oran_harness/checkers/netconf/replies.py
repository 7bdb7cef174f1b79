"""Requests and replies (RFC 6241 4)."""

from oran_harness.checkers.netconf.departure import departure
from oran_harness.model import Scope
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind

no_message_id = departure(
    Kind.NO_MESSAGE_ID,
    "An rpc has a message-id",
    "Each rpc has an attribute message-id.",
    "Give each rpc a message-id of its own; the attribute is in no namespace.",
)
message_id_too_long = departure(
    Kind.MESSAGE_ID_TOO_LONG,
    "A message-id has at most 4095 characters",
    "A message-id is a text of at most 4095 characters.",
    "Take a number that is counted up, or a UUID, as message-id.",
)
message_id_repeated = departure(
    Kind.MESSAGE_ID_REPEATED,
    "Requests that wait have different message-ids",
    "Whether two requests that wait may share a message-id is nowhere said; their replies cannot be told apart.",
    "Count the message-id up from each request to the next.",
)
not_one_operation = departure(
    Kind.NOT_ONE_OPERATION,
    "An rpc holds one operation",
    "Each rpc holds exactly one element, the operation.",
    "Send each operation in an rpc of its own; they are carried out in their order.",
)
after_close = departure(
    Kind.AFTER_CLOSE,
    "close-session is the last word",
    "What is asked behind close-session is ignored; whether it may be asked is nowhere said.",
    "Send close-session when nothing else is to be asked, and close the transport behind its reply.",
)
reply_without_id = departure(
    Kind.REPLY_WITHOUT_ID,
    "A reply has the message-id of its request",
    "A reply has the message-id of the request that it answers.",
    "Copy all attributes of the rpc element to the rpc-reply, in errors too.",
)
reply_with_unknown_id = departure(
    Kind.REPLY_WITH_UNKNOWN_ID,
    "A reply answers a request that was made",
    "The message-id of a reply is that of a request that waits.",
    "Copy the message-id octet by octet: it is a text, not a number, and white space in it counts.",
)
second_reply = departure(
    Kind.SECOND_REPLY,
    "A request is answered once",
    "Each request has one reply.",
    "Look for an error that is reported and followed by ok, or by the reply of a second thread.",
)
reply_out_of_order = departure(
    Kind.REPLY_OUT_OF_ORDER,
    "Requests are answered in their order",
    "Replies on a session come in the order of their requests.",
    "Carry out the requests of one session one behind the other, or keep a reply back until the earlier ones are sent.",
)
attribute_not_returned = departure(
    Kind.ATTRIBUTE_NOT_RETURNED,
    "A reply returns the attributes of its request",
    "An rpc-reply has all attributes that its rpc element had, unchanged.",
    "Copy the attributes of the rpc element, those in other namespaces too, to the rpc-reply.",
    scope=Scope.RUN,
)
prefix_not_returned = departure(
    Kind.PREFIX_NOT_RETURNED,
    "A reply returns the namespaces of its request",
    "Whether namespace declarations are among the attributes that come back is open.",
    "Copy the declarations with the attributes: values in error-path may need their prefixes.",
    scope=Scope.RUN,
)
ok_with_more = departure(
    Kind.OK_WITH_MORE,
    "ok stands alone",
    "A reply that says ok holds nothing else.",
    "Send ok where nothing is to be told, else the errors or the data, never both.",
)
empty_reply = departure(
    Kind.EMPTY_REPLY,
    "A reply says something",
    "Whether a reply may be empty is open: an operation without output has ok.",
    "Send ok where an operation is done and has nothing to tell.",
)
unanswered = departure(
    Kind.UNANSWERED,
    "Requests are answered before the session ends",
    "Each request has a reply; why none came before the end is nowhere to be seen.",
    "Check who ended the session, and whether the request was read at all: one whose end is missing waits forever.",
)

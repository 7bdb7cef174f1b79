"""The ways in which octets depart from NETCONF, each with its clause and its weight."""

from oran_harness.model.level import Level
from oran_harness.protocols.departure_kind import DepartureKind

_MUST = Level.MUST
_SHOULD = Level.SHOULD
_OPEN = None


class BreachKind(DepartureKind):
    """A kind of breach.

    ``level`` is MUST where a "must" of the text, its grammar or its XML schema is broken. ``clause`` names the RFC.
    After a ``fatal`` one nothing more of that side can be read.
    """

    fatal: bool

    def __new__(cls, value: str, level: Level | None, clause: str, meaning: str, fatal: bool = False) -> "BreachKind":
        """Make a kind out of the row that declares it."""
        kind = cls._declared(value, level, clause, meaning)
        kind.fatal = fatal
        return kind

    # fmt: off
    # Framing
    NO_CHUNK = "no-chunk", _MUST, "RFC 6242 4.2", "No chunk begins where one has to", True
    BAD_CHUNK_HEADER = "bad-chunk-header", _MUST, "RFC 6242 4.2", "A chunk's header is none", True
    CHUNK_SIZE_OVER_LIMIT = (
        "chunk-size-over-limit", _MUST, "RFC 6242 4.2", "A chunk is announced that is larger than any may be", True
    )
    CHUNK_SIZE_ZERO = "chunk-size-zero", _MUST, "RFC 6242 4.2", "A chunk is announced that has no octets"
    CHUNK_SIZE_LEADING_ZERO = "chunk-size-leading-zero", _MUST, "RFC 6242 4.2", "A chunk's size begins with a zero"
    NO_OCTETS = "no-octets", _MUST, "RFC 6242 4.2", "A chunked message ends before any chunk"
    STRAY_OCTETS = "stray-octets", _MUST, "RFC 6242 4.2", "White space stands between chunks, where nothing may"
    OVERSIZE = "oversize", _OPEN, "no RFC sets a limit", "A message is larger than what is read", True
    CUT_OFF = "cut-off", _OPEN, "RFC 6242 4", "The session ended in the middle of a message"
    HELLO_IN_CHUNKS = "hello-in-chunks", _MUST, "RFC 6242 4.1", "A hello is in chunks"
    NOT_IN_CHUNKS = (
        "not-in-chunks", _MUST, "RFC 6242 4.1", "A message ends with ]]>]]> though both sides named base:1.1"
    )
    CHUNKS_NOT_AGREED = (
        "chunks-not-agreed", _MUST, "RFC 6242 4.1", "A message is in chunks though not both sides named base:1.1"
    )

    # Messages
    NOT_UTF_8 = "not-utf-8", _MUST, "RFC 6241 3", "A message is not UTF-8"
    NOT_WELL_FORMED = "not-well-formed", _MUST, "RFC 6241 3", "A message is not well-formed XML"
    DOCUMENT_TYPE = "document-type", _MUST, "RFC 6241 3.2", "A message has a document type declaration"
    TOO_DEEP = "too-deep", _OPEN, "no RFC sets a limit", "A message is nested deeper than what is read"
    TOO_MUCH = "too-much", _OPEN, "no RFC sets a limit", "A message has more elements or longer names than are read"
    UNKNOWN_MESSAGE = "unknown-message", _MUST, "RFC 6241 B, RFC 5277 4", "A message is none that NETCONF has"
    WRONG_NAMESPACE = "wrong-namespace", _MUST, "RFC 6241 3.1, RFC 5277 4", "A message is not in its namespace"
    WRONG_SIDE = "wrong-side", _MUST, "RFC 6241 4", "A message that only the other side may send"

    # Hello
    NO_HELLO = "no-hello", _MUST, "RFC 6241 8.1, RFC 6242 3.1", "A side says something else before its hello"
    SECOND_HELLO = "second-hello", _OPEN, "RFC 6241 8.1", "A side says hello a second time"
    BEFORE_OTHER_HELLO = (
        "before-other-hello", _OPEN, "RFC 6241 8.1", "A side goes on before the other side has said hello"
    )
    NO_CAPABILITIES = "no-capabilities", _MUST, "RFC 6241 8.1, B", "A hello has no list of capabilities"
    NO_BASE = "no-base", _MUST, "RFC 6241 8.1", "A hello names no version of the base protocol"
    NO_BASE_1_1 = "no-base-1-1", _MUST, "RFC 6241 8.1", "A hello does not name base:1.1"
    CAPABILITY_REPEATED = "capability-repeated", _OPEN, "RFC 6241 8", "A hello names a capability twice"
    CAPABILITY_NOT_A_URI = "capability-not-a-uri", _MUST, "RFC 6241 3.1, 8", "A capability is no URI"
    NO_COMMON_BASE = (
        "no-common-base", _OPEN, "RFC 6241 8.1", "The hellos name no version of the base protocol in common"
    )
    WENT_ON_WITHOUT_COMMON_BASE = (
        "went-on-without-common-base", _MUST, "RFC 6241 8.1",
        "A side goes on though the hellos have no version in common"
    )
    SESSION_ID_FROM_CLIENT = "session-id-from-client", _MUST, "RFC 6241 8.1", "A client's hello has a session-id"
    NO_SESSION_ID = "no-session-id", _MUST, "RFC 6241 8.1", "A server's hello has no session-id"
    BAD_SESSION_ID = "bad-session-id", _MUST, "RFC 6241 8.1, B", "A session-id is no number from 1 to 4294967295"

    # Requests and replies
    NO_MESSAGE_ID = "no-message-id", _MUST, "RFC 6241 4.1", "An rpc has no message-id"
    MESSAGE_ID_TOO_LONG = "message-id-too-long", _MUST, "RFC 6241 4.1, B", "A message-id has more than 4095 characters"
    MESSAGE_ID_REPEATED = (
        "message-id-repeated", _OPEN, "RFC 6241 4.1", "An rpc has the message-id of one that is not answered yet"
    )
    NOT_ONE_OPERATION = "not-one-operation", _MUST, "RFC 6241 4.1, B", "An rpc does not hold exactly one operation"
    AFTER_CLOSE = "after-close", _OPEN, "RFC 6241 7.8", "A message after close-session"
    REPLY_WITHOUT_ID = (
        "reply-without-id", _MUST, "RFC 6241 4.2, 4.3", "A reply has no message-id though its request had"
    )
    REPLY_WITH_UNKNOWN_ID = (
        "reply-with-unknown-id", _MUST, "RFC 6241 4.2", "A reply has a message-id that nobody asked with"
    )
    SECOND_REPLY = "second-reply", _MUST, "RFC 6241 4.2", "A request is answered twice"
    REPLY_OUT_OF_ORDER = (
        "reply-out-of-order", _MUST, "RFC 6241 4.5", "A request is answered after one that came later"
    )
    ATTRIBUTE_NOT_RETURNED = (
        "attribute-not-returned", _MUST, "RFC 6241 4.1, 4.2", "A reply lacks an attribute of its request, or changes it"
    )
    PREFIX_NOT_RETURNED = (
        "prefix-not-returned", _OPEN, "RFC 6241 4.1", "A reply lacks a namespace declaration of its request"
    )
    OK_WITH_MORE = "ok-with-more", _MUST, "RFC 6241 4.4, B", "A reply says ok and something else"
    EMPTY_REPLY = "empty-reply", _OPEN, "RFC 6241 4.2, B", "A reply holds nothing"
    UNANSWERED = "unanswered", _OPEN, "RFC 6241 4.2", "No reply had come when the session ended"

    # Errors
    NO_ERROR_TYPE = "no-error-type", _MUST, "RFC 6241 4.3, B", "An rpc-error has no error-type, or none that there is"
    NO_ERROR_TAG = "no-error-tag", _MUST, "RFC 6241 4.3, A", "An rpc-error has no error-tag, or none that there is"
    NO_ERROR_SEVERITY = (
        "no-error-severity", _MUST, "RFC 6241 4.3, B", "An rpc-error has no error-severity, or none that there is"
    )
    ERROR_TYPE_OF_OTHER_TAG = (
        "error-type-of-other-tag", _MUST, "RFC 6241 A",
        "An rpc-error has an error-type that its error-tag does not allow"
    )
    NO_ERROR_INFO = "no-error-info", _MUST, "RFC 6241 4.3, A", "An rpc-error lacks what its error-info has to say"
    OBSOLETE_ERROR = "obsolete-error", _SHOULD, "RFC 6241 A", "An rpc-error has the obsolete tag partial-operation"
    WARNING = "warning", _OPEN, "RFC 6241 4.3, A", "An rpc-error is a warning, which no error-tag provides for"
    MALFORMED_MESSAGE_TO_OLD_CLIENT = (
        "malformed-message-to-old-client", _MUST, "RFC 6241 A",
        "The tag malformed-message is sent to a client that does not name base:1.1"
    )

    # Notifications
    NO_EVENT_TIME = "no-event-time", _MUST, "RFC 5277 2.2.1, 4", "A notification has no eventTime"
    EVENT_TIME_NOT_FIRST = (
        "event-time-not-first", _MUST, "RFC 5277 4", "A notification does not begin with its eventTime"
    )
    BAD_EVENT_TIME = "bad-event-time", _MUST, "RFC 5277 2.2.1, RFC 3339 5.6", "An eventTime is no time"
    EVENT_TIME_WITHOUT_ZONE = (
        "event-time-without-zone", _MUST, "RFC 5277 2.2.1, RFC 3339 5.6", "An eventTime does not tell its time zone"
    )
    NOT_ONE_CONTENT = "not-one-content", _OPEN, "RFC 5277 4", "A notification does not hold exactly one event"
    NOT_SUBSCRIBED = "not-subscribed", _OPEN, "RFC 5277 2.2", "A notification though nothing was asked on the session"
    # fmt: on


SYNTAX = frozenset(
    {
        BreachKind.NO_CHUNK,
        BreachKind.BAD_CHUNK_HEADER,
        BreachKind.CHUNK_SIZE_OVER_LIMIT,
        BreachKind.CHUNK_SIZE_ZERO,
        BreachKind.CHUNK_SIZE_LEADING_ZERO,
        BreachKind.NO_OCTETS,
        BreachKind.STRAY_OCTETS,
        BreachKind.NOT_UTF_8,
        BreachKind.NOT_WELL_FORMED,
        BreachKind.DOCUMENT_TYPE,
        BreachKind.UNKNOWN_MESSAGE,
        BreachKind.WRONG_NAMESPACE,
    }
)
"""The kinds with which octets break the syntax of frames or messages, whatever they are about."""

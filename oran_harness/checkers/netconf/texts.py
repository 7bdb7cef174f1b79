"""Messages as XML texts, and which messages there are (RFC 6241 3, 4)."""

from oran_harness.checkers.netconf.departure import departure
from oran_harness.model import Scope
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind

not_utf_8 = departure(
    Kind.NOT_UTF_8,
    "A message is UTF-8",
    "Every message is an XML text in UTF-8.",
    "Encode the whole text, names and values of the configuration too, as UTF-8, and let the XML declaration say so.",
)
not_well_formed = departure(
    Kind.NOT_WELL_FORMED,
    "A message is well-formed XML",
    "Every message is well-formed XML.",
    "Let an XML library write the message; values that are pasted into a template need &amp; and &lt; for & and <.",
)
document_type = departure(
    Kind.DOCUMENT_TYPE,
    "A message has no document type declaration",
    "No message holds a document type declaration.",
    "Leave out <!DOCTYPE ...>; a library that writes one has an option against it.",
)
too_deep = departure(
    Kind.TOO_DEEP,
    "A message is nested deeper than what is read",
    "No RFC sets a limit; what is nested deeper than this harness reads is told, and not judged.",
    "Nobody is to blame. Look whether the sender means it: no model is nested that deep.",
)
too_much = departure(
    Kind.TOO_MUCH,
    "A message has more elements, or longer names, than are read",
    "No RFC sets a limit; what has more elements than this harness reads is told, and not judged.",
    "Nobody is to blame. Ask for less at once, with a filter, to have the message judged.",
)
unknown_message = departure(
    Kind.UNKNOWN_MESSAGE,
    "A message is one that NETCONF has",
    "A message is a hello, an rpc, an rpc-reply or a notification.",
    "Put an operation into an rpc, and data into the rpc-reply; nothing else may stand on its own.",
)
wrong_namespace = departure(
    Kind.WRONG_NAMESPACE,
    "A message is in its namespace",
    "hello, rpc and rpc-reply are in NETCONF's base namespace, a notification in that of RFC 5277.",
    "Declare xmlns on the outermost element. A prefix is as good, if it is declared and used throughout.",
    scope=Scope.RUN,
)
wrong_side = departure(
    Kind.WRONG_SIDE,
    "A message comes from the side that may send it",
    "The client alone sends rpc, the server alone rpc-reply and notification.",
    "With call-home the one who connects still is the server: roles do not follow the direction of the connection.",
)

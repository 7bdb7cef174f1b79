"""Hellos and their capabilities (RFC 6241 8)."""

from oran_harness.checkers.netconf.departure import departure
from oran_harness.model import Scope
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind

no_hello = departure(
    Kind.NO_HELLO,
    "The first message of each side is its hello",
    "Each side says hello before it says anything else.",
    "Send the hello as soon as the session is up, without waiting for the other one.",
    scope=Scope.RUN,
)
second_hello = departure(
    Kind.SECOND_HELLO,
    "A side says hello once",
    "What a second hello means is nowhere said.",
    "Say hello once a session; capabilities that change are told by a notification (RFC 6470), or in a new session.",
    scope=Scope.RUN,
)
before_other_hello = departure(
    Kind.BEFORE_OTHER_HELLO,
    "A side waits for the other hello",
    "Whether a side may go on before it has heard the other hello is nowhere said: the framing is not known yet.",
    "Wait for the other hello before the first request or notification.",
    scope=Scope.RUN,
)
no_capabilities = departure(
    Kind.NO_CAPABILITIES,
    "A hello lists capabilities",
    "A hello holds a list of capabilities.",
    "Put an element capabilities into the hello, with base:1.1 in it at least.",
    scope=Scope.RUN,
)
no_base = departure(
    Kind.NO_BASE,
    "A hello names a version of the base protocol",
    "Among the capabilities of a hello is a version of NETCONF's base.",
    "Name urn:ietf:params:netconf:base:1.1, and :base:1.0 beside it for old peers; check the URI letter by letter.",
    scope=Scope.RUN,
)
no_base_1_1 = departure(
    Kind.NO_BASE_1_1,
    "A hello names base:1.1",
    "Among the capabilities of a hello is urn:ietf:params:netconf:base:1.1.",
    "Name base:1.1, and speak in chunks where the other side names it too; base:1.0 alone is RFC 4741.",
    scope=Scope.RUN,
)
capability_repeated = departure(
    Kind.CAPABILITY_REPEATED,
    "A hello names each capability once",
    "Whether a capability may be named twice is nowhere said.",
    "Remove the second one; two that differ in their parameters are two capabilities.",
    scope=Scope.RUN,
    each=True,
)
capability_not_a_uri = departure(
    Kind.CAPABILITY_NOT_A_URI,
    "Each capability is a URI",
    "Each capability in a hello is a URI.",
    "Remove white space within the URI, and write & between its parameters as &amp; in XML.",
    scope=Scope.RUN,
    each=True,
)
no_common_base = departure(
    Kind.NO_COMMON_BASE,
    "The hellos have a version of the base protocol in common",
    "Without a common version nobody may go on; that there is none breaks no rule by itself.",
    "Let both sides name base:1.1, or base:1.0 as well where one of them is old.",
    scope=Scope.RUN,
)
went_on_without_common_base = departure(
    Kind.WENT_ON_WITHOUT_COMMON_BASE,
    "Nobody goes on without a common version",
    "A side that hears no version in common with its own ends the session and says nothing more.",
    "Compare the versions in both hellos before anything else, and close the session where none is in both.",
)
session_id_from_client = departure(
    Kind.SESSION_ID_FROM_CLIENT,
    "A client's hello has no session-id",
    "A client sends no session-id in its hello.",
    "Remove session-id from the client's hello: the server chooses it, and ends the session where a client does.",
    scope=Scope.RUN,
)
no_session_id = departure(
    Kind.NO_SESSION_ID,
    "A server's hello has a session-id",
    "A server sends the session-id of this session in its hello.",
    "Put session-id behind capabilities, with a number that no other session has.",
    scope=Scope.RUN,
)
bad_session_id = departure(
    Kind.BAD_SESSION_ID,
    "A session-id is a number from 1 on",
    "A session-id is one number from 1 to 4294967295.",
    "Count sessions from 1: 0 stands for no session in the error-info of lock-denied.",
    scope=Scope.RUN,
)

"""Managers whose hello is wrong, or that make the wrong thing of an element's (RFC 6241 8.1; RFC 6242 4.1)."""

import re

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_manager import Greeting, Refusing, Tolerating, mannered
from oran_harness.peers.o1_manager.manner import Manner
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_1
from oran_harness.protocols.netconf.framing import END_OF_MESSAGE, Framing, frame

MANAGER = Role.O1_MANAGER


class _HelloInChunks(Manner):
    """Says its hello in chunks."""

    def frames(self, session: Session, message: bytes, framing: Framing) -> bytes:
        """Say it so."""
        return frame(message, Framing.CHUNKED if b"hello" in message[:80] else framing)


class _AnyVersion(Manner):
    """Goes on whatever the hellos name."""

    def goes_on(self, session: Session) -> bool:
        """Go on."""
        return True


class _WholeHello(Manner):
    """Takes what the first delivery has for the whole hello."""

    def hears(self, session: Session, octets: bytes) -> bytes | None:
        """End what begins otherwise."""
        return octets if session.open or END_OF_MESSAGE in octets else None


def _with_number(hello: bytes) -> bytes:
    return hello.replace(b"</capabilities>", b"</capabilities><session-id>1</session-id>")


def _old(hello: bytes) -> bytes:
    return re.sub(rb"<capability>" + re.escape(BASE_1_1.encode()) + rb"</capability>", b"", hello)


FLAWS = (
    Flaw(
        "manager-no-hello",
        "Says no hello",
        MANAGER,
        None,
        mannered(lambda: Greeting(lambda _: None)),
        ("O1-HELLO-201",),
    ),
    Flaw(
        "manager-base-1-0-only",
        "Names base:1.0 alone in its hello",
        MANAGER,
        None,
        mannered(lambda: Greeting(_old)),
        ("O1-HELLO-202",),
    ),
    Flaw(
        "manager-session-id",
        "Gives the session a number in its own hello",
        MANAGER,
        None,
        mannered(lambda: Greeting(_with_number)),
        ("O1-HELLO-203",),
    ),
    Flaw(
        "manager-hello-in-chunks",
        "Says its hello in chunks",
        MANAGER,
        None,
        mannered(_HelloInChunks),
        ("O1-HELLO-204",),
    ),
    Flaw(
        "manager-needs-no-session-id",
        "Goes on with an element whose hello has no session-id",
        MANAGER,
        None,
        mannered(lambda: Tolerating({BreachKind.NO_SESSION_ID})),
        ("O1-HELLO-205",),
    ),
    Flaw(
        "manager-any-version",
        "Goes on though the hellos name no version in common",
        MANAGER,
        None,
        mannered(_AnyVersion),
        ("O1-HELLO-206",),
    ),
    Flaw(
        "manager-takes-hello-in-chunks",
        "Goes on with an element whose hello is in chunks",
        MANAGER,
        "F41",
        mannered(lambda: Tolerating({BreachKind.HELLO_IN_CHUNKS})),
        ("O1-HELLO-207",),
    ),
    Flaw(
        "manager-unknown-capability",
        "Ends a session when it does not know a capability",
        MANAGER,
        None,
        mannered(lambda: Refusing(b"<capability>urn:oran-harness:example:")),
        ("O1-HELLO-208",),
    ),
    Flaw(
        "manager-names-with-prefix",
        "Knows elements by their names as written: those with a prefix are strange to it",
        MANAGER,
        "F41",
        mannered(lambda: Refusing(b"<nc:")),
        ("O1-HELLO-209", "O1-RPC-206"),
    ),
    Flaw(
        "manager-hello-in-one-piece",
        "Takes what comes first for the whole hello",
        MANAGER,
        None,
        mannered(_WholeHello),
        ("O1-HELLO-210",),
    ),
)
"""One flaw each."""

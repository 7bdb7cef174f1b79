"""Managers that frame wrongly, or read frames wrongly (RFC 6242 4)."""

import re

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_manager import Refusing, Stunned, Tolerating, mannered
from oran_harness.peers.o1_manager.manner import Manner
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.framing import Framing, frame

MANAGER = Role.O1_MANAGER
_HEAD = re.compile(rb"\n#([1-9][0-9]*)\n")
_BUFFER = 65_536
_BROKEN = (
    BreachKind.NO_CHUNK,
    BreachKind.BAD_CHUNK_HEADER,
    BreachKind.CHUNK_SIZE_OVER_LIMIT,
    BreachKind.CHUNK_SIZE_ZERO,
    BreachKind.CHUNK_SIZE_LEADING_ZERO,
    BreachKind.STRAY_OCTETS,
    BreachKind.NOT_IN_CHUNKS,
    BreachKind.NO_OCTETS,
)


class _Framing(Manner):
    """Frames all but its hello in one way."""

    def __init__(self, framing: Framing) -> None:
        self._framing = framing

    def frames(self, session: Session, message: bytes, framing: Framing) -> bytes:
        """Frame it so."""
        return frame(message, framing if b"hello" in message[:80] else self._framing)


class _Reading(Manner):
    """Ends a session of chunks when what comes is not as it thinks that it has to be."""

    def hears(self, session: Session, octets: bytes) -> bytes | None:
        """End it."""
        chunked = session.open and session.conversation.framing is Framing.CHUNKED
        return octets if not chunked or self.readable(octets) else None

    def readable(self, octets: bytes) -> bool:
        """Whether it reads them."""
        return True


class _OneChunk(_Reading):
    """Takes the first chunk for the message."""

    def readable(self, octets: bytes) -> bool:
        """One head alone."""
        return len(_HEAD.findall(octets)) < 2


class _EachDecoded(_Reading):
    """Decodes each chunk by itself."""

    def readable(self, octets: bytes) -> bool:
        """Each is UTF-8."""
        try:
            for each in _HEAD.split(octets)[2::2]:
                each.removesuffix(b"\n##\n").decode()
        except UnicodeDecodeError:
            return False
        return True


class _Buffer(_Reading):
    """Has a buffer for chunks that is too small."""

    def readable(self, octets: bytes) -> bool:
        """None is larger."""
        return all(int(size) <= 4 * _BUFFER for size in _HEAD.findall(octets))


class _Deliveries(_Reading):
    """Takes each delivery for a message, or for more than one."""

    def readable(self, octets: bytes) -> bool:
        """It begins and ends as one."""
        return octets.startswith(b"\n#") and octets.endswith(b"\n##\n")


class _SearchesEnd(_Reading):
    """Looks for the end of chunks, and does not count."""

    def readable(self, octets: bytes) -> bool:
        """The first is the last."""
        return octets.count(b"\n##\n") < 2


def _stray_line_feed(session: Session, octets: bytes) -> bool:
    return octets.startswith(b"\n\n#")


class _OwedForEver(Manner):
    """Waits on all sessions for a reply that was owed when one was cut off."""

    def __init__(self) -> None:
        self._owed: dict[str, bool] = {}

    def asks(self, session: Session, rpc: bytes) -> bytes | None:
        """Ask, unless another session still owes."""
        if any(owed for name, owed in self._owed.items() if name != session.name):
            return None
        self._owed[session.name] = True
        return rpc

    def hears(self, session: Session, octets: bytes) -> bytes | None:
        """What comes whole is owed no more."""
        if octets.endswith((b"\n##\n", b"]]>]]>")):
            self._owed[session.name] = False
        return octets


FLAWS = (
    Flaw(
        "manager-no-chunks",
        "Names base:1.1 and speaks in the framing of base:1.0",
        MANAGER,
        "F41",
        mannered(lambda: _Framing(Framing.END_OF_MESSAGE)),
        ("O1-FRAME-201",),
    ),
    Flaw(
        "manager-always-chunks",
        "Speaks in chunks to elements of base:1.0 alone",
        MANAGER,
        None,
        mannered(lambda: _Framing(Framing.CHUNKED)),
        ("O1-FRAME-202", "O1-HELLO-211"),
    ),
    Flaw(
        "manager-one-chunk",
        "Takes the first chunk for the message",
        MANAGER,
        None,
        mannered(_OneChunk),
        ("O1-FRAME-203",),
    ),
    Flaw(
        "manager-chunks-decoded-alone",
        "Decodes each chunk by itself, so that no character may be cut",
        MANAGER,
        None,
        mannered(_EachDecoded),
        ("O1-FRAME-204",),
    ),
    Flaw(
        "manager-small-buffer",
        "Takes no chunk of more than 256 KiB",
        MANAGER,
        None,
        mannered(_Buffer),
        ("O1-FRAME-205",),
    ),
    Flaw(
        "manager-delivery-is-message",
        "Takes each delivery of the transport for whole messages",
        MANAGER,
        None,
        mannered(_Deliveries),
        ("O1-FRAME-206",),
    ),
    Flaw(
        "manager-old-end-in-chunks",
        "Looks for ]]>]]> in chunks, too",
        MANAGER,
        None,
        mannered(lambda: Refusing(b"<!-- ]]>]]>")),
        ("O1-FRAME-207",),
    ),
    Flaw(
        "manager-searches-end-of-chunks",
        "Looks for the end of chunks, and does not count octets",
        MANAGER,
        None,
        mannered(_SearchesEnd),
        ("O1-FRAME-208",),
    ),
    Flaw(
        "manager-stays-in-broken-session",
        "Keeps a session whose frames it cannot read any more",
        MANAGER,
        "F41",
        mannered(lambda: Tolerating(_BROKEN)),
        tuple(f"O1-FRAME-{number}" for number in range(221, 230)),
    ),
    Flaw(
        "manager-stunned-by-line-feed",
        "Asks nothing any more once a stray line feed came between chunks",
        MANAGER,
        "F41",
        mannered(lambda: Stunned(BreachKind.STRAY_OCTETS, octets=_stray_line_feed)),
        ("O1-FRAME-230",),
    ),
    Flaw(
        "manager-waits-for-lost-reply",
        "Waits on its next session for the reply that the last one owed",
        MANAGER,
        None,
        mannered(_OwedForEver),
        ("O1-FRAME-231", "O1-SESSION-203"),
    ),
)
"""One flaw each."""

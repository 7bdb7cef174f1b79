"""Flaws of how messages are told apart (RFC 6242 4)."""

import re

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Happening, Heard, Over
from oran_harness.peers.flaws.element_replies import Misframing
from oran_harness.peers.flaws.element_requests import Deaf, Jamming, Mishearing
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.framing import END_OF_MESSAGE, Framing, frame

ELEMENT = Role.O1_PROVIDER
_ROOM = 65_535
_CHUNK = re.compile(rb"\n#\d+\n")
_END_OF_CHUNKS = b"\n##\n"


class _NeverEnding(FlawedElement):
    """Keeps connections open that have to end."""

    def ends(self, session: Session) -> bool:
        """Never."""
        return False


def _stray(message: bytes, framing: Framing) -> bytes:
    return (b"\n" if framing is Framing.CHUNKED else b"") + frame(message, framing)


def _in_pieces(octets: bytes) -> bool:
    """Octets that are no whole message."""
    return not octets.endswith((_END_OF_CHUNKS, END_OF_MESSAGE)) or len(octets) <= len(END_OF_MESSAGE) + 3


def _first_message(octets: bytes) -> bytes:
    end = octets.find(_END_OF_CHUNKS)
    return octets if end < 0 else octets[: end + len(_END_OF_CHUNKS)]


def _ended_early(octets: bytes) -> bool:
    return octets.startswith(b"\n#") and END_OF_MESSAGE in octets


def _giant(happening: Happening) -> bool:
    return isinstance(happening, Heard) and b"\n#42949672" in happening.octets


class _BreakingOff(FlawedElement):
    """Hears nothing more after a connection has ended in the middle of a message."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._unfinished: set[str] = set()
        self._jammed = False

    def meets(self, happening: Happening, now: float) -> Happening | tuple[()]:
        """Remember where messages are unfinished."""
        match happening:
            case Heard(association, octets):
                (self._unfinished.add if _in_pieces(octets) else self._unfinished.discard)(association)
            case Over(association):
                self._jammed = self._jammed or association in self._unfinished
        return () if self._jammed else happening


FLAWS = (
    Flaw(
        "element-stray-line-feed",
        "Begins each chunked message with a line feed too many",
        ELEMENT,
        "F41",
        lambda actor: Misframing(actor, _stray),
        ("O1-FRAME-108",),
    ),
    Flaw(
        "element-lost-by-stray-line-feed",
        "Hangs on a line feed too many between two messages",
        ELEMENT,
        "F41",
        lambda actor: Deaf(actor, lambda octets: b"\n\n#" in octets),
        ("O1-FRAME-130",),
    ),
    Flaw(
        "element-reads-one-chunk",
        "Loses messages of more than one chunk",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, lambda octets: len(_CHUNK.findall(octets)) > 1),
        ("O1-FRAME-101", "O1-FRAME-102"),
    ),
    Flaw(
        "element-takes-a-delivery-for-a-message",
        "Takes the octets that come at once for one message, and hangs on a part of one",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, _in_pieces),
        ("O1-FRAME-103", "O1-FRAME-105", "O1-FRAME-109"),
    ),
    Flaw(
        "element-loses-second-message",
        "Loses a message that comes in the same octets as the one before",
        ELEMENT,
        None,
        lambda actor: Mishearing(actor, _first_message),
        ("O1-FRAME-104",),
    ),
    Flaw(
        "element-ends-chunked-message-early",
        "Takes the octets of end-of-message framing for an end within chunks, too",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, _ended_early),
        ("O1-FRAME-106",),
    ),
    Flaw(
        "element-64-kib-lost",
        "Has room for 65,535 octets of a message",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, lambda octets: len(octets) > _ROOM),
        ("O1-FRAME-107",),
    ),
    Flaw(
        "element-keeps-what-has-to-end",
        "Keeps a connection whose session has to end",
        ELEMENT,
        None,
        _NeverEnding,
        (*(f"O1-FRAME-{number}" for number in range(121, 130)), "O1-HELLO-105", "O1-SESSION-101", "O1-SUPERVISION-106"),
    ),
    Flaw(
        "element-jammed-by-giant-chunk",
        "Serves nobody any more once somebody has announced a chunk of 4 GB",
        ELEMENT,
        None,
        lambda actor: Jamming(actor, _giant),
        ("O1-FRAME-131",),
    ),
    Flaw(
        "element-jammed-by-breaking-off",
        "Serves nobody any more once a connection has ended in the middle of a message",
        ELEMENT,
        None,
        _BreakingOff,
        ("O1-FRAME-132",),
    ),
)

"""Replies in frames that are not proper: the manager has to end the session, and manages on (RFC 6242 4.2)."""

from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.manager_frames import NEEDS, demand_chunks
from oran_harness.conformance.o1.provoking import read, still_manages
from oran_harness.model import Level
from oran_harness.protocols.netconf import Framing, frame, misspeak
from oran_harness.steps.managed_element import ManagedElement

CLAUSE = "RFC 6242 4.2"
TAGS = ("framing", "negative", "F41")
ENDS = "A peer that cannot decode a chunk, or finds its size invalid, ends the session (RFC 6242 4.2)"
GOES_ON = "A broken frame on one session does not keep a manager from managing"


@manager_case("O1-FRAME-221", "A chunk of size zero ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_zero(element: ManagedElement) -> None:
    """A reply begins with a chunk that announces no octets."""
    await ends_by(element, "chunk-size-zero")


@manager_case("O1-FRAME-222", "A size with a leading zero ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_leading_zero(element: ManagedElement) -> None:
    """A chunk's size begins with a zero."""
    await ends_by(element, "chunk-size-leading-zero")


@manager_case("O1-FRAME-223", "A negative size ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_negative(element: ManagedElement) -> None:
    """A chunk's size is negative."""
    await ends_by(element, "chunk-size-negative")


@manager_case("O1-FRAME-224", "A hexadecimal size ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_hexadecimal(element: ManagedElement) -> None:
    """A chunk's size is hexadecimal."""
    await ends_by(element, "chunk-size-hexadecimal")


@manager_case("O1-FRAME-225", "A size over the limit ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_too_large(element: ManagedElement) -> None:
    """A chunk's size is 4294967296, one more than there is."""
    await ends_by(element, "chunk-size-over-limit")


@manager_case("O1-FRAME-226", "A size that is too small ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_lie_below(element: ManagedElement) -> None:
    """A chunk has one octet more than it announces."""
    await ends_by(element, "chunk-size-too-small")


@manager_case("O1-FRAME-227", "A size that is too large ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_lie_above(element: ManagedElement) -> None:
    """A chunk announces more octets than it has, and swallows the beginning of what follows."""
    await ends_by(element, "chunk-size-too-large", followed=True)


@manager_case("O1-FRAME-228", "A reply that ends with ]]>]]> ends a session of chunks", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_old_frame(element: ManagedElement) -> None:
    """Chunks are agreed, and a reply comes in end-of-message framing."""
    await ends_by(element, "end-of-message")


@manager_case("O1-FRAME-229", "Octets before a chunk end the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_strays(element: ManagedElement) -> None:
    """Letters stand before the first chunk."""
    await ends_by(element, "stray-octets")


@manager_case("O1-FRAME-230", "A stray line feed does not stop a manager", CLAUSE, needs=NEEDS, tags=TAGS)
async def survives_newline(element: ManagedElement) -> None:
    """A line feed stands before a chunk: the manager takes the reply all the same, or ends the session."""
    await survives(element, "stray-newline")


@manager_case(
    "O1-FRAME-231",
    "A reply that breaks off does not stop a manager",
    CLAUSE,
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def survives_break(element: ManagedElement) -> None:
    """The transport is cut off in the middle of a chunk: the manager comes again, and manages."""
    demand_chunks(element)
    rpc = await read(element)
    octets = frame(element.proper(rpc), Framing.CHUNKED)
    name = element.last_session
    await element.send_octets(octets[: len(octets) // 2], session=name)
    await element.close(name, how="abort")
    await still_manages(element, GOES_ON)


async def ends_by(element: ManagedElement, way: str, *, followed: bool = False) -> None:
    """A reply in a broken frame ends its session; the manager comes again. ``followed``: it is repeated, properly."""
    demand_chunks(element)
    rpc = await read(element)
    name = element.last_session
    message = element.proper(rpc)
    octets = misspeak(way, message, Framing.CHUNKED)
    if followed:
        octets += frame(message, Framing.CHUNKED)
    await element.send_octets(octets, session=name)
    await element.ending(name, requirement=ENDS)
    await still_manages(element, GOES_ON)


async def survives(element: ManagedElement, way: str) -> None:
    """A reply that is said wrongly does not keep the manager from managing, here or on a session of its own."""
    rpc = await read(element)
    await element.misspeak(way, element.proper(rpc))
    await still_manages(element, GOES_ON)

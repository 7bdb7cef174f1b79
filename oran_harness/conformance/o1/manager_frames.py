"""How a manager puts its messages in frames, and reads those that are cut in unusual ways (RFC 6242 4)."""

from collections.abc import Callable

from oran_harness.conformance.o1.answers import proper
from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.manager_hello import old_session
from oran_harness.conformance.o1.provoking import READ, read, takes
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import BASE_1_1, Framing, Rpc, frame
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import not_applicable

TAGS = ("framing",)
NEEDS = ("transport:framing", READ)
ANY_CUT = "A message may be cut into chunks anywhere (RFC 6242 4.2)"
COMMENT = "<!-- \u017elu\u0165ou\u010dk\u00fd \u20ac \u4e2d\u6587 \U0001f4e1 -->".encode()
PADDING = 1024 * 1024


@manager_case(
    "O1-FRAME-201",
    "A manager speaks in chunks once both name base:1.1",
    "RFC 6242 4.1",
    needs=NEEDS,
    tags=(*TAGS, "F41"),
)
async def speaks_chunks(element: ManagedElement) -> None:
    """Both hellos name base:1.1: rpcs come in chunks, with true sizes and nothing between them."""
    demand_chunks(element)
    requirement = "Chunked framing is used once both sides have named base:1.1 (RFC 6242 4.1)"
    for _ in range(2):
        rpc = await read(element)
        proper(element, requirement)
        await element.answer(rpc)


@manager_case(
    "O1-FRAME-202", "A manager speaks without chunks to base:1.0", "RFC 6242 4.1", needs=(FRESH, *NEEDS), tags=TAGS
)
async def speaks_plainly(element: ManagedElement) -> None:
    """The element names base:1.0 alone: rpcs end with ]]>]]>."""
    await old_session(element)
    requirement = "Chunked framing is used only if both sides have named base:1.1 (RFC 6242 4.1)"
    for _ in range(2):
        rpc = await read(element)
        proper(element, requirement)
        await element.answer(rpc)


@manager_case("O1-FRAME-203", "A reply in chunks of one octet each", "RFC 6242 4.2", needs=NEEDS, tags=TAGS)
async def takes_small_chunks(element: ManagedElement) -> None:
    """Each octet of a reply is a chunk of its own."""
    await takes_cut(element, lambda message: [frame(message, Framing.CHUNKED, chunk=1)], ANY_CUT)


@manager_case("O1-FRAME-204", "A reply that is cut within characters", "RFC 6242 4.2", needs=NEEDS, tags=TAGS)
async def takes_cut_characters(element: ManagedElement) -> None:
    """A reply has characters of several octets, and chunks of three octets."""
    await takes_cut(element, lambda message: [frame(commented(message), Framing.CHUNKED, chunk=3)], ANY_CUT)


@manager_case(
    "O1-FRAME-205", "A reply in one chunk of a megabyte", "RFC 6242 4.2", level=Level.SHOULD, needs=NEEDS, tags=TAGS
)
async def takes_large_chunk(element: ManagedElement) -> None:
    """A reply has a megabyte of white space in it, all in one chunk.

    How large a message has to be read, no clause says.
    """

    def pieces(message: bytes) -> list[bytes]:
        end = message.rindex(b"</")
        padded = message[:end] + b" " * PADDING + message[end:]
        return [frame(padded, Framing.CHUNKED, chunk=2 * len(padded))]

    await takes_cut(element, pieces, "A chunk has any size up to 4294967295 octets (RFC 6242 4.2)")


@manager_case("O1-FRAME-206", "A reply whose octets come one by one", "RFC 6242 4.2", needs=NEEDS, tags=TAGS)
async def takes_drops(element: ManagedElement) -> None:
    """The beginning and the end of a reply are handed to the transport octet by octet."""

    def pieces(message: bytes) -> list[bytes]:
        octets = frame(message, Framing.CHUNKED, chunk=max(1, len(message) // 3))
        first, last = octets[:60], octets[-30:]
        return [*(bytes([each]) for each in first), octets[60:-30], *(bytes([each]) for each in last)]

    await takes_cut(element, pieces, "A frame is read as its octets come, few or many at once (RFC 6242 4.2)")


@manager_case("O1-FRAME-207", "The octets ]]>]]> end no chunked message", "RFC 6242 4.2", needs=NEEDS, tags=TAGS)
async def reads_through_end(element: ManagedElement) -> None:
    """A comment in a chunked reply holds ]]>]]>."""

    def pieces(message: bytes) -> list[bytes]:
        return [frame(commented(message, b"<!-- ]]>]]> -->"), Framing.CHUNKED)]

    await takes_cut(element, pieces, "In chunks nothing but the end of chunks ends a message (RFC 6242 4.2)")


@manager_case("O1-FRAME-208", "The octets of an end of chunks within a chunk", "RFC 6242 4.2", needs=NEEDS, tags=TAGS)
async def reads_by_size(element: ManagedElement) -> None:
    """A comment in a chunked reply holds what looks like the end of chunks, and like the head of one."""

    def pieces(message: bytes) -> list[bytes]:
        return [frame(commented(message, b"<!-- \n##\n\n#4\n -->"), Framing.CHUNKED)]

    await takes_cut(element, pieces, "A chunk has as many octets as its head says (RFC 6242 4.2)")


async def takes_cut(element: ManagedElement, pieces: Callable[[bytes], list[bytes]], requirement: str) -> None:
    """A reply in chunks that comes in these pieces is taken as any other."""
    demand_chunks(element)

    async def speak(rpc: Rpc) -> None:
        for piece in pieces(element.proper(rpc)):
            await element.send_octets(piece, session=element.last_session, injected=False)

    await takes(element, speak, requirement)


def commented(message: bytes, comment: bytes = COMMENT) -> bytes:
    """A message with a comment in it."""
    end = message.rindex(b"</")
    return message[:end] + comment + message[end:]


def demand_chunks(element: ManagedElement) -> None:
    """End the case as not applicable unless the SUT names base:1.1, so that chunks are agreed."""
    if not element.has(BASE_1_1):
        raise not_applicable(f"the {element.sut} does not name base:1.1")

"""Chunked framing that is proper, however it is cut (RFC 6242 4.2)."""

from collections.abc import Iterable

from oran_harness.conformance.o1.answers import answered, proper
from oran_harness.conformance.o1.hello_versions import FRAMED, demand_chunks, old_session
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING, get, state
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import BASE, Framing, frame, speaking
from oran_harness.steps.manager import Manager

TAGS = ("framing",)
PADDING = 64 * 1024
ANY_CUT = "A message may be cut into chunks anywhere (RFC 6242 4.2)"


@provider_case("O1-FRAME-101", "Chunks of one octet each", "RFC 6242 4.2", needs=(FRAMED,), tags=TAGS)
async def takes_small_chunks(manager: Manager) -> None:
    """An rpc comes in chunks of one octet."""
    demand_chunks(manager)
    message_id, message = new_rpc(manager)
    await tell(manager, [frame(message, Framing.CHUNKED, chunk=1)])
    await answered(manager, message_id, ANY_CUT)


@provider_case("O1-FRAME-102", "Chunks of any size", "RFC 6242 4.2", needs=(FRAMED,), tags=TAGS)
async def takes_any_chunks(manager: Manager) -> None:
    """Rpcs come in chunks of 2, 7 and 64 octets: cut within names, and within characters of several octets."""
    demand_chunks(manager)
    for size in (2, 7, 64):
        message_id = f"\N{EURO SIGN}\N{GREEK SMALL LETTER PI}-{manager.new_message_id()}"
        message = speaking.rpc(NOTHING, message_id)
        await tell(manager, [frame(message, Framing.CHUNKED, chunk=size)])
        await answered(manager, message_id, ANY_CUT)


@provider_case("O1-FRAME-103", "Octets that come one by one", "RFC 6242 4.2", needs=(FRAMED,), tags=TAGS)
async def takes_drops(manager: Manager) -> None:
    """An rpc is handed to the transport octet by octet: what the transport delivers at once means nothing."""
    demand_chunks(manager)
    message_id, message = new_rpc(manager)
    octets = frame(message, Framing.CHUNKED, chunk=50)
    await tell(manager, [octets[at : at + 1] for at in range(len(octets))])
    await answered(manager, message_id, "A frame is read as its octets come, few or many at once (RFC 6242 4.2)")


@provider_case("O1-FRAME-104", "Two messages at once", "RFC 6242 4.2", needs=(FRAMED,), tags=TAGS)
async def takes_two(manager: Manager) -> None:
    """Two rpcs are handed to the transport as one piece, and the beginning of a third."""
    demand_chunks(manager)
    asked = [new_rpc(manager) for _ in range(3)]
    octets = b"".join(frame(message, Framing.CHUNKED) for _, message in asked)
    await tell(manager, [octets[:-30], octets[-30:]])
    for message_id, _ in asked:
        await answered(manager, message_id, "Frames follow each other without anything between (RFC 6242 4.2)")


@provider_case("O1-FRAME-105", "Half a message is waited for", "RFC 6242 4.2", needs=(FRAMED,), tags=TAGS)
async def waits_for_rest(manager: Manager) -> None:
    """Half an rpc comes; others are served meanwhile; when the other half has come, it is answered."""
    demand_chunks(manager)
    slow = manager.here
    message_id, message = new_rpc(manager)
    octets = frame(message, Framing.CHUNKED, chunk=40)
    half = len(octets) // 2
    await tell(manager, [octets[:half]])
    await manager.connect()
    await manager.done(NOTHING, "Half a message on one session keeps no other session waiting (RFC 6241 2.1)")
    await manager.send_octets(octets[half:], session=slow, injected=False)
    requirement = "A message is answered when its last octet has come (RFC 6242 4.2)"
    await answered(manager, message_id, requirement, slow)


@provider_case("O1-FRAME-106", "The octets ]]>]]> end no chunked message", "RFC 6242 4.2", needs=(FRAMED,), tags=TAGS)
async def reads_through_end(manager: Manager) -> None:
    """An attribute of an rpc in chunks has the value ]]>]]>."""
    demand_chunks(manager)
    message_id = manager.new_message_id()
    message = f'<rpc xmlns="{BASE}" message-id="{message_id}" note="]]>]]>">'.encode() + NOTHING + b"</rpc>"
    await tell(manager, [frame(message, Framing.CHUNKED)])
    await answered(manager, message_id, "In chunks nothing but the end of chunks ends a message (RFC 6242 4.2)")


@provider_case("O1-FRAME-107", "A message of 64 KiB", "RFC 6242 4.2", level=Level.SHOULD, needs=(FRAMED,), tags=TAGS)
async def takes_large(manager: Manager) -> None:
    """An rpc has 64 KiB of white space in it, in one chunk and in chunks of 1000 octets.

    How large a message has to be read, no clause says.
    """
    demand_chunks(manager)
    for chunk in (2 * PADDING, 1000):
        message_id, message = new_rpc(manager)
        end = message.rindex(b"</")
        padded = message[:end] + b" " * PADDING + message[end:]
        await tell(manager, [frame(padded, Framing.CHUNKED, chunk=chunk)])
        await answered(manager, message_id, "Chunks have any size up to 4294967295 (RFC 6242 4.2)")


@provider_case("O1-FRAME-108", "The element's chunks are proper", "RFC 6242 4.2", needs=(FRAMED,), tags=(*TAGS, "F41"))
async def says_chunks(manager: Manager) -> None:
    """Short and long replies come in chunks whose sizes are true, with nothing between them."""
    demand_chunks(manager)
    requirement = "Chunks have a true size and nothing between them (RFC 6242 4.2)"
    for operation in (NOTHING, get(state()), NOTHING):
        await manager.ask(operation, requirement=requirement)
        proper(manager, requirement)


@provider_case(
    "O1-FRAME-109", "End-of-message framing, however it comes", "RFC 6242 4.3", needs=(FRESH, FRAMED), tags=TAGS
)
async def takes_old_drops(manager: Manager) -> None:
    """With base:1.0, rpcs come octet by octet, and two at once."""
    await old_session(manager)
    requirement = "A message ends with ]]>]]>, whatever the transport delivers at once (RFC 6242 4.3)"
    message_id, message = new_rpc(manager)
    octets = frame(message, Framing.END_OF_MESSAGE)
    await tell(manager, [octets[at : at + 1] for at in range(len(octets))])
    await answered(manager, message_id, requirement)
    asked = [new_rpc(manager) for _ in range(2)]
    await tell(manager, [b"".join(frame(message, Framing.END_OF_MESSAGE) for _, message in asked)])
    for message_id, _ in asked:
        await answered(manager, message_id, requirement)


def new_rpc(manager: Manager) -> tuple[str, bytes]:
    """A message-id, and an rpc with it that asks for nothing much."""
    message_id = manager.new_message_id()
    return message_id, speaking.rpc(NOTHING, message_id)


async def tell(manager: Manager, pieces: Iterable[bytes]) -> None:
    """Hand proper octets to the transport, piece by piece."""
    for piece in pieces:
        await manager.send_octets(piece, injected=False)

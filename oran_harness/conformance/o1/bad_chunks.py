"""Chunked framing that is not proper: the session has to end, and nothing else (RFC 6242 4.2)."""

from oran_harness.conformance.o1.answers import still_serves
from oran_harness.conformance.o1.chunks import new_rpc
from oran_harness.conformance.o1.hello_versions import FRAMED, demand_chunks
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.protocols.netconf import Framing, RpcReply, frame, misspeak
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.outcome import check

TAGS = ("framing", "negative")
NEEDS = (FRAMED,)
CLAUSE = "RFC 6242 4.2"


@provider_case("O1-FRAME-121", "A chunk of size 0 ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_zero(manager: Manager) -> None:
    """A chunk announces no octets."""
    await ends_by(manager, "chunk-size-zero")


@provider_case("O1-FRAME-122", "A size with a leading zero ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_leading_zero(manager: Manager) -> None:
    """A chunk's size begins with a zero."""
    await ends_by(manager, "chunk-size-leading-zero")


@provider_case("O1-FRAME-123", "A size above 4294967295 ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_too_large(manager: Manager) -> None:
    """A chunk announces 4294967296 octets."""
    await ends_by(manager, "chunk-size-over-limit")


@provider_case("O1-FRAME-124", "A size that is no number ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_hexadecimal(manager: Manager) -> None:
    """A chunk's size is hexadecimal."""
    await ends_by(manager, "chunk-size-hexadecimal")


@provider_case("O1-FRAME-125", "A size below zero ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_negative(manager: Manager) -> None:
    """A chunk's size is negative."""
    await ends_by(manager, "chunk-size-negative")


@provider_case("O1-FRAME-126", "A chunk that is longer than it says ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_small_lie(manager: Manager) -> None:
    """A chunk has one octet more than it announces."""
    await ends_by(manager, "chunk-size-too-small")


@provider_case("O1-FRAME-127", "A chunk that is shorter than it says ends the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_large_lie(manager: Manager) -> None:
    """A chunk has fewer octets than it announces, so that what follows is taken for the rest of it."""
    await ends_by(manager, "chunk-size-too-large", followed=True)


@provider_case(
    "O1-FRAME-128", "A message that ends with ]]>]]> ends a session of chunks", CLAUSE, needs=NEEDS, tags=TAGS
)
async def refuses_old_frame(manager: Manager) -> None:
    """Chunks are agreed, and an rpc comes in end-of-message framing."""
    await ends_by(manager, "end-of-message")


@provider_case("O1-FRAME-129", "Octets before a chunk end the session", CLAUSE, needs=NEEDS, tags=TAGS)
async def refuses_strays(manager: Manager) -> None:
    """Letters stand before the first chunk."""
    await ends_by(manager, "stray-octets")


@provider_case("O1-FRAME-130", "A stray line feed does not lose a session's manager", CLAUSE, needs=NEEDS, tags=TAGS)
async def survives_newline(manager: Manager) -> None:
    """A line feed stands before a chunk: the element answers all the same, or ends the session, but is not silent."""
    demand_chunks(manager)
    message_id, message = new_rpc(manager)
    name = manager.here
    await manager.send_octets(misspeak("stray-newline", message, Framing.CHUNKED))
    requirement = "What cannot be decoded ends the session (RFC 6242 4.2)"
    reply = await manager.hear(RpcReply, where=Replies(message_id), association=name)
    if reply is None:
        check(name not in manager.standing, requirement, expected="an answer, or the end", actual="neither")
    await still_serves(manager, "A broken frame on one session does not keep others out")


@provider_case("O1-FRAME-131", "A chunk of 4 GB that is announced harms nobody", CLAUSE, needs=NEEDS, tags=TAGS)
async def survives_largest(manager: Manager) -> None:
    """A chunk announces the most that there is, and little comes: others are served."""
    demand_chunks(manager)
    _, message = new_rpc(manager)
    await manager.send_octets(misspeak("chunk-size-at-limit", message, Framing.CHUNKED))
    await manager.pause(0.5)
    await still_serves(manager, "What one session announces does not keep others out (RFC 6242 4.2)")


@provider_case("O1-FRAME-132", "What breaks off in the middle harms nobody", CLAUSE, needs=NEEDS, tags=TAGS)
async def survives_break(manager: Manager) -> None:
    """The transport is cut off in the middle of a chunk: others are served."""
    demand_chunks(manager)
    _, message = new_rpc(manager)
    octets = frame(message, Framing.CHUNKED)
    await manager.send_octets(octets[: len(octets) // 2])
    await manager.close(how="abort")
    await still_serves(manager, "A session that breaks off does not keep others out")


async def ends_by(manager: Manager, way: str, *, followed: bool = False) -> None:
    """An rpc in a broken frame ends its session; others are served. ``followed``: a proper rpc comes behind it."""
    demand_chunks(manager)
    name = manager.here
    _, message = new_rpc(manager)
    octets = misspeak(way, message, Framing.CHUNKED)
    if followed:
        octets += frame(new_rpc(manager)[1], Framing.CHUNKED)
    await manager.send_octets(octets)
    requirement = "A peer that cannot decode a chunk, or finds its size invalid, ends the session (RFC 6242 4.2)"
    await manager.ending(name, requirement=requirement)
    await still_serves(manager, "A broken frame on one session does not keep others out")

"""Messages that are no proper requests (RFC 6241 3, 4.1)."""

from oran_harness.conformance.o1.answers import still_serves, told, turned_away
from oran_harness.conformance.o1.chunks import new_rpc
from oran_harness.conformance.o1.hello_versions import FRAMED, demand_chunks, old_session
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import RpcReply, misspeak
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check

TAGS = ("rpc", "negative")
NOT_READ = "A message that cannot be parsed gets malformed-message, or the session ends (RFC 6241 3)"


@provider_case("O1-RPC-121", "XML that is not well-formed", "RFC 6241 3, A", level=Level.SHOULD, tags=TAGS)
async def refuses_malformed(manager: Manager) -> None:
    """An rpc lacks its last end tag."""
    await refuses(manager, "not-well-formed", NOT_READ, "malformed-message")


@provider_case("O1-RPC-122", "Octets that are no UTF-8", "RFC 6241 3, A", level=Level.SHOULD, tags=TAGS)
async def refuses_other_encoding(manager: Manager) -> None:
    """An rpc has an octet in it that UTF-8 does not have."""
    await refuses(manager, "not-utf-8", NOT_READ, "malformed-message")


@provider_case("O1-RPC-123", "An entity that nothing declares", "RFC 6241 3, A", level=Level.SHOULD, tags=TAGS)
async def refuses_unknown_entity(manager: Manager) -> None:
    """An rpc names an entity that is declared nowhere, and so is not well-formed."""
    await refuses(manager, "unknown-entity", NOT_READ, "malformed-message")


@provider_case("O1-RPC-124", "Entities within entities", "RFC 6241 3.2", tags=(*TAGS, "security"))
async def survives_bomb(manager: Manager) -> None:
    """Entities within entities would be ten gigabytes: the rpc is answered or its session ends; others are served."""
    name = manager.here
    _, message = new_rpc(manager)
    await manager.send_octets(misspeak("entity-bomb", message, manager.session().framing))
    reply = await manager.hear(RpcReply, association=name)
    requirement = "NETCONF has no document type declarations, so no entity is ever replaced (RFC 6241 3.2)"
    if reply is None:
        check(name not in manager.standing, requirement, expected="an answer, or the end", actual="neither")
    await still_serves(manager, "A message that cannot be read does not keep others out")


@provider_case("O1-RPC-127", "Two operations in one rpc", "RFC 6241 4.1, B", level=Level.SHOULD, tags=TAGS)
async def refuses_two(manager: Manager) -> None:
    """An rpc holds two operations."""
    await refuses(manager, "two-operations", "An rpc holds one operation (RFC 6241 4.1)")


@provider_case("O1-RPC-128", "An rpc in another namespace", "RFC 6241 3.1", level=Level.SHOULD, tags=TAGS)
async def refuses_other_namespace(manager: Manager) -> None:
    """An rpc has elements of a namespace that is not NETCONF's: it is not carried out."""
    name = manager.here
    _, message = new_rpc(manager)
    await manager.send_octets(misspeak("foreign-namespace", message, manager.session().framing))
    reply = await manager.hear(RpcReply, association=name, within=2.0)
    requirement = "All elements of NETCONF are in its namespace (RFC 6241 3.1)"
    done = reply is not None and not reply.refused
    check(not done, requirement, expected="an rpc-error, the end, or no answer", actual="the rpc was carried out")
    await still_serves(manager, "A message that cannot be read does not keep others out")


@provider_case("O1-RPC-129", "malformed-message is for base:1.1 alone", "RFC 6241 A", needs=(FRESH, FRAMED), tags=TAGS)
async def spares_old(manager: Manager) -> None:
    """A manager of base:1.0 sends XML that is not well-formed: it does not get the error-tag malformed-message."""
    await old_session(manager)
    name = manager.here
    _, message = new_rpc(manager)
    await manager.send_octets(misspeak("not-well-formed", message, manager.session().framing))
    reply = await manager.hear(RpcReply, association=name)
    requirement = "The error-tag malformed-message is not sent to old managers (RFC 6241 A)"
    if reply is not None:
        sent = any(error.tag == "malformed-message" for error in reply.errors)
        check(not sent, requirement, expected="another error-tag, or the end", actual=told(reply))
    await still_serves(manager, "A message that cannot be read does not keep others out")


async def refuses(manager: Manager, way: str, requirement: str, *tags: str) -> None:
    """An rpc that is said wrongly is refused, with one of the error-tags if there are any; others are served."""
    if tags:
        demand_chunks(manager)
    _, message = new_rpc(manager)
    await manager.send_octets(misspeak(way, message, manager.session().framing))
    await turned_away(manager, requirement, *tags)
    await still_serves(manager, "A message that cannot be read does not keep others out")

"""Replies that are wrong: a manager may end the session for them, and manages on (RFC 6241 3, 4.2)."""

from oran_harness.conformance.o1.manager_bad_frames import survives
from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.provoking import EDIT, EDITED, QUIET_S, READ, SETTLING_S, provoked, read, still_manages
from oran_harness.model import Level
from oran_harness.protocols.netconf import Rpc, speaking
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check

TAGS = ("rpc", "negative")
SURVIVES = "A message that cannot be read does not keep a manager from managing"
NEEDS = (READ,)


@manager_case("O1-RPC-221", "A reply that is not well-formed", "RFC 6241 3", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def survives_malformed(element: ManagedElement) -> None:
    """A reply lacks its last end tag."""
    await survives(element, "not-well-formed")


@manager_case("O1-RPC-222", "A reply that is no UTF-8", "RFC 6241 3", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def survives_other_encoding(element: ManagedElement) -> None:
    """A reply has an octet in it that UTF-8 does not have."""
    await survives(element, "not-utf-8")


@manager_case(
    "O1-RPC-223", "Entities within entities", "RFC 6241 3.2", level=Level.SHOULD, needs=NEEDS, tags=(*TAGS, "security")
)
async def survives_bomb(element: ManagedElement) -> None:
    """Entities within entities in a reply would be ten gigabytes."""
    await survives(element, "entity-bomb")


@manager_case(
    "O1-RPC-224",
    "An entity that names a file",
    "RFC 6241 3.2",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=(*TAGS, "security"),
)
async def survives_external(element: ManagedElement) -> None:
    """A reply has an entity that names a file of the manager."""
    await survives(element, "external-entity")


@manager_case("O1-RPC-225", "A reply that is nested deeply", "RFC 6241 3", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def survives_depth(element: ManagedElement) -> None:
    """A reply has thousands of elements within each other."""
    await survives(element, "deep")


@manager_case("O1-RPC-226", "A reply that holds nothing", "RFC 6241 4.2", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def survives_emptiness(element: ManagedElement) -> None:
    """A reply has neither ok, nor data, nor an error."""
    await survives(element, "empty-reply")


@manager_case("O1-RPC-227", "A reply of another namespace", "RFC 6241 3.1", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def survives_other_namespace(element: ManagedElement) -> None:
    """A reply is in a namespace that is not NETCONF's; when none comes that is, the manager manages on."""
    rpc = await read(element)
    message = element.proper(rpc)
    await element.misspeak("foreign-namespace", message)
    await element.pause(SETTLING_S)
    if element.last_session in element.standing:
        await element.reply(message)
    await still_manages(element, SURVIVES)


@manager_case("O1-RPC-228", "A reply to what nobody asked", "RFC 6241 4.2", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def survives_unknown_id(element: ManagedElement) -> None:
    """A reply has a message-id that the manager has not used; then the right one comes."""
    rpc = await read(element)
    message = element.proper(rpc)
    await element.misspeak("unknown-id", message)
    await element.pause(SETTLING_S)
    if element.last_session in element.standing:
        await element.reply(message)
    await still_manages(element, "A reply that nobody waits for does not keep a manager from managing")


@manager_case(
    "O1-RPC-229",
    "A reply to another rpc is none to this one",
    "RFC 6241 4.2",
    level=Level.SHOULD,
    needs=(EDITED,),
    tags=TAGS,
)
async def matches_ids(element: ManagedElement) -> None:
    """The first rpc of an edit is answered under another message-id: the manager does not go on as if it were done."""
    rpc = await provoked(element, EDIT)
    name = element.last_session
    while rpc.name in ("get", "get-config"):
        await element.answer(rpc)
        rpc = await element.request()
    await element.misspeak("unknown-id", speaking.ok(rpc))
    following = await element.hear(Rpc, association=name, within=2 * QUIET_S)
    requirement = "A reply has the message-id of its rpc, by which it is known (RFC 6241 4.1, 4.2)"
    went_on = following is not None and following.name in ("edit-config", "validate", "commit", "unlock")
    actual = "" if following is None else f"{following.name} after a reply that is not the one to {rpc.name}"
    check(not went_on, requirement, expected=f"no further step before the reply to {rpc.name}", actual=actual)


@manager_case("O1-RPC-230", "One reply twice", "RFC 6241 4.2", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def survives_second(element: ManagedElement) -> None:
    """A reply comes a second time."""
    await survives(element, "second-reply")

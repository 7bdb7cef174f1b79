"""How a manager's sessions begin anew, and end (RFC 6241 7.8, 7.9, 8.1)."""

from oran_harness.conformance.o1.answers import proper
from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.provoking import CLOSE, LEFT, QUIET_S, READ, provoked, read
from oran_harness.model import Level
from oran_harness.protocols.netconf import Rpc
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check

TAGS = ("session",)


@manager_case(
    "O1-SESSION-201",
    "A manager closes its session before it leaves",
    "RFC 6241 7.8",
    level=Level.SHOULD,
    needs=(LEFT,),
    tags=TAGS,
)
async def closes(element: ManagedElement) -> None:
    """The manager is to leave: it asks to close the session, and lets it end."""
    name = element.here or ""
    rpc = await provoked(
        element, CLOSE, "close-session", requirement="close-session ends a session gracefully (RFC 6241 7.8)"
    )
    proper(element, "An rpc is what RFC 6241 4.1 and its schema say")
    await element.ok(rpc)
    after = await element.hear(Rpc, association=name, within=QUIET_S)
    requirement = "Behind close-session nothing is asked on a session (RFC 6241 7.8)"
    check(after is None, requirement, expected="nothing", actual="" if after is None else after.name)


@manager_case(
    "O1-SESSION-202", "A manager comes back with a new hello", "RFC 6241 8.1, RFC 6242 4.1", needs=(READ,), tags=TAGS
)
async def comes_back(element: ManagedElement) -> None:
    """The session is cut off: on its next one the manager begins with a hello, framed as hellos are, and manages."""
    await element.answer(await read(element))
    await element.close(how="abort")
    name = await element.open()
    hello = await element.greet(name)
    requirement = "Each session begins with hellos, in end-of-message framing (RFC 6241 8.1, RFC 6242 4.1)"
    proper(element, requirement)
    check(bool(hello.capabilities.uris), requirement, expected="a list of capabilities", actual="none")
    await element.answer(await read(element, "A new session is managed as the first was (RFC 6241 8.1)"))


@manager_case(
    "O1-SESSION-203",
    "A reply for each session its own",
    "RFC 6241 4.1, 4.2",
    level=Level.SHOULD,
    needs=(READ,),
    tags=TAGS,
)
async def forgets(element: ManagedElement) -> None:
    """The session is cut off while a reply is owed: the manager does not wait for it on the next, and asks anew."""
    await read(element)
    await element.close(element.last_session, how="abort")
    await element.connect()
    again = await read(element, "What was asked on a session that is over is not owed on the next (RFC 6241 4.2)")
    await element.answer(again)


@manager_case(
    "O1-SESSION-204", "A session that ends in order", "RFC 6241 7.9", level=Level.SHOULD, needs=(READ,), tags=TAGS
)
async def is_dismissed(element: ManagedElement) -> None:
    """The element ends the session, as a kill-session of somebody else does: the manager comes again, and manages."""
    await element.answer(await read(element))
    await element.close()
    await element.connect()
    await element.answer(await read(element, "A session that somebody has killed keeps no manager from a new one"))

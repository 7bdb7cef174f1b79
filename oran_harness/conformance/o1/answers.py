"""What cases of O1 look for in what comes back."""

from collections.abc import Iterator

from oran_harness.codec.xml import Element, local_name, namespace
from oran_harness.conformance.o1.queries import NOTHING
from oran_harness.model import Level
from oran_harness.protocols.netconf import RpcReply
from oran_harness.steps.manager import Manager, errors_text
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.netconf_participant import NetconfParticipant
from oran_harness.steps.outcome import check, not_applicable


async def data(manager: Manager, operation: bytes, requirement: str, *, session: str | None = None) -> Element:
    """The element data of the reply to what has to be answered with one."""
    reply = await manager.done(operation, requirement, session=session)
    found = next((each for each in reply.content if local_name(each.tag) == "data"), None)
    check(found is not None, requirement, expected="an element data", actual=told(reply))
    return found


def told(reply: RpcReply) -> str:
    """A reply in a few words."""
    if reply.errors:
        return errors_text(reply.errors)
    inside = ", ".join(local_name(each.tag) for each in reply.content)
    return "ok" if reply.ok else inside or "an empty rpc-reply"


def elements(above: Element) -> Iterator[Element]:
    """The elements in another one."""
    return above.iterchildren("*")  # type: ignore[no-any-return]


def names(above: Element) -> list[str]:
    """The local names of the elements in another one."""
    return [local_name(each.tag) for each in elements(above)]


def text(above: Element, path: str, space: str | None = None) -> str:
    """The text of the first element at a path of local names; empty if there is none."""
    found = next(iter(every(above, path, namespace(above.tag) if space is None else space)), None)
    return "" if found is None else (found.text or "").strip()


def every(above: Element, path: str, space: str) -> list[Element]:
    """All elements at a path of local names in one namespace."""
    return above.findall("/".join(f"{{{space}}}{step}" for step in path.split("/")))  # type: ignore[no-any-return]


async def answered(manager: Manager, message_id: str, requirement: str, session: str | None = None) -> RpcReply:
    """Wait for the reply to an rpc that was sent."""
    return await manager.expect(RpcReply, where=Replies(message_id), association=session, requirement=requirement)


async def turned_away(manager: Manager, requirement: str, *tags: str) -> None:
    """Wait until what was sent on the newest session is refused: by an rpc-error, or by the end of the session."""
    name = manager.here
    reply = await manager.hear(RpcReply, association=name)
    expected = f"an rpc-error{' ' + ' or '.join(tags) if tags else ''}, or the end of the session"
    if reply is None:
        check(name not in manager.standing, requirement, expected=expected, actual="neither, and no answer")
        return
    refused = reply.refused and (not tags or any(error.tag in tags for error in reply.errors))
    check(refused, requirement, expected=expected, actual=told(reply))


async def still_serves(manager: Manager, requirement: str) -> None:
    """A new session with the element does what sessions do."""
    name = await manager.connect()
    await manager.done(NOTHING, requirement, session=name)


async def not_done(manager: Manager, operation: bytes, requirement: str, *, session: str | None = None) -> RpcReply:
    """Ask for what has to be refused, whatever the error-tag: the text names none."""
    reply = await manager.ask(operation, session=session, requirement=requirement)
    check(reply.refused, requirement, expected="an rpc-error", actual=f"done: {told(reply)}")
    return reply


async def permitted(manager: Manager, operation: bytes, requirement: str, *, session: str | None = None) -> RpcReply:
    """As ``Manager.done``, of what the access rules may forbid the user that we are: then the case is ``skip``."""
    reply = await manager.ask(operation, session=session, requirement=requirement)
    demand_permission(reply)
    check(not reply.refused, requirement, expected="no rpc-error", actual=told(reply))
    return reply


def demand_permission(reply: RpcReply) -> None:
    """End the case as ``skip`` if access rules forbid what was asked for (RFC 8341 3)."""
    if any(error.tag == "access-denied" for error in reply.errors):
        raise not_applicable("the user that we are may not do what the case needs")


def proper(ours: NetconfParticipant, requirement: str) -> None:
    """Fail the case if the message heard last breaks a must of NETCONF."""
    assert ours.last is not None
    broken = [each for each in ours.last.breaches if each.level is Level.MUST]
    if broken:
        breach = broken[0]
        actual = f"{breach.actual} ({breach.kind.meaning}, {breach.clause})"
        check(False, requirement, expected=breach.expected, actual=actual)

"""A group of NACM without users, which cases make and remove: every element has room for one (RFC 8341)."""

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.answers import data, demand_permission, every, told
from oran_harness.conformance.o1.queries import NACM, get_config, operation, subtree
from oran_harness.protocols.netconf import BASE, RpcReply, speaking
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.outcome import inconclusive

PUTTING_BACK_S = 2.0


def group_edit(name: str, what: str = "create", target: str = "running") -> bytes:
    """Create, merge or remove the group of that name."""
    entry = f'<group xmlns:nc="{BASE}" nc:operation="{what}"><name>{name}</name></group>'
    return edit(f'<nacm xmlns="{NACM}"><groups>{entry}</groups></nacm>', target)


def edit(content: str, target: str = "running") -> bytes:
    """edit-config with some content."""
    return operation("edit-config", f"<target><{target}/></target><config>{content}</config>")


async def has_group(manager: Manager, name: str, *, session: str | None = None) -> bool:
    """Whether the group is in running."""
    inside = f'<nacm xmlns="{NACM}"><groups><group><name>{name}</name></group></groups></nacm>'
    found: Element = await data(
        manager, get_config(subtree(inside)), "Running can be read with get-config (RFC 6241 7.1)", session=session
    )
    return bool(every(found, "nacm/groups/group", NACM))


async def accepted(manager: Manager, operation: bytes, *, session: str | None = None) -> RpcReply:
    """Have the ground laid that a case stands on; where the element does not let us, the case says nothing."""
    reply = await manager.ask(operation, session=session)
    demand_permission(reply)
    if reply.refused:
        raise inconclusive(f"what the case needs was refused: {told(reply)}")
    return reply


async def change(manager: Manager, content: str, *, session: str | None = None) -> None:
    """Have an edit in running, by whatever route the element has."""
    if manager.has(CAPABILITIES["writable-running"], session):
        await accepted(manager, edit(content), session=session)
        return
    await accepted(manager, edit(content, "candidate"), session=session)
    await accepted(manager, operation("commit"), session=session)


async def put_back(manager: Manager, operation: bytes, session: str | None = None) -> None:
    """Have what the case did undone, on a session if it is still up; how the element takes it is no matter of it."""
    name = session if session in manager.standing else manager.here
    if name is not None:
        message_id = manager.new_message_id()
        await manager.say(speaking.rpc(operation, message_id), session=name)
        await manager.hear(RpcReply, where=Replies(message_id), association=name, within=PUTTING_BACK_S)

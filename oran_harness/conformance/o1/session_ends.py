"""close-session and kill-session (RFC 6241 7.8, 7.9)."""

from oran_harness.conformance.o1.answers import demand_permission, not_done, permitted, told
from oran_harness.conformance.o1.chunks import new_rpc
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING, close_session, kill_session, operation
from oran_harness.protocols.netconf import RpcReply, speaking
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.outcome import check

TAGS = ("session",)
NEGATIVE = ("session", "negative")
NO_SUCH = 4294967295


@provider_case("O1-SESSION-101", "close-session ends its session", "RFC 6241 7.8", tags=TAGS)
async def closes(manager: Manager) -> None:
    """A session is closed: ok comes, then the element ends the transport; another session goes on."""
    first = manager.here
    other = await manager.connect()
    await manager.done(close_session(), "close-session is answered with ok (RFC 6241 7.8)", session=first)
    await manager.ending(first, requirement="After the ok the element closes the transport (RFC 6241 7.8)")
    await manager.done(NOTHING, "close-session ends no other session (RFC 6241 7.8)", session=other)


@provider_case("O1-SESSION-102", "What is asked after close-session is ignored", "RFC 6241 7.8; RFC 6242 5", tags=TAGS)
async def ignores_later(manager: Manager) -> None:
    """close-session and another rpc are sent as one piece: only the first is answered."""
    name = manager.here
    closing = manager.new_message_id()
    message_id, message = new_rpc(manager)
    await manager.say_all((speaking.rpc(close_session(), closing), message), injected=True)
    requirement = "Requests after close-session are ignored (RFC 6241 7.8)"
    await manager.expect(RpcReply, where=Replies(closing), association=name, requirement=requirement)
    await manager.silence(RpcReply, where=Replies(message_id), association=name, lasting=1.0, requirement=requirement)


@provider_case("O1-SESSION-103", "kill-session ends another session", "RFC 6241 7.9", tags=TAGS)
async def kills(manager: Manager) -> None:
    """One session kills another: ok comes, the other is over, and the one goes on."""
    first = manager.here
    other = await manager.connect()
    number = manager.session(other).session_id
    requirement = "kill-session is answered with ok (RFC 6241 7.9)"
    await permitted(manager, kill_session(number), requirement, session=first)
    await manager.ending(other, requirement="A session that was killed is over, with its transport (RFC 6241 7.9)")
    await manager.done(NOTHING, "The session that killed another one goes on (RFC 6241 7.9)", session=first)


@provider_case("O1-SESSION-104", "A session cannot kill itself", "RFC 6241 7.9", tags=NEGATIVE)
async def spares_itself(manager: Manager) -> None:
    """kill-session names the session that asks: the error-tag is invalid-value, and the session goes on."""
    name = manager.here
    number = manager.session(name).session_id
    requirement = "kill-session of the own session gets the error-tag invalid-value (RFC 6241 7.9)"
    reply = await not_done(manager, kill_session(number), requirement, session=name)
    demand_permission(reply)
    named = any(error.tag == "invalid-value" for error in reply.errors)
    check(named, requirement, expected="invalid-value", actual=told(reply))
    await manager.done(NOTHING, "A session that could not be killed goes on (RFC 6241 7.9)", session=name)


@provider_case("O1-SESSION-105", "A session that there is not cannot be killed", "RFC 6241 7.9", tags=NEGATIVE)
async def kills_nobody(manager: Manager) -> None:
    """kill-session names a session that there is not, and none at all."""
    requirement = "kill-session that cannot be carried out gets an rpc-error (RFC 6241 7.9)"
    for asked in (kill_session(NO_SUCH), operation("kill-session")):
        await not_done(manager, asked, requirement)


@provider_case("O1-SESSION-106", "Sessions come and go", "RFC 6241 2.1; O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-7", tags=TAGS)
async def comes_and_goes(manager: Manager) -> None:
    """Twenty sessions one after the other are opened, used, and closed."""
    await manager.close()
    for _ in range(20):
        name = await manager.connect()
        await manager.done(NOTHING, "A session does what sessions do, however many were before", session=name)
        await manager.done(close_session(), "A session ends when it is asked to (REQ-GNC-FUN-7)", session=name)
        await manager.ending(name, requirement="A session ends when it is asked to (REQ-GNC-FUN-7)")


@provider_case("O1-SESSION-107", "Several sessions at once", "RFC 6241 2.1", tags=TAGS)
async def serves_several(manager: Manager) -> None:
    """Three sessions ask in turns, and each gets its own replies."""
    sessions = [await manager.connect() for _ in range(3)]
    for _ in range(3):
        for name in sessions:
            await manager.done(NOTHING, "Each session is served for itself (RFC 6241 2.1)", session=name)
    numbers = {manager.session(name).session_id for name in sessions}
    requirement = "The session-id identifies a session among all that there are (RFC 6241 8.1)"
    check(len(numbers) == len(sessions), requirement, expected="three numbers", actual=f"{len(numbers)}")

"""What an element keeps over a restart, and what not (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-8; RFC 6241 8.4.1)."""

from collections.abc import Awaitable, Callable

from oran_harness.conformance.o1.edits import ALICE, BOB, ONE, between, group
from oran_harness.conformance.o1.playground import Ground, by_any_route, by_candidate, demand_holds
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING, lock, unlock
from oran_harness.model.restart import KILL, STOP
from oran_harness.protocols.netconf import Conversation, Side
from oran_harness.protocols.netconf.speaking import operation
from oran_harness.steps.manager import Manager, errors_text
from oran_harness.steps.outcome import check, inconclusive, not_applicable

NEEDS = ("stimulus:restart",)
TAGS = ("restart", "slow")
KEEPS = "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-8"
OPENS = "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-5"
SURVIVES = f"What is configured survives a restart ({KEEPS})"


async def restarted(manager: Manager, how: str) -> str:
    """Have the element restarted; a session with it afterwards."""
    await manager.restart_sut(how)
    return await manager.connect()


async def kept_as_startup(ground: Ground) -> None:
    """Where there is a startup, what is to survive has to be in it (RFC 6241 8.7)."""
    if ground.has("startup"):
        reply = await ground.ask(between("copy-config", "startup", "running"))
        if reply.refused:
            raise not_applicable(f"running cannot be copied to startup: {errors_text(reply.errors)}")


def surviving(how: str) -> Callable[[Ground], Awaitable[None]]:
    """The body: a group is made, the element restarted, and the group read."""

    async def body(ground: Ground) -> None:
        await ground.have(one=(ALICE,), two=(BOB,))
        await kept_as_startup(ground)
        again = Ground(ground.manager, await restarted(ground.manager, how), ground.target)
        try:
            await demand_holds(again, SURVIVES, "running", one=(ALICE,), two=(BOB,))
        finally:
            await again.clear()
            await kept_as_startup(again)

    return body


@provider_case("O1-RESTART-101", "What is configured survives", KEEPS, needs=NEEDS, tags=TAGS)
@by_any_route
async def survives_stop(ground: Ground) -> None:
    """An edit is done, and copied to startup where there is one; the element restarts in order: it is in running."""
    await surviving(STOP)(ground)


@provider_case(
    "O1-RESTART-102",
    "What is configured survives a crash",
    "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-8",
    needs=NEEDS,
    tags=TAGS,
)
@by_any_route
async def survives_kill(ground: Ground) -> None:
    """An edit is done, and copied to startup where there is one; the element is killed: it is in running after that."""
    await surviving(KILL)(ground)


@provider_case(
    "O1-RESTART-103",
    "What was not confirmed does not survive",
    "RFC 6241 8.4.1",
    needs=(*NEEDS, "capability:candidate", "capability:confirmed-commit"),
    tags=(*TAGS, "confirmed-commit"),
)
@by_candidate
async def rolls_back(ground: Ground) -> None:
    """A commit waits for its confirmation when the element restarts: running is what it was before the commit."""
    await ground.have(one=(ALICE,))
    await kept_as_startup(ground)
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(ONE, BOB))
    await ground.done(operation("commit", confirmed="", confirm_timeout="300"), "A commit is done (RFC 6241 8.4.5)")
    again = Ground(ground.manager, await restarted(ground.manager, STOP), ground.target)
    try:
        requirement = "A commit that was not confirmed is undone if the element restarts (RFC 6241 8.4.1)"
        await demand_holds(again, requirement, "running", one=(ALICE,))
    finally:
        await again.clear()
        await kept_as_startup(again)


@provider_case("O1-RESTART-104", "Locks end with a restart", "RFC 6241 7.5", needs=NEEDS, tags=TAGS)
async def forgets_locks(manager: Manager) -> None:
    """Running is locked when the element restarts: a new session can lock it."""
    reply = await manager.ask(lock())
    if reply.refused:
        raise not_applicable(f"running cannot be locked: {errors_text(reply.errors)}")
    name = await restarted(manager, STOP)
    requirement = "A lock ends with its session, and no session outlives a restart (RFC 6241 7.5)"
    reply = await manager.ask(lock(), session=name)
    check(not reply.refused, requirement, expected="ok", actual=errors_text(reply.errors))
    await manager.ask(unlock(), session=name)


@provider_case(
    "O1-RESTART-105",
    "Sessions are served after a restart",
    "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-5",
    needs=NEEDS,
    tags=TAGS,
)
async def serves_again(manager: Manager) -> None:
    """The element is killed: the sessions end, and new ones are served with the capabilities of before."""
    before = manager.here
    first = manager.session(before)
    name = await restarted(manager, KILL)
    await manager.done(NOTHING, f"A session is opened for who may ({OPENS})", session=name)
    if before in manager.standing:
        raise inconclusive("the session of before the restart still stands: it was no restart of what serves it")
    requirement = "An element that restarts is the one that it was (O-RAN.WG10 O1 6.1.2)"
    lost = [uri for uri in names_of(first) if not manager.has(uri, name)]
    check(not lost, requirement, expected="the same capabilities", actual=f"without {', '.join(lost)}")


def names_of(session: Conversation) -> list[str]:
    """The capabilities of NETCONF in the hello of a session."""
    hello = session.hello(Side.SERVER)
    found = [] if hello is None else hello.capabilities.by_base
    return [uri for uri in found if uri.startswith("urn:ietf:params:netconf:")]

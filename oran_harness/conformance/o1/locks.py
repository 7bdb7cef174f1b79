"""lock and unlock (RFC 6241 7.5, 7.6)."""

from oran_harness.conformance.o1.answers import demand_permission, not_done, permitted, told
from oran_harness.conformance.o1.element_modules import demand_module
from oran_harness.conformance.o1.group import accepted, group_edit, has_group, put_back
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import (
    close_session,
    get_config,
    kill_session,
    lock,
    operation,
    subtree,
    unlock,
)
from oran_harness.protocols.netconf import RpcReply
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive

TAGS = ("lock",)
NEGATIVE = ("lock", "negative")
AGAIN_S = 0.5
MOST_TRIES = 10
"""How often, and after which time, a lock that has to come free is asked for."""
GROUP = "oran-harness-locked"


@provider_case("O1-LOCK-101", "A datastore is locked and unlocked", "RFC 6241 7.5, 7.6", tags=TAGS)
async def locks(manager: Manager) -> None:
    """Running is locked, unlocked, and locked again."""
    for _ in range(2):
        await take(manager)
        await manager.done(unlock(), "The session that locked a datastore can unlock it (RFC 6241 7.6)")


@provider_case("O1-LOCK-102", "What another session has locked cannot be locked", "RFC 6241 7.5, A", tags=NEGATIVE)
async def denies(manager: Manager) -> None:
    """A second session asks for the lock: lock-denied, with the session-id of the first."""
    first = manager.here
    await take(manager)
    await manager.connect()
    await denied(manager, manager.session(first).session_id)


@provider_case("O1-LOCK-103", "What a session has locked it cannot lock again", "RFC 6241 7.5, A", tags=NEGATIVE)
async def denies_again(manager: Manager) -> None:
    """The session that holds the lock asks for it: lock-denied, with its own session-id."""
    await take(manager)
    await denied(manager, manager.session().session_id)


async def denied(manager: Manager, holder: int | None) -> None:
    """Running cannot be locked on the newest session, as the holder has it."""
    requirement = "A lock that is held gets the error-tag lock-denied with the holder's session-id (RFC 6241 7.5, A)"
    error = await manager.refused(lock(), requirement, "lock-denied")
    named = error.told("session-id")
    check(named == str(holder), requirement, expected=f"session-id {holder}", actual=f"session-id {named or 'missing'}")


@provider_case("O1-LOCK-104", "Nobody else can unlock", "RFC 6241 7.6", tags=NEGATIVE)
async def keeps_lock(manager: Manager) -> None:
    """A second session asks to unlock what the first has locked: refused, and still locked."""
    await take(manager)
    await manager.connect()
    await not_done(manager, unlock(), "Only the session that has the lock can give it up (RFC 6241 7.6)")
    await manager.refused(lock(), "A lock that nobody could give up is still held (RFC 6241 7.6)", "lock-denied")


@provider_case("O1-LOCK-105", "What is not locked cannot be unlocked", "RFC 6241 7.6", tags=NEGATIVE)
async def needs_lock(manager: Manager) -> None:
    """A session asks to unlock what it has not locked."""
    await not_done(manager, unlock(), "unlock does not succeed where there is no lock (RFC 6241 7.6)")


@provider_case("O1-LOCK-106", "A lock ends with close-session", "RFC 6241 7.5, 7.8", tags=TAGS)
async def frees_at_close(manager: Manager) -> None:
    """The session that holds the lock is closed; another one can lock."""
    await take(manager)
    name = manager.here
    await manager.ask(close_session(), session=name)
    await manager.ending(name, requirement="After the ok the element closes the transport (RFC 6241 7.8)")
    await manager.connect()
    await comes_free(manager)


@provider_case("O1-LOCK-107", "A lock ends when its session breaks off", "RFC 6241 7.5", tags=TAGS)
async def frees_at_abort(manager: Manager) -> None:
    """The transport of the session that holds the lock is cut off; another one can lock soon."""
    await take(manager)
    await manager.close(how="abort")
    await manager.connect()
    await comes_free(manager)


@provider_case("O1-LOCK-108", "A lock ends when its session is killed", "RFC 6241 7.5, 7.9", tags=TAGS)
async def frees_at_kill(manager: Manager) -> None:
    """The session that holds the lock is killed; the one that killed it can lock."""
    await take(manager)
    number = manager.session().session_id
    await manager.connect()
    await permitted(manager, kill_session(number), "kill-session is answered with ok (RFC 6241 7.9)")
    await comes_free(manager)


@provider_case("O1-LOCK-109", "A datastore that there is not cannot be locked", "RFC 6241 7.5", tags=NEGATIVE)
async def knows_datastores(manager: Manager) -> None:
    """A lock names a datastore that there is not: refused, and nothing is locked."""
    requirement = "lock of what is no datastore gets an rpc-error (RFC 6241 7.5)"
    await not_done(manager, lock("oran-harness-unknown"), requirement)
    await not_done(manager, operation("lock"), requirement)
    await manager.connect()
    await take(manager)


@provider_case(
    "O1-LOCK-110",
    "Nobody edits what another session has locked",
    "RFC 6241 7.5, A",
    needs=("capability:writable-running",),
    tags=NEGATIVE,
)
async def keeps_others_out(manager: Manager) -> None:
    """Running is locked; an edit of another session is refused and not there; the holder's own is."""
    await demand_module(manager, "ietf-netconf-acm")
    holder = manager.here
    await take(manager)
    other = await manager.connect()
    requirement = "While a lock is held nobody else changes what is locked (RFC 6241 7.5)"
    try:
        reply = await manager.ask(group_edit(GROUP), session=other)
        there = await has_group(manager, GROUP, session=other)
        check(not there, requirement, expected="running as it was", actual="the edit of another session in running")
        check(reply.refused, requirement, expected="an rpc-error in-use", actual=told(reply))
        # The text says that it fails; that the tag is in-use follows from what the tags mean.
        tags = {error.tag for error in reply.errors}
        fitting = tags & {"in-use", "lock-denied", "access-denied", "resource-denied"}
        check(bool(fitting), requirement, expected="the error-tag in-use", actual=told(reply))
        await accepted(manager, group_edit(GROUP, "merge"), session=holder)
    finally:
        await put_back(manager, group_edit(GROUP, "remove"), holder)


@provider_case("O1-LOCK-111", "A lock keeps nobody from reading", "RFC 6241 7.5", tags=TAGS)
async def lets_read(manager: Manager) -> None:
    """Running is locked; another session reads it."""
    await take(manager)
    await manager.connect()
    await manager.done(get_config(subtree()), "A lock prevents changes, not reading (RFC 6241 7.5)")


@provider_case(
    "O1-LOCK-112",
    "A candidate that was edited cannot be locked",
    "RFC 6241 7.5",
    needs=("capability:candidate",),
    tags=NEGATIVE,
)
async def keeps_edited(manager: Manager) -> None:
    """The candidate was edited by one session, and neither committed nor discarded; another asks for its lock."""
    await demand_module(manager, "ietf-netconf-acm")
    first = manager.here
    await accepted(manager, operation("discard-changes"))
    await accepted(manager, group_edit(GROUP, "merge", "candidate"))
    try:
        other = await manager.connect()
        requirement = "A candidate that was edited and neither committed nor discarded is not locked (RFC 6241 7.5)"
        await not_done(manager, lock("candidate"), requirement, session=other)
    finally:
        await put_back(manager, operation("discard-changes"), first)


@provider_case(
    "O1-LOCK-113", "Each datastore has a lock of its own", "RFC 6241 7.5", needs=("capability:candidate",), tags=TAGS
)
async def locks_each(manager: Manager) -> None:
    """One session locks running, another the candidate."""
    await take(manager)
    await manager.connect()
    # A candidate that somebody left edited is not locked.
    await accepted(manager, operation("discard-changes"))
    await take(manager, "candidate")


async def take(manager: Manager, target: str = "running") -> None:
    """Lock a datastore on the newest session; where somebody who is not of this case holds it, nothing can be said."""
    reply = await manager.ask(lock(target))
    if not reply.refused:
        return
    demand_permission(reply)
    ours = {str(each.session_id) for each in manager.sessions.values()}
    holder = holder_of(reply)
    if holder is not None and holder not in ours:
        raise inconclusive(f"{target} is locked by session {holder}, which is none of this case")
    requirement = f"{target} can be locked when nobody has locked it (RFC 6241 7.5)"
    check(False, requirement, expected="ok", actual=told(reply))


async def comes_free(manager: Manager) -> None:
    """Running can be locked on the newest session, at once or after some tries."""
    reply = await manager.ask(lock())
    for _ in range(MOST_TRIES):
        if not reply.refused:
            return
        await manager.pause(AGAIN_S)
        reply = await manager.ask(lock())
    ours = {str(each.session_id) for each in manager.sessions.values()}
    if holder_of(reply) not in (None, *ours):
        raise inconclusive(f"running is locked by session {holder_of(reply)}, which is none of this case")
    requirement = "A lock is released when its session ends, whichever way (RFC 6241 7.5)"
    check(not reply.refused, requirement, expected="ok to lock", actual=told(reply))


def holder_of(reply: RpcReply) -> str | None:
    """The session that a refusal says to hold the lock."""
    return next((error.told("session-id") for error in reply.errors if error.tag == "lock-denied"), None)

"""Whole datastores, copied and deleted (RFC 6241 7.3, 7.4, 8.7)."""

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.edits import (
    ALICE,
    BOB,
    ONE,
    acm,
    between,
    config_of,
    edit_config,
    get_config,
    group,
    whole_config,
)
from oran_harness.conformance.o1.playground import (
    Ground,
    by_candidate,
    by_every_route,
    demand_holds,
    demand_same,
)
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.state import read_content
from oran_harness.protocols.netconf.speaking import operation
from oran_harness.steps.manager import errors_text
from oran_harness.steps.outcome import CaseOutcome, check, unsupported

_STARTUP = ("capability:startup",)
_LEFT_OUT = "the o1-provider does not support an operation that O1 leaves to it"
_SAVED = "copy-config makes one datastore what the other is (RFC 6241 7.3)"


@provider_case(
    id="O1-COPY-101",
    title="Running is copied to startup",
    clause="RFC 6241 7.3, 8.7",
    needs=_STARTUP,
    tags=("startup",),
)
@by_every_route
async def saves(ground: Ground) -> None:
    """An edit of running is not in startup before it was copied there, and is there then."""
    kept = await _startup(ground)
    try:
        before = await ground.content("startup")
        await ground.have(one=(ALICE,))
        await demand_same(ground, before, "startup", "An edit of running does not change startup (RFC 6241 8.7.1)")
        await _copied(ground, "startup")
        await demand_holds(ground, _SAVED, "startup", one=(ALICE,))
    except CaseOutcome:
        await _put_back(ground, kept)
        raise
    await _put_back(ground, kept)


@provider_case(
    id="O1-COPY-102",
    title="Running is copied to the candidate",
    clause="RFC 6241 7.3, 8.3",
    needs=("capability:candidate",),
    tags=("candidate", "copy-config"),
)
@by_candidate
async def copied_to_candidate(ground: Ground) -> None:
    """After copy-config of running to the candidate, that holds nothing of what was edited there."""
    await ground.have(one=(ALICE,))
    await ground.edit("A proper edit of the candidate is done (RFC 6241 8.3.5)", group(ONE, BOB))
    await _copied(ground, "candidate")
    await demand_holds(ground, _SAVED, "candidate", one=(ALICE,))


@provider_case(
    id="O1-COPY-103", title="No datastore is copied to itself", clause="RFC 6241 7.3", tags=("copy-config", "negative")
)
@by_every_route
async def copied_to_itself(ground: Ground) -> None:
    """A copy-config whose source is its target is refused with invalid-value."""
    await ground.have(one=(ALICE,))
    requirement = "A copy-config from a datastore to itself is refused with invalid-value (RFC 6241 7.3)"
    request = between("copy-config", ground.target, ground.target)
    error = await ground.refuses(requirement, request, "invalid-value", "operation-not-supported")
    if error.tag == "operation-not-supported":
        raise unsupported(_LEFT_OUT)


@provider_case(
    id="O1-COPY-104", title="Running cannot be deleted", clause="RFC 6241 7.4", tags=("delete-config", "negative")
)
@by_every_route
async def keeps_running(ground: Ground) -> None:
    """A delete-config of running is refused; with which error-tag, no clause says. Running is as it was."""
    await ground.have(one=(ALICE,))
    before = await ground.state()
    whole = await ground.done(whole_config("running"), "The o1-provider gives running (RFC 6241 7.1)")
    kept = [each for part in whole.content for each in part]
    reply = await ground.manager.ask(between("delete-config", "running"), session=ground.session)
    requirement = "Running cannot be deleted (RFC 6241 7.4)"
    actual = errors_text(reply.errors) if reply.errors else "done, without an rpc-error"
    try:
        check(reply.refused, requirement, expected="an rpc-error", actual=actual)
        await demand_same(ground, before.of("running"), "running", requirement)
    except CaseOutcome:
        await _fill(ground, kept)
        raise


@provider_case(
    id="O1-COPY-105",
    title="A copy that is refused changes nothing",
    clause="RFC 6241 7.3",
    needs=("capability:candidate",),
    tags=("copy-config", "negative"),
)
@by_candidate
async def refused_copy(ground: Ground) -> None:
    """A configuration with a node that there is not cannot be copied to the candidate, which is as it was."""
    await ground.have(one=(ALICE,))
    requirement = "A configuration that the models do not have cannot be copied (RFC 6241 7.3; RFC 7950 8.3.1)"
    content = config_of([group(ONE, BOB, acm("oran-harness-unknown", "1"))])
    await ground.refuses(requirement, between("copy-config", "candidate", content))


@provider_case(
    id="O1-COPY-106", title="Startup can be deleted", clause="RFC 6241 7.4, 8.7", needs=_STARTUP, tags=("startup",)
)
@by_every_route
async def deletes_startup(ground: Ground) -> None:
    """After delete-config of startup nothing of running is gone; what startup held is put back at once."""
    await ground.have(one=(ALICE,))
    before = await ground.content("running")
    kept = await _startup(ground)
    try:
        await _copied(ground, "startup")
        await _done(ground, between("delete-config", "startup"), "delete-config of startup is done (RFC 6241 7.4, 8.7)")
        await demand_same(ground, before, "running", "To delete startup does not change running (RFC 6241 7.4)")
        await _demand_gone(ground)
    except CaseOutcome:
        await _put_back(ground, kept)
        raise
    await _put_back(ground, kept)


async def _demand_gone(ground: Ground) -> None:
    """It may give what it would start with now, or say that there is none: only our group is not in it."""
    reply = await ground.ask(get_config("startup"))
    held = f"group {ONE}" in read_content(reply)
    requirement = "A startup that was deleted holds nothing of what it held (RFC 6241 7.4)"
    check(not held, requirement, expected=f"startup without {ONE}", actual=f"{ONE} is still in startup")


async def _startup(ground: Ground) -> list[Element]:
    """All that startup holds."""
    whole = await ground.done(whole_config("startup"), "The o1-provider gives startup (RFC 6241 7.1, 8.7)")
    return [each for part in whole.content for each in part]


async def _put_back(ground: Ground, kept: list[Element]) -> None:
    """Make startup what it was, or where that cannot be, what running was; how that is taken is no matter of a case."""
    try:
        request = between("copy-config", "startup", config_of(kept))
        reply = await ground.manager.ask(request, session=ground.session)
        if reply.refused:
            await ground.clear()
            await ground.manager.ask(between("copy-config", "startup", "running"), session=ground.session)
    except CaseOutcome:
        return


async def _fill(ground: Ground, kept: list[Element]) -> None:
    """Have running hold again what it held, if it was deleted; how that is taken is no matter of a case."""
    try:
        reply = await ground.manager.ask(edit_config(ground.target, *kept), session=ground.session)
        if not reply.refused and ground.target == "candidate":
            await ground.manager.ask(operation("commit"), session=ground.session)
    except CaseOutcome:
        return


async def _copied(ground: Ground, target: str) -> None:
    """Copy running."""
    await _done(ground, between("copy-config", target, "running"), _SAVED)


async def _done(ground: Ground, request: Element, requirement: str) -> None:
    """Ask for what O-RAN leaves to the element (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-1): it has it, or says that not."""
    reply = await ground.ask(request)
    if any(error.tag == "operation-not-supported" for error in reply.errors):
        raise unsupported(_LEFT_OUT)
    check(not reply.refused, requirement, expected="no rpc-error", actual=errors_text(reply.errors))

"""Commits that are to be confirmed, and what becomes of those that are not (RFC 6241 8.4)."""

import functools
from collections.abc import Awaitable, Callable

from oran_harness.conformance.o1.edits import ALICE, BOB, ONE, group
from oran_harness.conformance.o1.playground import (
    Body,
    Ground,
    by_candidate,
    demand_holds,
    groups_text,
)
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.protocols.netconf.speaking import operation
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import CaseOutcome, check, inconclusive

_confirmed = functools.partial(
    provider_case,
    needs=("capability:candidate", "capability:confirmed-commit"),
)
_TAGS = ("candidate", "commit", "confirmed-commit")
_SHORT = 5
"""Seconds of a confirm-timeout that has to run off."""
_LONG = 60
"""Seconds of one that must not."""
_SLACK_S = 3.0
"""How much later an element may be with what it does by itself; no clause says."""
_LATE_S = 7.0
"""How much later still nothing is said of an element: it does it, and late."""
_BOTH = frozenset((ALICE, BOB))
_WITH_BOB = groups_text({ONE: _BOTH})
_TOKEN = "oran-harness-persist"
_EDITED = "A proper edit of the candidate is done (RFC 6241 8.3.5)"
_AT_ONCE = "A confirmed commit is in running at once (RFC 6241 8.4.1)"
_BY_ITSELF = "A confirmed commit that nobody confirms within its timeout is taken back (RFC 6241 8.4.1)"
_KEPT = "A confirmed commit that was confirmed stays (RFC 6241 8.4.1)"
_CANCELLED = "cancel-commit takes a confirmed commit back (RFC 6241 8.4.4.1)"
_PERSISTS = "A confirmed commit with persist outlives its session (RFC 6241 8.4.1)"


def _taking_back(body: Body) -> Callable[[Manager], Awaitable[None]]:
    """The body as that of a case; a commit that still waits when it fails is taken back."""

    @functools.wraps(body)
    async def whole(ground: Ground) -> None:
        try:
            await body(ground)
        except CaseOutcome:
            await _take_back(ground.manager)
            raise

    return by_candidate(whole)


async def _take_back(manager: Manager) -> None:
    """Cancel what waits, with and without its token; how that is taken is no matter of the case."""
    try:
        if manager.here is not None:
            await manager.ask(operation("cancel-commit"))
            await manager.ask(operation("cancel-commit", persist_id=_TOKEN))
    except CaseOutcome:
        return


@_confirmed(id="O1-CONFIRM-101", title="It times out by itself", clause="RFC 6241 8.4.1", tags=(*_TAGS, "slow"))
@_taking_back
async def times_out(ground: Ground) -> None:
    """What nobody confirms is in running until its timeout, and no longer; then all is as it was before."""
    began = await _commit(ground, _SHORT)
    await ground.manager.pause(_SHORT / 3)
    requirement = "A confirmed commit is not taken back before its timeout (RFC 6241 8.4.1)"
    found = await ground.ours("running")
    _demand_quick(ground, began)
    check(_BOTH in found.values(), requirement, expected=_WITH_BOB, actual=groups_text(found))
    await ground.manager.pause(_SHORT - _SHORT / 3 + _SLACK_S)
    await _demand_taken_back(ground)


@_confirmed(id="O1-CONFIRM-102", title="Confirmed in time, it stays", clause="RFC 6241 8.4.1", tags=(*_TAGS, "slow"))
@_taking_back
async def stays(ground: Ground) -> None:
    """A commit that follows in time confirms; the timeout then takes nothing back."""
    began = await _commit(ground, _SHORT)
    await ground.done(operation("commit"), "A commit confirms the one before it (RFC 6241 8.4.1)")
    _demand_quick(ground, began)
    await ground.manager.pause(_SHORT + _SLACK_S)
    await demand_holds(ground, _KEPT, "running", one=(ALICE, BOB))


@_confirmed(id="O1-CONFIRM-103", title="Cancelled, it is taken back", clause="RFC 6241 8.4.4.1", tags=_TAGS)
@_taking_back
async def cancels(ground: Ground) -> None:
    """After cancel-commit on the same session running is as it was before the confirmed commit."""
    await _commit(ground, _LONG)
    await ground.done(operation("cancel-commit"), _CANCELLED)
    await demand_holds(ground, _CANCELLED, "running", one=(ALICE,))


@_confirmed(id="O1-CONFIRM-104", title="It ends with its session", clause="RFC 6241 8.4.1", tags=_TAGS)
@_taking_back
async def ends_with_session(ground: Ground) -> None:
    """The session of a confirmed commit without persist is closed: running is as it was before."""
    await _commit(ground, _LONG)
    other = await _next_session(ground)
    requirement = "A confirmed commit is taken back when its session ends, unless it was to persist (RFC 6241 8.4.1)"
    if _BOTH in (await other.ours("running")).values():
        # The new session may be up before all of the old one is put away.
        await other.manager.pause(_SLACK_S)
    await demand_holds(other, requirement, "running", one=(ALICE,))


@_confirmed(id="O1-CONFIRM-105", title="With persist it outlives its session", clause="RFC 6241 8.4.1", tags=_TAGS)
@_taking_back
async def persists(ground: Ground) -> None:
    """The session of a confirmed commit with persist is closed: it still stands, and another session confirms it."""
    await _commit(ground, _LONG, persist=_TOKEN)
    other = await _next_session(ground)
    await demand_holds(other, _PERSISTS, "running", one=(ALICE, BOB))
    requirement = "The persist-id lets another session confirm (RFC 6241 8.4.5.1)"
    await other.done(operation("commit", persist_id=_TOKEN), requirement)
    await demand_holds(other, _KEPT, "running", one=(ALICE, BOB))


@_confirmed(id="O1-CONFIRM-106", title="A wrong persist-id is refused", clause="RFC 6241 8.4.1, 8.4.4.1, C", tags=_TAGS)
@_taking_back
async def refuses_wrong_token(ground: Ground) -> None:
    """Commit and cancel-commit with another persist-id are refused with invalid-value, and nothing is taken back."""
    await _commit(ground, _LONG, persist=_TOKEN)
    requirement = "A persist-id that is not that of the confirmed commit is refused with invalid-value"
    for name, clause in (("commit", "C"), ("cancel-commit", "8.4.4.1")):
        request = operation(name, persist_id=f"{_TOKEN}-wrong")
        await ground.refuses(f"{requirement} ({name}; RFC 6241 {clause})", request, "invalid-value")
    await ground.done(operation("cancel-commit", persist_id=_TOKEN), _CANCELLED)


@_confirmed(
    id="O1-CONFIRM-107", title="Confirmed again, it lasts longer", clause="RFC 6241 8.4.1", tags=(*_TAGS, "slow")
)
@_taking_back
async def extends(ground: Ground) -> None:
    """A second confirmed commit sets the timer anew; what it then takes back is all since before the first."""
    began = await _commit(ground, _SHORT)
    await ground.manager.pause(_SHORT / 3)
    longer = 3 * _SHORT
    again = operation("commit", confirmed="", confirm_timeout=str(longer))
    await ground.done(again, "A confirmed commit can be followed by another (RFC 6241 8.4.1)")
    _demand_quick(ground, began)
    await ground.manager.pause(_SHORT + _SLACK_S - 1)
    requirement = "A second confirmed commit sets the timer to its own timeout (RFC 6241 8.4.1)"
    await demand_holds(ground, requirement, "running", one=(ALICE, BOB))
    await ground.manager.pause(longer - _SHORT + 1)
    await _demand_taken_back(ground)


@_confirmed(id="O1-CONFIRM-108", title="With persist it times out, too", clause="RFC 6241 8.4.1", tags=(*_TAGS, "slow"))
@_taking_back
async def persistent_times_out(ground: Ground) -> None:
    """A confirmed commit with persist that nobody confirms is taken back by its timeout, without its session."""
    await _commit(ground, _SHORT, persist=_TOKEN)
    other = await _next_session(ground)
    await other.manager.pause(_SHORT + _SLACK_S)
    await _demand_taken_back(other)


@_confirmed(id="O1-CONFIRM-109", title="Another session cancels by persist-id", clause="RFC 6241 8.4.4.1", tags=_TAGS)
@_taking_back
async def cancels_by_token(ground: Ground) -> None:
    """A confirmed commit with persist is taken back by another session that knows its persist-id."""
    await _commit(ground, _LONG, persist=_TOKEN)
    other = await _next_session(ground)
    await other.done(operation("cancel-commit", persist_id=_TOKEN), _CANCELLED)
    await demand_holds(other, _CANCELLED, "running", one=(ALICE,))


async def _commit(ground: Ground, timeout: int, **parameters: str) -> float:
    """A confirmed commit of a user more, who is in running then; when it was answered."""
    await ground.have(one=(ALICE,))
    await ground.edit(_EDITED, group(ONE, BOB))
    request = operation("commit", confirmed="", confirm_timeout=str(timeout), **parameters)
    await ground.done(request, "A confirmed commit of a candidate that is valid is done (RFC 6241 8.4.1)")
    began = _heard_at(ground)
    await demand_holds(ground, _AT_ONCE, "running", one=(ALICE, BOB))
    return began


async def _demand_taken_back(ground: Ground) -> None:
    """Fail the case unless running is what it was; how late the element may be with that, no clause says."""
    if _BOTH in (await ground.ours("running")).values():
        await ground.manager.pause(_LATE_S)
        await demand_holds(ground, _BY_ITSELF, "running", one=(ALICE,))
        raise inconclusive(f"the commit is taken back, between {_SLACK_S:g} and {_SLACK_S + _LATE_S:g} s too late")
    await demand_holds(ground, _BY_ITSELF, "running", one=(ALICE,))


def _heard_at(ground: Ground) -> float:
    last = ground.manager.last
    assert last is not None
    return last.t


def _demand_quick(ground: Ground, began: float) -> None:
    """End the case without a finding where so much time went by that the timeout may have run off before."""
    if _heard_at(ground) - began > _SHORT - 2:
        raise inconclusive(f"the o1-provider answers too slowly to see what is done within {_SHORT} s")


async def _next_session(ground: Ground) -> Ground:
    """The session is closed in proper form, and there is another."""
    manager = ground.manager
    await ground.done(operation("close-session"), "close-session is done (RFC 6241 7.8)")
    await manager.ending(ground.session, requirement="A session that was closed ends (RFC 6241 7.8)")
    return Ground(manager, await manager.connect(), ground.target)

"""How the node starts a global class 1 procedure of its own (E2AP 8.3)."""

from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.state import State
from oran_harness.protocols.e2ap.message import Message

MOST_ATTEMPTS = 3
"""How often a refused procedure is started before the node lets it be, where the RIC gave a Time to Wait."""

Build = Callable[[int | None], Message]
"""Makes the request, with that Transaction ID (None in E2AP 1.01)."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What became of it: ``message`` was sent, or will be at ``later`` seconds, or ``reason`` tells why not."""

    message: Message | None = None
    later: float | None = None
    reason: str | None = None


def begin(
    state: State,
    procedure_code: int,
    now: float,
    build: Build,
    *,
    link: str | None = None,
    wanted_id: int | None = None,
    attempts: int = 0,
) -> Begun:
    """Start a procedure as soon as its Time to Wait lets it.

    ``link`` names the association (None: one that carries support functions). ``wanted_id`` is the Transaction ID to
    take if it is free.
    """
    at = state.when(procedure_code, now)
    if at > now:
        interface = state.interfaces

        def later(then: float) -> None:
            if state.interfaces == interface:
                begin(state, procedure_code, then, build, link=link, wanted_id=wanted_id, attempts=attempts)

        state.timers.set(at, later)
        return Begun(later=at)
    where = _association(state, link)
    if where is None:
        return Begun(reason="no association is set up")
    if not state.may_begin(procedure_code):
        return Begun(reason="the same procedure still waits for its answer")
    transaction_id = _transaction_id(state, procedure_code, wanted_id)
    if transaction_id is None and not state.first_edition:
        return Begun(reason="all Transaction IDs are taken by procedures that wait for an answer")

    def again(attempt: int, then: float) -> None:
        if attempt < MOST_ATTEMPTS:
            begin(state, procedure_code, then, build, link=link, attempts=attempt)

    message = build(transaction_id)
    state.request(where, message, again, attempts + 1)
    return Begun(message=message)


def wait(state: State, procedure_code: int, seconds: int | None, now: float) -> bool:
    """Take note of the Time to Wait of a failure; whether there was one."""
    if seconds is None:
        return False
    state.waits[procedure_code] = now + seconds
    return True


def _association(state: State, link: str | None) -> Link | None:
    if link is None:
        return state.usable(support=True)
    named = state.links.get(link)
    return None if named is None or named.state in (LinkState.OPENING, LinkState.REMOVED) else named


def _transaction_id(state: State, procedure_code: int, wanted: int | None) -> int | None:
    if state.first_edition:
        return None
    if wanted is not None and state.requests.free(procedure_code, wanted):
        return wanted
    return state.requests.new_transaction_id(procedure_code)

"""commit, confirmed commit, cancel-commit, discard-changes (RFC 6241 8.3, 8.4)."""

from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.happened import confirmed_commit
from oran_harness.peers.o1_provider.parameters import Parameters, invalid
from oran_harness.peers.o1_provider.pending_commit import PendingCommit
from oran_harness.peers.o1_provider.request import Request
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.speaking import ok

_TIMEOUT = 600


def commit(request: Request) -> bytes:
    """Make the candidate running; with ``confirmed`` only until a timeout, unless another commit follows."""
    parameters = Parameters(request.operation, ("confirmed", "confirm-timeout", "persist", "persist-id"))
    managed, session, now = request.managed, request.session, request.now
    timeout = parameters.number("confirm-timeout", _TIMEOUT)
    for datastore in ("running", "candidate"):
        managed.locks.demand_free(datastore, session.number)
    pending = managed.pending
    _demand_right(pending, session, parameters, "commit")
    before = managed.datastores.running
    outcome = managed.datastores.commit(request.permit)
    if outcome.errors:
        raise Refusal(*outcome.errors)
    if pending is not None:
        managed.timers.cancel(pending.timer)
        managed.pending = None
    if parameters.flag("confirmed"):
        persist = parameters.text("persist") if parameters.flag("persist") else None
        timer = managed.timers.set(now + timeout, lambda then: roll_back(managed, "timeout", None, then))
        base = before if pending is None else pending.before
        managed.pending = PendingCommit(base, session.number, persist, timer)
        managed.changed("running", before, session, now)
        what = "start" if pending is None else "extend"
        managed.tell(confirmed_commit(what, session, timeout), now)
    else:
        # With the first of several commits that waited, everything since then is kept at last.
        managed.changed("running", before, session, now)
        if pending is not None:
            managed.keep_running()
            managed.tell(confirmed_commit("complete", session), now)
    return ok(request.rpc)


def cancel_commit(request: Request) -> bytes:
    """Go back to what was before a confirmed commit."""
    parameters = Parameters(request.operation, ("persist-id",))
    pending = request.managed.pending
    if pending is None and not parameters.flag("persist-id"):
        raise Refusal(protocol("operation-failed", None, "There is no confirmed commit that could be cancelled."))
    _demand_right(pending, request.session, parameters, "cancel-commit")
    request.managed.locks.demand_free("running", request.session.number)
    roll_back(request.managed, "cancel", request.session, request.now)
    return ok(request.rpc)


def discard_changes(request: Request) -> bytes:
    """Make the candidate what running is."""
    Parameters(request.operation, ())
    request.managed.locks.demand_free("candidate", request.session.number)
    request.managed.datastores.discard()
    return ok(request.rpc)


def roll_back(managed: ManagedElement, why: str, session: Session | None, now: float) -> None:
    """Make running what it was before the confirmed commit that waits, if one does."""
    pending = managed.pending
    if pending is None:
        return
    managed.timers.cancel(pending.timer)
    before = managed.datastores.running
    managed.datastores.put("running", pending.before)
    # What is kept durably was not changed by the confirmed commit: nothing has to be kept now.
    managed.changed("running", before, session, now)
    managed.pending = None
    managed.tell(confirmed_commit(why, session), now)


def session_over(managed: ManagedElement, session: Session, now: float) -> None:
    """A confirmed commit of a session that ends is taken back, unless it was to persist (RFC 6241 8.4.1)."""
    pending = managed.pending
    if pending is not None and pending.persist is None and pending.session == session.number:
        roll_back(managed, "cancel", session, now)


def _demand_right(pending: PendingCommit | None, session: Session, parameters: Parameters, name: str) -> None:
    """Raise ``Refusal`` unless this session may confirm, extend or cancel the commit that waits."""
    given = parameters.text("persist-id") if parameters.flag("persist-id") else None
    if pending is None:
        if given is not None:
            raise invalid("persist-id", given, "no confirmed commit has it")
        return
    if pending.persist is not None:
        if given != pending.persist:
            rule = "the confirmed commit that waits was given another"
            raise invalid("persist-id", given or "", rule)
        return
    if given is not None:
        raise invalid("persist-id", given, "the confirmed commit that waits was given none")
    if pending.session != session.number:
        message = f"A confirmed commit of session {pending.session} waits; {name} is for that session until then."
        raise Refusal(protocol("in-use", None, message))

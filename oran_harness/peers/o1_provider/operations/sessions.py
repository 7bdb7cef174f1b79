"""lock, unlock, close-session, kill-session (RFC 6241 7.5, 7.6, 7.8, 7.9)."""

from oran_harness.peers.o1_provider.locks import lock_denied
from oran_harness.peers.o1_provider.parameters import Parameters, invalid
from oran_harness.peers.o1_provider.request import Request
from oran_harness.protocols.netconf.speaking import ok


def lock(request: Request) -> bytes:
    """Let nobody else change a datastore."""
    target = str(Parameters(request.operation, ("target",)).datastore("target"))
    managed, number = request.managed, request.session.number
    managed.datastores.holds(target)
    if managed.locks.holder(target) is None:
        if target == "candidate" and managed.datastores.modified:
            raise lock_denied(target, 0, "it was edited, and neither committed nor discarded")
        pending = managed.pending
        if target == "running" and pending is not None and (pending.session != number or pending.persist is not None):
            holder = pending.session if pending.session in managed.sessions else 0
            raise lock_denied(target, holder, "a confirmed commit waits for its confirmation")
    managed.locks.lock(target, number, request.now)
    return ok(request.rpc)


def unlock(request: Request) -> bytes:
    """Let everybody change a datastore again; what was not committed of the candidate is gone (RFC 6241 8.3.5.2)."""
    target = str(Parameters(request.operation, ("target",)).datastore("target"))
    request.managed.datastores.holds(target)
    request.managed.locks.unlock(target, request.session.number)
    if target == "candidate":
        request.managed.datastores.discard()
    return ok(request.rpc)


def close_session(request: Request) -> bytes:
    """End this session, in order: after the answer."""
    Parameters(request.operation, ())
    request.session.ends_by = "closed"
    return ok(request.rpc)


def kill_session(request: Request) -> bytes:
    """End another session at once."""
    parameters = Parameters(request.operation, ("session-id",))
    parameters.need("session-id")
    number = parameters.number("session-id", 0)
    killed = request.managed.sessions.get(number)
    if killed is None or killed is request.session:
        why = "there is no such session" if killed is None else "it is this session; close it instead"
        raise invalid("session-id", str(number), why)
    killed.ends_by, killed.killed_by = "killed", request.session.number
    request.managed.kill(killed, request.now)
    return ok(request.rpc)

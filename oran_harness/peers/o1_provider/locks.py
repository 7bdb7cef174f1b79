"""Who has locked which datastore (RFC 6241 7.5, 7.6)."""

from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol


class Locks:
    """The locks of an element: each datastore has at most one, held by a session."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[int, float]] = {}

    def holder(self, datastore: str) -> int | None:
        """The session that has locked it."""
        held = self._held.get(datastore)
        return None if held is None else held[0]

    def held(self) -> dict[str, tuple[int, float]]:
        """Each locked datastore: by which session, and since when."""
        return dict(self._held)

    def lock(self, datastore: str, session: int, now: float) -> None:
        """Lock it; raises ``Refusal`` if it is locked."""
        holder = self.holder(datastore)
        if holder is not None:
            raise lock_denied(datastore, holder, f"session {holder} has locked it")
        self._held[datastore] = session, now

    def unlock(self, datastore: str, session: int) -> None:
        """Unlock it; raises ``Refusal`` if the session has not locked it."""
        holder = self.holder(datastore)
        if holder != session:
            why = "nobody has locked it" if holder is None else f"session {holder} has locked it"
            raise Refusal(protocol("operation-failed", None, f"{datastore} cannot be unlocked: {why}."))
        del self._held[datastore]

    def demand_free(self, datastore: str, session: int) -> None:
        """Raise ``Refusal`` if another session has locked it."""
        holder = self.holder(datastore)
        if holder not in (None, session):
            raise Refusal(protocol("in-use", None, f"{datastore} is locked by session {holder}."))

    def release(self, session: int) -> list[str]:
        """Give up all locks of a session; which datastores these were."""
        released = [name for name, (holder, _) in self._held.items() if holder == session]
        for name in released:
            del self._held[name]
        return released


def lock_denied(datastore: str, holder: int, why: str) -> Refusal:
    """The refusal of a lock; ``holder`` is 0 where no session of NETCONF stands in the way."""
    message = f"{datastore} cannot be locked: {why}."
    return Refusal(protocol("lock-denied", None, message, session_id=str(holder)))

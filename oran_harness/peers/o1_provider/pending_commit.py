"""A confirmed commit that waits for its confirmation (RFC 6241 8.4)."""

from dataclasses import dataclass

from oran_harness.peers.o1_provider.datastore import Snapshot


@dataclass(eq=False)
class PendingCommit:
    """``before`` is what running goes back to. The session ``session`` ends it, or whoever has ``persist``."""

    before: Snapshot
    session: int
    persist: str | None
    timer: int

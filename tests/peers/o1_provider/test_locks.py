"""Locks of whole datastores (RFC 6241 7.5, 7.6)."""

from collections.abc import Callable

import pytest

from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from oran_harness.peers.o1_provider.locks import Locks


def refused(ask: Callable[..., None], *given: object) -> tuple[str, list[str | None]]:
    """The error-tag and the texts of the error-info of a refusal."""
    with pytest.raises(Refusal) as raised:
        ask(*given)
    (error,) = raised.value.errors
    return error.tag, [each.text for each in error.info]


def test_lock() -> None:
    """A datastore has one lock at most, and who asks in vain is told who has it (RFC 6241 7.5)."""
    locks = Locks()
    locks.lock("running", 1, 5.0)
    for session in (1, 2):
        assert refused(locks.lock, "running", session, 6.0) == ("lock-denied", ["1"])
    locks.lock("candidate", 2, 7.0)
    assert locks.held() == {"running": (1, 5.0), "candidate": (2, 7.0)}


def test_others_wait() -> None:
    """Only others are held off by a lock."""
    locks = Locks()
    locks.lock("running", 1, 0.0)
    locks.demand_free("running", 1)
    locks.demand_free("candidate", 2)
    assert refused(locks.demand_free, "running", 2)[0] == "in-use"


def test_unlock() -> None:
    """Who has locked unlocks, and nobody else (RFC 6241 7.6); the end of a session gives up its locks."""
    locks = Locks()
    locks.lock("running", 1, 0.0)
    locks.lock("candidate", 2, 0.0)
    for datastore, session in (("running", 2), ("startup", 1)):
        assert refused(locks.unlock, datastore, session)[0] == "operation-failed"
    locks.unlock("running", 1)
    assert locks.release(1) == []
    assert locks.release(2) == ["candidate"]
    assert locks.held() == {}

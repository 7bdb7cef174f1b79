"""Who has locked which datastore."""

import pytest

from oran_harness.peers.o1_provider.datastore import Refusal
from oran_harness.peers.o1_provider.locks import Locks


def test_release() -> None:
    """A session that ends holds nothing any more; what others hold stays."""
    locks = Locks()
    locks.lock("running", 1, 0.0)
    locks.lock("candidate", 1, 0.0)
    locks.lock("startup", 2, 5.0)
    assert sorted(locks.release(1)) == ["candidate", "running"]
    assert locks.held() == {"startup": (2, 5.0)}
    assert (locks.holder("startup"), locks.holder("running")) == (2, None)


def test_free() -> None:
    """Nobody is in his own way."""
    locks = Locks()
    locks.lock("running", 1, 0.0)
    locks.demand_free("running", 1)
    with pytest.raises(Refusal, match="locked by session 1"):
        locks.demand_free("running", 2)

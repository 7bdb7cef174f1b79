"""Misbehaviours of a manager are planted into a reference manager, and into nobody else."""

import pytest

from oran_harness.model import Role, UsageError
from oran_harness.peers.flaws import FLAWS
from oran_harness.peers.flaws.flawed_manager import Greeting, mannered
from oran_harness.peers.flaws.o1_manager import transport
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.peers.o1_manager import O1Manager

# Flaws of SSH and TLS are settings of what an actor is reached by, whoever it is.
MANAGERS = [flaw for flaw in FLAWS.values() if flaw.role is Role.O1_MANAGER and flaw not in transport.FLAWS]


def test_each_gives_a_manager_another_manner() -> None:
    """One with a memory of its own each time."""
    plant = mannered(lambda: Greeting(lambda hello: hello))
    one, other = plant(O1Manager()), plant(O1Manager())
    assert isinstance(one, O1Manager)
    assert isinstance(other, O1Manager)
    assert one.manner is not other.manner


@pytest.mark.parametrize("flaw", MANAGERS, ids=lambda flaw: flaw.id)
def test_nobody_else_can_be_flawed_so(flaw: object) -> None:
    """An actor of another role is refused, with a sentence."""
    with pytest.raises(UsageError, match="O1Manager"):
        flaw.wrap(NearRtRic(RicConfig()))  # type: ignore[attr-defined]

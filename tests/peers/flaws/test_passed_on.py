"""An actor around another."""

from oran_harness.peers.actor import Stimulus
from oran_harness.peers.flaws.passed_on import PassedOn
from oran_harness.peers.o1_manager import O1Manager


def test_it_does_all_that_the_other_does() -> None:
    """What it says first, what it answers, and when it wants to be woken."""
    plain, wrapped = O1Manager(), PassedOn(O1Manager())
    assert wrapped.role is plain.role
    assert wrapped.begin(0.0) == plain.begin(0.0)
    asked = Stimulus(1, "nothing", {})
    assert wrapped.handle(asked, 0.5) == plain.handle(asked, 0.5)
    assert wrapped.wakes_at == plain.wakes_at
    assert wrapped.wake(1.0) == plain.wake(1.0)

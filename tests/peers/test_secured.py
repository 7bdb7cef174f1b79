"""Which side an actor is hosted with."""

from oran_harness.peers.flaws.o1_provider.transport import FLAWS
from oran_harness.peers.secured import side_of
from oran_harness.transports import ServerSide
from tests.conformance.o1.performing import provider


def test_an_actor_without_a_say() -> None:
    """The side is what it was."""
    side = ServerSide()
    assert side_of(provider(), side) is side


def test_flaws_in_flaws() -> None:
    """Each changes its own part of the side, and keeps what others have changed."""
    first, last = FLAWS[0], FLAWS[-1]
    side = side_of(first.wrap(last.wrap(provider())), ServerSide())
    assert (side.tls.oldest, side.anybody) == ("1.0", True)

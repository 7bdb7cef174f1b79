"""Which side an actor is hosted with."""

from oran_harness.peers.flaws.o1_manager.transport import FLAWS as OF_MANAGERS
from oran_harness.peers.flaws.o1_provider.transport import FLAWS
from oran_harness.peers.o1_manager import O1Manager
from oran_harness.peers.secured import client_side_of, side_of
from oran_harness.transports import ClientSide, ServerSide
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


def test_managers_too() -> None:
    """As elements do."""
    side = ClientSide()
    assert client_side_of(O1Manager(), side) is side
    first, last = OF_MANAGERS[0], OF_MANAGERS[-1]
    changed = client_side_of(first.wrap(last.wrap(O1Manager())), side)
    assert (changed.any_host, len(changed.ssh.ciphers)) == (True, 1)

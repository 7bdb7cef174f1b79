"""What a managed element is made of."""

from oran_harness.peers.o1_provider import ProviderConfig
from tests.peers.o1_provider.chart import MODELS, Chart


def test_seed() -> None:
    """The same seed gives the same data."""
    first, again, other = (Chart(seed=seed).provider.managed.datastores.running.xml for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_plain() -> None:
    """Nothing but modules is needed, and who was let in may manage."""
    config = ProviderConfig(MODELS)
    assert config.other_groups == ("sudo", "O1_network_management")
    assert not config.connects

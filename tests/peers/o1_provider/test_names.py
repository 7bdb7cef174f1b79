"""Namespaces are those of modules that the element has."""

from oran_harness.peers.o1_provider import names
from tests.peers.o1_provider.chart import MODELS


def test_namespaces() -> None:
    """Each is the namespace of a loaded module, or of notifications (RFC 5277 4)."""
    spaces = {name: getattr(names, name) for name in names.__all__ if name.isupper()}
    assert [name for name, space in spaces.items() if space not in MODELS.namespaces] == []
    assert len(set(spaces.values())) == len(spaces)
    assert names.tag(names.NOTIFICATION, "create-subscription") in MODELS.schema

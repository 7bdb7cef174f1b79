"""Names in Clark notation."""

import pytest

from oran_harness.peers.o1_provider.datastore.names import local_name, namespace


@pytest.mark.parametrize(("tag", "space", "local"), [("{urn:a}b", "urn:a", "b"), ("b", "", "b"), ("{}b", "", "b")])
def test_tags_are_taken_apart(tag: str, space: str, local: str) -> None:
    """XML names, 2: a name has a namespace, or none; none is empty."""
    assert (namespace(tag), local_name(tag)) == (space, local)

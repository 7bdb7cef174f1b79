"""The names of elements."""

import pytest

from oran_harness.codec.xml.name import local_name, namespace


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("{urn:a}b", "urn:a", "b"), ("b", "", "b"), ("{}b", "", "b"), ("{urn:{}c", "urn:{", "c")],
)
def test_parts(name: str, first: str, second: str) -> None:
    """A name has a namespace, which may be none, and a local name."""
    assert (namespace(name), local_name(name)) == (first, second)

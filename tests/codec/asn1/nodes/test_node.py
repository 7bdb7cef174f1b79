"""What all nodes have in common."""

import pytest

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


def test_python_types() -> None:
    """A value is of the type that is wanted; bool, which Python counts as int, only where bool is."""
    node = Node("AGE", 0)
    node.expect(5, int)
    node.expect(True, bool)
    for value, kind in ((True, int), ("5", int), (5, (bytes, str))):
        with pytest.raises(Misfit, match="AGE takes"):
            node.expect(value, kind)


def test_shown() -> None:
    """Long values are cut, numbers that Python does not print have words, and what cannot be shown its type."""
    assert shown("short") == "'short'"
    assert len(shown("x" * 1000)) == 60
    assert shown(1 << 100_000) == "a huge number"


def test_a_bare_node_has_no_encoding() -> None:
    """Only the kinds of types can be read and written."""
    with pytest.raises(TypeError):
        Node("T", 0).decode(Reader(b""))
    with pytest.raises(TypeError):
        Node("T", 0).encode(Writer(), 5)

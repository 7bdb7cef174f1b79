"""Cell identities against node identities."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.cell_identity import begins_with


def bits(value: int, length: int) -> BitString:
    """A BIT STRING with that number in it."""
    return BitString((value << (-length % 8)).to_bytes((length + 7) // 8), length)


def test_an_own_cell_begins_with_the_node() -> None:
    """A gNB-ID of 22 bits is the first 22 of the cell's 36."""
    node = bits(0x19B, 22)
    assert begins_with(bits(0x19B << 14 | 5, 36), node)
    assert not begins_with(bits(0x19C << 14 | 5, 36), node)


def test_a_node_longer_than_the_cell_does_not_fit() -> None:
    """Nothing begins with something longer."""
    assert not begins_with(bits(0, 20), bits(0, 22))


@given(st.integers(22, 32), st.integers(min_value=0), st.integers(0, (1 << 36) - 1))
@settings(max_examples=100, database=None, deadline=None)
def test_every_length(length: int, node: int, cell: int) -> None:
    """The comparison is that of the first bits, whatever the length."""
    node %= 1 << length
    own = node << (36 - length) | cell % (1 << (36 - length))
    assert begins_with(bits(own, 36), bits(node, length))
    assert begins_with(bits(cell, 36), bits(node, length)) == (cell >> (36 - length) == node)

"""What generated encoders call."""

import pytest

from oran_harness.codec.asn1.generated.encoding.rare import by_node, closed, same
from oran_harness.codec.asn1.generated.off import Off
from tests.codec.asn1.schemas import codec


@pytest.mark.parametrize(("length", "head"), [(0, "0100"), (200, "80c8"), (16384, "c1")])
def test_the_length_of_an_open_type(length: int, head: str) -> None:
    """X.691 11.2, 11.9.3: before octets that are already there; one octet stands for no bits."""
    written = bytearray(b"x\0") + bytes(length)
    closed(written, 1)
    assert written.hex().startswith("78" + head)
    assert len(written) == 1 + len(head) // 2 + length + (length >= 16384)


def test_a_node_goes_on_where_bits_are_pending() -> None:
    """Its bits stand behind them."""
    node = codec("T ::= INTEGER (0..7)").node("T")
    assert by_node(node, 5, bytearray(), 0b11, 2, 0) == (0b11101, 5)
    with pytest.raises(Off):
        by_node(node, 8, bytearray(), 0, 0, 0)


def test_defaults() -> None:
    """What does not fit equals no default."""
    node = codec("T ::= BIT STRING { a(0) }").node("T")
    assert same(node, (b"\x80", 1), (b"\x80", 2))
    with pytest.raises(Off):
        same(node, 5, (b"\x80", 2))

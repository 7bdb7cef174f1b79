"""Bounds, and sizes with their length determinants."""

import pytest

from oran_harness.codec.asn1.fault import Fault, Misfit
from oran_harness.codec.asn1.nodes.size import Bounds, Size
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


def test_bounds_allow_what_lies_in_a_part() -> None:
    """A number is allowed in the root: between the bounds and, in a union, in one of its parts."""
    union = Bounds(1, 12, False, ((1, 3), (10, 12)))
    assert [number for number in range(15) if union.allows(number)] == [1, 2, 3, 10, 11, 12]
    assert Bounds(None, 5).allows(-(10**9))
    assert not Bounds(5, None).allows(4)


def test_bounds_are_shown_as_asn1_has_them() -> None:
    """For messages."""
    assert str(Bounds(None, 5)) == "MIN..5"
    assert str(Bounds(5, None, True)) == "5..MAX, ..."
    assert str(Bounds(1, 9, False, ((1, 3), (9, 9)))) == "1..3 | 9"


@pytest.mark.parametrize(
    ("low", "high", "length", "octets"),
    [(1, 4, 4, "c0"), (0, 254, 254, "fe"), (1, 256, 2, "01"), (0, 65535, 3, "0003"), (5, 5 + 256, 5, "0000")],
)
def test_constrained_lengths(low: int, high: int, length: int, octets: str) -> None:
    """A length with an upper bound below 64K is a constrained whole number (X.691 11.9.4.1)."""
    size = Size(Bounds(low, high))
    writer = Writer()
    size.write(writer, length)
    assert writer.finish().hex() == octets
    assert size.read(Reader(bytes.fromhex(octets))) == length


def test_which_sizes_are_constrained() -> None:
    """From 64K on an upper bound is as good as none; a single size below needs no length."""
    assert Size(None).constrained is False
    assert Size(Bounds(3, 65536)).constrained is False
    assert Size(Bounds(3, 65535)).constrained is True
    assert Size(Bounds(3, 3)).fixed == 3
    assert Size(Bounds(65536, 65536)).fixed is None


def test_sizes_that_fit() -> None:
    """Outside of the root only an extensible size fits."""
    assert Size(Bounds(1, 2)).fit(2) is True
    assert Size(Bounds(1, 2, True)).fit(3) is False
    with pytest.raises(Misfit, match=r"size 3 is out of range \(1\.\.2\)"):
        Size(Bounds(1, 2)).fit(3)


def test_lengths_beyond_the_bound() -> None:
    """Bits can hold more than the bound."""
    with pytest.raises(Fault, match="size out of range"):
        Size(Bounds(0, 2)).read(Reader(b"\xc0"))

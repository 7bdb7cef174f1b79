"""A writer that can be told to write something as no encoder does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.illegal import FalseLength, LongForm, Padded
from oran_harness.codec.asn1.illegal.odd_writer import OddWriter
from oran_harness.codec.asn1.writer import Writer


@settings(max_examples=100, database=None, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 70), st.binary(max_size=3)), max_size=12))
def test_told_nothing_it_writes_as_ever(parts: list[int | bytes]) -> None:
    """Bits and counted octets, one after the other, and the padding between them."""
    plain, odd = Writer(), OddWriter()
    for part in parts:
        for writer in (plain, odd):
            if isinstance(part, int):
                writer.bits((1 << part) - 1, part)
            else:
                writer.counted_octets(part)
    assert odd.finish() == plain.finish()
    assert odd.lengths == [len(part) for part in parts if isinstance(part, bytes)]


def test_one_padding_of_several() -> None:
    """The one that is named holds the bits, as many as it has; the others are zero."""
    for number, octets in enumerate(("9f80", "809f")):
        writer = OddWriter(0, Padded(None, number, 0x1F))
        for _ in range(2):
            writer.bits(4, 3)
            writer.align()
        assert (writer.finish().hex(), writer.paddings) == (octets, [5, 5])


def test_what_is_due_is_written_once() -> None:
    """The first length or index that comes, and none after it; what never comes is told."""
    writer = OddWriter()
    with writer.otherwise(LongForm(None)):
        writer.counted_octets(b"a")
        writer.counted_octets(b"b")
    with writer.otherwise(FalseLength(None, 200)):
        writer.counted_octets(b"c")
    assert writer.finish().hex() == "800161" + "0162" + "80c863"
    with pytest.raises(Misfit, match="nothing in it"), writer.otherwise(LongForm(None)):
        writer.bits(1, 1)

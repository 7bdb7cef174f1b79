"""Octets written bit by bit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.reader import MAXIMUM_NESTING, Reader
from oran_harness.codec.asn1.writer import Writer


@settings(max_examples=200, database=None, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 2**100 - 1)), max_size=30))
def test_bits_come_back(groups: list[tuple[int, int]]) -> None:
    """Groups of bits are read as they were written."""
    writer = Writer()
    values = [(count, value & ((1 << count) - 1)) for count, value in groups]
    for count, value in values:
        writer.bits(value, count)
    reader = Reader(writer.finish())
    assert [(count, reader.bits(count)) for count, _ in values] == values


def test_alignment() -> None:
    """Zero bits up to the next octet boundary; octets are aligned by themselves."""
    writer = Writer()
    writer.bits(1, 1)
    writer.align()
    writer.align()
    writer.bits(1, 1)
    writer.octets(b"\xff")
    assert writer.finish() == b"\x80\x80\xff"


def test_nothing_is_one_octet() -> None:
    """X.691 11.1.4."""
    assert Writer().finish() == b"\0"


@settings(max_examples=60, database=None, deadline=None)
@given(st.one_of(st.integers(0, 300), st.sampled_from([16383, 16384, 16385, 65535, 65536, 98304, 140000])))
def test_counted_octets_come_back(length: int) -> None:
    """With every form of a length, and in fragments."""
    writer = Writer()
    writer.bits(1, 1)
    writer.counted_octets(bytes([length & 255]) * length)
    reader = Reader(writer.finish())
    reader.bits(1)
    assert reader.counted_octets() == bytes([length & 255]) * length
    assert reader.position == reader.end


@settings(max_examples=100, database=None, deadline=None)
@given(st.integers(0, 2**80), st.integers(1, 16383))
def test_small_numbers_and_lengths_come_back(number: int, length: int) -> None:
    """In the short form and in the long one."""
    writer = Writer()
    writer.small_number(number)
    writer.small_length(length)
    reader = Reader(writer.finish())
    assert (reader.small_number(), reader.small_length()) == (number, length)


def test_nesting_is_bounded() -> None:
    """A type inside itself is written so often and not more."""
    writer = Writer(MAXIMUM_NESTING - 1)
    writer.deeper()
    with pytest.raises(Misfit, match="nested more than"):
        writer.deeper()

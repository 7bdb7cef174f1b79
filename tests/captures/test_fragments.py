import random

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.fragments import Fragments

QUICK = settings(database=None, deadline=None, max_examples=60)
LONG = 31_000_000_000


@QUICK
@given(st.binary(min_size=9, max_size=400), st.integers(1, 6), st.randoms(use_true_random=False), st.booleans())
def test_any_order_gives_the_whole(payload: bytes, units: int, order: random.Random, repeat: bool) -> None:
    """Fragments in any order, repeated ones too, give the payload once all are there."""
    size = units * 8
    pieces = [(at, at + size < len(payload), payload[at : at + size]) for at in range(0, len(payload), size)]
    order.shuffle(pieces)
    fragments = Fragments()
    wholes = []
    for place, (offset, more, piece) in enumerate(pieces):
        wholes.append(fragments.add(b"key", offset, more, piece, 0))
        if repeat and place < len(pieces) - 1:
            assert fragments.add(b"key", offset, more, piece, 0) is None
    assert wholes == [None] * (len(pieces) - 1) + [payload]
    assert fragments.finish() == 0


def test_datagrams_are_kept_apart() -> None:
    """Fragments of different keys do not mix."""
    fragments = Fragments()
    assert fragments.add(b"1", 0, True, b"a" * 8, 0) is None
    assert fragments.add(b"2", 8, False, b"b", 0) is None
    assert fragments.add(b"1", 8, False, b"c", 0) == b"a" * 8 + b"c"


def test_overlap_spoils() -> None:
    """A datagram with contradicting fragments is never delivered, whatever follows."""
    fragments = Fragments()
    fragments.add(b"k", 0, True, b"a" * 16, 0)
    fragments.add(b"k", 8, True, b"b" * 16, 0)
    assert fragments.add(b"k", 16, False, b"c", 0) is None
    assert fragments.add(b"k", 0, False, b"c", 0) is None
    assert fragments.finish() == 1


def test_impossible_pieces_spoil() -> None:
    """Beyond 65,535 octets, a middle piece that is no multiple of eight, a second end, a piece behind the end."""
    for pieces in (
        [(65_528, False, b"x" * 8)],
        [(0, True, b"x" * 7)],
        [(0, True, b"")],
        [(8, False, b"x"), (16, False, b"x")],
        [(16, True, b"x" * 8), (8, False, b"x")],
    ):
        fragments = Fragments()
        for offset, more, piece in pieces:
            assert fragments.add(b"k", offset, more, piece, 0) is None
        assert fragments.add(b"k", 0, False, b"whole", 0) is None


def test_an_old_rest_is_not_continued() -> None:
    """After 30 s the same identification means another datagram."""
    fragments = Fragments()
    fragments.add(b"k", 0, True, b"old-old-", 0)
    assert fragments.add(b"k", 8, False, b"new", LONG) is None
    assert fragments.add(b"k", 0, True, b"new-new-", LONG) == b"new-new-new"
    assert fragments.finish() == 1


def test_memory_is_bounded() -> None:
    """However many datagrams never end, only so many are kept, the oldest go first."""
    fragments = Fragments()
    for number in range(3000):
        fragments.add(number.to_bytes(4, "big"), 0, True, bytes(8000), 0)
    assert fragments.lost > 1900
    assert fragments.add((2999).to_bytes(4, "big"), 8000, False, b"end", 0) is not None
    assert fragments.add((0).to_bytes(4, "big"), 8000, False, b"end", 0) is None


def test_a_frame_captured_twice_loses_nothing() -> None:
    """The second copy of a last fragment, left over when the datagram is done, is no loss."""
    fragments = Fragments()
    fragments.add(b"k", 0, True, b"first---", 0)
    assert fragments.add(b"k", 8, False, b"end", 0) is not None
    fragments.add(b"k", 8, False, b"end", 0)
    assert fragments.finish() == 0

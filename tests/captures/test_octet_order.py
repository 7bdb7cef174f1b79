"""Octets of one direction come in order, each once."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.captures.octet_order import MOST_WAITING, OctetOrder


def taken(order: OctetOrder, segments: Sequence[tuple[int, bytes]]) -> list[bytes | int]:
    """All that comes of these segments."""
    return [piece for number, text in segments for piece in order.receive(number, text)]


@given(
    st.binary(min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=20),
    st.integers(0, 2**32 - 1),
    st.randoms(use_true_random=False),
)
def test_any_order_any_overlap(text: bytes, extra: list[tuple[int, int]], start: int, random: object) -> None:
    """Whatever comes twice, overlaps or changes places, the text comes out once."""
    spans = [(at, 7) for at in range(0, len(text), 7)] + extra
    random.shuffle(spans)  # type: ignore[attr-defined]
    order = OctetOrder()
    order.start(start)
    segments = [((start + at) % 2**32, text[at : at + size]) for at, size in spans if text[at : at + size]]
    assert b"".join(piece for piece in taken(order, segments) if isinstance(piece, bytes)) == text
    assert not order.waits


def test_the_first_segment_begins_a_record_from_the_middle() -> None:
    """Without a SYN the first octets seen are the first."""
    assert taken(OctetOrder(), [(50, b"abc"), (53, b"d")]) == [b"abc", b"d"]


def test_a_gap_is_told_once_it_is_known() -> None:
    """By an acknowledgement of what is not there, or at the end; what waited follows."""
    order = OctetOrder()
    assert taken(order, [(0, b"ab"), (5, b"fg")]) == [b"ab"]
    assert list(order.acknowledged(2)) == []
    assert list(order.acknowledged(7)) == [3, b"fg"]
    assert taken(order, [(9, b"j")]) == []
    assert list(order.give_up()) == [2, b"j"]
    assert list(order.give_up()) == []


def test_what_waits_is_bounded() -> None:
    """A peer cannot make it grow: beyond the bound the gap is given up."""
    order = OctetOrder()
    order.start(0)
    size = 65_536
    pieces = taken(order, [(1 + n * size, bytes(size)) for n in range(MOST_WAITING // size + 1)])
    assert pieces[0] == 1
    assert sum(len(piece) for piece in pieces if isinstance(piece, bytes)) > MOST_WAITING

"""Messages that come in parts, put together for each stream."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.transports import LARGEST_MESSAGE, Delivery
from oran_harness.transports.sctp.parts import Parts, TooLarge


def test_a_whole_message_is_handed_on() -> None:
    """A message of one part is one message."""
    assert Parts().add(b"whole", 3, 70, last=True) == Delivery(b"whole", 3, 70)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=5))),
    st.data(),
)
def test_parts_of_several_streams_come_apart(messages: list[tuple[int, list[bytes]]], data: st.DataObject) -> None:
    """However the parts of streams are mixed, each stream's messages are whole and in order."""
    waiting: dict[int, list[tuple[bytes, bool]]] = {}
    wanted: dict[int, list[bytes]] = {}
    for stream, pieces in messages:
        ends = [number == len(pieces) - 1 for number in range(len(pieces))]
        waiting.setdefault(stream, []).extend(zip(pieces, ends, strict=True))
        wanted.setdefault(stream, []).append(b"".join(pieces))
    parts, received = Parts(), dict[int, list[bytes]]()
    while waiting:
        stream = data.draw(st.sampled_from(sorted(waiting)))
        octets, last = waiting[stream].pop(0)
        if not waiting[stream]:
            del waiting[stream]
        if delivery := parts.add(octets, stream, 70, last=last):
            received.setdefault(delivery.stream, []).append(delivery.octets)
    assert received == wanted


def test_a_message_that_is_given_up_is_forgotten() -> None:
    """What came of a message that will not be completed does not stick to the next."""
    parts = Parts()
    for stream in (1, 2):
        parts.add(b"lost", stream, 70, last=False)
    parts.give_up(1)
    assert parts.add(b"next", 1, 70, last=True) == Delivery(b"next", 1, 70)
    assert parts.add(b"+end", 2, 70, last=True) == Delivery(b"lost+end", 2, 70)
    parts.add(b"lost", 1, 70, last=False)
    parts.give_up(None)
    parts.give_up(9)
    assert parts.add(b"next", 1, 70, last=True) == Delivery(b"next", 1, 70)


def test_too_much_is_refused() -> None:
    """No more than the largest message is held, on one stream or on all together; just as much is carried."""
    half = bytes(LARGEST_MESSAGE // 2)
    parts = Parts()
    parts.add(half, 0, 70, last=False)
    whole = parts.add(half, 0, 70, last=True)
    assert whole is not None
    assert len(whole.octets) == LARGEST_MESSAGE
    parts.add(half, 0, 70, last=False)
    parts.add(half, 1, 70, last=False)
    with pytest.raises(TooLarge, match="more than 16777216 octets"):
        parts.add(b"x", 0, 70, last=True)

"""Messages in a stream of octets: put together from any pieces, and never from a header that cannot be."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.transports import LARGEST_MESSAGE, Delivery
from oran_harness.transports.tcp_frames import HEADER, FrameError, Frames

deliveries = st.builds(
    Delivery, st.binary(min_size=1, max_size=60), st.integers(0, 0xFFFF), st.integers(0, 0xFFFF_FFFF)
)


def frame(delivery: Delivery) -> bytes:
    return HEADER.pack(len(delivery.octets), delivery.stream, delivery.ppid) + delivery.octets


def test_the_header_is_as_agreed() -> None:
    """Ten octets in network order: the number of message octets without the header, the stream, the PPID."""
    assert HEADER.format == "!IHI"
    assert list(Frames().feed(bytes.fromhex("00000002 0003 00000046 abcd"))) == [Delivery(b"\xab\xcd", 3, 70)]


@given(st.lists(deliveries, max_size=8), st.lists(st.integers(1, 30), max_size=40))
def test_any_pieces_give_the_same_messages(sent: list[Delivery], cuts: list[int]) -> None:
    """However the stream is cut, the messages are the same, and what is left tells whether one has begun."""
    stream = b"".join(map(frame, sent))
    frames, received, position = Frames(), [], 0
    for cut in [*cuts, len(stream)]:
        received += frames.feed(stream[position : position + cut])
        position += cut
    assert received == sent
    assert not frames.inside
    assert frames.wanted == 0


@given(st.lists(st.binary(max_size=50), max_size=10))
def test_any_octets_are_messages_or_an_error(pieces: list[bytes]) -> None:
    """Whatever comes in is put together or refused; no message is empty or too large."""
    frames = Frames()
    with suppress(FrameError):
        for piece in pieces:
            assert all(0 < len(delivery.octets) <= LARGEST_MESSAGE for delivery in frames.feed(piece))


def test_a_message_that_has_begun() -> None:
    """It is known that one has begun, and how much of it is to come."""
    frames = Frames()
    assert list(frames.feed(b"\x00\x00\x00")) == []
    assert (frames.inside, frames.wanted) == (True, 0)
    assert list(frames.feed(b"\x05\x00\x00\x00\x00\x00\x46ab")) == []
    assert (frames.inside, frames.wanted) == (True, 3)


@pytest.mark.parametrize(
    ("length", "why"),
    [(0, "zero octets"), (LARGEST_MESSAGE + 1, "16777217 octets"), (0xFFFF_FFFF, "4294967295 octets")],
)
def test_headers_that_cannot_be(length: int, why: str) -> None:
    """A message of no octets or too many is refused at its header; what was whole before it is still handed out."""
    good = frame(Delivery(b"good", 0, 70))
    messages = Frames().feed(good + struct.pack("!IHI", length, 0, 70))
    assert next(messages) == Delivery(b"good", 0, 70)
    with pytest.raises(FrameError, match=why):
        next(messages)

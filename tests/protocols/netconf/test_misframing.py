"""Frames that are wrong on purpose."""

import pytest

from oran_harness.protocols.netconf.framing import Deframer, Framed, Framing, frame
from oran_harness.protocols.netconf.misframing import MISFRAMINGS, chunk, other_frame


@pytest.mark.parametrize("name", MISFRAMINGS)
def test_each_is_wrong(name: str) -> None:
    """No misframing is read as the message alone, in the chunks that were agreed."""
    deframer = Deframer(1000)
    deframer.expected = Framing.CHUNKED
    octets = MISFRAMINGS[name](b"<message/>")
    assert octets != frame(b"<message/>", Framing.CHUNKED)
    assert list(deframer.feed(octets)) != [Framed(b"<message/>", Framing.CHUNKED)]


def test_chunk() -> None:
    """A chunk announces what it is told to."""
    assert (chunk(b"abc"), chunk(b"abc", 5), chunk(b"abc", b"x")) == (b"\n#3\nabc", b"\n#5\nabc", b"\n#x\nabc")


@pytest.mark.parametrize("framing", [Framing.END_OF_MESSAGE, Framing.CHUNKED])
def test_other_frame(framing: Framing) -> None:
    """The other framing is proper by itself, only not the one that was asked for."""
    (read,) = Deframer(1000).feed(other_frame(b"<a/>", framing))
    assert isinstance(read, Framed)
    assert read.octets == b"<a/>"
    assert read.framing is not framing

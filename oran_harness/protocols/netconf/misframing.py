"""Frames that are wrong on purpose: each takes one message and gives the octets that go out instead of its frame."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from oran_harness.protocols.netconf.framing import END_OF_MESSAGE, LARGEST_CHUNK, Framing, frame

Misframing = Callable[[bytes], bytes]
END_OF_CHUNKS = b"\n##\n"


def chunk(octets: bytes, size: int | bytes | None = None) -> bytes:
    """One chunk that announces ``size``, a number or any text; the number of its octets unless given."""
    announced = len(octets) if size is None else size
    return b"\n#%b\n%b" % (announced if isinstance(announced, bytes) else b"%d" % announced, octets)


def other_frame(octets: bytes, framing: Framing) -> bytes:
    """A message in the framing that was not agreed."""
    return frame(octets, Framing.END_OF_MESSAGE if framing is Framing.CHUNKED else Framing.CHUNKED)


MISFRAMINGS: Mapping[str, Misframing] = MappingProxyType(
    {
        "stray-newline": lambda octets: b"\n" + chunk(octets) + END_OF_CHUNKS,
        "stray-octets": lambda octets: b"stray" + chunk(octets) + END_OF_CHUNKS,
        "chunk-size-too-large": lambda octets: chunk(octets, len(octets) + 9) + END_OF_CHUNKS,
        "chunk-size-too-small": lambda octets: chunk(octets, len(octets) - 1) + END_OF_CHUNKS,
        "chunk-size-zero": lambda octets: chunk(b"") + chunk(octets) + END_OF_CHUNKS,
        "chunk-size-leading-zero": lambda octets: chunk(octets, b"0%d" % len(octets)) + END_OF_CHUNKS,
        "chunk-size-negative": lambda octets: chunk(octets, -len(octets)) + END_OF_CHUNKS,
        "chunk-size-hexadecimal": lambda octets: chunk(octets, b"0x%x" % len(octets)) + END_OF_CHUNKS,
        "chunk-size-over-limit": lambda octets: chunk(octets, LARGEST_CHUNK + 1) + END_OF_CHUNKS,
        "chunk-size-at-limit": lambda octets: chunk(octets, LARGEST_CHUNK) + END_OF_CHUNKS,
        "chunk-size-missing": lambda octets: chunk(octets, b"") + END_OF_CHUNKS,
        "carriage-returns": lambda octets: b"\r\n#%d\r\n%b\r\n##\r\n" % (len(octets), octets),
        "no-chunk": lambda octets: END_OF_CHUNKS + chunk(octets) + END_OF_CHUNKS,
        "no-end-of-chunks": chunk,
        "both-ends": lambda octets: chunk(octets) + END_OF_CHUNKS + END_OF_MESSAGE,
    }
)
"""Wrong chunked framing, by name."""

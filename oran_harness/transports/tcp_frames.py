"""Messages in a stream of octets: a header of ten octets tells the length, the stream and the PPID of each."""

import struct
from collections.abc import Iterator

from oran_harness.transports.link import LARGEST_MESSAGE, Delivery

HEADER = struct.Struct("!IHI")
"""Number of message octets (those of the header not counted), stream, PPID."""


class FrameError(Exception):
    """The far end sent a header that announces no possible message; the text says which."""


class Frames:
    """Puts messages together from pieces of any size. Holds at most one message and the last piece."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def inside(self) -> bool:
        """Whether a message has begun and its end has not come."""
        return bool(self._buffer)

    @property
    def wanted(self) -> int:
        """Octets that the message that has begun still lacks; 0 where its header is not there yet."""
        if len(self._buffer) < HEADER.size:
            return 0
        return int(HEADER.unpack_from(self._buffer)[0]) + HEADER.size - len(self._buffer)

    def feed(self, octets: bytes) -> Iterator[Delivery]:
        """The messages that are complete with these octets. Raises ``FrameError``, after which nothing can follow."""
        self._buffer += octets
        position = 0
        try:
            while len(self._buffer) - position >= HEADER.size:
                length, stream, ppid = HEADER.unpack_from(self._buffer, position)
                if length == 0:
                    raise FrameError("the far end announced a message of zero octets, which no transport carries")
                if length > LARGEST_MESSAGE:
                    raise FrameError(
                        f"the far end announced a message of {length} octets, and none has more than {LARGEST_MESSAGE}"
                    )
                begin = position + HEADER.size
                if len(self._buffer) - begin < length:
                    break
                position = begin + length
                yield Delivery(bytes(memoryview(self._buffer)[begin:position]), stream, ppid)
        finally:
            del self._buffer[:position]

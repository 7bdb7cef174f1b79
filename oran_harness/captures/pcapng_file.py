"""Blocks of a pcapng file: one section, one interface of raw IP, time stamps in nanoseconds."""

from collections.abc import Iterable
from struct import pack
from typing import BinaryIO

_RAW_IP = 101
_COMMENT, _APPLICATION, _RESOLUTION = 1, 4, 9
_LONGEST_OPTION = 65_000
_LATEST = (1 << 64) - 1


def _option(code: int, value: bytes) -> bytes:
    return pack("<HH", code, len(value)) + value + bytes(-len(value) % 4)


def _comments(texts: Iterable[str]) -> bytes:
    """Comment options and their end; no octet at all without comments."""
    options = b"".join(_option(_COMMENT, text.encode("utf-8", "replace")[:_LONGEST_OPTION]) for text in texts)
    return options + bytes(4) if options else b""


def _block(kind: int, body: bytes) -> bytes:
    length = pack("<I", 12 + len(body))
    return pack("<I", kind) + length + body + length


class PcapngFile:
    """Writes packets to a binary file; the head is written at once.

    The last packet is held back until the next one, so that ``remark`` can still add to it. ``close`` writes it, and
    leaves the file open.
    """

    def __init__(self, file: BinaryIO, comment: str) -> None:
        self._file = file
        self._held: tuple[int, bytes] | None = None
        self._texts: list[str] = []
        self._texts_octets = 0
        options = _option(_APPLICATION, b"oran-harness")
        # A comment that cannot be written whole is no use: its reader parses it.
        if len(comment.encode("utf-8", "replace")) <= _LONGEST_OPTION:
            options += _comments([comment])
        else:
            options += bytes(4)
        file.write(_block(0x0A0D0D0A, pack("<IHHq", 0x1A2B3C4D, 1, 0, -1) + options))
        file.write(_block(1, pack("<HHI", _RAW_IP, 0, 0) + _option(_RESOLUTION, b"\x09") + bytes(4)))

    def packet(self, when: int, octets: bytes) -> None:
        """Add a packet; ``when`` is in nanoseconds since 1970."""
        if self._held is not None:
            self._flush()
        self._held = min(max(when, 0), _LATEST), octets

    def remark(self, text: str) -> None:
        """Add a comment to the last packet, or to the first if there is none yet."""
        self._texts_octets += len(text)
        if self._texts_octets < 16 * _LONGEST_OPTION:
            self._texts.append(text)

    def _flush(self) -> None:
        if self._held is None:
            return
        when, octets = self._held
        body = (
            pack("<5I", 0, when >> 32, when & 0xFFFFFFFF, len(octets), len(octets)) + octets + bytes(-len(octets) % 4)
        )
        self._file.write(_block(6, body + self._take_texts()))
        self._held = None

    def _take_texts(self) -> bytes:
        options = _comments(self._texts)
        self._texts.clear()
        self._texts_octets = 0
        return options

    def close(self) -> None:
        """Write what is held back; remarks without any packet go into an interface statistics block."""
        self._flush()
        if self._texts:
            self._file.write(_block(5, pack("<3I", 0, 0, 0) + self._take_texts()))

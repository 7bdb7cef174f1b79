"""gzip decompression that keeps what comes before damage (RFC 1952)."""

import io
import zlib
from typing import Any, BinaryIO

_PIECE = 16 * 1024
_GZIP_FORMAT = 31


class Gunzip(io.RawIOBase):
    """The decompressed octets of a gzip file, of all its members one after the other.

    Where the compressed data breaks off or is damaged the stream ends, and ``damage`` says so; at most the last 16 KiB
    of compressed data before that place are lost.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.damage: str | None = None
        self._file = file
        self._inflater = zlib.decompressobj(_GZIP_FORMAT)
        self._input = b""
        self._begun = False
        self._ended = False

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill ``buffer`` as far as the stream goes; 0 at its end. Raises ``OSError`` as the file does."""
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view) and not self._ended:
            piece = self._inflate(len(view) - filled)
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
        return filled

    def _inflate(self, most: int) -> bytes:
        """At most so many octets, none where more input is needed or the stream has ended."""
        if not self._input:
            self._input = self._file.read(_PIECE)
            if not self._input and not self._inflater.eof:
                self._end("its gzip compression is cut off" if self._begun else None)
                return b""
        try:
            if self._inflater.eof:
                return self._next_member()
            self._begun = True
            octets = self._inflater.decompress(self._input, most)
        except zlib.error:
            self._end("its gzip compression is broken")
            return b""
        self._input = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
        return octets

    def _next_member(self) -> bytes:
        """Another member may follow, or zeros, or nothing."""
        self._input = self._input.lstrip(b"\0")
        if self._input:
            self._inflater = zlib.decompressobj(_GZIP_FORMAT)
        elif not (more := self._file.read(_PIECE)):
            self._end(None)
        else:
            self._input = more
        return b""

    def _end(self, damage: str | None) -> None:
        self._ended = True
        self.damage = damage

"""A file as a stream of octets, and what kind of recording it holds."""

import io
import os
from pathlib import Path
from typing import BinaryIO, cast

from oran_harness.captures.carried import is_transcript
from oran_harness.captures.gunzip import Gunzip
from oran_harness.model import InputError

LARGEST_READ = 16 * 1024 * 1024
"""No record of a capture is larger than this many octets; a length field that says more is not believed."""

_PCAP = {b"\xa1\xb2\xc3\xd4", b"\xd4\xc3\xb2\xa1", b"\xa1\xb2\x3c\x4d", b"\x4d\x3c\xb2\xa1"}
_PCAPNG = b"\x0a\x0d\x0d\x0a"
_GZIP = b"\x1f\x8b"
_OTHERS = {
    b"\x28\xb5\x2f\xfd": "is compressed with zstd; decompress it first (zstd -d)",
    b"\x04\x22\x4d\x18": "is compressed with lz4; decompress it first (lz4 -d)",
    b"\xfd7zX": "is compressed with xz; decompress it first (unxz)",
    b"PK\x03\x04": "is a zip archive; unpack it first (unzip)",
    b"BZh9": "is compressed with bzip2; decompress it first (bunzip2)",
    b"snoo": "is a snoop capture; convert it first (editcap -F pcapng)",
    b"\xa1\xb2\xcd\x34": "is a pcap file of a patched libpcap; convert it first (editcap -F pcapng)",
    b"\x34\xcd\xb2\xa1": "is a pcap file of a patched libpcap; convert it first (editcap -F pcapng)",
    b"RTSS": "is a Network Monitor capture; convert it first (editcap -F pcapng)",
    b"GMBU": "is a Network Monitor capture; convert it first (editcap -F pcapng)",
}


_NEITHER = (
    "is neither a capture (pcap, pcapng) nor a history, nor a text with messages of NETCONF in their namespaces; "
    "name a file that is one"
)
_LOOKED_AT = 65_536
"""Octets by which a file is known."""


class DamageError(Exception):
    """The recording cannot be read beyond this point; its text says why.

    It stays inside this package: readers turn it into a ``note`` event, or an ``InputError`` where nothing was read.
    """


class Source:
    """One opened recording, decompressed where it is gzip.

    ``kind`` is ``"pcap"``, ``"pcapng"``, ``"history"`` or ``"transcript"``, told from the first octets, never
    from the name.
    ``consumed`` counts the octets handed out. Pipes can be read too: nothing seeks.

    Raises ``InputError`` when the file cannot be opened or is none of these.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.consumed = 0
        self._failure: str | None = None
        self._gunzip: Gunzip | None = None
        self._last_position = 0
        self._file = _open(self.path)
        try:
            self._stream, self.kind = self._sniff()
        except BaseException:
            self._file.close()
            raise

    def _sniff(self) -> tuple[io.BufferedReader, str]:
        stream = self._file
        start = self._peek(stream)
        if start[:2] == _GZIP:
            self._gunzip = Gunzip(self._file)
            stream = io.BufferedReader(self._gunzip, 1 << 20)
            start = self._peek(stream)
            if not start:
                why = self.damage or "there is nothing in its gzip compression"
                raise InputError(f"{self.path} cannot be read ({why}); copy or record it again")
        if not start:
            raise InputError(f"{self.path} is empty; record it again, or name another file")
        if start[:4] in _PCAP:
            return stream, "pcap"
        if start[:4] == _PCAPNG:
            return stream, "pcapng"
        if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
            return stream, "history"
        if is_transcript(start):
            return stream, "transcript"
        other = _OTHERS.get(start[:4], _NEITHER)
        raise InputError(f"{self.path} {other}")

    def _peek(self, stream: io.BufferedReader) -> bytes:
        try:
            return stream.peek(_LOOKED_AT)[:_LOOKED_AT]
        except OSError as error:
            raise InputError(f"{self.path} cannot be read ({_reason(error)}); copy or record it again") from error

    def read(self, size: int = -1) -> bytes:
        """The next ``size`` octets, fewer only at the end of the stream.

        Raises ``DamageError`` for more than ``LARGEST_READ`` octets at once.
        """
        if size > LARGEST_READ or size < 0:
            raise DamageError(f"a length field there claims {size} octets")
        try:
            octets = self._stream.read(size)
        except OSError as error:
            self._failure = _reason(error)
            return b""
        self.consumed += len(octets)
        return octets

    def read_line(self, limit: int) -> bytes:
        """The next line with its line feed, at most ``limit`` octets of it; empty at the end.

        Raises ``DamageError`` when the stream breaks.
        """
        try:
            line = self._stream.readline(limit)
        except OSError as error:
            raise DamageError(_reason(error)) from error
        if self.damage is not None and not line.endswith(b"\n") and len(line) < limit:
            raise DamageError(self.damage)
        return line

    @property
    def damage(self) -> str | None:
        """Why the stream ends early, None while it is sound; it counts when the end is reached."""
        return self._failure or (self._gunzip.damage if self._gunzip is not None else None)

    @property
    def position(self) -> int:
        """How many octets of the file itself were consumed (of the compressed file for gzip), read-ahead included."""
        if self._file.closed:
            return self._last_position
        try:
            return self._file.tell()
        except OSError:
            return 0

    def close(self) -> None:
        """Close the file; doing so again is harmless."""
        if not self._file.closed:
            self._last_position = self.position
            self._file.close()


def _open(path: Path) -> io.BufferedReader:
    try:
        return cast("io.BufferedReader", _open_binary(path))
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist; check the path") from error
    except PermissionError as error:
        raise InputError(f"{path} may not be read by this user; change its permissions or copy it") from error
    except IsADirectoryError as error:
        raise InputError(f"{path} is a directory; name a file in it") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be opened ({_reason(error)}); check the path") from error


def _open_binary(path: Path) -> BinaryIO:
    return path.open("rb", buffering=1 << 20)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()

"""Octets to messages and back: end-of-message and chunked framing (RFC 6242 4)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum

from oran_harness.protocols.netconf.breach_kind import BreachKind

END_OF_MESSAGE = b"]]>]]>"
LARGEST_CHUNK = 4294967295
"""Octets of the largest chunk that can be announced (RFC 6242 4.2)."""
_LONGEST_SIZE = len(str(LARGEST_CHUNK))
_HEADER = re.compile(rb"\n#([1-9][0-9]{0,8})\n")
_NOT_WHITE = re.compile(rb"[^ \t\r\n]")
_BEGINS = re.compile(rb"\s*(?:\n#[1-9][0-9]*\n|<\?xml|<(?:[\w.-]+:)?(?:hello|rpc|rpc-reply|notification)[\s/>])")
"""How the first octets of a message look, in either framing."""
_ENDS = re.compile(rb"\]\]>\]\]>|\n##\n")
_LONGEST_END = 6
_LONGEST_BEGIN = 64


class Framing(StrEnum):
    """How messages are told apart."""

    END_OF_MESSAGE = "end-of-message"
    CHUNKED = "chunked"
    NONE = "none"
    """The transport keeps messages apart: each comes whole, without a frame."""


def frame(octets: bytes, framing: Framing, *, chunk: int = LARGEST_CHUNK) -> bytes:
    """One message in its frame; chunks have at most ``chunk`` octets."""
    if framing is Framing.NONE:
        return octets
    if framing is Framing.END_OF_MESSAGE:
        return octets + END_OF_MESSAGE
    if len(octets) <= chunk:
        return b"\n#%d\n%b\n##\n" % (len(octets), octets)
    pieces = (octets[at : at + chunk] for at in range(0, len(octets), chunk))
    return b"".join(b"\n#%d\n%b" % (len(piece), piece) for piece in pieces) + b"\n##\n"


@dataclass(frozen=True, slots=True)
class Framed:
    """One message, out of its frame, and which frame that was."""

    octets: bytes
    framing: Framing


@dataclass(frozen=True, slots=True)
class FramingFault:
    """What is wrong with a frame."""

    kind: BreachKind
    expected: str
    actual: str


class WholeMessages:
    """Messages of one side that the transport keeps apart: each time one, whole. Else like ``Deframer``."""

    unfinished = 0

    def __init__(self, largest: int) -> None:
        self.expected = Framing.NONE
        self.over = False
        self._largest = largest

    def feed(self, octets: bytes) -> Iterator[Framed | FramingFault]:
        """The message, or what is wrong with its size."""
        if self.over:
            return
        self.over = len(octets) > self._largest
        if self.over:
            yield FramingFault(BreachKind.OVERSIZE, f"at most {self._largest} octets", f"{len(octets)}")
        else:
            yield Framed(octets, Framing.NONE)


class _Place(Enum):
    ANYWHERE = "perhaps within a message"
    BETWEEN = "between messages or chunks"
    HEADER = "where a chunk's header begins"
    DATA = "in a chunk"
    TEXT = "in a message that ends with ]]>]]>"


class Deframer:
    """The messages of one side, out of octets in pieces of any size.

    Each message tells its framing by how it begins, so one in the wrong framing is read and can be named. ``expected``
    is the framing that was agreed: it decides about octets that begin a message in neither. ``over`` is set by a fatal
    fault; what comes after it is not looked at. At most about ``largest`` octets are kept. ``within`` tells that the
    first octets may be from within a message: unless they look like the beginning of one, they are passed over up to
    where one may end.
    """

    def __init__(self, largest: int, *, within: bool = False) -> None:
        self.expected = Framing.END_OF_MESSAGE
        self.over = False
        self._largest = largest
        self._buffer = bytearray()
        self._at = 0
        self._searched = 0
        self._body = bytearray()
        self._chunks = 0
        self._missing = 0
        self._stray = 0
        self._place = _Place.ANYWHERE if within else _Place.BETWEEN
        self._passed_over = False

    @property
    def unfinished(self) -> int:
        """Octets of a message whose end has not come; 0 between messages."""
        outside = self._place in (_Place.BETWEEN, _Place.ANYWHERE) and not self._chunks
        rest = 0 if outside else len(self._buffer)
        return len(self._body) + rest

    def feed(self, octets: bytes) -> Iterator[Framed | FramingFault]:
        """What the next octets complete; to be gone through to its end."""
        if self.over:
            return
        self._buffer += octets
        while True:
            before = self._at, self._place
            found = self._step()
            if found is not None:
                yield found
                if self.over:
                    return
            elif before == (self._at, self._place):
                break
        del self._buffer[: self._at]
        self._at = 0

    def _step(self) -> Framed | FramingFault | None:
        match self._place:
            case _Place.ANYWHERE:
                self._anywhere()
                return None
            case _Place.BETWEEN:
                return self._between()
            case _Place.HEADER:
                return self._header()
            case _Place.DATA:
                self._data()
                return None
            case _Place.TEXT:
                return self._text()

    def _anywhere(self) -> None:
        buffer = self._buffer
        if not self._passed_over:
            if _BEGINS.match(buffer) is not None:
                self._place = _Place.BETWEEN
                return
            if len(buffer) < _LONGEST_BEGIN and bytes(buffer[:1]) in (b"", b"<", b"\n"):
                return
        self._passed_over = True
        end = _ENDS.search(buffer, self._at)
        if end is None:
            self._at = max(self._at, len(buffer) - (_LONGEST_END - 1))
            return
        self._at = end.end()
        self._place = _Place.BETWEEN

    def _between(self) -> FramingFault | None:
        if not self._stray:
            self._whole_chunks()
        buffer, at = self._buffer, self._at
        if buffer.startswith(b"\n#", at):
            self._place = _Place.HEADER
            return self._strays()
        first = _NOT_WHITE.search(buffer, at)
        if first is None:
            # The last octet may be the line feed of a chunk's header.
            kept = 1 if buffer.endswith(b"\n") and len(buffer) > at else 0
            self._skip(len(buffer) - kept)
            return None
        begin = first.start()
        if buffer[begin] == 0x23 and begin > at and buffer[begin - 1] == 0x0A:
            self._skip(begin - 1)
            self._place = _Place.HEADER
            return self._strays()
        if not self._chunks and (self.expected is Framing.END_OF_MESSAGE or buffer[begin] == 0x3C):
            self._at = begin
            self._searched = self._stray = 0
            self._place = _Place.TEXT
            return None
        where = "after the announced octets of a chunk" if self._chunks else "between two messages"
        return self._fatal(BreachKind.NO_CHUNK, "a line feed and # for a chunk", f"{_octet(buffer[begin])} {where}")

    def _whole_chunks(self) -> None:
        """Take the chunks in which nothing is wrong or missing: the way that most octets go."""
        buffer, body, at = self._buffer, self._body, self._at
        while (header := _HEADER.match(buffer, at)) is not None:
            begin, size = header.end(), int(header[1])
            if begin + size > len(buffer) or len(body) + size > self._largest:
                break
            at = begin + size
            body += buffer[begin:at]
            self._chunks += 1
        self._at = at

    def _skip(self, to: int) -> None:
        self._stray += to - self._at
        self._at = to

    def _strays(self) -> FramingFault | None:
        count, self._stray = self._stray, 0
        if not count:
            return None
        return FramingFault(BreachKind.STRAY_OCTETS, "nothing before a chunk's line feed and #", _count(count, "octet"))

    def _header(self) -> Framed | FramingFault | None:
        buffer, at = self._buffer, self._at
        begin = at + 2
        if buffer.startswith(b"#", begin):
            if len(buffer) < begin + 2:
                return None
            if buffer[begin + 1] != 0x0A:
                return self._bad_header(b"#" + buffer[begin + 1 : begin + 2])
            return self._end_of_chunks(begin + 2)
        end = buffer.find(b"\n", begin, begin + _LONGEST_SIZE + 1)
        if end < 0:
            if len(buffer) <= begin + _LONGEST_SIZE:
                return None
            return self._bad_header(buffer[begin : begin + _LONGEST_SIZE + 1])
        digits = bytes(buffer[begin:end])
        if not digits.isdigit():
            return self._bad_header(digits)
        return self._begin_chunk(digits, end + 1)

    def _bad_header(self, actual: bytes | bytearray) -> FramingFault:
        shown = bytes(actual).decode("latin-1")
        expected = "# and a size of at most ten digits and a line feed, or ## and a line feed"
        return self._fatal(BreachKind.BAD_CHUNK_HEADER, expected, f"# and {shown!r}")

    def _begin_chunk(self, digits: bytes, at: int) -> FramingFault | None:
        size = int(digits)
        shown = digits.decode()
        if size > LARGEST_CHUNK:
            return self._fatal(BreachKind.CHUNK_SIZE_OVER_LIMIT, f"at most {LARGEST_CHUNK}", shown)
        if len(self._body) + size > self._largest:
            return self._oversize()
        self._at = at
        self._missing = size
        self._chunks += 1
        self._place = _Place.DATA
        if not size:
            return FramingFault(BreachKind.CHUNK_SIZE_ZERO, "a size of 1 or more", shown)
        if digits[0] == 0x30:
            return FramingFault(BreachKind.CHUNK_SIZE_LEADING_ZERO, str(size), shown)
        self._data()
        return None

    def _end_of_chunks(self, at: int) -> Framed | FramingFault:
        octets, chunks = bytes(self._body), self._chunks
        self._at = at
        self._body = bytearray()
        self._chunks = 0
        self._place = _Place.BETWEEN
        if not chunks:
            return FramingFault(BreachKind.NO_OCTETS, "at least one chunk", "none")
        return Framed(octets, Framing.CHUNKED)

    def _data(self) -> None:
        at = self._at
        end = min(at + self._missing, len(self._buffer))
        self._body += self._buffer[at:end]
        self._missing -= end - at
        self._at = end
        if not self._missing:
            self._place = _Place.BETWEEN

    def _text(self) -> Framed | FramingFault | None:
        buffer, at = self._buffer, self._at
        end = buffer.find(END_OF_MESSAGE, at + self._searched)
        size = (len(buffer) - (len(END_OF_MESSAGE) - 1) if end < 0 else end) - at
        if size > self._largest:
            return self._oversize()
        if end < 0:
            self._searched = max(size, 0)
            return None
        self._at = end + len(END_OF_MESSAGE)
        self._place = _Place.BETWEEN
        return Framed(bytes(buffer[at:end]), Framing.END_OF_MESSAGE)

    def _oversize(self) -> FramingFault:
        return self._fatal(BreachKind.OVERSIZE, f"at most {self._largest} octets", "more")

    def _fatal(self, kind: BreachKind, expected: str, actual: str) -> FramingFault:
        self.over = True
        self._buffer = bytearray()
        self._body = bytearray()
        self._at = self._chunks = 0
        self._place = _Place.BETWEEN
        return FramingFault(kind, expected, actual)


def _octet(value: int) -> str:
    return repr(chr(value)) if 0x20 <= value < 0x7F else f"the octet {value:#04x}"


def _count(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"

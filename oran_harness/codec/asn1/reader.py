"""Octets read bit by bit, as aligned PER lays them out."""

from bisect import bisect_right
from typing import Any, Protocol

from oran_harness.codec.asn1.fault import Fault, join_path
from oran_harness.codec.asn1.trace import TraceNode
from oran_harness.codec.asn1.unknown_addition import UnknownAddition
from oran_harness.model.complaint import Complaint, ComplaintKind

FRAGMENT = 16384
"""Lengths from here on are split into fragments (X.691 11.9.3.8)."""
MAXIMUM_NESTING = 32
"""How often types may contain themselves before octets are called malformed; real messages stay below ten."""
MAXIMUM_COMPLAINTS = 1000
"""Hostile octets could earn one complaint a bit; nobody reads more than these."""
MAXIMUM_TRACE_NODES = 100_000
"""The same for the nodes of a trace."""
EMPTY_ELEMENTS = 65536
"""How many list elements without any bits a message may hold beyond one a bit of its own."""
SHARED = (
    "children",
    "complaints",
    "depth",
    "names",
    "nesting",
    "own",
    "places",
    "prefix",
    "spare",
    "traced",
    "unknown_additions",
)
"""What a reader of fragments takes over from the one around it."""


class Readable(Protocol):
    """What ``Reader.examine`` needs of a node."""

    type_name: str

    def careful(self, reader: "Reader") -> Any:
        """Decode and go on after what can be gone on after."""


class Reader:
    """A position in octets.

    ``position`` and ``end`` are in bits from the first of ``data``; ``segments`` map them to bits of the whole
    message. In strict reading ``complaints`` is None and ``complain`` raises; else complaints are collected and
    ``broken`` says that the innermost open type (or the message) cannot be read further. ``cut`` is the end of octets
    that an open type should have gone beyond: that has been said, and is not said again by everything inside of it.
    ``depth`` is how many fields inside of each other are still to be opened; below zero all of them are.
    """

    __slots__ = (
        "broken",
        "children",
        "complaints",
        "cut",
        "data",
        "depth",
        "end",
        "names",
        "nesting",
        "own",
        "places",
        "position",
        "prefix",
        "segments",
        "spare",
        "traced",
        "unknown_additions",
    )

    def __init__(self, data: bytes, offset: int = 0) -> None:
        self.data = data
        self.position = 0
        self.end = 8 * len(data)
        self.segments: tuple[tuple[int, int], ...] = ((0, 8 * offset),)
        self.nesting = 0
        self.depth = -1
        self.spare = self.end + EMPTY_ELEMENTS
        self.unknown_additions: list[UnknownAddition] = []
        self.complaints: list[Complaint] | None = None
        self.broken = False
        self.cut = -1
        self.prefix = ""
        self.names: list[str] = []
        self.own: list[Complaint] = []
        self.traced = -1
        self.children: list[TraceNode] = []
        self.places: dict[str, int] | None = None

    def bits(self, count: int) -> int:
        """The next ``count`` bits as a number; raises ``Fault`` if they are not there."""
        start = self.position
        stop = start + count
        if stop > self.end:
            raise self.truncated(count)
        self.position = stop
        return (int.from_bytes(self.data[start >> 3 : (stop + 7) >> 3]) >> (-stop & 7)) & ((1 << count) - 1)

    def align(self) -> None:
        """Skip the padding up to the next octet boundary."""
        start = self.position
        if start & 7:
            self.position = (start | 7) + 1
            if self.data[start >> 3] & 255 >> (start & 7):
                self.complain_padding(start)

    def complete(self, start: int) -> int:
        """How many octets the complete encoding takes that began at bit ``start``; the rest of its last one is padding.

        A value without bits takes one octet (X.691 11.1.4).
        """
        used = max((self.position - start + 7) >> 3, 1)
        behind = self.position
        if behind < start + 8 * used <= self.end and self.data[behind >> 3] & 255 >> (behind & 7):
            self.complain_padding(behind)
        return used

    def complain_padding(self, start: int) -> None:
        """Complain about padding that begins at bit ``start`` and is not all zero bits."""
        width = 8 - (start & 7)
        held = self.data[start >> 3] & (1 << width) - 1
        self.complain(
            ComplaintKind.PADDING, start, "the padding bits are not all zero", "0" * width, f"{held:0{width}b}"
        )

    def octets(self, count: int) -> bytes:
        """The next ``count`` octets; the position must be at an octet boundary."""
        start = self.position
        stop = start + 8 * count
        if stop > self.end:
            raise self.truncated(8 * count)
        self.position = stop
        return self.data[start >> 3 : stop >> 3]

    def length(self) -> int:
        """An unconstrained length determinant (X.691 11.9.3.5 to 11.9.3.8), aligned.

        From 16384 on it is the length of one fragment, and another determinant follows that fragment.
        """
        if self.position & 7:
            self.align()
        start = self.position
        if start >= self.end:
            raise self.truncated(8)
        index = start >> 3
        first = self.data[index]
        if first < 128:
            self.position = start + 8
            return first
        if first < 192:
            if start + 16 > self.end:
                raise self.truncated(16)
            self.position = start + 16
            length = (first & 63) << 8 | self.data[index + 1]
            if length < 128:
                self.complain(
                    ComplaintKind.MALFORMED, start, "a length below 128 takes two octets", "one octet", f"{length}"
                )
            return length
        if not 193 <= first <= 196:
            raise self.fault(ComplaintKind.MALFORMED, start, "no such length of a fragment", "C1 to C4", f"{first:02X}")
        self.position = start + 8
        return (first & 63) * FRAGMENT

    def counted_octets(self) -> bytes:
        """Octets behind their unconstrained length, put together again if they are in fragments."""
        length = self.length()
        if length < FRAGMENT:
            return self.octets(length)
        parts = [self.octets(length)]
        while length >= FRAGMENT:
            length = self.following_length(length)
            parts.append(self.octets(length))
        return b"".join(parts)

    def following_length(self, previous: int) -> int:
        """The length of the fragment behind one of ``previous`` units, which must have been as long as possible."""
        start = self.position + (-self.position & 7)
        length = self.length()
        if length >= FRAGMENT and previous < 4 * FRAGMENT:
            self.complain(
                ComplaintKind.MALFORMED,
                start,
                "a fragment of 16,384 or more follows one that was not the longest",
                f"{4 * FRAGMENT} before it",
                f"{previous}",
            )
        return length

    def small_number(self) -> int:
        """A normally small non-negative whole number (X.691 11.6)."""
        start = self.position
        number = self.bits(7)
        if number < 64:
            return number
        self.position = start + 1
        number = self.unsigned()
        if number < 64:
            self.complain(
                ComplaintKind.MALFORMED, start, "a number below 64 in the long form", "seven bits", f"{number}"
            )
        return number

    def small_length(self) -> int:
        """A normally small length (X.691 11.9.3.4), at least 1."""
        start = self.position
        number = self.bits(7)
        if number < 64:
            return number + 1
        self.position = start + 1
        length = self.length()
        if length >= FRAGMENT:
            raise self.fault(ComplaintKind.MALFORMED, start, "a bit-map in fragments", "at most 16383", f"{length}")
        if length <= 64:
            self.complain(
                ComplaintKind.MALFORMED, start, "a length up to 64 in the long form", "seven bits", f"{length}"
            )
        return length

    def unsigned(self) -> int:
        """A non-negative number in counted octets (X.691 11.7), as few as possible."""
        self.align()
        start = self.position
        octets = self.counted_octets()
        if not octets or (len(octets) > 1 and octets[0] == 0):
            self.complain(
                ComplaintKind.MALFORMED, start, "a number in other than the fewest octets", "", f"{len(octets)} octets"
            )
        return int.from_bytes(octets)

    def signed(self) -> int:
        """A number in counted octets, two's complement (X.691 11.8), as few as possible."""
        self.align()
        start = self.position
        octets = self.counted_octets()
        if not octets or (len(octets) > 1 and octets[0] in (0, 255) and octets[0] >> 7 == octets[1] >> 7):
            self.complain(
                ComplaintKind.MALFORMED, start, "a number in other than the fewest octets", "", f"{len(octets)} octets"
            )
        return int.from_bytes(octets, signed=True)

    def spend(self, count: int) -> None:
        """Refuse so many elements without bits if the message may not hold them; others end with the octets."""
        self.spare -= count
        if self.spare < 0:
            raise self.fault(ComplaintKind.MALFORMED, self.position, "too many elements without bits", "", f"{count}")

    def fault(self, kind: ComplaintKind, position: int, message: str, expected: str = "", actual: str = "") -> Fault:
        """A fault at ``position`` of these octets."""
        return Fault(kind, self.locate(position), message, expected, actual)

    def truncated(self, count: int) -> Fault:
        """The fault that ``count`` bits are not there."""
        return self.fault(
            ComplaintKind.TRUNCATED,
            self.position,
            "the octets end before the value does",
            f"{count} bits",
            f"{max(self.end - self.position, 0)} bits",
        )

    def complain(self, kind: ComplaintKind, position: int, message: str, expected: str = "", actual: str = "") -> None:
        """Raise a fault in strict reading, else note a complaint and go on."""
        fault = self.fault(kind, position, message, expected, actual)
        if self.complaints is None:
            raise fault
        self.note(fault)

    def note(self, fault: Fault) -> None:
        """Keep a fault as a complaint of the member that is being read."""
        if fault.kind is ComplaintKind.TRUNCATED and self.end == self.cut:
            return
        # What is wrong with padding must not leave out what is wrong with values.
        most = MAXIMUM_COMPLAINTS // 2 if fault.kind is ComplaintKind.PADDING else MAXIMUM_COMPLAINTS
        if self.complaints is not None and len(self.complaints) < most:
            complaint = fault.complaint(join_path(self.names, self.prefix))
            self.complaints.append(complaint)
            self.own.append(complaint)

    def locate(self, position: int) -> int:
        """The bit of the whole message that ``position`` is."""
        if len(self.segments) == 1:
            return self.segments[0][1] + position
        index = bisect_right(self.segments, position, key=lambda segment: segment[0]) - 1
        start, bit = self.segments[index]
        return bit + position - start

    def examine(self, node: Readable, name: str) -> Any:
        """Read a member in lenient reading: its value, or None if it cannot be read (then ``broken`` is set)."""
        self.names.append(name)
        own, children, self.own, self.children = self.own, self.children, [], []
        start = self.position
        value: Any = None
        try:
            value = node.careful(self)
        except Fault as fault:
            self.note(fault)
            self.broken = True
        if self.traced > 0:
            self.traced -= 1
            trace = TraceNode(
                name,
                node.type_name,
                self.locate(start),
                self.locate(self.position),
                value,
                tuple(self.children),
                tuple(self.own),
            )
            children.append(trace)
        self.own, self.children = own, children
        self.names.pop()
        return value

    def nested(self, octets: bytes, segments: tuple[tuple[int, int], ...]) -> "Reader":
        """A reader of octets that were put together from fragments, sharing what this one has noted."""
        inner = Reader(octets)
        inner.segments = segments
        for name in SHARED:
            setattr(inner, name, getattr(self, name))
        return inner

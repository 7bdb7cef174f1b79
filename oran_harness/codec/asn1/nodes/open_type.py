"""An open type around a type that is known (X.691 11.2)."""

from typing import Any

from oran_harness.codec.asn1.fault import Fault
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.reader import FRAGMENT, Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind


class OpenType(Node):
    """A complete encoding of another type in counted octets, as extension additions have it."""

    __slots__ = ("inner",)

    def __init__(self, inner: Node) -> None:
        super().__init__(inner.type_name, 16)
        self.inner = inner

    def decode(self, reader: Reader) -> Any:
        length = reader.length()
        start = reader.position
        if length >= FRAGMENT:
            nested = self.gather(reader, length)
            value = self.inner.decode(nested)
            self.finish(nested, 0)
            reader.spare = nested.spare
            return value
        stop = start + 8 * length
        outer = reader.end
        if stop > outer:
            raise reader.truncated(8 * length)
        reader.end = stop
        value = self.inner.decode(reader)
        self.finish(reader, start)
        reader.end = outer
        reader.position = stop
        return value

    def careful(self, reader: Reader) -> Any:
        length = reader.length()
        start = reader.position
        if length >= FRAGMENT:
            nested = self.gather(reader, length)
            value = self.attempt(nested, 0)
            reader.spare, reader.traced = nested.spare, nested.traced
            return value
        stop = start + 8 * length
        outer = reader.end
        if stop > outer:
            # What is there may still tell something.
            reader.note(reader.truncated(8 * length))
            reader.cut = outer
        reader.end = min(stop, outer)
        value = self.attempt(reader, start)
        reader.position, reader.end = reader.end, outer
        reader.broken = stop > outer
        return value

    def attempt(self, reader: Reader, start: int) -> Any:
        """Read the value as far as it goes; what breaks inside is no hindrance outside."""
        value = None
        try:
            value = self.inner.careful(reader)
        except Fault as fault:
            reader.note(fault)
            reader.broken = True
        if not reader.broken:
            self.finish(reader, start)
        return value

    def finish(self, reader: Reader, start: int) -> None:
        """Complain unless the value filled the octets of the open type."""
        octets = (reader.end - start) >> 3
        used = reader.complete(start)
        if octets > used:
            reader.complain(
                ComplaintKind.OPEN_TYPE_NOT_CONSUMED,
                start + 8 * used,
                "the value ends before its octets do",
                f"{used} octets",
                f"{octets} octets",
            )
        elif octets < used:
            reader.complain(
                ComplaintKind.MALFORMED, start, "a value without bits takes one octet, not none", "00", "no octets"
            )

    def gather(self, reader: Reader, length: int) -> Reader:
        """A reader of the whole value, put together from its fragments."""
        parts = []
        segments = []
        size = 0
        while True:
            segments.append((8 * size, reader.locate(reader.position)))
            parts.append(reader.octets(length))
            size += length
            if length < FRAGMENT:
                break
            length = reader.following_length(length)
        return reader.nested(b"".join(parts), tuple(segments))

    def encode(self, writer: Writer, value: Any) -> None:
        inner = Writer(writer.nesting)
        self.inner.encode(inner, value)
        writer.counted_octets(inner.finish())


class AnyOpenType(Node):
    """An open type whose content is not looked at; ``bytes`` in Python."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("open type", 8)

    def decode(self, reader: Reader) -> bytes:
        return reader.counted_octets()

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, bytes)
        writer.counted_octets(value)

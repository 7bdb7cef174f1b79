"""SEQUENCE OF and SET OF (X.691 clauses 20 and 22)."""

from typing import Any

from oran_harness.codec.asn1.fault import Fault, Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.size import Size
from oran_harness.codec.asn1.reader import FRAGMENT, Reader
from oran_harness.codec.asn1.writer import Writer


class SequenceOf(Node):
    """Elements behind their number where the size is not fixed; ``tuple`` in Python."""

    __slots__ = ("element", "size")

    def __init__(self, type_name: str, element: Node, size: Size) -> None:
        super().__init__(type_name, size.minimum_bits)
        self.element = element
        self.size = size

    def decode(self, reader: Reader) -> tuple[Any, ...]:
        return self.read(reader, self.elements)

    def careful(self, reader: Reader) -> tuple[Any, ...]:
        return self.read(reader, self.careful_elements)

    def read(self, reader: Reader, elements: Any) -> tuple[Any, ...]:
        """Count and elements; ``elements`` reads so many and appends them."""
        size = self.size
        start = reader.position
        values: list[Any] = []
        if size.extensible and reader.bits(1):
            self.read_counted(reader, values, elements)
            size.check_extended(reader, start, len(values))
        elif not size.constrained:
            self.read_counted(reader, values, elements)
            size.check(reader, start, len(values))
        else:
            elements(reader, values, size.read(reader) if size.fixed is None else size.fixed)
        return tuple(values)

    def read_counted(self, reader: Reader, values: list[Any], elements: Any) -> None:
        """Elements behind an unconstrained number of them."""
        count = reader.length()
        elements(reader, values, count)
        while count >= FRAGMENT and not reader.broken:
            count = reader.following_length(count)
            elements(reader, values, count)

    def elements(self, reader: Reader, values: list[Any], count: int) -> None:
        """Read ``count`` elements."""
        element = self.element
        if not element.minimum_bits:
            reader.spend(count)
        try:
            for _ in range(count):
                values.append(element.decode(reader))
        except Fault as fault:
            fault.names.append(f"[{len(values)}]")
            raise

    def careful_elements(self, reader: Reader, values: list[Any], count: int) -> None:
        """Read ``count`` elements in lenient reading, up to the one that breaks."""
        if not self.element.minimum_bits:
            reader.spend(count)
        for _ in range(count):
            values.append(reader.examine(self.element, f"[{len(values)}]"))
            if reader.broken:
                return

    def encode(self, writer: Writer, value: Any) -> None:
        if not isinstance(value, tuple | list):
            raise Misfit(f"{self.type_name} takes tuple or list, not {shown(value)}")
        size = self.size
        inside = size.fit(len(value))
        if size.extensible:
            writer.bits(0 if inside else 1, 1)
        if inside and size.constrained:
            if size.fixed is None:
                size.write(writer, len(value))
            self.write(writer, value, 0, len(value))
            return
        start = 0
        while True:
            count = writer.length(len(value) - start)
            self.write(writer, value, start, start + count)
            if count < FRAGMENT:
                return
            start += count

    def write(self, writer: Writer, value: Any, start: int, stop: int) -> None:
        """Write the elements from ``start`` to ``stop``."""
        element = self.element
        index = start
        try:
            for index in range(start, stop):
                element.encode(writer, value[index])
        except Misfit as misfit:
            misfit.names.append(f"[{index}]")
            raise

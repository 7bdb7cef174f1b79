"""A type inside itself."""

from typing import Any

from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.reader import MAXIMUM_NESTING, Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind


class Recursive(Node):
    """A reference to a type that is being defined; bounds the nesting.

    ``inner`` is set once, when the schema is complete.
    """

    __slots__ = ("inner",)

    inner: Node

    def __init__(self, type_name: str) -> None:
        super().__init__(type_name, 0)

    def decode(self, reader: Reader) -> Any:
        self.enter(reader)
        value = self.inner.decode(reader)
        reader.nesting -= 1
        return value

    def careful(self, reader: Reader) -> Any:
        self.enter(reader)
        try:
            return self.inner.careful(reader)
        finally:
            reader.nesting -= 1

    def enter(self, reader: Reader) -> None:
        """Count one level; raises ``Fault`` where nothing real nests so deeply."""
        if reader.nesting >= MAXIMUM_NESTING:
            raise reader.fault(
                ComplaintKind.MALFORMED, reader.position, "nested too deeply", f"at most {MAXIMUM_NESTING} levels"
            )
        reader.nesting += 1

    def encode(self, writer: Writer, value: Any) -> None:
        writer.deeper()
        self.inner.encode(writer, value)
        writer.nesting -= 1

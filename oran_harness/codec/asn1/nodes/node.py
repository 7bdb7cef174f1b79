"""What all nodes have in common."""

from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


class Node:
    """A type of a schema.

    ``minimum_bits`` is a lower bound on the bits of any encoding, padding not counted. Nodes do not change once
    the schema is built, so threads may share them.
    """

    __slots__ = ("minimum_bits", "type_name")

    def __init__(self, type_name: str, minimum_bits: int) -> None:
        self.type_name = type_name
        self.minimum_bits = minimum_bits

    def decode(self, reader: Reader) -> Any:
        """Read a value; raises ``Fault`` if it cannot be read, or, in strict reading, if anything is wrong."""
        raise TypeError(f"{self.type_name} has no encoding")

    def careful(self, reader: Reader) -> Any:
        """Read a value in lenient reading; types that hold others go on after what can be gone on after."""
        return self.decode(reader)

    def encode(self, writer: Writer, value: Any) -> None:
        """Write a value; raises ``Misfit`` if it does not fit the type."""
        raise TypeError(f"{self.type_name} has no encoding")

    def same(self, value: Any, default: Any) -> bool:
        """Whether a value is the default, which is not encoded (X.691 19.5)."""
        return bool(value == default)

    def expect(self, value: Any, kind: type | tuple[type, ...]) -> None:
        """Raise ``Misfit`` unless ``value`` is of the Python type that this type takes; bool is no int here."""
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            kinds = kind if isinstance(kind, tuple) else (kind,)
            wanted = " or ".join(one.__name__ for one in kinds)
            raise Misfit(f"{self.type_name} takes {wanted}, not {shown(value)}")


def shown(value: object) -> str:
    """A value for a message, cut where it is long."""
    try:
        text = repr(value)
    except ValueError:  # Python refuses to print numbers of thousands of digits
        text = "a huge number"
    return text if len(text) <= 60 else f"{text[:57]}..."

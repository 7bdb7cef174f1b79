"""ENUMERATED (X.691 clause 14)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind

UNKNOWN = "unknown-"
"""An unknown addition of index 3 is ``unknown-3``; it encodes to the octets it came from."""


class Enumerated(Node):
    """The index of a name, counted by ascending value; ``str`` in Python.

    ``additions`` is None where the type is not extensible.
    """

    __slots__ = ("additions", "indices", "later", "root", "width")

    def __init__(self, root: Sequence[str], additions: Sequence[str] | None) -> None:
        extensible = additions is not None
        # The extension bit, 0 for the root, and the index are read as one number.
        self.width = (len(root) - 1).bit_length() + extensible
        super().__init__("ENUMERATED", self.width)
        self.root = tuple(root)
        self.additions = None if additions is None else tuple(additions)
        self.indices = {name: index for index, name in enumerate(root)}
        self.later = {name: index for index, name in enumerate(additions or ())}

    def decode(self, reader: Reader) -> str | None:
        start = reader.position
        if self.additions is not None and start < reader.end and reader.data[start >> 3] << (start & 7) & 128:
            reader.position = start + 1
            return self.decode_addition(reader, start)
        index = reader.bits(self.width)
        if index < len(self.root):
            return self.root[index]
        reader.complain(
            ComplaintKind.UNKNOWN_ALTERNATIVE, start, "no such value", f"index below {len(self.root)}", f"{index}"
        )
        return None

    def decode_addition(self, reader: Reader, start: int) -> str:
        """The name of an extension addition, known or unknown."""
        index = reader.small_number()
        if self.additions is not None and index < len(self.additions):
            return self.additions[index]
        reader.complain(
            ComplaintKind.UNKNOWN_ALTERNATIVE,
            start,
            "a value that this edition does not know",
            "a known value",
            f"extension {shown(index)}",
        )
        return unknown_name(index)

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, str)
        index = self.indices.get(value)
        if index is not None:
            writer.bits(index, self.width)
            return
        index = self.later.get(value)
        if index is None and self.additions is not None:
            index = unknown_index(value, len(self.additions))
        if index is None:
            known = ", ".join((*self.root, *(self.additions or ())))
            raise Misfit(f"{shown(value)} is none of {known}")
        writer.bits(1, 1)
        writer.small_number(index)


def unknown_name(index: int) -> str:
    """The name for an unknown addition: in hexadecimal where the index is too long to print in decimal."""
    return f"{UNKNOWN}{index}" if index.bit_length() <= 64 else f"{UNKNOWN}0x{index:x}"


def unknown_index(name: str, known: int) -> int | None:
    """The index behind a name of ``unknown_name``, None if it is no such name or one that is known."""
    digits = name.removeprefix(UNKNOWN)
    if digits == name or not digits.isascii():
        return None
    try:
        index = int(digits, 0)
    except ValueError:
        return None
    return index if index >= known and unknown_name(index) == name else None

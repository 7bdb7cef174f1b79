"""ENUMERATED (X.691 clause 14)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.index import Index
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

    __slots__ = ("additions", "index", "indices", "root")

    def __init__(self, root: Sequence[str], additions: Sequence[str] | None) -> None:
        self.index = Index(len(root), additions is not None)
        super().__init__("ENUMERATED", min(self.index.width, 8))
        self.root = tuple(root)
        self.additions = None if additions is None else tuple(additions)
        self.indices = {name: index for index, name in enumerate(root)}
        self.indices.update((name, ~index) for index, name in enumerate(additions or ()))

    def decode(self, reader: Reader) -> str | None:
        start = reader.position
        index = self.index.read(reader)
        if 0 <= index < len(self.root):
            return self.root[index]
        return self.other(reader, start, index)

    def other(self, reader: Reader, start: int, index: int) -> str | None:
        """The name of an extension addition, known or unknown; None beyond the root."""
        if index >= 0:
            reader.complain(
                ComplaintKind.UNKNOWN_ALTERNATIVE, start, "no such value", f"index below {len(self.root)}", f"{index}"
            )
            return None
        if self.additions is not None and ~index < len(self.additions):
            return self.additions[~index]
        reader.complain(
            ComplaintKind.UNKNOWN_ALTERNATIVE,
            start,
            "a value that this edition does not know",
            "a known value",
            f"extension {shown(~index)}",
        )
        return unknown_name(~index)

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, str)
        index = self.indices.get(value)
        if index is None:
            later = None if self.additions is None else unknown_index(value, len(self.additions))
            if later is None:
                raise Misfit(f"{shown(value)} is none of {', '.join(self.indices)}")
            index = ~later
        self.index.write(writer, index)


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

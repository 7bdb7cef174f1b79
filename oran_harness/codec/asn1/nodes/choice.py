"""CHOICE (X.691 clause 23)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.codec.asn1.fault import Fault, Misfit
from oran_harness.codec.asn1.nodes.enumerated import unknown_index, unknown_name
from oran_harness.codec.asn1.nodes.index import Index
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.open_type import AnyOpenType, OpenType
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind

UNREAD = AnyOpenType()
Alternative = tuple[str, Node]


class Choice(Node):
    """The index of an alternative, then its value; in Python a tuple of name and value.

    ``additions`` is None where the type is not extensible. An unknown addition of index 3 is ``unknown-3`` with
    the octets of its open type.
    """

    __slots__ = ("additions", "index", "indices", "root")

    def __init__(self, type_name: str, root: Sequence[Alternative], additions: Sequence[Alternative] | None) -> None:
        self.index = Index(len(root), additions is not None)
        super().__init__(type_name, min(self.index.width, 8) + min(node.minimum_bits for _, node in root))
        self.root = tuple(root)
        self.additions = None if additions is None else tuple((name, OpenType(node)) for name, node in additions)
        # Name to whether it is an addition, its index among those or the root's, and its node.
        self.indices: dict[str, tuple[bool, int, Node]] = {
            name: (False, index, node) for index, (name, node) in enumerate(self.root)
        }
        self.indices.update((name, (True, index, node)) for index, (name, node) in enumerate(self.additions or ()))

    def decode(self, reader: Reader) -> tuple[str, Any]:
        name, node = self.alternative(reader)
        try:
            return (name, node.decode(reader))
        except Fault as fault:
            fault.names.append(name)
            raise

    def careful(self, reader: Reader) -> tuple[str, Any]:
        name, node = self.alternative(reader)
        return (name, reader.examine(node, name))

    def alternative(self, reader: Reader) -> Alternative:
        """Read the index: the name and node of the alternative that follows."""
        start = reader.position
        index = self.index.read(reader)
        if 0 <= index < len(self.root):
            return self.root[index]
        if index >= 0:
            raise reader.fault(
                ComplaintKind.UNKNOWN_ALTERNATIVE,
                start,
                "no such alternative",
                f"index below {len(self.root)}",
                f"{index}",
            )
        if self.additions is not None and ~index < len(self.additions):
            return self.additions[~index]
        reader.complain(
            ComplaintKind.UNKNOWN_ALTERNATIVE,
            start,
            "an alternative that this edition does not know",
            "a known alternative",
            f"extension {shown(~index)}",
        )
        return (unknown_name(~index), UNREAD)

    def encode(self, writer: Writer, value: Any) -> None:
        if not isinstance(value, tuple) or len(value) != 2 or not isinstance(value[0], str):
            raise Misfit(f"{self.type_name} takes (name, value), not {shown(value)}")
        name, content = value
        later, index, node = self.indices.get(name) or self.unknown(name)
        self.index.write(writer, ~index if later else index)
        try:
            node.encode(writer, content)
        except Misfit as misfit:
            misfit.names.append(name)
            raise

    def unknown(self, name: str) -> tuple[bool, int, Node]:
        """An addition that only the octets of a newer edition have."""
        index = None if self.additions is None else unknown_index(name, len(self.additions))
        if index is None:
            raise Misfit(f"{shown(name)} is none of {', '.join(self.indices)}")
        return (True, index, UNREAD)

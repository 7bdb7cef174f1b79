"""SEQUENCE and SET (X.691 clauses 19 and 21)."""

from collections.abc import Sequence as Items
from typing import Any

from oran_harness.codec.asn1.nodes.additions import Additions
from oran_harness.codec.asn1.nodes.fields import Fields
from oran_harness.codec.asn1.nodes.members import Member, Members
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


class Sequence(Node):
    """Root components, then extension additions; in Python a record or a dict, see ``Fields``.

    ``additions`` is None where the type is not extensible; a list in it is an addition group.
    """

    __slots__ = ("additions", "extended", "fields", "members")

    def __init__(
        self,
        type_name: str,
        root: Items[Member],
        additions: Items[Member | Items[Member]] | None,
        record: type | None,
    ) -> None:
        later = [one for part in additions or () for one in ([part] if isinstance(part, Member) else part)]
        everything = [*root, *later]
        defaults = {one.name: one.default for one in everything if one.default is not None}
        self.fields = Fields(type_name, [one.name for one in everything], defaults, record)
        self.members = Members(root, self.fields.keys, 0, additions is not None)
        self.additions = Additions(additions or (), self.fields.keys, len(root))
        self.extended = self.members.extended
        super().__init__(type_name, self.members.minimum_bits)

    def decode(self, reader: Reader) -> Any:
        values = self.fields.blank.copy()
        if self.members.decode(reader, values) & self.extended:
            self.additions.decode(reader, values)
        return self.fields.make(values)

    def careful(self, reader: Reader) -> Any:
        values = self.fields.blank.copy()
        if self.members.careful(reader, values) & self.extended and not reader.broken:
            self.additions.careful(reader, values)
        return self.fields.make(values)

    def encode(self, writer: Writer, value: Any) -> None:
        items = self.fields.take(value, self.type_name)
        extended = self.additions.any(items)
        self.members.encode(writer, items, extended)
        if extended:
            self.additions.encode(writer, items)

"""SEQUENCE of a key, a criticality and an open type that the key decides (TS 36.413 9.3, E2AP 9.3)."""

from collections.abc import Mapping
from typing import Any

from oran_harness.codec.asn1.fault import Fault, Misfit, join_path
from oran_harness.codec.asn1.field import Field, FieldRow, FieldTable
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.errors import UsageError


class FieldNode(Node):
    """A Protocol IE, a list item in its container, or the message of a procedure."""

    __slots__ = ("contents", "criticality", "key", "table")

    def __init__(self, type_name: str, key: Node, criticality: Node, table: FieldTable) -> None:
        super().__init__(type_name, key.minimum_bits + criticality.minimum_bits + 8)
        self.key = key
        self.criticality = criticality
        self.table = table
        self.contents: dict[int, OpenType] = {}

    def fill(self, nodes: Mapping[str, Node]) -> None:
        """Point each row at its type, once all types are there; raises ``UsageError`` if one is missing."""
        for key, row in self.table.rows.items():
            if row.type_name not in nodes:
                raise UsageError(f"{self.type_name}: the schema has no type {row.type_name} for {row.name} ({key})")
            self.contents[key] = OpenType(nodes[row.type_name])

    def decode(self, reader: Reader) -> Any:
        start = reader.position
        key = self.key.decode(reader)
        critical = reader.position
        criticality = self.criticality.decode(reader)
        row = self.table.rows.get(key)
        if row is None:
            self.complain_unknown(reader, start, key)
            octets, offset = self.skip(reader)
            return Field(key, criticality, None, octets, offset)
        if criticality != row.criticality:
            self.complain_criticality(reader, critical, row, criticality)
        before = reader.position
        value = self.contents[key].decode(reader)
        if self.table.items:
            return value
        octets, offset = self.content_octets(reader, before)
        return Field(key, criticality, value, octets, offset)

    def careful(self, reader: Reader) -> Any:
        start = reader.position
        key = self.key.decode(reader)
        critical = reader.position
        criticality = self.criticality.decode(reader)
        row = self.table.rows.get(key)
        if row is None:
            self.complain_unknown(reader, start, key)
            octets, offset = self.skip(reader)
            return Field(key, criticality, None, octets, offset)
        reader.names.append(row.name)
        if reader.places is not None:
            reader.places[join_path(reader.names, reader.prefix)] = reader.locate(critical)
        if criticality != row.criticality:
            self.complain_criticality(reader, critical, row, criticality)
        reader.names.pop()
        before = reader.position
        value = reader.examine(self.contents[key], row.name)
        if self.table.items and value is not None:
            return value
        octets, offset = self.content_octets(reader, before)
        return Field(key, criticality, value, octets, offset)

    def complain_unknown(self, reader: Reader, position: int, key: int) -> None:
        """Say that the key is none of the set's."""
        what = "procedure code" if self.table.unknown is ComplaintKind.UNKNOWN_PROCEDURE else "IE id"
        known = ", ".join(str(each) for each in self.table.rows)
        reader.complain(self.table.unknown, position, f"{what} {key} is not known here", known, str(key))

    def complain_criticality(self, reader: Reader, position: int, row: FieldRow, criticality: str) -> None:
        """Say that the criticality is not the one that the specification fixes."""
        reader.complain(
            ComplaintKind.CRITICALITY,
            position,
            f"{row.name} carries criticality {criticality}",
            row.criticality,
            criticality,
        )

    def skip(self, reader: Reader) -> tuple[bytes, int]:
        """The octets of an unknown content, and where they begin."""
        before = reader.position
        octets = reader.counted_octets()
        return octets, self.first_octet(reader, before, len(octets))

    def content_octets(self, reader: Reader, before: int) -> tuple[bytes, int]:
        """The octets of a content that was just read, and where they begin."""
        after, complaints = reader.position, reader.complaints
        reader.position = before
        if complaints is not None:
            # What there is to say about the length was said when it was first read.
            reader.complaints = []
        try:
            octets = reader.counted_octets()
        except Fault:
            octets = reader.data[reader.position >> 3 : reader.end >> 3]
        reader.position, reader.complaints = after, complaints
        return octets, self.first_octet(reader, before, len(octets))

    def first_octet(self, reader: Reader, before: int, length: int) -> int:
        """The octet of the whole message behind the length determinant at ``before``."""
        aligned = before + (-before & 7)
        return (reader.locate(aligned) >> 3) + (1 if length < 128 or length >= 16384 else 2)

    def encode(self, writer: Writer, value: Any) -> None:
        if not isinstance(value, Field):
            if not self.table.items:
                raise Misfit(f"{self.type_name} takes Field, not {shown(value)}")
            (key, row), *_ = self.table.rows.items()
            value = Field(key, row.criticality, value)
        self.key.encode(writer, value.id)
        self.criticality.encode(writer, value.criticality)
        if value.value is None:
            writer.counted_octets(value.octets)
            return
        content = self.contents.get(value.id)
        if content is None:
            raise Misfit(f"{self.type_name} knows no content for {value.id}; give its octets")
        try:
            content.encode(writer, value.value)
        except Misfit as misfit:
            misfit.names.append(self.table.rows[value.id].name)
            raise

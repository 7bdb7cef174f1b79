"""SEQUENCE of a key, a criticality and an open type that the key decides (TS 36.413 9.3, E2AP 9.3)."""

from collections.abc import Mapping
from typing import Any

from oran_harness.codec.asn1.fault import Fault, Misfit, join_path
from oran_harness.codec.asn1.field import Field, FieldRow, FieldTable
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.reader import FRAGMENT, Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.errors import UsageError

UNKNOWN = "unknown"
"""The criticality of a field whose bits name none."""


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
            return self.unknown(reader, start, key, criticality)
        try:
            if criticality != row.criticality:
                self.complain_criticality(reader, critical, row, criticality)
            before = reader.position
            if not reader.depth:
                reader.counted_octets()
                return Field(key, criticality, None, *self.content(reader, before))
            reader.depth -= 1
            value = self.contents[key].decode(reader)
            reader.depth += 1
        except Fault as fault:
            fault.names.append(row.name)
            raise
        if self.table.items:
            return value
        return Field(key, criticality, value, *self.content(reader, before))

    def careful(self, reader: Reader) -> Any:
        start = reader.position
        key = self.key.decode(reader)
        critical = reader.position
        criticality = self.criticality.decode(reader) or UNKNOWN
        row = self.table.rows.get(key)
        if row is None:
            return self.unknown(reader, start, key, criticality)
        reader.names.append(row.name)
        if reader.places is not None:
            reader.places[join_path(reader.names, reader.prefix)] = reader.locate(critical)
        if criticality not in (row.criticality, UNKNOWN):
            self.complain_criticality(reader, critical, row, criticality)
        reader.names.pop()
        before = reader.position
        value = reader.examine(self.contents[key], row.name)
        if self.table.items and value is not None:
            return value
        return Field(key, criticality, value, *self.content(reader, before))

    def unknown(self, reader: Reader, start: int, key: int, criticality: str) -> Field:
        """A field whose key is none of the set's: complained about, its content skipped."""
        what = "procedure code" if self.table.unknown is ComplaintKind.UNKNOWN_PROCEDURE else "IE id"
        known = ", ".join(str(each) for each in self.table.rows)
        reader.complain(self.table.unknown, start, f"{what} {key} is not known here", known, str(key))
        before = reader.position
        reader.counted_octets()
        return Field(key, criticality, None, *self.content(reader, before))

    def complain_criticality(self, reader: Reader, position: int, row: FieldRow, criticality: str) -> None:
        """Say that the criticality is not the one that the specification fixes."""
        reader.complain(
            ComplaintKind.CRITICALITY,
            position,
            f"{row.name} carries criticality {criticality}",
            row.criticality,
            criticality,
        )

    def content(self, reader: Reader, before: int) -> tuple[bytes, int]:
        """The octets of an open type whose length determinant is at ``before``, and the place of the first one."""
        start = (before + 7) >> 3
        stop = reader.end >> 3
        if start < stop and reader.data[start] < 128:
            begin = start + 1
            return reader.data[begin : min(begin + reader.data[start], stop)], reader.locate(8 * begin) >> 3
        # What there is to say about the length was said when it was first read.
        silent = Reader(reader.data)
        silent.complaints = []
        silent.position, silent.end, silent.segments = before, reader.end, reader.segments
        begin = 8 * min(start, stop)
        parts: list[bytes] = []
        try:
            length = silent.length()
            begin = silent.position
            parts.append(reader.data[begin >> 3 : min((begin >> 3) + length, stop)])
            silent.position += 8 * length
            while length >= FRAGMENT:
                length = silent.following_length(length)
                parts.append(silent.octets(length))
        except Fault:
            pass  # fewer octets than the length says; those that are there will do
        return b"".join(parts), silent.locate(begin) >> 3

    def encode(self, writer: Writer, value: Any) -> None:
        if not isinstance(value, Field):
            if not self.table.items:
                raise Misfit(f"{self.type_name} takes Field, not {shown(value)}")
            (key, row), *_ = self.table.rows.items()
            value = Field(key, row.criticality, value)
        self.key.encode(writer, value.id)
        self.criticality.encode(writer, value.criticality)
        if value.value is None:
            if not value.octets:
                raise Misfit("neither a value nor octets")
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

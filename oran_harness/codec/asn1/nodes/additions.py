"""The extension additions of a SEQUENCE (X.691 19.7 to 19.9)."""

from collections.abc import Mapping, Sequence
from typing import Any

from oran_harness.codec.asn1.fault import Fault, Misfit, join_path
from oran_harness.codec.asn1.nodes.enumerated import unknown_name
from oran_harness.codec.asn1.nodes.members import Member, Members
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.open_type import AnyOpenType, OpenType
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.unknown_addition import UnknownAddition
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind

UNREAD = AnyOpenType()


class Group(Node):
    """An addition group, ``[[ ... ]]``: encoded like a SEQUENCE, its values among those of the one around it."""

    __slots__ = ("members",)

    def __init__(self, members: Members) -> None:
        super().__init__("addition group", members.minimum_bits)
        self.members = members

    def decode(self, reader: Reader) -> dict[str, Any]:
        values: dict[str, Any] = {}
        self.members.decode(reader, values)
        return values

    def careful(self, reader: Reader) -> dict[str, Any]:
        values: dict[str, Any] = {}
        self.members.careful(reader, values)
        return values

    def encode(self, writer: Writer, value: Any) -> None:
        self.members.encode(writer, value, False)


class Additions:
    """A bit-map of the additions that are present, then each of them in an open type.

    ``parts`` are single members, and lists of members for addition groups.
    """

    __slots__ = ("absent", "entries", "first")

    def __init__(self, parts: Sequence[Member | Sequence[Member]], keys: Mapping[str, str], first: int) -> None:
        self.first = first
        entries: list[tuple[str, str, OpenType, Members]] = []
        for part in parts:
            members = [part] if isinstance(part, Member) else list(part)
            # A single addition is present or not as a whole; its own presence bit does not exist.
            group = Members(members, keys, first, False)
            if isinstance(part, Member):
                entries.append((part.name, keys[part.name], OpenType(part.node), group))
            else:
                entries.append(("", "", OpenType(Group(group)), group))
            first += len(members)
        self.entries = tuple(entries)
        self.absent = (None,) * (first - self.first)

    def decode(self, reader: Reader, values: dict[str, Any]) -> None:
        """Read the additions into ``values``; unknown ones are noted on the reader."""
        count, bitmap = self.read_bitmap(reader)
        name = ""
        try:
            for index in range(count):
                if not bitmap >> (count - 1 - index) & 1:
                    continue
                if index >= len(self.entries):
                    name = unknown_name(index)
                    self.keep(reader, index, reader.counted_octets())
                    continue
                name, key, node, _ = self.entries[index]
                value = node.decode(reader)
                if key:
                    values[key] = value
                else:
                    values.update(value)
        except Fault as fault:
            fault.names.append(name)
            raise

    def careful(self, reader: Reader, values: dict[str, Any]) -> None:
        """The same in lenient reading, up to the addition that breaks."""
        try:
            count, bitmap = self.read_bitmap(reader)
        except Fault as fault:
            reader.note(fault)
            reader.broken = True
            return
        for index in range(count):
            if reader.broken:
                return
            if not bitmap >> (count - 1 - index) & 1:
                continue
            if index >= len(self.entries):
                octets = reader.examine(UNREAD, unknown_name(index))
                if octets is not None:
                    self.keep(reader, index, octets)
                continue
            name, key, node, _ = self.entries[index]
            value = reader.examine(node, name)
            if key:
                values[key] = value
            else:
                values.update(value or {})

    def read_bitmap(self, reader: Reader) -> tuple[int, int]:
        """How many additions the sender's edition has, and which are present."""
        start = reader.position
        count = reader.small_length()
        bitmap = reader.bits(count)
        if not bitmap:
            reader.complain(
                ComplaintKind.MALFORMED, start, "the extension bit is set, but no addition is present", "an addition"
            )
        return count, bitmap

    def keep(self, reader: Reader, index: int, octets: bytes) -> None:
        """Note an addition of a newer edition."""
        octet = (reader.locate(reader.position) >> 3) - len(octets)
        path = join_path(reader.names, reader.prefix)
        reader.unknown_additions.append(UnknownAddition(path, index, octets, octet))

    def any(self, items: tuple[Any, ...]) -> bool:
        """Whether any addition is present."""
        if items[self.first :] == self.absent:
            return False
        return any(members.present(items) for _, _, _, members in self.entries)

    def encode(self, writer: Writer, items: Sequence[Any]) -> None:
        """Write bit-map and additions; at least one is present."""
        bitmap = 0
        present: list[tuple[str, str, OpenType, Members]] = []
        for entry in self.entries:
            there = entry[3].present(items)
            bitmap = bitmap << 1 | there
            if there:
                present.append(entry)
        writer.small_length(len(self.entries))
        writer.bits(bitmap, len(self.entries))
        for name, key, node, members in present:
            try:
                node.encode(writer, items[members.places[0]] if key else items)
            except Misfit as misfit:
                misfit.names.append(name)
                raise

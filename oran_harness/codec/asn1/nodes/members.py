"""The components of a SEQUENCE's root, or of an addition group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1.fault import Fault, Misfit
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


@dataclass(frozen=True, slots=True)
class Member:
    """A component: its ASN.1 name, its type, whether it may be absent, and the value that absence stands for."""

    name: str
    node: Node
    optional: bool = False
    default: Any = None


class Members:
    """Presence bits, then the components that are present (X.691 19.2 to 19.6).

    ``keys`` maps ASN.1 names to the keys under which values are kept. ``extensible`` puts the extension bit in
    front; ``extended`` is its mask in the number that ``decode`` and ``careful`` return. ``first`` is the place of
    the first component among the values that ``encode`` is given.
    """

    __slots__ = ("entries", "extended", "minimum_bits", "optionals", "places", "width", "writes")

    def __init__(self, members: Sequence[Member], keys: Mapping[str, str], first: int, extensible: bool) -> None:
        optional = [member for member in members if member.optional or member.default is not None]
        self.extended = 1 << len(optional) if extensible else 0
        self.width = len(optional) + extensible
        masks = {member.name: 1 << place for place, member in enumerate(reversed(optional))}
        self.entries = tuple((keys[one.name], one.node, masks.get(one.name, 0), one.name) for one in members)
        places = {member.name: first + place for place, member in enumerate(members)}
        self.places = tuple(places.values())
        self.optionals = tuple((places[one.name], masks[one.name], one) for one in optional)
        self.writes = tuple(
            (places[one.name], one.node, masks.get(one.name, 0), one.name, isinstance(one.node, Null))
            for one in members
        )
        mandatory = (one.node.minimum_bits for one in members if one.name not in masks)
        self.minimum_bits = self.width + sum(mandatory)

    def decode(self, reader: Reader, values: dict[str, Any]) -> int:
        """Read the components into ``values``; returns the presence bits as a number."""
        head = reader.bits(self.width)
        name = ""
        try:
            for key, node, mask, name in self.entries:  # noqa: B007 - the path of a fault needs the name
                if not mask or head & mask:
                    values[key] = node.decode(reader)
        except Fault as fault:
            fault.names.append(name)
            raise
        return head

    def careful(self, reader: Reader, values: dict[str, Any]) -> int:
        """The same in lenient reading, up to the component that breaks."""
        head = reader.bits(self.width)
        for key, node, mask, name in self.entries:
            if not mask or head & mask:
                values[key] = reader.examine(node, name)
                if reader.broken:
                    break
        return head

    def encode(self, writer: Writer, items: Sequence[Any], extended: bool) -> None:
        """Write the components; ``items`` holds None for absent ones."""
        head = self.extended if extended else 0
        for place, mask, member in self.optionals:
            value = items[place]
            if value is not None and (member.default is None or not member.node.same(value, member.default)):
                head |= mask
        writer.bits(head, self.width)
        name = ""
        try:
            for place, node, mask, name, nothing in self.writes:  # noqa: B007 - so does that of a misfit
                if mask:
                    if head & mask:
                        node.encode(writer, items[place])
                elif items[place] is None and not nothing:
                    raise Misfit("mandatory, but missing")
                else:
                    node.encode(writer, items[place])
        except Misfit as misfit:
            misfit.names.append(name)
            raise

    def present(self, items: Sequence[Any]) -> bool:
        """Whether any component has a value other than its default."""
        there = [place for place in self.places if items[place] is not None]
        if not there:
            return False
        same = {
            place
            for place, _, member in self.optionals
            if member.default is not None and place in there and member.node.same(items[place], member.default)
        }
        return len(there) > len(same)

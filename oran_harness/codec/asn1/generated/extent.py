"""What of a type's extent its schema settles."""

from collections.abc import Iterator

from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.integer import BitFieldInteger, Integer, LongInteger, OctetInteger
from oran_harness.codec.asn1.nodes.members import Members
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import AnyOpenType, OpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.nodes.size import Size

INLINE = 16
"""Types of so many parts stand where they are used; larger ones become functions."""
ALONE = 48
"""Types of so many parts are compiled when they are first needed, smaller ones with those that hold them."""


def parts(node: Node) -> Iterator[Node]:
    """The types that a type directly holds, a reference to one around it excepted."""
    if isinstance(node, Sequence | Group):
        yield from (part for _, part, _, _ in node.members.entries)
        if isinstance(node, Sequence):
            yield from (part for _, _, part, _ in node.additions.entries)
    elif isinstance(node, Choice):
        yield from (part for _, part in (*node.root, *(node.additions or ())))
    elif isinstance(node, SequenceOf):
        yield node.element
    elif isinstance(node, OpenType):
        yield node.inner
    elif isinstance(node, FieldNode):
        yield from node.contents.values()


def weight(node: Node, limit: int) -> int:
    """How many parts a type has, counted up to a few more than the limit."""
    total = 1
    for part in parts(node):
        if total > limit:
            break
        total += weight(part, limit - total)
    return total


def sized(node: OctetString | CharacterString | BitStringNode | SequenceOf) -> bool:
    """Whether generated code deals with the size; an extensible one without a bound is too rare."""
    return node.size.constrained or not node.size.extensible


class Traits:
    """What is asked of types again and again, remembered."""

    def __init__(self) -> None:
        self._nests: dict[int, bool] = {}
        self._sizes: dict[int, int] = {}
        self._places: dict[int, bool] = {}
        self._items: dict[int, bool] = {}

    def nests(self, node: Node) -> bool:
        """Whether a type holds a reference to one around it, at any depth."""
        if isinstance(node, Recursive):
            return True
        if id(node) not in self._nests:
            self._nests[id(node)] = any(self.nests(part) for part in parts(node))
        return self._nests[id(node)]

    def has_items(self, node: Node) -> bool:
        """Whether a type holds list items with a criticality of their own, at any depth."""
        known = self._items.get(id(node))
        if known is not None:
            return known
        seen: dict[int, bool] = {}
        todo = [node]
        while todo:
            one = todo.pop()
            if id(one) in seen or not self._items.get(id(one), True):
                continue
            if isinstance(one, FieldNode) or self._items.get(id(one)):
                self._items[id(node)] = True
                return True
            seen[id(one)] = False
            todo += [one.inner] if isinstance(one, Recursive) else parts(one)
        # What has none inside itself has none in any of its parts.
        self._items.update(seen)
        return False

    def large(self, node: Node) -> bool:
        """Whether a type gets functions: it has many parts, each that is large itself counted as one."""
        return not isinstance(node, OpenType) and self._size(node) > INLINE

    def _size(self, node: Node) -> int:
        if isinstance(node, Recursive):
            return 1
        if id(node) not in self._sizes:
            sizes = (self._size(part) for part in parts(node))
            self._sizes[id(node)] = 1 + sum(1 if size > INLINE else size for size in sizes)
        return self._sizes[id(node)]

    def has_places(self, node: Node) -> bool:
        """Whether values tell where in the message they stood."""
        if id(node) not in self._places:
            own = isinstance(node, FieldNode) and not node.table.items
            self._places[id(node)] = own or any(self.has_places(part) for part in parts(node))
        return self._places[id(node)]


def fixed_end(node: Node, at: int) -> int | None:
    """The bit behind a value that begins at bit ``at`` of some octet, None if values differ in it.

    Values of extensible types are taken to be in the root if they have no known additions: others are not read.
    """
    if isinstance(node, Boolean | Null):
        return at + node.minimum_bits
    if isinstance(node, LongInteger):
        return None
    if isinstance(node, OctetInteger):
        return at + (-at & 7) + node.width
    if isinstance(node, BitFieldInteger):
        return at + node.width
    if isinstance(node, Enumerated):
        return None if node.additions or node.index.aligned else at + node.index.width
    if isinstance(node, OctetString | BitStringNode):
        return _fixed_string(node.size, 8 if isinstance(node, OctetString) else 1, at)
    if isinstance(node, Sequence):
        return None if node.additions.entries else _fixed_members(node.members, at, bool(node.extended))
    return None


def _fixed_string(size: Size, unit: int, at: int) -> int | None:
    if size.extensible or size.fixed is None:
        return None
    bits = size.fixed * unit
    return at + bits + (-at & 7 if bits > 16 else 0)


def _fixed_members(members: Members, at: int, extensible: bool) -> int | None:
    if members.width > (1 if extensible else 0):
        return None
    end: int | None = at + members.width
    for _, node, _, _ in members.entries:
        end = None if end is None else fixed_end(node, end)
    return end


def begins_aligned(node: Node) -> bool:
    """Whether every value of a type begins at an octet boundary, or with padding up to one."""
    if isinstance(node, OctetInteger):
        return True
    if isinstance(node, LongInteger | BitFieldInteger):
        return False
    if isinstance(node, Integer | Real | CountedText | OpenType | AnyOpenType):
        return True
    if isinstance(node, OctetString | BitStringNode):
        size = node.size
        if size.extensible:
            return False
        if size.fixed is not None:
            return size.fixed * (8 if isinstance(node, OctetString) else 1) > 16
        return not size.constrained or size.octets > 0
    if isinstance(node, CharacterString):
        size = node.size
        return not size.extensible and (
            not size.constrained or (size.octets > 0 if size.fixed is None else node.aligned)
        )
    if isinstance(node, SequenceOf):
        size = node.size
        if size.extensible or size.fixed is not None:
            return False
        return not size.constrained or size.octets > 0
    if isinstance(node, FieldNode):
        return begins_aligned(node.key)
    if isinstance(node, Sequence):
        entries = node.members.entries
        return not node.members.width and bool(entries) and begins_aligned(entries[0][1])
    return False

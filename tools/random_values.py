"""Values of any type of a schema, by chance: short lists, bounds more often than what lies between them."""

from collections.abc import Callable
from random import Random
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.integer import ExtensibleInteger, Integer
from oran_harness.codec.asn1.nodes.members import Members
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.nodes.size import Bounds, Size

DEEPEST = 5
"""From this depth on optional members are absent and lists as short as they may be."""
WIDEST = 1 << 40
"""How far from a bound numbers without another one go."""


def random_value(node: Node, chance: Random, depth: int = 0) -> Any:
    """A value that fits the type."""
    for kind, make in _MAKERS.items():
        if isinstance(node, kind):
            return make(node, chance, depth)
    raise TypeError(f"no values of {type(node).__name__} are made")


def _number(bounds: Bounds, chance: Random) -> int:
    low, high = chance.choice(bounds.parts) if bounds.parts else (bounds.minimum, bounds.maximum)
    low = -WIDEST if low is None and high is None else high - WIDEST if low is None and high is not None else low
    assert low is not None
    high = low + WIDEST if high is None else high
    return chance.choice((low, high, chance.randint(low, high), chance.randint(low, min(high, low + 300))))


def _length(size: Size, chance: Random, most: int) -> int:
    if size.extensible and not chance.randrange(8):
        return (size.maximum or 0) + chance.randrange(1, 4)
    high = size.minimum + most
    return chance.randint(size.minimum, high if size.maximum is None else min(size.maximum, high))


def _bits(node: Any, chance: Random, depth: int) -> BitString:
    length = _length(node.size, chance, 40)
    number = chance.getrandbits(length) if length else 0
    if node.named and length:
        number |= 1
    return BitString((number << (-length & 7)).to_bytes((length + 7) >> 3), length)


def _text(node: Any, chance: Random, depth: int) -> str:
    return "".join(chance.choices(node.alphabet.ordered, k=_length(node.size, chance, 20)))


def _choice(node: Any, chance: Random, depth: int) -> tuple[str, Any]:
    if depth > DEEPEST:
        name, inner = min(node.root, key=lambda each: (isinstance(each[1], Recursive), each[1].minimum_bits))
    else:
        name, inner = chance.choice((*node.root, *(node.additions or ())))
    return name, random_value(inner, chance, depth + 1)


def _list(node: Any, chance: Random, depth: int) -> tuple[Any, ...]:
    count = _length(node.size, chance, 0 if depth > DEEPEST else 3)
    return tuple(random_value(node.element, chance, depth + 1) for _ in range(count))


def _sequence(node: Any, chance: Random, depth: int) -> Any:
    values = node.fields.blank.copy()
    values.update(_members(node.members, chance, depth))
    for _, key, outer, members in node.additions.entries if depth <= DEEPEST else ():
        if chance.randrange(3):
            continue
        if isinstance(outer.inner, Group):
            values.update(_members(members, chance, depth))
        else:
            values[key] = random_value(outer.inner, chance, depth + 1)
    return node.fields.make(values)


def _members(members: Members, chance: Random, depth: int) -> dict[str, Any]:
    share = chance.random()
    return {
        key: random_value(node, chance, depth + 1)
        for key, node, mask, _ in members.entries
        if not mask or (depth <= DEEPEST and chance.random() < share)
    }


_MAKERS: dict[type[Node], Callable[[Any, Random, int], Any]] = {
    Boolean: lambda node, chance, depth: chance.random() < 0.5,
    Null: lambda node, chance, depth: node.present,
    ExtensibleInteger: lambda node, chance, depth: _number(node.bounds if chance.randrange(8) else Bounds(), chance),
    Integer: lambda node, chance, depth: _number(node.bounds, chance),
    Real: lambda node, chance, depth: chance.choice((0.0, 1.5, chance.gauss(0, 1e6), float(chance.randrange(1000)))),
    Enumerated: lambda node, chance, depth: chance.choice((*node.root, *(node.additions or ()))),
    OctetString: lambda node, chance, depth: chance.randbytes(_length(node.size, chance, 40)),
    BitStringNode: _bits,
    CharacterString: _text,
    CountedText: lambda node, chance, depth: "".join(chance.choices("az\u00e4\u20ac", k=chance.randrange(9))),
    Choice: _choice,
    SequenceOf: _list,
    Sequence: _sequence,
    FieldNode: lambda node, chance, depth: random_value(next(iter(node.contents.values())), chance, depth),
    OpenType: lambda node, chance, depth: random_value(node.inner, chance, depth),
    Recursive: lambda node, chance, depth: random_value(node.inner, chance, depth),
}

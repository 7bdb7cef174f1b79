"""Hypothesis strategies for the values of a type, made from its node."""

from typing import Any

from hypothesis import strategies as st

from oran_harness.codec.asn1 import Asn1Codec, BitString
from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.integer import ExtensibleInteger, Integer
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.nodes.size import Bounds, Size

DEEPEST = 3


def node_of(schema: Asn1Codec, type_name: str) -> Node:
    """The node of a type."""
    return schema.node(type_name)


def values(node: Node, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of a type that fit it, lists short, nesting shallow."""
    for kind, make in _MAKERS.items():
        if isinstance(node, kind):
            return make(node, depth)
    raise TypeError(type(node).__name__)


def _integers(bounds: Bounds) -> st.SearchStrategy[int]:
    if bounds.parts:
        return st.one_of([st.integers(low, high) for low, high in bounds.parts])
    return st.integers(bounds.minimum, bounds.maximum)


def _extensible(node: Any, depth: int) -> st.SearchStrategy[int]:
    return st.one_of(_integers(node.bounds), st.integers())


def _lengths(size: Size, most: int = 12) -> st.SearchStrategy[int]:
    low = size.minimum
    high = low + most if size.maximum is None else min(size.maximum, low + most)
    inside = st.integers(low, high)
    return st.one_of(inside, st.integers(0, (size.maximum or 0) + 5)) if size.extensible else inside


def _octets(node: Any, depth: int) -> st.SearchStrategy[bytes]:
    return _lengths(node.size).flatmap(lambda length: st.binary(min_size=length, max_size=length))


def _bits(node: Any, depth: int) -> st.SearchStrategy[BitString]:
    def of(length: int) -> st.SearchStrategy[BitString]:
        def pack(number: int) -> BitString:
            wanted = length
            if node.named:  # only the canonical form comes back as it was
                number |= 1
            return BitString((number << (-wanted & 7)).to_bytes((wanted + 7) >> 3), wanted)

        return st.integers(0, (1 << length) - 1).map(pack) if length else st.just(BitString(b"", 0))

    return _lengths(node.size).flatmap(of)


def _text(node: Any, depth: int) -> st.SearchStrategy[str]:
    characters = st.sampled_from(node.alphabet.ordered)
    return _lengths(node.size).flatmap(lambda length: st.text(characters, min_size=length, max_size=length))


def _names(node: Any, depth: int) -> st.SearchStrategy[str]:
    return st.sampled_from((*node.root, *(node.additions or ())))


def _choices(node: Any, depth: int) -> st.SearchStrategy[Any]:
    alternatives = (*node.root, *(node.additions or ()))
    if depth >= DEEPEST:
        alternatives = alternatives[:1]
    return st.one_of(
        [values(inner, depth + 1).map(lambda value, name=name: (name, value)) for name, inner in alternatives]
    )


def _lists(node: Any, depth: int) -> st.SearchStrategy[Any]:
    most = 0 if depth >= DEEPEST else 3
    element = st.deferred(lambda: values(node.element, depth + 1))
    return _lengths(node.size, most).flatmap(lambda n: st.lists(element, min_size=n, max_size=n)).map(tuple)


def _records(node: Any, depth: int) -> st.SearchStrategy[Any]:
    parts = [_members(node.members, depth)]
    for _, key, inner, members in node.additions.entries if depth < DEEPEST else ():
        if isinstance(inner.inner, Group):
            parts.append(st.one_of(st.just({}), _members(members, depth)))
        else:
            parts.append(st.one_of(st.just({}), values(inner.inner, depth + 1).map(lambda v, key=key: {key: v})))

    def join(found: tuple[dict[str, Any], ...]) -> Any:
        merged = node.fields.blank.copy()
        for one in found:
            merged.update(one)
        return node.fields.make(merged)

    return st.tuples(*parts).map(join)


def _members(members: Any, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    mandatory = {}
    optional = {}
    for key, inner, mask, _ in members.entries:
        if not mask:
            mandatory[key] = st.deferred(lambda inner=inner: values(inner, depth + 1))
        elif depth < DEEPEST:
            optional[key] = st.deferred(lambda inner=inner: values(inner, depth + 1))
    return st.fixed_dictionaries(mandatory, optional=optional)


_MAKERS: dict[type[Node], Any] = {
    Boolean: lambda node, depth: st.booleans(),
    Null: lambda node, depth: st.just(node.present),
    ExtensibleInteger: _extensible,
    Integer: lambda node, depth: _integers(node.bounds),
    Real: lambda node, depth: st.floats(allow_nan=False),
    Enumerated: _names,
    OctetString: _octets,
    BitStringNode: _bits,
    CharacterString: _text,
    CountedText: lambda node, depth: st.text(max_size=8),
    Choice: _choices,
    SequenceOf: _lists,
    Sequence: _records,
    FieldNode: lambda node, depth: values(next(iter(node.contents.values())), depth),
    OpenType: lambda node, depth: values(node.inner, depth),
    Recursive: lambda node, depth: values(node.inner, depth),
}

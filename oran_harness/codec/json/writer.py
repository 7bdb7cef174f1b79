"""Values of a schema's types to JSON."""

import math
from typing import Any

from oran_harness.codec.asn1 import BitString, Field
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.json.structure import alternative, content, members

UNREAD = "unread IE"
"""The only member of an object that stands for an IE in a list; no ASN.1 name has a space in it."""
LONGEST_NUMBER = 1024
"""In bits; longer numbers are text, because readers of JSON, Python's own included, refuse or round them."""


def write(node: Node, value: Any) -> Any:
    """The JSON form of a value of the node's type."""
    if value is None:
        return None
    if isinstance(node, OpenType | Recursive):
        return write(node.inner, value)
    if isinstance(node, Sequence):
        return _sequence(node, value)
    if isinstance(node, SequenceOf):
        return [write(node.element, element) for element in value]
    if isinstance(node, Choice):
        name, inside = value
        return {name: write(alternative(node, name), inside)}
    if isinstance(node, FieldNode):
        return _field(node, value)
    return _scalar(value)


def _sequence(node: Sequence, value: Any) -> dict[str, Any]:
    written = {}
    for name, key, inner in members(node):
        inside = value.get(key) if isinstance(value, dict) else getattr(value, key)
        if inside is not None:
            written[name] = write(inner, inside)
    return written


def _field(node: FieldNode, value: Any) -> Any:
    if node.table.items and not isinstance(value, Field):
        return write(content(node), value)
    return {UNREAD: {"id": value.id, "criticality": value.criticality, "octets": value.octets.hex()}}


def _scalar(value: Any) -> Any:
    if isinstance(value, BitString):
        return {"octets": value.octets.hex(), "length": value.length}
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, int) and value.bit_length() > LONGEST_NUMBER:
        return hex(value)
    return value

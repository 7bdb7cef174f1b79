"""Encoders of numbers, names and what has no bits."""

from oran_harness.codec.asn1.generated.conditions import allowed, refused
from oran_harness.codec.asn1.generated.encoding.body import Body, Branch
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.integer import (
    BitFieldInteger,
    ExtensibleInteger,
    Integer,
    LongInteger,
    SemiConstrainedInteger,
)

MOST = 64
"""Indices of extension additions below this one are seven bits (X.691 11.6)."""


def write_boolean(body: Body, value: str) -> None:
    """BOOLEAN."""
    body.off(f"type({value}) is not bool")
    body.put(value, 1)


def write_null(body: Body, value: str) -> None:
    """NULL."""
    body.off(f"{value} is not None and {value} is not True")


def write_integer(body: Body, node: Integer, value: str) -> None:
    """An INTEGER whose constraint is not extensible."""
    refusal = refused(node.bounds, value)
    body.off(f"type({value}) is not int" + (f" or {refusal}" if refusal else ""))
    write_number(body, node, value)


def write_number(body: Body, node: Integer, value: str) -> None:
    """A number of the root."""
    if isinstance(node, LongInteger):
        distance = body.keep(_distance(node, value))
        count = body.keep(f"{distance}.bit_length() + 7 >> 3 or 1")
        body.put(f"{count} - 1", node.width_of_length)
        body.octets(f"{distance}.to_bytes({count}, 'big')")
    elif isinstance(node, BitFieldInteger):
        if type(node) is not BitFieldInteger:
            body.align()
        body.put(_distance(node, value), node.width)
    elif isinstance(node, SemiConstrainedInteger):
        distance = body.keep(_distance(node, value))
        count = body.keep(f"{distance}.bit_length() + 7 >> 3 or 1")
        _counted(body, count, f"{distance}.to_bytes({count}, 'big')")
    else:
        count = body.keep(f"(({value} if {value} >= 0 else ~{value}).bit_length() >> 3) + 1")
        _counted(body, count, f"{value}.to_bytes({count}, 'big', signed=True)")


def _distance(node: Integer, value: str) -> str:
    """How far a number is from the lower bound."""
    if not node.minimum:
        return value
    return f"{value} - {node.minimum}" if node.minimum > 0 else f"{value} + {-node.minimum}"


def _counted(body: Body, count: str, octets: str) -> None:
    body.off(f"{count} > 127")
    body.align()
    body.put(count, 8)
    body.octets(octets)


def write_extensible_integer(body: Body, node: ExtensibleInteger, value: str, closing: bool) -> None:
    """An INTEGER whose constraint is extensible."""
    body.off(f"type({value}) is not int")
    body.extensible(
        allowed(node.bounds, value),
        lambda: write_number(body, node.root, value),
        lambda: write_number(body, node.unbounded, value),
        closing,
    )


def write_enumerated(body: Body, node: Enumerated, value: str, closing: bool) -> None:
    """ENUMERATED; what the table does not hold raises ``KeyError``."""
    index = node.index
    indices = {name: place for name, place in node.indices.items() if place >= -MOST}
    number = body.keep(f"{body.unit.constant(indices)}[{value}]")
    if index.aligned is not None:
        body.off(f"{number} < 0")
        body.put("0", int(index.extensible))
        body.align()
        body.put(number, index.aligned.width)
    elif not node.additions:
        body.put(number, index.width)
    else:
        branches: list[Branch] = []
        with body.branch(f"if {number} >= 0:", branches):
            body.put(number, index.width)
            if closing:
                body.align()
        with body.branch("else:", branches):
            body.put("1", 1)
            body.put(f"~{number}", 7)
            if closing:
                body.align()
        body.join(branches)

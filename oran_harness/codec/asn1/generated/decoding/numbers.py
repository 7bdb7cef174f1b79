"""Decoders of numbers, names and what has no bits."""

from oran_harness.codec.asn1.generated.conditions import allowed, refused
from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.integer import (
    BitFieldInteger,
    ExtensibleInteger,
    Integer,
    LongInteger,
    SemiConstrainedInteger,
)
from oran_harness.codec.asn1.nodes.null import Null

MOST = 64
"""Indices of extension additions below this one are seven bits (X.691 11.6)."""


def read_boolean(body: Body) -> str:
    """BOOLEAN."""
    return f"({body.bits(1)}) == 1"


def read_null(node: Null) -> str:
    """NULL."""
    return str(node.present)


def read_bit_field(body: Body, node: BitFieldInteger, aligned: bool) -> str:
    """An INTEGER of so many bits."""
    if aligned:
        body.align()
    value = body.bits(node.width)
    if node.minimum:
        value = f"({value}) + {node.minimum}"
    bounds = node.bounds
    if len(bounds.parts) > 1:
        value = body.keep(value)
        body.off(refused(bounds, value))
    elif node.minimum + (1 << node.width) - 1 > node.maximum:
        value = body.keep(value)
        body.off(f"{value} > {node.maximum}")
    return value


def read_long(body: Body, node: LongInteger) -> str:
    """An INTEGER in octets behind their number, of which one or two bits tell (X.691 11.5.7.4)."""
    count = body.keep(body.bits(node.width_of_length))
    if node.most < 1 << node.width_of_length:
        body.off(f"{count} >= {node.most}")
    body.align()
    value = body.fresh()
    here = body.place()
    with body.block(f"if {count}:"):
        body.line(f"{value} = from_bytes(d[{here}:{here} + {count} + 1])")
        body.off(f"not {value} >> 8 * {count}")
    with body.block("else:"):
        body.line(f"{value} = d[{here}]")
    body.jump(f"{here} + {count} + 1")
    bounds = node.bounds
    if node.minimum:
        body.line(f"{value} += {node.minimum}")
    if len(bounds.parts) > 1:
        body.off(refused(bounds, value))
    elif node.minimum + (1 << 8 * node.most) - 1 > node.maximum:
        body.off(f"{value} > {node.maximum}")
    return value


def read_unbounded(body: Body, node: Integer) -> str:
    """An INTEGER without an upper bound, in the fewest octets behind their number (X.691 11.7, 11.8)."""
    body.align()
    count = body.keep(body.bits(8))
    body.rare(f"not 1 <= {count} <= 127")
    here = body.place()
    if isinstance(node, SemiConstrainedInteger):
        body.off(f"{count} > 1 and not d[{here}]")
        value = body.keep(f"from_bytes({body.octets(count)})")
        if node.minimum:
            body.line(f"{value} += {node.minimum}")
    else:
        value = body.keep(f"from_bytes({body.octets(count)}, 'big', signed=True)")
        body.off(f"{count} > 1 and -1 << 8 * {count} - 9 <= {value} < 1 << 8 * {count} - 9")
    if isinstance(node, SemiConstrainedInteger) and len(node.bounds.parts) < 2:
        return value
    if refusal := refused(node.bounds, value):
        body.off(refusal)
    return value


def read_extensible_integer(body: Body, node: ExtensibleInteger, closing: bool) -> str:
    """An INTEGER whose constraint is extensible."""

    def outside() -> str:
        value = body.keep(read_unbounded(body, node.unbounded))
        body.off(allowed(node.bounds, value) or "True")
        return value

    return body.either(body.keep(body.bits(1)), outside, lambda: read_integer(body, node.root), closing)


def read_integer(body: Body, node: Integer) -> str:
    """An INTEGER whose constraint is not extensible."""
    if isinstance(node, LongInteger):
        return read_long(body, node)
    if isinstance(node, BitFieldInteger):
        return read_bit_field(body, node, type(node) is not BitFieldInteger)
    return read_unbounded(body, node)


def read_enumerated(body: Body, node: Enumerated, closing: bool) -> str:
    """ENUMERATED; what the tables do not hold raises ``IndexError``."""
    index = node.index
    names = body.unit.constant(node.root)
    if index.aligned is not None:
        if index.extensible:
            body.rare(body.bits(1))
        body.align()
        return f"{names}[{body.bits(index.aligned.width)}]"
    additions = node.additions
    if not additions:
        return f"{names}[{body.bits(index.width)}]"
    start = body.cursor.at
    number = body.keep(body.bits(index.width))

    def added() -> str:
        body.cursor.at = start + 1
        later = body.keep(body.bits(7))
        if len(additions) > MOST:
            body.rare(f"{later} >= {MOST}")
        return f"{body.unit.constant(additions[:MOST])}[{later}]"

    return body.either(f"{number} < {1 << index.width - 1}", lambda: f"{names}[{number}]", added, closing)

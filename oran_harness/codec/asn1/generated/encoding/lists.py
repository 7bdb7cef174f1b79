"""Encoders of SEQUENCE OF and SET OF."""

from typing import Protocol

from oran_harness.codec.asn1.generated.conditions import allowed, refused
from oran_harness.codec.asn1.generated.encoding.body import Body
from oran_harness.codec.asn1.generated.encoding.pending import combined
from oran_harness.codec.asn1.generated.encoding.strings import write_length, write_size
from oran_harness.codec.asn1.generated.extent import begins_aligned
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf


class Writing(Protocol):
    """What writes the types inside a type."""

    def write(self, body: Body, node: Node, value: str, closing: bool = False) -> None:
        """Append what writes a value."""


def write_list(encoders: Writing, body: Body, node: SequenceOf, value: str, closing: bool) -> None:
    """SEQUENCE OF, SET OF; one in fragments is left to the nodes."""
    size = node.size
    body.off(f"type({value}) is not tuple and type({value}) is not list")
    length = body.keep(f"len({value})")
    if not size.extensible:
        if refusal := refused(size.bounds, length):
            body.off(refusal)
        _count(body, node, length)
        _elements(encoders, body, node, value, closing)
        return

    def root() -> None:
        _count(body, node, length)
        _elements(encoders, body, node, value, closing)

    def extension() -> None:
        write_length(body, length)
        _elements(encoders, body, node, value, closing)

    body.extensible(allowed(size.bounds, length), root, extension, closing)


def _count(body: Body, node: SequenceOf, length: str) -> None:
    """The number of elements, behind the extension bit."""
    size = node.size
    if not size.constrained:
        write_length(body, length)
    elif size.fixed is None:
        write_size(body, size, length)


def _elements(encoders: Writing, body: Body, node: SequenceOf, value: str, closing: bool) -> None:
    """All elements."""
    entry = body.settle()
    mark = (len(body.lines), body.names, body.depth)
    if not _loop(encoders, body, node, value, closing):
        # An element ends elsewhere in an octet than it began: where the next one begins only a run tells.
        del body.lines[mark[0] :]
        body.names, body.depth = mark[1:]
        body.pending.counted = False
        body.pending.terms = [("a", entry)] if entry else []
        body.hold()
        _loop(encoders, body, node, value, closing)


def _loop(encoders: Writing, body: Body, node: SequenceOf, value: str, closing: bool) -> bool:
    """Append the loop; returns whether its end is a place to begin again."""
    start = body.pending.copy()
    following = closing and begins_aligned(node.element)
    element = body.fresh()
    with body.block(f"for {element} in {value}:"):
        encoders.write(body, node.element, element, following)
        if following and start.entry == 0:
            body.align()
        body.shorten()
        if start.entry is not None:
            if body.pending.entry != start.entry:
                return False
            if start.terms and body.pending != start:
                body.line(f"a = {combined(body.pending.terms)}")
        else:
            body.hold()
            body.line("if c > 63: o += (a >> (c & 7)).to_bytes(c >> 3, 'big'); a &= (1 << (c & 7)) - 1; c &= 7")
    body.pending = start
    return True

"""Decoders of SEQUENCE OF and SET OF."""

from oran_harness.codec.asn1.generated.conditions import allowed, refused
from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.generated.decoding.cursor import Cursor
from oran_harness.codec.asn1.generated.decoding.reading import Reading
from oran_harness.codec.asn1.generated.decoding.strings import read_length, read_size
from oran_harness.codec.asn1.generated.extent import begins_aligned
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf

FEW = 16
"""Lists that hold no more elements than this can be read without a look at what octets are left."""


def read_list(decoders: Reading, body: Body, node: SequenceOf, closing: bool) -> str:
    """SEQUENCE OF, SET OF."""
    size = node.size
    if not size.extensible:
        return _elements(decoders, body, node, _count(body, node), closing)

    def outside() -> str:
        count = read_length(body)
        body.off(allowed(size.bounds, count) or "True")
        return _elements(decoders, body, node, count, closing)

    def inside() -> str:
        return _elements(decoders, body, node, _count(body, node), closing)

    return body.either(body.keep(body.bits(1)), outside, inside, closing=False)


def _count(body: Body, node: SequenceOf) -> str:
    """The number of elements, behind the extension bit."""
    size = node.size
    if size.fixed is not None:
        return str(size.fixed)
    if size.constrained:
        return read_size(body, size)
    count = read_length(body)
    if refusal := refused(size.bounds, count):
        body.off(refusal)
    return count


def _elements(decoders: Reading, body: Body, node: SequenceOf, count: str, closing: bool) -> str:
    """So many elements, as a tuple."""
    element = node.element
    minimum = element.inner.minimum_bits if isinstance(element, Recursive) else element.minimum_bits
    if not minimum:
        # The nodes hold such elements against those of the whole message.
        body.rare(count)
    elif node.size.maximum is None or node.size.maximum > FEW or node.size.extensible:
        left = f"len(d) * 8 - {body.cursor.bit()}" if body.cursor.base == "p" else f"(len(d) - ({body.place()})) * 8"
        body.off(f"{count} * {minimum} > {left}")
    value = body.keep("[]")
    body.settle()
    start = body.cursor.copy()
    mark = (len(body.lines), body.names, body.depth)
    if not _loop(decoders, body, node, count, value, closing):
        # An element ends elsewhere in an octet than it began: where the next one begins only a run tells.
        del body.lines[mark[0] :]
        body.names, body.depth = mark[1:]
        body.cursor = start
        body.go(Cursor("p"))
        _loop(decoders, body, node, count, value, closing)
    return f"tuple({value})"


def _loop(decoders: Reading, body: Body, node: SequenceOf, count: str, value: str, closing: bool) -> bool:
    """Append the loop; returns whether its end is a place to begin again."""
    start = Cursor(body.cursor.base, body.cursor.at)
    following = closing and begins_aligned(node.element)
    with body.block(f"for _ in range({count}):"):
        element = decoders.read_part(body, node.element, f"f'[{{len({value})}}]'", following)
        body.line(f"{value}.append({element})")
        if following and start.entry == 0:
            body.align()
        if start.entry is not None and body.cursor.entry != start.entry:
            return False
        for line in body.cursor.moved(start):
            body.line(line)
    body.cursor = start
    return True

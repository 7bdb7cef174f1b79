"""Decoders of what lies in open types."""

from collections.abc import Callable

from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.generated.decoding.reading import Reading
from oran_harness.codec.asn1.generated.decoding.strings import read_length
from oran_harness.codec.asn1.generated.extent import fixed_end
from oran_harness.codec.asn1.generated.field_head import FieldHead, field_head
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node


def read_open_type(decoders: Reading, body: Body, node: Node) -> str:
    """A value in an open type that it fills; ends at an octet boundary."""
    return _read_behind(body, None, node, lambda: decoders.read(body, node, True))


def read_field(decoders: Reading, body: Body, head: FieldHead, node: Node, *, whole: bool = True) -> str:
    """The content of a field behind its key and criticality, or behind nothing if not ``whole``."""
    name = repr(head.row.name)
    return _read_behind(body, head if whole else None, node, lambda: decoders.read_part(body, node, name, True))


def _read_behind(body: Body, head: FieldHead | None, node: Node, read: Callable[[], str]) -> str:
    body.align()
    end = fixed_end(node, 0)
    if end is None or end >= 8 * 128:
        if head is not None:
            pass_head(body, head, b"")
        return in_open_type(body, node.minimum_bits, read)
    length = max((end + 7) >> 3, 1)
    if head is not None:
        pass_head(body, head, bytes([length]))
    else:
        body.rare(f"{body.bits(8)} != {length}")
    value = body.keep(read())
    body.align()
    if not end:  # one octet, all of it padding (X.691 11.1.4)
        body.padding(body.bits(8))
    return value


def pass_head(body: Body, head: FieldHead, tail: bytes) -> None:
    """Go behind a field's head and the octets that must follow it; another criticality is noted."""
    here = body.place()
    expected = head.octets + tail
    with body.block(f"if {body.octets(len(expected))} != {expected!r}:"):
        body.line(f"other_criticality(c, d, {here}, {body.unit.constant(head)}, {tail!r})")


def in_open_type(body: Body, minimum_bits: int, read: Callable[[], str]) -> str:
    """What ``read`` reads, in an open type that it fills; one in fragments is left to the nodes."""
    stop = body.keep(f"i + {read_length(body)}")
    start = "" if minimum_bits else body.keep("i + 0")
    value = body.keep(read())
    body.align()
    if start:
        body.jump(body.place())
        with body.block(f"if i == {start}:"):
            body.padding("d[i]")
            body.line("i += 1")
    body.off(f"{body.place()} != {stop}")
    return value


def read_item(decoders: Reading, body: Body, node: FieldNode) -> str:
    """The content of a field that can only be one: the octets before its length are always the same."""
    ((key, content),) = node.contents.items()
    return read_field(decoders, body, field_head(node, key), content.inner)

"""Decoders of what lies in open types."""

from collections.abc import Callable
from typing import Protocol

from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.generated.decoding.strings import read_length
from oran_harness.codec.asn1.generated.extent import fixed_end
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.writer import Writer


class Reading(Protocol):
    """What reads the types inside a type."""

    def read(self, body: Body, node: Node, closing: bool = False) -> str:
        """An expression for a value."""


def read_open_type(decoders: Reading, body: Body, node: Node) -> str:
    """A value in an open type that it fills; ends at an octet boundary."""
    return read_behind(decoders, body, b"", node)


def read_behind(decoders: Reading, body: Body, head: bytes, node: Node) -> str:
    """The same behind octets that must stand before the length."""
    body.align()
    end = fixed_end(node, 0)
    if end is None or end >= 8 * 128:
        if head:
            body.rare(f"{body.octets(len(head))} != {head!r}")
        return in_open_type(body, node.minimum_bits, lambda: decoders.read(body, node, True))
    head += bytes([max((end + 7) >> 3, 1)])
    if len(head) == 1:
        body.rare(f"{body.bits(8)} != {head[0]}")
    else:
        body.rare(f"{body.octets(len(head))} != {head!r}")
    value = body.keep(decoders.read(body, node, True))
    body.align()
    if not end:  # one octet, all of it padding (X.691 11.1.4)
        body.padding(body.bits(8))
    return value


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
    writer = Writer()
    node.key.encode(writer, key)
    node.criticality.encode(writer, node.table.rows[key].criticality)
    return read_behind(decoders, body, writer.finish(), content.inner)

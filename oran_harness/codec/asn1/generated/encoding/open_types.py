"""Encoders of what lies in open types."""

from collections.abc import Callable
from typing import Protocol

from oran_harness.codec.asn1.generated.encoding.body import Body
from oran_harness.codec.asn1.generated.extent import fixed_end
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.writer import Writer


class Writing(Protocol):
    """What writes the types inside a type."""

    def write(self, body: Body, node: Node, value: str, closing: bool = False) -> None:
        """Append what writes a value."""


def write_open_type(encoders: Writing, body: Body, node: Node, value: str) -> None:
    """A value in an open type; ends at an octet boundary."""
    end = fixed_end(node, 0)
    if end is None or end >= 8 * 128:
        in_open_type(body, lambda: encoders.write(body, node, value, True))
        return
    body.align()
    body.put(str(max((end + 7) >> 3, 1)), 8)
    encoders.write(body, node, value, True)
    if not end:
        body.put("0", 8)
    body.align()


def in_open_type(body: Body, write: Callable[[], None]) -> None:
    """What ``write`` writes, in an open type."""
    body.align()
    start = body.keep("len(o)")
    body.line("o.append(0)")
    write()
    body.align()
    length = body.keep(f"len(o) - {start} - 1")
    with body.block(f"if 0 < {length} < 128:"):
        body.line(f"o[{start}] = {length}")
    with body.block("else:"):
        body.line(f"closed(o, {start})")


def write_item(encoders: Writing, body: Body, node: FieldNode, value: str) -> None:
    """The content of a field that can only be one."""
    ((key, content),) = node.contents.items()
    writer = Writer()
    node.key.encode(writer, key)
    node.criticality.encode(writer, node.table.rows[key].criticality)
    head = writer.finish()
    body.align()
    body.put(str(int.from_bytes(head)), 8 * len(head))
    write_open_type(encoders, body, content.inner, value)

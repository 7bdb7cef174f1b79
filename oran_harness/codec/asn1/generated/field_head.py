"""What stands before the content of a field, up to the length of that content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from oran_harness.codec.asn1.field import FieldRow
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.writer import Writer


@dataclass(frozen=True, slots=True)
class FieldHead:
    """The octets before a field's length as they should be; ``others`` are the same with other criticalities.

    ``bit`` is where the criticality begins in them.
    """

    row: FieldRow
    octets: bytes
    others: Mapping[bytes, str]
    bit: int


def field_head(node: FieldNode, key: int, before: Callable[[Writer], None] | None = None) -> FieldHead:
    """Key and criticality of a field, up to the length of its content; ``before`` writes what stands in front."""
    row = node.table.rows[key]
    written: dict[str, bytes] = {}
    names = node.criticality.root if isinstance(node.criticality, Enumerated) else (row.criticality,)
    for name in names:
        writer = Writer()
        if before is not None:
            before(writer)
        node.key.encode(writer, key)
        bit = 8 * len(writer.finished) + writer.width
        node.criticality.encode(writer, name)
        written[name] = writer.finish()
    own = written.pop(row.criticality)
    return FieldHead(row, own, {octets: name for name, octets in written.items()}, bit)

"""What the generators of decoders and encoders both need to know of a message that is a list of fields."""

from dataclasses import dataclass

from oran_harness.codec.asn1.container import Container
from oran_harness.codec.asn1.generated.field_head import FieldHead, field_head
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class MessageField:
    """What stands before a field's length, and the type of its content."""

    head: FieldHead
    content: Node


@dataclass(frozen=True, slots=True)
class Message:
    """A message: what stands before its own length, its type, the list in it and that list's fields."""

    head: FieldHead
    node: Sequence
    list: SequenceOf
    fields: tuple[MessageField, ...]


def message(outermost: Node, container: Container) -> Message:
    """What lies under the container's alternative and key; raises ``UsageError`` if that is no list of fields."""
    if isinstance(outermost, Choice):
        later, index, envelope = outermost.indices[container.alternative]
        if isinstance(envelope, FieldNode) and not later:
            head = field_head(envelope, container.key, lambda writer: outermost.index.write(writer, index))
            node = envelope.contents[container.key].inner
            if isinstance(node, Sequence) and len(node.members.entries) == 1 and not node.members.optionals:
                inner = node.members.entries[0][1]
                if isinstance(inner, SequenceOf) and isinstance(inner.element, FieldNode):
                    return Message(head, node, inner, _fields(inner.element, container))
    raise UsageError(f"{container.alternative} {container.key} of {outermost.type_name} is no list of fields")


def _fields(node: FieldNode, container: Container) -> tuple[MessageField, ...]:
    return tuple(MessageField(field_head(node, row.key), node.contents[row.key].inner) for row in container.rows)

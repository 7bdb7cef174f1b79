"""What the nodes of a schema hold: the walk that writing and reading JSON share."""

from collections.abc import Iterator

from oran_harness.codec.asn1.nodes.additions import Group
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.sequence import Sequence


def members(node: Sequence) -> Iterator[tuple[str, str, Node]]:
    """The ASN.1 name, the key in Python, and the type of each component, those of addition groups included."""
    for key, inner, _, name in node.members.entries:
        yield name, key, inner
    for name, key, addition, _ in node.additions.entries:
        inner = addition.inner
        if isinstance(inner, Group):
            for group_key, group_inner, _, group_name in inner.members.entries:
                yield group_name, group_key, group_inner
        else:
            yield name, key, inner


def alternative(node: Choice, name: str) -> Node:
    """The type of an alternative, an open type for an unknown one; raises ``Misfit`` if there can be none so called."""
    return (node.indices.get(name) or node.unknown(name))[2]


def content(node: FieldNode) -> Node:
    """The type of the one IE that wraps the elements of a list."""
    (inside,) = node.contents.values()
    return inside

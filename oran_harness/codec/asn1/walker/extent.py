"""How few leaves a value of a type can have: where a walk has to end, it goes the shortest way."""

import math

from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf


class Extent:
    """The least leaves of types, remembered."""

    def __init__(self) -> None:
        self._known: dict[int, float] = {}
        self._under: set[int] = set()

    def least(self, node: Node) -> float:
        """Leaves of the smallest value; infinite for a type around the one that is being looked at."""
        if id(node) in self._known:
            return self._known[id(node)]
        if id(node) in self._under:
            return math.inf
        self._under.add(id(node))
        found = self._least(node)
        self._under.discard(id(node))
        if found < math.inf:
            self._known[id(node)] = found
        return found

    def _least(self, node: Node) -> float:
        if isinstance(node, Recursive | OpenType):
            return self.least(node.inner)
        if isinstance(node, Choice):
            return min(self.least(inner) for _, inner in (*node.root, *(node.additions or ())))
        if isinstance(node, SequenceOf):
            if isinstance(node.element, FieldNode) and not node.element.table.items:
                element = node.element
                return 1 + sum(
                    self.least(element.contents[key]) for key, row in element.table.rows.items() if not row.optional
                )
            return 1 + (node.size.minimum * self.least(node.element) if node.size.minimum else 0)
        if isinstance(node, FieldNode):
            return min(self.least(content) for content in node.contents.values())
        if isinstance(node, Sequence):
            return 1 + sum(self.least(inner) for _, inner, mask, _ in node.members.entries if not mask)
        return 1

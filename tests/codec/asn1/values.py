"""Hypothesis strategies for the values of a type, drawn by the walker."""

from typing import Any

from hypothesis import strategies as st

from oran_harness.codec.asn1 import Asn1Codec
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.walker import Plan, Walker
from oran_harness.codec.asn1.walker.drawn_chooser import values as drawn

DEEPEST = 3
WALKERS = [Walker(Plan(depth=DEEPEST + 1 - depth, units=12, longest=20)) for depth in range(2)]


def node_of(schema: Asn1Codec, type_name: str) -> Node:
    """The node of a type."""
    return schema.node(type_name)


def values(node: Node, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of a type that fit it, lists short, nesting shallow."""
    return drawn(WALKERS[depth].maker(node))

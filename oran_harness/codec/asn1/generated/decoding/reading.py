"""What readers of types that hold others ask for."""

from typing import Protocol

from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.nodes.node import Node


class Reading(Protocol):
    """Appends what reads the types inside a type."""

    def read(self, body: Body, node: Node, closing: bool = False) -> str:
        """An expression for a value."""

    def read_part(self, body: Body, node: Node, name: str, closing: bool = False) -> str:
        """The same, for a part whose name, an expression too, is in the paths of what is noted in it."""

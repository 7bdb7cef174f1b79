"""The generated functions of a schema, made when they are first needed."""

from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.codec.asn1.container import Container, Regular
from oran_harness.codec.asn1.generated.code_cache import compiled, kept_or_compiled
from oran_harness.codec.asn1.generated.decoding import rare as rare_decoding
from oran_harness.codec.asn1.generated.decoding.container import write_decoder
from oran_harness.codec.asn1.generated.decoding.cursor import Entry
from oran_harness.codec.asn1.generated.decoding.decoders import Decoders
from oran_harness.codec.asn1.generated.encoding import rare as rare_encoding
from oran_harness.codec.asn1.generated.encoding.container import write_encoder
from oran_harness.codec.asn1.generated.encoding.encoders import Encoders
from oran_harness.codec.asn1.generated.extent import Traits
from oran_harness.codec.asn1.generated.later import Later
from oran_harness.codec.asn1.generated.message import message
from oran_harness.codec.asn1.generated.unit import Unit
from oran_harness.codec.asn1.nodes.node import Node

Decoder = Callable[[bytes], Any]
Encoder = Callable[[Any], bytes]


class Program:
    """Decoders and encoders by type name; they raise one of ``GIVEN_UP`` where the nodes must do the work.

    A function is made when it is first called, and large types inside of a type have functions of their own: no one
    waits for types that no message has. ``kept`` keeps their code between runs.
    """

    def __init__(self, nodes: Mapping[str, Node], kept: bool) -> None:
        self.nodes = nodes
        self.compiled = kept_or_compiled if kept else compiled
        self.traits = Traits()
        self.decoders: dict[str, Decoder] = {}
        self.encoders: dict[str, Encoder] = {}
        self._laters: dict[tuple[bool, int, Entry, bool], Later] = {}

    def decoder(self, type_name: str) -> Decoder:
        """The function from a complete encoding's octets to the value."""
        if type_name not in self.decoders:
            decoders = self._decoders()
            name = decoders.outermost(self.nodes[type_name])
            self.decoders[type_name] = decoders.unit.run(name, self.compiled)
        return self.decoders[type_name]

    def encoder(self, type_name: str) -> Encoder:
        """The function from a value to its complete encoding."""
        if type_name not in self.encoders:
            encoders = self._encoders()
            name = encoders.outermost(self.nodes[type_name])
            self.encoders[type_name] = encoders.unit.run(name, self.compiled)
        return self.encoders[type_name]

    def regular(self, outermost: Node, container: Container) -> Regular:
        """The functions of a message; raises ``UsageError`` if it is no list of fields."""
        whole = message(outermost, container)

        def make_decoder() -> Any:
            decoders = self._decoders()
            return decoders.unit.run(write_decoder(decoders, whole, container), self.compiled)

        def make_encoder() -> Any:
            encoders = self._encoders()
            return encoders.unit.run(write_encoder(encoders, whole, container), self.compiled)

        return Regular(whole.head, Later(make_decoder), Later(make_encoder))

    def _decoders(self) -> Decoders:
        return Decoders(Unit(rare_decoding.GLOBALS), self.traits, self._later_decoder)

    def _encoders(self) -> Encoders:
        return Encoders(Unit(rare_encoding.GLOBALS), self.traits, self._later_encoder)

    def _later_decoder(self, node: Node, entry: Entry, closing: bool) -> Later:
        """The decoder of a type, not yet made."""

        def make() -> Any:
            decoders = self._decoders()
            name = decoders.alone(node, entry, closing)
            return decoders.unit.run(name, self.compiled)

        return self._laters.setdefault((False, id(node), entry, closing), Later(make))

    def _later_encoder(self, node: Node, entry: Entry, closing: bool) -> Later:
        """The encoder of a type, not yet made."""

        def make() -> Any:
            encoders = self._encoders()
            name = encoders.alone(node, entry, closing)
            return encoders.unit.run(name, self.compiled)

        return self._laters.setdefault((True, id(node), entry, closing), Later(make))

"""The generated functions of a schema, made when they are first needed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

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
Writers = Callable[[], Any]
"""Makes what writes functions: ``Decoders`` or ``Encoders``."""
F = TypeVar("F")


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
        self.lax_decoders: dict[str, Decoder] = {}
        self.encoders: dict[str, Encoder] = {}
        self._laters: dict[tuple[Writers, int, Entry, bool], Later] = {}

    def decoder(self, type_name: str) -> Decoder:
        """The function from a complete encoding's octets to the value."""
        return self._outermost(self.decoders, self._decoders, type_name)

    def lax_decoder(self, type_name: str) -> Decoder:
        """The same, whatever the padding holds: it tells whether octets break the syntax apart from that."""
        return self._outermost(self.lax_decoders, self._lax_decoders, type_name)

    def encoder(self, type_name: str) -> Encoder:
        """The function from a value to its complete encoding."""
        return self._outermost(self.encoders, self._encoders, type_name)

    def regular(self, outermost: Node, container: Container) -> Regular:
        """The functions of a message; raises ``UsageError`` if it is no list of fields."""
        whole = message(outermost, container)

        def make_decoder() -> Any:
            decoders = self._decoders()
            return decoders.unit.run(write_decoder(decoders, whole, container), self.compiled)

        def make_encoder() -> Any:
            encoders = self._encoders()
            return encoders.unit.run(write_encoder(encoders, whole, container), self.compiled)

        return Regular(whole.head.octets, Later(make_decoder), Later(make_encoder))

    def _outermost(self, made: dict[str, F], writers: Writers, type_name: str) -> F:
        if type_name not in made:
            writer = writers()
            made[type_name] = writer.unit.run(writer.outermost(self.nodes[type_name]), self.compiled)
        return made[type_name]

    def _decoders(self) -> Decoders:
        return Decoders(Unit(rare_decoding.GLOBALS), self.traits, partial(self._later, self._decoders))

    def _lax_decoders(self) -> Decoders:
        unit = Unit(rare_decoding.GLOBALS, lax=True)
        return Decoders(unit, self.traits, partial(self._later, self._lax_decoders))

    def _encoders(self) -> Encoders:
        return Encoders(Unit(rare_encoding.GLOBALS), self.traits, partial(self._later, self._encoders))

    def _later(self, writers: Writers, node: Node, entry: Entry, closing: bool) -> Later:
        """The function of a type, not yet made."""

        def make() -> Any:
            writer = writers()
            return writer.unit.run(writer.alone(node, entry, closing), self.compiled)

        return self._laters.setdefault((writers, id(node), entry, closing), Later(make))

"""Functions that encode: one for each larger type and each number of bits that may be pending before it."""

from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.codec.asn1.generated.decoding.strings import is_plain_text
from oran_harness.codec.asn1.generated.encoding import numbers, strings
from oran_harness.codec.asn1.generated.encoding.body import Body
from oran_harness.codec.asn1.generated.encoding.lists import write_list
from oran_harness.codec.asn1.generated.encoding.open_types import write_item, write_open_type
from oran_harness.codec.asn1.generated.encoding.pending import Entry, Pending
from oran_harness.codec.asn1.generated.encoding.structures import write_choice, write_sequence
from oran_harness.codec.asn1.generated.extent import ALONE, Traits, sized, weight
from oran_harness.codec.asn1.generated.later import Later
from oran_harness.codec.asn1.generated.unit import Unit
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.integer import ExtensibleInteger, Integer
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import AnyOpenType, OpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.reader import MAXIMUM_NESTING


@dataclass(frozen=True, slots=True)
class Function:
    """A generated function: its name, and how many bits it leaves."""

    name: str
    end: Entry


MakeLater = Callable[[Node, Entry, bool], Later]
"""The function of a type, its entry and ``closing``, not yet made."""


class Encoders:
    """The encoders of one unit.

    ``write`` appends to a body what writes a value, given as the name of a variable; ``closing`` says that what
    follows begins at an octet boundary, or with padding up to one.
    """

    def __init__(self, unit: Unit, traits: Traits, later: MakeLater) -> None:
        self.unit = unit
        self.later = later
        self.functions: dict[tuple[int, Entry], Function] = {}
        self.nests = traits.nests
        self.large = traits.large

    def write(self, body: Body, node: Node, value: str, closing: bool = False) -> None:
        """Write a value in place, or call the function that does."""
        if isinstance(node, Recursive):
            self._again(body, node, value)
        elif self.large(node):
            self._call(body, node, value, closing)
        else:
            self.inline(body, node, value, closing)

    def inline(self, body: Body, node: Node, value: str, closing: bool) -> None:
        """Write a value in place."""
        if isinstance(node, Sequence):
            write_sequence(self, body, node, value, closing)
        elif isinstance(node, Choice):
            write_choice(self, body, node, value, closing)
        elif isinstance(node, SequenceOf) and sized(node):
            write_list(self, body, node, value, closing)
        elif isinstance(node, OpenType):
            write_open_type(self, body, node.inner, value)
        elif isinstance(node, FieldNode) and node.table.items and len(node.contents) == 1:
            write_item(self, body, node, value)
        else:
            self._leaf(body, node, value, closing)

    def _leaf(self, body: Body, node: Node, value: str, closing: bool) -> None:
        if isinstance(node, Integer):
            numbers.write_integer(body, node, value)
        elif isinstance(node, ExtensibleInteger):
            numbers.write_extensible_integer(body, node, value, closing)
        elif isinstance(node, Enumerated):
            numbers.write_enumerated(body, node, value, closing)
        elif isinstance(node, Boolean):
            numbers.write_boolean(body, value)
        elif isinstance(node, Null):
            numbers.write_null(body, value)
        elif isinstance(node, OctetString) and sized(node):
            strings.write_octet_string(body, node, value, closing)
        elif isinstance(node, CharacterString) and sized(node) and is_plain_text(node):
            strings.write_text(body, node, value, closing)
        elif isinstance(node, BitStringNode) and sized(node) and not node.named:
            strings.write_bit_string(body, node, value, closing)
        elif isinstance(node, AnyOpenType):
            body.off(f"type({value}) is not bytes")
            strings.write_counted(body, value)
        elif isinstance(node, CountedText):
            body.off(f"type({value}) is not str")
            strings.write_counted(body, body.keep(f"{value}.encode({node.encoding!r})"))
        elif isinstance(node, Real):
            body.off(f"type({value}) is not float and (type({value}) is not int or float({value}) != {value})")
            strings.write_counted(body, body.keep(f"encode_real(float({value}))"))
        else:
            self._by_node(body, node, value)

    def _by_node(self, body: Body, node: Node, value: str) -> None:
        """Let the node itself write what is too rare for more."""
        body.hold()
        nesting = "n" if self.nests(node) else "0"
        body.line(f"a, c = by_node({self.unit.constant(node)}, {value}, o, a, c, {nesting})")

    def _call(self, body: Body, node: Node, value: str, closing: bool) -> None:
        """Let a function write a value."""
        entry = body.settle()
        if weight(node, ALONE) > ALONE:
            function = Function(self.unit.constant(self.later(node, entry, closing)), 0 if closing else None)
        else:
            function = self.function(node, entry)
        self._calling(body, function, f"o, {value}{_given(entry)}{', n' if self.nests(node) else ''}")

    def _calling(self, body: Body, function: Function, given: str) -> None:
        call = f"{function.name}({given})"
        if function.end is None:
            body.line(f"a, c = {call}")
            body.pending = Pending(True)
        elif function.end:
            body.line(f"a = {call}")
            body.pending = Pending(False, [("a", function.end)])
        else:
            body.line(call)
            body.pending = Pending()

    def _again(self, body: Body, node: Recursive, value: str) -> None:
        """A value of a type inside itself."""
        body.off(f"n >= {MAXIMUM_NESTING}")
        body.hold()
        name = self.unit.constant(self.later(node.inner, None, False))
        self._calling(body, Function(name, None), f"o, {value}, a, c, n + 1")

    def function(self, node: Node, entry: Entry) -> Function:
        """The function of a type before which so many bits are pending; with None, any number before and behind."""
        key = (id(node), entry)
        if key not in self.functions:
            name = self.unit.function_name()
            self.functions[key] = Function(name, self._write(name, node, entry, False, entry is None))
        return self.functions[key]

    def alone(self, node: Node, entry: Entry, closing: bool) -> str:
        """The name of the function of a type that leaves no bits if ``closing``, else any number of them."""
        name = self.unit.function_name()
        self._write(name, node, entry, closing, not closing)
        return name

    def _write(self, name: str, node: Node, entry: Entry, closing: bool, any_number: bool) -> Entry:
        """Add a function; returns how many bits it leaves."""
        body = Body(self.unit, entry)
        self.inline(body, node, "v", closing)
        if any_number:
            body.hold()
        elif closing:
            body.align()
        end = body.settle()
        if end != 0:
            body.line("return a, c" if end is None else "return a")
        self.unit.function(
            f"def {name}(o, v{_given(entry)}{', n' if self.nests(node) else ''}):", body.lines or [" pass"]
        )
        return end

    def outermost(self, node: Node) -> str:
        """The name of the function from a value to its complete encoding (X.691 11.1)."""
        name = self.unit.function_name()
        body = Body(self.unit, 0)
        body.line("o = bytearray()")
        if self.nests(node):
            body.line("n = 0")
        self.write(body, node, "v", True)
        body.align()
        body.line("return bytes(o) or b'\\0'")
        self.unit.function(f"def {name}(v):", body.lines)
        return name


def _given(entry: Entry) -> str:
    """What a function is given of the pending bits."""
    return ", a, c" if entry is None else ", a" if entry else ""

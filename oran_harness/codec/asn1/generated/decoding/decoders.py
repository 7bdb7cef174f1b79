"""Functions that decode: one for each larger type and each bit of an octet at which it begins."""

from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.codec.asn1.generated.decoding import numbers, strings
from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.generated.decoding.cursor import Cursor, Entry
from oran_harness.codec.asn1.generated.decoding.lists import read_list
from oran_harness.codec.asn1.generated.decoding.open_types import read_item, read_open_type
from oran_harness.codec.asn1.generated.decoding.structures import read_choice, read_sequence
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
    """A generated function: its name, and where its values end."""

    name: str
    end: Entry


MakeLater = Callable[[Node, Entry, bool], Later]
"""The function of a type, its entry and ``closing``, not yet made."""


class Decoders:
    """The decoders of one unit.

    ``read`` appends what reads a value to a body and returns an expression for it, good until the next statement;
    ``closing`` says that what follows begins at an octet boundary, or with padding up to one.
    """

    def __init__(self, unit: Unit, traits: Traits, later: MakeLater) -> None:
        self.unit = unit
        self.later = later
        self.functions: dict[tuple[int, Entry], Function] = {}
        self.nests = traits.nests
        self.large = traits.large
        self.has_items = traits.has_items

    def read(self, body: Body, node: Node, closing: bool = False) -> str:
        """Read a value in place, or call the function that does."""
        if isinstance(node, Recursive):
            return self._again(body, node)
        if self.large(node):
            return self._call(body, node, closing)
        return self.inline(body, node, closing)

    def read_part(self, body: Body, node: Node, name: str, closing: bool = False) -> str:
        """Read a value that has a name in the one around it; what is noted in it lies under that name."""
        if not self.has_items(node):
            return self.read(body, node, closing)
        before = body.keep("len(c)")
        value = body.keep(self.read(body, node, closing))
        with body.block(f"if len(c) > {before}:"):
            body.line(f"under(c, {before}, {name})")
        return value

    def inline(self, body: Body, node: Node, closing: bool) -> str:
        """Read a value in place."""
        if isinstance(node, Sequence):
            return read_sequence(self, body, node, closing)
        if isinstance(node, Choice):
            return read_choice(self, body, node, closing)
        if isinstance(node, SequenceOf) and sized(node):
            return read_list(self, body, node, closing)
        if isinstance(node, OpenType):
            return read_open_type(self, body, node.inner)
        if isinstance(node, FieldNode) and node.table.items and len(node.contents) == 1:
            return read_item(self, body, node)
        return self._leaf(body, node, closing)

    def _leaf(self, body: Body, node: Node, closing: bool) -> str:
        if isinstance(node, Integer):
            return numbers.read_integer(body, node)
        if isinstance(node, ExtensibleInteger):
            return numbers.read_extensible_integer(body, node, closing)
        if isinstance(node, Enumerated):
            return numbers.read_enumerated(body, node, closing)
        if isinstance(node, Boolean):
            return numbers.read_boolean(body)
        if isinstance(node, Null):
            return numbers.read_null(node)
        if isinstance(node, OctetString) and sized(node):
            return strings.read_octet_string(body, node, closing)
        if isinstance(node, CharacterString) and sized(node) and strings.is_plain_text(node):
            return strings.read_text(body, node, closing)
        if isinstance(node, BitStringNode) and sized(node):
            return strings.read_bit_string(body, node, closing)
        if isinstance(node, AnyOpenType):
            return strings.read_counted(body)
        if isinstance(node, CountedText):
            return f"{strings.read_counted(body)}.decode({node.encoding!r})"
        if isinstance(node, Real):
            return f"real({strings.read_counted(body)})"
        return self._by_node(body, node)

    def _by_node(self, body: Body, node: Node) -> str:
        """Let the node itself read what is too rare for more."""
        value = body.fresh()
        nesting = "n" if self.nests(node) else "0"
        body.line(f"{value}, p = by_node({self.unit.constant(node)}, d, {body.cursor.bit()}, {nesting})")
        body.cursor = Cursor("p")
        return value

    def _call(self, body: Body, node: Node, closing: bool) -> str:
        """A value that a function reads."""
        body.settle()
        entry = body.cursor.entry
        if weight(node, ALONE) > ALONE:
            name = self.unit.constant(self.later(node, entry, closing))
            end = 0 if closing else None
        else:
            function = self.function(node, entry)
            name, end = function.name, function.end
        base = body.cursor.base
        value = body.fresh()
        body.cursor = Cursor("p") if end is None else Cursor("i", end)
        body.line(f"{value}, {body.cursor.base} = {name}(d, {base}{self._more(node)})")
        return value

    def _again(self, body: Body, node: Recursive) -> str:
        """A value of a type inside itself."""
        body.off(f"n >= {MAXIMUM_NESTING}")
        body.go(Cursor("p"))
        name = self.unit.constant(self.later(node.inner, None, False))
        value = body.fresh()
        body.line(f"{value}, p = {name}(d, p{self._more(node.inner, 'n + 1')})")
        return value

    def function(self, node: Node, entry: Entry) -> Function:
        """The function of a type that begins there; one that begins anywhere may end anywhere."""
        key = (id(node), entry)
        if key not in self.functions:
            name = self.unit.function_name()
            self.functions[key] = Function(name, self._write(name, node, entry, False, entry is None))
        return self.functions[key]

    def alone(self, node: Node, entry: Entry, closing: bool) -> str:
        """The name of the function of a type that ends at an octet boundary if ``closing``, else anywhere."""
        name = self.unit.function_name()
        self._write(name, node, entry, closing, not closing)
        return name

    def _write(self, name: str, node: Node, entry: Entry, closing: bool, anywhere: bool) -> Entry:
        """Add a function; returns where its values end."""
        body = Body(self.unit, entry)
        value = body.keep(self.inline(body, node, closing))
        if anywhere:
            body.go(Cursor("p"))
        elif closing:
            body.align()
        body.settle()
        body.line(f"return {value}, {body.cursor.base}")
        given = "p" if entry is None else "i"
        self.unit.function(f"def {name}(d, {given}{self._more(node)}):", body.lines)
        return body.cursor.entry

    def _more(self, node: Node, nesting: str = "n") -> str:
        """What functions of a type are given besides octets and place: the nesting, a list for deviations."""
        return f"{f', {nesting}' if self.nests(node) else ''}{', c' if self.has_items(node) else ''}"

    def outermost(self, node: Node) -> str:
        """The name of the function of a complete encoding (X.691 11.1): its octets, to its value."""
        name = self.unit.function_name()
        body = Body(self.unit, "start")
        body.line("d = o + BEHIND")
        if self.nests(node):
            body.line("n = 0")
        if self.has_items(node):
            body.line("c = STRICT")
        value = body.keep(self.read(body, node, True))
        body.align()
        end = body.keep(body.place())
        body.off(f"({end} or 1) != len(o)")
        if not node.minimum_bits:
            body.padding(f"not {end} and d[0]")
        body.line(f"return {value}")
        self.unit.function(f"def {name}(o):", body.lines)
        return name

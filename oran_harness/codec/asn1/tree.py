"""From asn1tools' compiled types to our nodes."""

from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.codec.asn1.bit_string import BitString
from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.field import FieldTable
from oran_harness.codec.asn1.nodes.alphabet import EveryCharacter, alphabet
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.borrowed import Borrowed
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.field import FieldNode
from oran_harness.codec.asn1.nodes.integer import integer
from oran_harness.codec.asn1.nodes.members import Member
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import AnyOpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.nodes.size import Bounds, Size
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.errors import InputError

ALPHABETS = {
    "NumericString": " 0123456789",
    "PrintableString": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?",
    "IA5String": "".join(map(chr, range(128))),
    "VisibleString": "".join(map(chr, range(32, 127))),
    "BMPString": "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000)))),
    "UniversalString": "",
}
"""The characters of the known-multiplier string types (X.680 clause 41); none are listed where all are allowed."""
ENCODINGS = {
    "UTF8String": "utf-8",
    "GeneralString": "latin-1",
    "GraphicString": "latin-1",
    "TeletexString": "latin-1",
    "ObjectDescriptor": "latin-1",
}

TAGS = {
    "Boolean": 1,
    "Integer": 2,
    "BitString": 3,
    "OctetString": 4,
    "Null": 5,
    "ObjectIdentifier": 6,
    "ObjectDescriptor": 7,
    "Real": 9,
    "Enumerated": 10,
    "UTF8String": 12,
    "Sequence": 16,
    "SequenceOf": 16,
    "Set": 17,
    "SetOf": 17,
    "NumericString": 18,
    "PrintableString": 19,
    "TeletexString": 20,
    "IA5String": 22,
    "UTCTime": 23,
    "GeneralizedTime": 24,
    "GraphicString": 25,
    "VisibleString": 26,
    "GeneralString": 27,
    "UniversalString": 28,
    "BMPString": 30,
}
"""The universal tags (X.680 table 1), for alternatives without a tag of their own."""


class Tree:
    """Builds the nodes of a schema; types that are the same object in asn1tools' tree become one node.

    ``records`` maps names of SEQUENCE types to record classes, ``fields`` those of SEQUENCEs whose open type a key
    decides to their tables.
    """

    def __init__(self, records: Mapping[str, type], fields: Mapping[str, FieldTable]) -> None:
        self.records = records
        self.fields = fields
        self.field_nodes: list[FieldNode] = []
        self.built: dict[tuple[int, tuple[str, ...]], tuple[Any, Node]] = {}
        self.recursive: list[tuple[Recursive, Any]] = []
        self.makers: dict[str, Callable[[Any], Node]] = {
            "Boolean": lambda _: Boolean(),
            "Integer": lambda compiled: integer(getattr(compiled, "harness_bounds", Bounds())),
            "Null": lambda _: Null(),
            "Real": lambda _: Real(),
            "Enumerated": self.enumerated,
            "OctetString": lambda compiled: OctetString(self.size(compiled)),
            "BitString": lambda compiled: BitStringNode(self.size(compiled), compiled.has_named_bits),
            "Sequence": self.sequence,
            "Set": self.sequence,
            "SequenceOf": self.sequence_of,
            "SetOf": self.sequence_of,
            "Choice": self.choice,
            "OpenType": lambda _: AnyOpenType(),
            "Recursive": self.reference,
        }

    def node(self, compiled: Any) -> Node:
        """The node of a compiled type."""
        # Copies that asn1tools makes for each member share what they hold.
        shared = getattr(compiled, "root_members", None) or getattr(compiled, "root_index_to_member", compiled)
        key = (id(shared), getattr(compiled, "harness_names", ()))
        if key in self.built:
            return self.built[key][1]
        kind = type(compiled).__name__
        maker = self.makers.get(kind) or (self.text if kind in ALPHABETS or kind in ENCODINGS else self.borrowed)
        node = maker(compiled)
        node.type_name = self.name(compiled)
        # The compiled type is kept: its id must not become another's.
        self.built[key] = (compiled, node)
        return node

    def resolve(self, nodes: Mapping[tuple[str, str], Node]) -> None:
        """Let references to types around themselves point at those; ``nodes`` by module and type name."""
        for reference, compiled in self.recursive:
            reference.inner = nodes[compiled.module_name, compiled.type_name]
        by_name = {name: node for (_, name), node in nodes.items()}
        for field in self.field_nodes:
            field.fill(by_name)

    def size(self, compiled: Any) -> Size:
        """The size constraint of a string or list."""
        return Size(getattr(compiled, "harness_size", None))

    def name(self, compiled: Any) -> str:
        """The name of a type as the schema has it, else its kind."""
        names: tuple[str, ...] = getattr(compiled, "harness_names", ())
        return names[0] if names else str(compiled.type_name)

    def enumerated(self, compiled: Any) -> Node:
        """ENUMERATED."""
        additions = compiled.additions_index_to_data
        return Enumerated(
            list(compiled.root_index_to_data.values()), None if additions is None else list(additions.values())
        )

    def text(self, compiled: Any) -> Node:
        """A character string."""
        kind = type(compiled).__name__
        if kind in ENCODINGS:
            return CountedText(kind, ENCODINGS[kind])
        characters = getattr(compiled, "harness_alphabet", ALPHABETS[kind])
        return CharacterString(kind, alphabet(characters) if characters else EveryCharacter(), self.size(compiled))

    def borrowed(self, compiled: Any) -> Node:
        """A type that stays with asn1tools."""
        return Borrowed(str(compiled.type_name), compiled)

    def reference(self, compiled: Any) -> Node:
        """A reference to a type that is being defined."""
        node = Recursive(compiled.type_name)
        self.recursive.append((node, compiled))
        return node

    def sequence_of(self, compiled: Any) -> Node:
        """SEQUENCE OF, SET OF."""
        return SequenceOf(self.name(compiled), self.node(compiled.element_type), self.size(compiled))

    def choice(self, compiled: Any) -> Node:
        """CHOICE; alternatives in the order of their tags (X.691 23.2)."""
        root = sorted(compiled.root_index_to_member.values(), key=_tag)
        additions = compiled.additions_index_to_member
        return Choice(
            self.name(compiled),
            [(member.name, self.node(member)) for member in root],
            None if additions is None else [(member.name, self.node(member)) for member in additions.values()],
        )

    def sequence(self, compiled: Any) -> Node:
        """SEQUENCE, SET."""
        names: tuple[str, ...] = getattr(compiled, "harness_names", ())
        table = next((self.fields[name] for name in names if name in self.fields), None)
        if table is not None:
            return self.field(compiled, table)
        record = next((self.records[name] for name in names if name in self.records), None)
        additions = compiled.additions
        if additions is not None:
            additions = [
                [self.member(one) for one in part.root_members]
                if type(part).__name__ == "AdditionGroup"
                else self.member(part)
                for part in additions
            ]
        return Sequence(self.name(compiled), [self.member(one) for one in compiled.root_members], additions, record)

    def field(self, compiled: Any, table: FieldTable) -> Node:
        """A SEQUENCE of key, criticality and an open type that the key decides."""
        key, criticality, _ = (self.node(member) for member in compiled.root_members)
        node = FieldNode(self.name(compiled), key, criticality, table)
        self.field_nodes.append(node)
        return node

    def member(self, compiled: Any) -> Member:
        """A component of a SEQUENCE."""
        node = self.node(compiled)
        if isinstance(node, Null):
            node = Null(present=True)
        return Member(compiled.name, node, compiled.optional, self.default(compiled, node))

    def default(self, compiled: Any, node: Node) -> Any:
        """The value that a component's absence stands for; raises ``InputError`` if the parser has not kept it."""
        default = compiled.default
        if default is None:
            return None
        try:
            if isinstance(node, BitStringNode):
                default = BitString(bytes(default[0]), default[1])
            elif isinstance(node, Real):
                default = float(default)
            elif isinstance(node, SequenceOf):
                default = tuple(default)
            if not isinstance(node, Recursive):
                node.encode(Writer(), default)
        except (Misfit, TypeError, ValueError) as error:
            raise InputError(
                f"the default of {shown(compiled.name)} is not understood; write it as a plain value, or OPTIONAL"
            ) from error
        return default


def _tag(compiled: Any) -> tuple[int, int]:
    """Class and number of a type's outermost tag; of an untagged CHOICE the least in its root (X.680 8.6)."""
    if compiled.tag is not None:
        tag: tuple[int, int] = compiled.tag
        return tag
    kind = type(compiled).__name__
    if kind == "Choice":
        return min(_tag(member) for member in compiled.root_index_to_member.values())
    if kind not in TAGS:
        raise InputError(f"the order of alternatives is not known; give {shown(compiled.name)} a tag")
    return (0, TAGS[kind])

"""One walk through the types of a schema that makes values."""

from collections.abc import Callable
from typing import Any

from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.borrowed import Borrowed
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
from oran_harness.codec.asn1.walker import numbers, strings, structures
from oran_harness.codec.asn1.walker.borrowed import borrowed
from oran_harness.codec.asn1.walker.chooser import Chooser, Make
from oran_harness.codec.asn1.walker.extent import Extent
from oran_harness.codec.asn1.walker.plan import ORDINARY, Plan
from oran_harness.codec.asn1.walker.structures import Place


class Walker:
    """Functions that make values of types by the decisions of a chooser; each is built once, when it is first needed.

    The values are legal, as the codec encodes and decodes them, and equal themselves. ``marked`` functions take the
    same decisions; they tell a ``Recorder``, and can tell nobody else, where each part of the value begins and ends.
    """

    def __init__(self, plan: Plan = ORDINARY, marked: bool = False) -> None:
        self.plan = plan
        self._marked = marked
        self._extent = Extent()
        # The node is kept: its id must not become another's.
        self._made: dict[tuple[int, int], tuple[Node, Make]] = {}

    def maker(self, node: Node) -> Make:
        """The function that makes values of a type; raises ``UsageError`` for a type of which nothing is known."""
        return self._make(node, 0)

    def _make(self, node: Node, depth: int) -> Make:
        # All depths behind the last are alike.
        key = id(node), min(depth, self.plan.depth)
        known = self._made.get(key)
        if known is None:
            later = _Later()
            # Stands for the function in types inside of it.
            self._made[key] = node, later
            made = self._build(node, key[1])
            later.made = _with_marks(made) if self._marked else made
            self._made[key] = known = node, later.made
        return known[1]

    def _build(self, node: Node, depth: int) -> Make:
        for kind, leaf in _LEAVES.items():
            if isinstance(node, kind):
                return leaf(node, self.plan)
        if isinstance(node, OpenType | Recursive):
            return self._make(node.inner, depth)
        for kind, structure in _STRUCTURES.items():
            if isinstance(node, kind):
                return structure(node, Place(self.plan, self._extent, self._make, depth))
        raise TypeError(f"no values of {type(node).__name__} are made")


class _Later:
    """A function that is being built."""

    __slots__ = ("made",)

    made: Make

    def __call__(self, chooser: Chooser) -> Any:
        return self.made(chooser)


def _with_marks(make: Make) -> Make:
    def marked(recorder: Any) -> Any:
        recorder.begin()
        value = make(recorder)
        recorder.end()
        return value

    return marked


def _null(node: Any, plan: Plan) -> Make:
    present = node.present
    return lambda chooser: present


_LEAVES: dict[type[Node], Callable[[Any, Plan], Make]] = {
    Boolean: lambda node, plan: numbers.boolean,
    Null: _null,
    ExtensibleInteger: lambda node, plan: numbers.extensible_integer(node.bounds),
    Integer: lambda node, plan: numbers.integer(node.bounds),
    Real: lambda node, plan: numbers.real,
    Enumerated: numbers.enumerated,
    OctetString: strings.octet_string,
    BitStringNode: strings.bit_string,
    CharacterString: strings.character_string,
    CountedText: strings.counted_text,
    AnyOpenType: lambda node, plan: strings.any_open_type(plan),
    Borrowed: lambda node, plan: borrowed(node),
}
_STRUCTURES: dict[type[Node], Callable[[Any, Place], Make]] = {
    Choice: structures.choice,
    SequenceOf: structures.sequence_of,
    Sequence: structures.sequence,
    FieldNode: structures.field,
}

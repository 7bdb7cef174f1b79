"""A traced message as rows of a tree."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from oran_harness.cli.shown.tree_row import TreeRow
from oran_harness.cli.shown.value_text import value_text
from oran_harness.codec.asn1 import TraceNode
from oran_harness.model.complaint import Complaint

FIELD_SUFFIX = "-Field"
"""Types of this name are a Protocol IE: id, criticality and an open type."""
ENVELOPES = ("InitiatingMessage", "SuccessfulOutcome", "UnsuccessfulOutcome")
_CRITICALITIES = ("reject", "ignore", "notify", "no criticality")


@dataclass(frozen=True, slots=True)
class Expansion:
    """What an octet string holds: a payload of its own, traced; ``title`` says by which definition."""

    title: str
    trace: TraceNode


@dataclass(frozen=True, slots=True)
class MessageTree:
    """Makes rows of the trace of some octets.

    ``base`` is their place in the whole message; ``expansions`` says of octet strings, by the bit they end
    at, what they hold; ``fields`` tells that types named ``...-Field`` are Protocol IEs.
    """

    octets: bytes
    base: int = 0
    expansions: Mapping[int, Expansion] = field(default_factory=dict)
    fields: bool = True

    def rows(self, root: TraceNode, depth: int = 0) -> Iterator[TreeRow]:
        """The rows, in the order of the octets."""
        if root.children and root.children[0].type_name in ENVELOPES:
            yield from self._message(root, root.children[0], depth)
        else:
            yield from self._value(root, depth)

    def behind(self, rows: Sequence[TreeRow]) -> TreeRow | None:
        """A row for the octets behind the last that any row shows, None if there are none."""
        shown = max((8 * (row.base - self.base) + row.end for row in rows), default=0)
        first = (shown + 7) & ~7
        if first >= 8 * len(self.octets):
            return None
        return TreeRow(self.octets, self.base, first, 8 * len(self.octets), 0, "(not read)")

    def _message(self, root: TraceNode, envelope: TraceNode, depth: int) -> Iterator[TreeRow]:
        code, criticality = self._code_and_criticality(envelope)
        text = f"{envelope.name}, procedure {code}, {criticality}"
        content = envelope.children[0] if envelope.children else None
        if content is None:
            yield self._row(root.start_bit, envelope.end_bit, depth, envelope.name, text)
            return
        end = content.children[0].start_bit if content.children else content.end_bit
        yield self._row(root.start_bit, end, depth, content.name, text)
        for child in content.children:
            yield from self._value(child, depth + 1)

    def _value(self, node: TraceNode, depth: int) -> Iterator[TreeRow]:
        if self.fields and node.type_name.endswith(FIELD_SUFFIX):
            yield from self._field(node, depth)
            return
        label = node.name
        if node.name.startswith("[") and node.children and node.type_name:
            label = f"{node.name} {node.type_name}"
        yield from self._content(node, node.start_bit, depth, label, "")

    def _field(self, node: TraceNode, depth: int) -> Iterator[TreeRow]:
        number, criticality = self._id_and_criticality(node)
        place = f"{node.name} " if node.name.startswith("[") and not node.children else ""
        if not node.children:
            text = f"{criticality}, content not read"
            yield self._row(node.start_bit, node.end_bit, depth, f"{place}IE {number}", text)
            return
        content = node.children[0]
        yield from self._content(content, node.start_bit, depth, content.name, f"IE {number}, {criticality}")

    def _content(self, node: TraceNode, start: int, depth: int, label: str, remark: str) -> Iterator[TreeRow]:
        """The rows of a value whose own bits begin at ``start``; a CHOICE shares the row of its alternative."""
        texts = [remark] if remark else []
        while _is_choice(node):
            node = node.children[0]
            texts.append(node.name)
        if not node.children:
            texts.append(value_text(node))
            inside = list(self._expanded(node, depth + 1))
            end = 8 * (inside[0].base - self.base) if inside else node.end_bit
            yield self._row(start, end, depth, label, ": ".join(text for text in texts if text))
            yield from inside
            return
        if isinstance(node.value, tuple):
            texts.append(f"{len(node.value)} {'element' if len(node.value) == 1 else 'elements'}")
        yield self._row(start, node.children[0].start_bit, depth, label, ": ".join(texts))
        for child in node.children:
            yield from self._value(child, depth + 1)

    def _expanded(self, node: TraceNode, depth: int) -> Iterator[TreeRow]:
        expansion = self.expansions.get(node.end_bit)
        if expansion is None or not isinstance(node.value, bytes):
            return
        base = self.base + (node.end_bit >> 3) - len(node.value)
        tree = MessageTree(node.value, base, fields=False)
        rows = list(tree.rows(expansion.trace, depth))
        rows[0].label = expansion.title
        yield from rows

    def _row(self, start: int, end: int, depth: int, label: str, text: str) -> TreeRow:
        return TreeRow(self.octets, self.base, start, end, depth, label, text)

    def _code_and_criticality(self, envelope: TraceNode) -> tuple[int | str, str]:
        """Procedure code and criticality, which stand behind the index of the alternative (E2AP 9.4)."""
        octet = (envelope.start_bit + 7) >> 3
        if octet + 1 >= len(self.octets):
            return "unknown", "no criticality"
        return self.octets[octet], _CRITICALITIES[self.octets[octet + 1] >> 6]

    def _id_and_criticality(self, node: TraceNode) -> tuple[int | str, str]:
        """IE id and criticality, the first two components of a Protocol IE (E2AP 9.4)."""
        octet = (node.start_bit + 7) >> 3
        if octet + 2 >= len(self.octets):
            return "unknown", "no criticality"
        return int.from_bytes(self.octets[octet : octet + 2]), _CRITICALITIES[self.octets[octet + 2] >> 6]


def place(rows: Sequence[TreeRow], complaints: Sequence[Complaint]) -> None:
    """Give each complaint to the row whose octets it is about: the last that begins where it points, or before."""
    starts = list(accumulate((8 * row.base + row.start for row in rows), max))
    for complaint in complaints:
        index = bisect_right(starts, 8 * complaint.octet + complaint.bit)
        rows[max(index - 1, 0)].complaints.append(complaint)


def _is_choice(node: TraceNode) -> bool:
    value = node.value
    return (
        isinstance(value, tuple)
        and len(value) == 2
        and len(node.children) == 1
        and isinstance(value[0], str)
        and node.children[0].name == value[0]
    )

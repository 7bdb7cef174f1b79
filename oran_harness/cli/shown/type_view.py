"""Octets of one ASN.1 type that is no whole message, for people and as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oran_harness.cli.shown.message_tree import MessageTree, place
from oran_harness.cli.shown.nearest import nearest
from oran_harness.cli.shown.octet_table import table
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.codec.asn1 import Asn1Codec, Decoded, TraceNode
from oran_harness.codec.json import JsonForm
from oran_harness.model.errors import UsageError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.document import complaint_document
from oran_harness.resources import interface
from oran_harness.service_models.registry import MODELS, service_model

SCHEMA = "oran-harness/value/1"
E2AP = "e2ap"


@dataclass(frozen=True, slots=True)
class TypeView:
    """The value of a type in one edition of an interface or service model, and the editions that accept the octets."""

    octets: bytes
    type_name: str
    interface: str
    edition: str
    accepting: tuple[str, ...]
    decoded: Decoded
    asked: bool

    @classmethod
    def of(cls, octets: bytes, type_name: str, edition: str | None = None, model: str | None = None) -> "TypeView":
        """Read octets of a type; raises ``UsageError`` if there is no such type, edition or model."""
        key, editions = editions_with(type_name, model)
        if edition is not None:
            interface(key).edition(edition)
            if edition not in editions:
                raise UsageError(f"{interface(key).title} {edition} has no type {type_name}.")
        readings = {each: schema(key, each).decode_lenient(type_name, octets) for each in editions}
        accepting = {each: reading for each, reading in readings.items() if _accepts(reading)}
        chosen = edition or _least(accepting or readings)[-1]
        return cls(octets, type_name, key, chosen, tuple(accepting), readings[chosen], edition is not None)

    @property
    def accepted(self) -> bool:
        """Whether the edition asked for accepts the octets, or any at all."""
        return self.edition in self.accepting if self.asked else bool(self.accepting)

    def document(self) -> dict[str, Any]:
        """The value as JSON that ``encode`` accepts."""
        form = JsonForm(schema(self.interface, self.edition))
        return {
            "schema": SCHEMA,
            "interface": self.interface,
            "edition": self.edition,
            "accepted_by": list(self.accepting),
            "type": self.type_name,
            "value": form.to_json(self.type_name, self.decoded.value),
            "complaints": [complaint_document(each) for each in self.decoded.complaints],
            "octets": self.octets.hex(),
        }

    def lines(self, screen: Terminal, every_octet: bool = False) -> Iterator[str]:
        """The value for people."""
        title = interface(self.interface).title
        count = len(self.octets)
        name = screen.paint(self.type_name, "bold")
        yield f"{name}, {count} octet{'' if count == 1 else 's'}, read as {title} {self.edition}"
        if self.accepting:
            yield f"Accepted by {title} {screen.paint(', '.join(self.accepting), 'green')}."
        else:
            yield screen.paint(f"No edition of {title} accepts these octets.", "red", "bold")
        yield ""
        tree = MessageTree(self.octets, fields=self.interface == E2AP)
        rows = list(tree.rows(self._trace()))
        behind = tree.behind(rows)
        if behind is not None:
            rows.append(behind)
        place(rows, self.decoded.complaints)
        yield from table(screen, rows, every_octet)

    def _trace(self) -> TraceNode:
        return schema(self.interface, self.edition).trace(self.type_name, self.octets)


def schema(key: str, edition: str) -> Asn1Codec:
    """The codec of all types of E2AP or a service model; raises ``UsageError`` if there is no such edition."""
    return codec(edition).schema if key == E2AP else service_model(key).codec(edition)


def editions_with(type_name: str, model: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The interface that has a type, E2AP first, and its editions that have it.

    ``model`` limits the search to a service model. Raises ``UsageError`` if nothing has the type.
    """
    keys = [service_model(model).key] if model is not None else [E2AP, *(each.key for each in MODELS)]
    types: set[str] = set()
    for key in keys:
        having = []
        for each in interface(key).editions:
            known = schema(key, each.edition).types
            types |= known
            if type_name in known:
                having.append(each.edition)
        if having:
            return key, tuple(having)
    where = ", ".join(interface(key).title for key in keys)
    raise UsageError(f"There is no type {printable(type_name)} in {where}; {nearest(type_name, sorted(types))}")


def _accepts(reading: Decoded) -> bool:
    """Whether nothing is wrong but what leaves the values as they were meant."""
    return not any(complaint.kind.breaks_syntax for complaint in reading.complaints)


def _least(readings: dict[str, Decoded]) -> list[str]:
    """The editions that have the least to say against the octets, oldest first."""
    fewest = min(len(reading.complaints) for reading in readings.values())
    return [edition for edition, reading in readings.items() if len(reading.complaints) == fewest]

"""An E2AP message as a JSON document, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.json import JsonForm, JsonMismatch
from oran_harness.codec.json.mismatch import kind_of, member
from oran_harness.codec.json.reader import unread
from oran_harness.model.complaint import Complaint
from oran_harness.protocols.e2ap.codec import E2apCodec, codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage, ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.received import CLASSES, from_wire, to_wire
from oran_harness.protocols.e2ap.tables import editions

SCHEMA = "oran-harness/message/1"


@dataclass(frozen=True, slots=True)
class Written:
    """A message that a document describes, with what its sender wrote otherwise than the specification fixes.

    ``criticalities`` and ``layout`` are those of ``DecodedMessage``.
    """

    edition: str
    message: Message
    criticalities: Mapping[str, str]
    layout: tuple[int | ReceivedIe, ...] | None

    def encode(self) -> bytes:
        """The octets; raises ``EncodeError`` if a value does not fit the edition."""
        return codec(self.edition).encode(self.message, criticalities=self.criticalities, layout=self.layout)


def to_document(decoded: DecodedMessage, accepting: Sequence[str] = ()) -> dict[str, Any]:
    """A decoded message as JSON; ``accepting`` are the editions that accept its octets.

    ``edition``, ``message``, ``ies``, ``criticalities`` and ``layout`` are what ``from_document`` reads; the
    rest tells what was decoded. ``message`` is null, and ``ies`` is empty, where the edition knows no such message.
    """
    return {
        "schema": SCHEMA,
        "interface": "e2ap",
        "edition": decoded.edition,
        "accepted_by": list(accepting),
        "message": None if decoded.message is None else decoded.message.NAME,
        "outcome": decoded.outcome,
        "procedure_code": decoded.procedure_code,
        "criticality": decoded.criticality,
        "ies": _ies(decoded),
        "criticalities": dict(decoded.criticalities),
        "layout": None if decoded.layout is None else [_layout_entry(entry) for entry in decoded.layout],
        "complaints": [complaint_document(complaint) for complaint in decoded.complaints],
        "octets": decoded.octets.hex(),
    }


def complaint_document(complaint: Complaint) -> dict[str, Any]:
    """A complaint as JSON."""
    return {
        "kind": complaint.kind.value,
        "path": complaint.path,
        "octet": complaint.octet,
        "bit": complaint.bit,
        "message": complaint.message,
        "expected": complaint.expected,
        "actual": complaint.actual,
    }


def from_document(document: Any, edition: str | None = None) -> Written:
    """The message that a document describes; ``edition`` goes before the one that the document names.

    Without any edition it is the oldest that has the message. Raises ``JsonMismatch`` if the document does not
    describe a message of the edition, ``UsageError`` if there is no such edition.
    """
    if not isinstance(document, dict):
        raise JsonMismatch("", f"the document must be an object, not {kind_of(document)}")
    name = document.get("message")
    if not isinstance(name, str):
        raise JsonMismatch("message", "the name of an E2AP message must stand here, such as RICsubscriptionRequest")
    chosen = edition or document.get("edition") or _oldest_with(name)
    if not isinstance(chosen, str):
        raise JsonMismatch("edition", f"one of {', '.join(editions())} must stand here")
    reader = codec(chosen)
    if name not in reader.tables.message_sets:
        raise JsonMismatch("message", f"E2AP {chosen} has no message {name[:60]!r}")
    return Written(
        chosen,
        _message(reader, name, document.get("ies", {})),
        _criticalities(document.get("criticalities") or {}),
        _layout(document.get("layout")),
    )


def _ies(decoded: DecodedMessage) -> dict[str, Any]:
    if decoded.message is None:
        return {}
    reader = codec(decoded.edition)
    form = JsonForm(reader.schema)
    names = dict(decoded.message.IES)
    written = {}
    for row in reader.tables.ies(decoded.message.NAME):
        value = getattr(decoded.message, names[row.id])
        if value is not None:
            written[row.name] = form.to_json(row.type, to_wire(row.type, value))
    return written


def _layout_entry(entry: int | ReceivedIe) -> Any:
    if isinstance(entry, ReceivedIe):
        return {"id": entry.id, "criticality": entry.criticality, "octets": entry.octets.hex()}
    return entry


def _message(reader: E2apCodec, name: str, ies: Any) -> Message:
    if not isinstance(ies, dict):
        raise JsonMismatch("ies", f"an object with an IE a member must stand here, not {kind_of(ies)}")
    rows = {row.name: row for row in reader.tables.ies(name)}
    fields = dict(CLASSES[name].IES)
    form = JsonForm(reader.schema)
    values = {}
    for ie, inside in ies.items():
        if ie not in rows:
            known = ", ".join(rows)
            raise JsonMismatch("ies", f"{name} of E2AP {reader.edition} has no IE {ie[:60]!r}; it has {known}")
        row = rows[ie]
        values[fields[row.id]] = from_wire(row.type, form.from_json(row.type, inside, member("ies", ie)))
    return CLASSES[name](**values)


def _criticalities(document: Any) -> dict[str, str]:
    if not isinstance(document, dict) or not all(isinstance(value, str) for value in document.values()):
        raise JsonMismatch("criticalities", "an object of paths and criticalities must stand here")
    return document


def _layout(document: Any) -> tuple[int | ReceivedIe, ...] | None:
    if document is None:
        return None
    if not isinstance(document, list):
        raise JsonMismatch("layout", f"a list of IEs must stand here, not {kind_of(document)}")
    entries: list[int | ReceivedIe] = []
    for index, entry in enumerate(document):
        if type(entry) is int:
            entries.append(entry)
            continue
        number, criticality, octets = unread(entry, f"layout[{index}]")
        entries.append(ReceivedIe(number, f"IE {number}", criticality, octets, 0))
    return tuple(entries)


def _oldest_with(name: str) -> str:
    for edition in editions():
        if name in codec(edition).tables.message_sets:
            return edition
    raise JsonMismatch("message", f"no edition of E2AP has a message {name[:60]!r}")

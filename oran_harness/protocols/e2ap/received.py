"""From the IEs of a container to a typed message, and what E2AP 9.3.1 has to say about the container."""

import re
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1 import Field
from oran_harness.codec.asn1.reader import MAXIMUM_COMPLAINTS
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.tables import IeRow, Tables

CLASSES = {message.NAME: message for message in MESSAGES}
_CONTAINER = re.compile(r"^(?:initiatingMessage|successfulOutcome|unsuccessfulOutcome)\.|protocolIEs\[\d+\]\.")
_SECONDS = re.compile(r"v(\d+)s")


@dataclass(frozen=True, slots=True)
class Received:
    """A message's container, sorted out."""

    message: Message
    ies: tuple[ReceivedIe, ...]
    complaints: tuple[Complaint, ...]
    layout: tuple[int | ReceivedIe, ...] | None


def shorten(path: str) -> str:
    """A path without the names that every message has: ``E2setupRequest.RANfunctionsAdded[0]``."""
    return _CONTAINER.sub("", path)


def to_wire(type_name: str, value: Any) -> Any:
    """A field's value as the schema has it: Time to Wait is given in seconds and sent as an enumeration."""
    return f"v{value}s" if type_name == "TimeToWait" and isinstance(value, int) else value


def from_wire(type_name: str, value: Any) -> Any:
    """The counterpart of ``to_wire``."""
    if type_name == "TimeToWait" and isinstance(value, str) and (seconds := _SECONDS.fullmatch(value)):
        return int(seconds.group(1))
    return value


def collect(name: str, envelope: Field, tables: Tables) -> Received:
    """The typed message of a decoded envelope, with complaints about IEs that repeat, lack or stand out of order."""
    fields: tuple[Field, ...] = tuple(
        field for field in envelope.value.get("protocolIEs") or () if isinstance(field, Field)
    )
    rows = {row.id: row for row in tables.ies(name)}
    places = {ie: place for place, ie in enumerate(rows)}
    names = dict(CLASSES[name].IES)
    values: dict[str, Any] = {}
    seen: set[int] = set()
    complaints: list[Complaint] = []
    layout: list[int | ReceivedIe] = []
    highest = -1
    received = tuple(_received(field, rows) for field in fields)
    for field, ie in zip(fields, received, strict=True):
        row = rows.get(field.id)
        if row is None:
            layout.append(ie)
            continue
        if field.id in seen:
            if len(complaints) < MAXIMUM_COMPLAINTS:
                complaints.append(
                    _complaint(ComplaintKind.REPEATED_IE, name, ie, "occurs more than once", "once", "again")
                )
            layout.append(ie)
            continue
        seen.add(field.id)
        if places[field.id] < highest:
            complaints.append(_misplaced(name, ie, rows))
        highest = max(highest, places[field.id])
        layout.append(ie if field.value is None else field.id)
        values[names[field.id]] = from_wire(row.type, field.value)
    complaints += [
        _missing(name, row, envelope.offset) for row in rows.values() if row.mandatory and row.id not in seen
    ]
    regular = tuple(ie for ie in rows if ie in seen)
    complete = all(row.id in seen for row in rows.values() if row.mandatory)
    order = tuple(layout)
    return Received(
        CLASSES[name](**values), received, tuple(complaints), None if order == regular and complete else order
    )


def _received(field: Field, rows: dict[int, IeRow]) -> ReceivedIe:
    name = rows[field.id].name if field.id in rows else f"IE {field.id}"
    return ReceivedIe(field.id, name, field.criticality, field.octets, field.offset)


def _complaint(kind: ComplaintKind, message: str, ie: ReceivedIe, text: str, expected: str, actual: str) -> Complaint:
    return Complaint(kind, f"{message}.{ie.name}", ie.offset, 0, f"{ie.name} {text}", expected, actual)


def _misplaced(message: str, ie: ReceivedIe, rows: dict[int, IeRow]) -> Complaint:
    order = ", ".join(row.name for row in rows.values())
    return _complaint(ComplaintKind.IE_ORDER, message, ie, "stands behind IEs that follow it", order, "out of order")


def _missing(message: str, row: IeRow, offset: int) -> Complaint:
    return Complaint(
        ComplaintKind.MISSING_IE,
        f"{message}.{row.name}",
        offset,
        0,
        f"{row.name} (IE {row.id}) is mandatory and absent",
        row.name,
        "absent",
    )

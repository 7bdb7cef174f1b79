"""E2AP messages: octets to typed values and back, one codec an edition (E2AP 9.3, 9.4)."""

import functools
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from oran_harness.codec.asn1 import (
    GIVEN_UP,
    DecodeError,
    Deviation,
    EncodeError,
    Field,
    FieldRow,
    FieldTable,
    TraceNode,
    load_parsed,
    load_schema,
    maker,
)
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.protocols.e2ap.decoded import DecodedMessage, ReceivedIe
from oran_harness.protocols.e2ap.elements import RECORDS
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.received import collect, shorten, to_wire
from oran_harness.protocols.e2ap.regular import KIND, PDU, RegularMessage, regular_messages
from oran_harness.protocols.e2ap.tables import OUTCOMES, Tables, tables
from oran_harness.resources import interface

_made = maker(DecodedMessage)
ENVELOPES = dict(zip(OUTCOMES, ("InitiatingMessage", "SuccessfulOutcome", "UnsuccessfulOutcome"), strict=True))


class E2apCodec:
    """The codec of one edition. It holds no state, so threads may share it."""

    def __init__(self, edition: str) -> None:
        self.edition = edition
        self.tables = tables(edition)
        self._paths = interface("e2ap").edition(edition).schema
        self.schema = load_schema(self._paths, RECORDS, _field_tables(self.tables))
        self._regular = regular_messages(self.schema, self.tables)
        self._regular_by_name = {regular.name: regular.functions for regular in self._regular.values()}

    def decode(self, octets: bytes, *, thorough: bool = True) -> DecodedMessage:
        """Read one message as far as it can be read; whatever is wrong with it is in ``complaints``.

        Not ``thorough``: of octets that break the syntax only that is told, which takes less than half the time.
        """
        regular = self._regular.get(octets[:KIND]) if type(octets) is bytes else None
        if regular is not None:
            deviations: list[Deviation] = []
            try:
                message = regular.functions.decode(octets, deviations)
            except GIVEN_UP:
                pass  # something is wrong, or unusual: it is read in full
            else:
                return self._decoded(octets, regular, message, deviations)
        return self.decode_in_full(octets, thorough=thorough)

    def decode_in_full(self, octets: bytes, *, thorough: bool = True) -> DecodedMessage:
        """The same by way of the message's single fields, as it takes where anything is unusual."""
        decoded = self.schema.decode_lenient(PDU, octets, thorough=thorough, doubtful=True)
        if not isinstance(decoded.value, tuple) or not isinstance(decoded.value[1], Field):
            found = tuple(map(_readable, decoded.complaints))
            return DecodedMessage(octets, self.edition, complaints=found)
        outcome, envelope = decoded.value
        name = self.tables.message_name(envelope.id, outcome)
        received = collect(name, envelope, self.tables) if name is not None and envelope.value is not None else None
        complaints = [_readable(complaint) for complaint in decoded.complaints]
        criticalities = {
            complaint.path: complaint.actual for complaint in complaints if complaint.kind is ComplaintKind.CRITICALITY
        }
        return DecodedMessage(
            octets=octets,
            edition=self.edition,
            outcome=outcome,
            procedure_code=envelope.id,
            criticality=envelope.criticality,
            name=name,
            message=received.message if received else None,
            received=received.ies if received else (),
            complaints=(*complaints, *(received.complaints if received else ())),
            criticalities=criticalities,
            layout=received.layout if received else None,
        )

    def _decoded(
        self, octets: bytes, regular: RegularMessage, message: Message, deviations: list[Deviation]
    ) -> DecodedMessage:
        """A regular message: nothing is to be said about it, but for its criticalities."""
        procedure = regular.procedure
        complaints = tuple([each.complaint() for each in deviations]) if deviations else ()
        criticalities = {each.path: each.actual for each in complaints}
        return _made(
            octets,
            self.edition,
            regular.outcome,
            procedure.code,
            criticalities.get(regular.name, procedure.criticality),
            regular.name,
            message,
            None,
            complaints,
            criticalities,
            None,
        )

    def read(self, octets: bytes) -> Message:
        """The message of octets that conform to the edition; raises ``DecodeError`` for the first thing wrong."""
        decoded = self.decode(octets)
        for complaint in decoded.complaints:
            if complaint.kind.breaks_syntax:
                raise DecodeError(complaint)
        if decoded.message is None:
            raise DecodeError(Complaint(ComplaintKind.UNKNOWN_PROCEDURE, "", 0, 0, f"{decoded.label} is not known"))
        return decoded.message

    def encode(
        self,
        message: Message,
        *,
        criticalities: Mapping[str, str] | None = None,
        layout: tuple[int | ReceivedIe, ...] | None = None,
    ) -> bytes:
        """Write one message.

        ``criticalities`` and ``layout`` are deviations from the specification as ``DecodedMessage`` keeps them; with
        a ``layout`` exactly the IEs that it names are written, mandatory or not. Raises ``EncodeError`` if the
        message, or a value in it, does not fit the edition.
        """
        if layout is None and not criticalities and message.NAME in self._regular_by_name:
            try:
                octets: bytes = self._regular_by_name[message.NAME].encode(message)
            except GIVEN_UP:
                pass  # what does not fit is told below
            else:
                return octets
        code = message.PROCEDURE_CODE
        if self.tables.message_name(code, message.OUTCOME) != message.NAME:
            raise EncodeError(message.NAME, f"E2AP {self.edition} has no such message")
        fields = self._fields(message, layout)
        envelope = Field(code, self.tables.procedures[code].criticality, {"protocolIEs": fields})
        octets = self.schema.encode(PDU, (message.OUTCOME, envelope))
        return self._with_criticalities(octets, criticalities) if criticalities else octets

    def encode_again(self, decoded: DecodedMessage) -> bytes:
        """The octets of a decoded message, written anew from its values; raises ``EncodeError`` if it has none."""
        if decoded.message is None:
            raise EncodeError(decoded.label, "nothing was decoded that could be written")
        return self.encode(decoded.message, criticalities=decoded.criticalities, layout=decoded.layout)

    def trace(self, octets: bytes) -> TraceNode:
        """The message as a tree in which each value knows the bits that it was read from."""
        return self.schema.trace(PDU, octets)

    def name_of(self, octets: bytes) -> str | None:
        """The message's name as its first two octets tell it; None if the edition does not know it."""
        if len(octets) < 2 or octets[0] >> 5 >= len(OUTCOMES):
            return None
        return self.tables.message_name(octets[1], OUTCOMES[octets[0] >> 5])

    def fingerprint(self, name: str) -> str:
        """Equal for two editions exactly if they define the message, down to its last element, alike."""
        return self._fingerprints[name]

    @functools.cached_property
    def _fingerprints(self) -> dict[str, str]:
        """Those of all messages: what takes time is to load the types."""
        types = load_parsed(self._paths)["E2AP"]["types"]
        rows = {f"{ie_set}-Field": each for ie_set, each in self.tables.ie_sets.items()}
        procedures = self.tables.procedures.values()
        return {
            name: _fingerprint(name, procedure.criticality, types, rows)
            for procedure in procedures
            for name in procedure.messages.values()
        }

    def _fields(self, message: Message, layout: tuple[int | ReceivedIe, ...] | None) -> tuple[Field, ...]:
        rows = {row.id: row for row in self.tables.ies(message.NAME)}
        names = dict(message.IES)
        present = {ie: value for ie, name in names.items() if (value := getattr(message, name)) is not None}
        if layout is None:
            foreign = [names[ie] for ie in present if ie not in rows]
            missing = [row.name for row in rows.values() if row.mandatory and row.id not in present]
            if foreign:
                raise EncodeError(message.NAME, f"E2AP {self.edition} has no {', '.join(foreign)} in it")
            if missing:
                raise EncodeError(message.NAME, f"mandatory and not given: {', '.join(missing)}")
            layout = tuple(ie for ie in rows if ie in present)
        fields = []
        for entry in layout:
            if isinstance(entry, ReceivedIe):
                fields.append(Field(entry.id, entry.criticality, None, entry.octets))
            elif entry in present and entry in rows:
                fields.append(Field(entry, rows[entry].criticality, to_wire(rows[entry].type, present[entry])))
            else:
                raise EncodeError(message.NAME, f"the layout names IE {entry}, for which there is no value")
        return tuple(fields)

    def _with_criticalities(self, octets: bytes, criticalities: Mapping[str, str]) -> bytes:
        places = {shorten(path): bit for path, bit in self.schema.criticality_bits(PDU, octets).items()}
        written = bytearray(octets)
        for path, criticality in criticalities.items():
            if path not in places:
                raise EncodeError(path, "there is no IE at this place whose criticality could be changed")
            if criticality not in ("reject", "ignore", "notify"):
                raise EncodeError(path, f"{criticality} is no criticality; take reject, ignore or notify")
            octet, shift = places[path] >> 3, 6 - (places[path] & 7)
            value = ("reject", "ignore", "notify").index(criticality)
            written[octet] = written[octet] & ~(3 << shift) | value << shift
        return bytes(written)


@functools.cache
def codec(edition: str) -> E2apCodec:
    """The codec of an E2AP edition; raises ``UsageError`` if there is no such edition."""
    return E2apCodec(edition)


def _fingerprint(name: str, criticality: str, types: Mapping[str, Any], rows: Mapping[str, Any]) -> str:
    """A hash of all that a message is made of."""
    seen: dict[str, Any] = {}
    todo = [name]
    while todo:
        current = todo.pop()
        if current in seen or current not in types:
            continue
        seen[current] = types[current]
        todo += re.findall(r"'type': '([^']+)'", repr(types[current]))
        if current in rows:
            seen[current] = [repr(row) for row in rows[current]]
            todo += [row.type for row in rows[current]]
    return hashlib.sha256(json.dumps([criticality, seen], sort_keys=True, default=repr).encode()).hexdigest()


def _field_tables(tables: Tables) -> dict[str, FieldTable]:
    of_messages = set(tables.message_sets.values())
    found = {
        f"{name}-Field": FieldTable(
            {row.id: FieldRow(row.name, row.type, row.criticality, not row.mandatory) for row in rows},
            items=name not in of_messages,
        )
        for name, rows in tables.ie_sets.items()
    }
    for outcome, envelope in ENVELOPES.items():
        rows = {
            code: FieldRow(row.messages[outcome], row.messages[outcome], row.criticality)
            for code, row in tables.procedures.items()
            if outcome in row.messages
        }
        found[envelope] = FieldTable(rows, unknown=ComplaintKind.UNKNOWN_PROCEDURE)
    return found


def _readable(complaint: Complaint) -> Complaint:
    path = shorten(complaint.path)
    return Complaint(
        complaint.kind, path, complaint.octet, complaint.bit, complaint.message, complaint.expected, complaint.actual
    )

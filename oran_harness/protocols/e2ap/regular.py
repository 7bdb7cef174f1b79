"""Regular messages: those that conform, with their IEs in the order of the specification; all but a few are."""

from dataclasses import dataclass

from oran_harness.codec.asn1 import Asn1Codec, Container, ContainerRow, Regular
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.received import CLASSES, from_wire
from oran_harness.protocols.e2ap.tables import IeRow, ProcedureRow, Tables

PDU = "E2AP-PDU"
KIND = 2
"""Octets that tell which message it is: outcome and procedure code. The criticality follows (E2AP 9.3.2)."""


@dataclass(frozen=True, slots=True)
class RegularMessage:
    """One message of an edition, and the functions that read and write it where it is regular."""

    name: str
    outcome: str
    procedure: ProcedureRow
    functions: Regular


def regular_messages(schema: Asn1Codec, tables: Tables) -> dict[bytes, RegularMessage]:
    """All messages of an edition by the octets that they begin with."""
    found = {}
    for procedure in tables.procedures.values():
        for outcome, name in procedure.messages.items():
            container = Container(
                PDU, outcome, procedure.code, CLASSES[name], _rows(schema, CLASSES[name], tables.ies(name))
            )
            functions = schema.regular(container)
            found[functions.head[:KIND]] = RegularMessage(name, outcome, procedure, functions)
    return found


def _rows(schema: Asn1Codec, message: type[Message], rows: tuple[IeRow, ...]) -> tuple[ContainerRow, ...]:
    members = dict(message.IES)
    return tuple(ContainerRow(row.id, members[row.id], row.mandatory, _seconds(schema, row.type)) for row in rows)


def _seconds(schema: Asn1Codec, type_name: str) -> dict[str, object] | None:
    """What stands in a message for each name of Time to Wait, None for other types."""
    if type_name != "TimeToWait":
        return None
    return {name: from_wire(type_name, name) for name in schema.names(type_name)}

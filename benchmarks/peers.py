"""E2AP as other libraries decode and encode it, for a look at both sides in one run."""

import functools
from typing import Any

import asn1tools

from oran_harness.protocols.e2ap.tables import tables
from oran_harness.resources import interface

FIELD = {"id", "criticality", "value"}


class PlainAsn1tools:
    """The flattened schema compiled by asn1tools, its open types opened by hand: what one would write without us."""

    def __init__(self, edition: str) -> None:
        self.tables = tables(edition)
        self.schema = asn1tools_schema("e2ap", edition)
        self.items = {rows[0].id: rows[0].type for rows in self.tables.ie_sets.values() if len(rows) == 1}

    def decode(self, octets: bytes) -> tuple[str, str, list[tuple[int, str, Any]]]:
        """Outcome, message and IEs as (id, criticality, value), lists and their items opened too."""
        outcome, envelope = self.schema.decode("E2AP-PDU", octets)
        message = self.tables.procedures[envelope["procedureCode"]].messages[outcome]
        types = {row.id: row.type for row in self.tables.ies(message)}
        fields = self.schema.decode(message, envelope["value"])["protocolIEs"]
        return outcome, message, [self._opened(types[field["id"]], field) for field in fields]

    def _opened(self, type_name: str, field: dict[str, Any]) -> tuple[int, str, Any]:
        return field["id"], field["criticality"], self._walk(self.schema.decode(type_name, field["value"]))

    def _walk(self, value: Any) -> Any:
        if isinstance(value, dict):
            if value.keys() == FIELD:
                return self._opened(self.items[value["id"]], value)
            return {name: self._walk(each) for name, each in value.items()}
        return [self._walk(each) for each in value] if isinstance(value, list) else value

    def encode(self, outcome: str, message: str, fields: list[tuple[int, str, Any]]) -> bytes:
        """The octets of what ``decode`` returned."""
        types = {row.id: row.type for row in self.tables.ies(message)}
        ies = [self._closed(types[field[0]], field) for field in fields]
        row = next(row for row in self.tables.procedures.values() if message in row.messages.values())
        value = self.schema.encode(message, {"protocolIEs": ies})
        envelope = {"procedureCode": row.code, "criticality": row.criticality, "value": value}
        return bytes(self.schema.encode("E2AP-PDU", (outcome, envelope)))

    def _closed(self, type_name: str, field: tuple[int, str, Any]) -> dict[str, Any]:
        number, criticality, value = field
        octets = bytes(self.schema.encode(type_name, self._fold(value)))
        return {"id": number, "criticality": criticality, "value": octets}

    def _fold(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._fold(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self._fold(each) for each in value]
        if isinstance(value, tuple) and len(value) == 3:
            return self._closed(self.items[value[0]], value)
        return value


@functools.cache
def asn1tools_schema(key: str, edition: str) -> Any:
    """An edition of an interface or service model, compiled by asn1tools; that takes a second."""
    return asn1tools.compile_files([str(path) for path in interface(key).edition(edition).schema], "per")


@functools.cache
def asn1tools_codec(edition: str) -> PlainAsn1tools:
    """asn1tools' codec of an edition of E2AP, kept."""
    return PlainAsn1tools(edition)


@functools.cache
def pycrate_pdu() -> Any:
    """The E2AP-PDU that pycrate brings; it holds the value decoded last."""
    from pycrate_asn1dir import E2AP

    return E2AP.E2AP_PDU_Descriptions.E2AP_PDU

"""E2AP messages as pycrate reads them from the flattened schema, open types opened by the tables."""

from typing import Any

from oran_harness.protocols.e2ap.tables import tables
from tests.codec.asn1.pycrate_decoder import pycrate_of

FIELD = {"id", "criticality", "value"}


class PycrateReader:
    """One edition. Values are in the form of ``tests.codec.asn1.pycrate_decoder.plain``."""

    def __init__(self, edition: str) -> None:
        self.tables = tables(edition)
        self.types = pycrate_of("e2ap", edition)
        self.items = {rows[0].id: rows[0].type for rows in self.tables.ie_sets.values() if len(rows) == 1}

    def decode(self, octets: bytes) -> Any:
        """The envelope, the message in it, its IEs, and the items of their lists."""
        outcome, envelope = self.types.decode("E2AP-PDU", octets)
        message = self.tables.procedures[envelope["procedureCode"]].messages[outcome]
        types = {row.id: row.type for row in self.tables.ies(message)}
        fields = self.types.decode(message, envelope["value"])["protocolIEs"]
        ies = [{**field, "value": self._opened(types[field["id"]], field["value"])} for field in fields]
        code, criticality = envelope["procedureCode"], envelope["criticality"]
        return [outcome, {"id": code, "criticality": criticality, "value": {"protocolIEs": ies}}]

    def _opened(self, type_name: str, octets: bytes) -> Any:
        return self._walk(self.types.decode(type_name, octets))

    def _walk(self, value: Any) -> Any:
        if isinstance(value, dict):
            if value.keys() == FIELD:
                return self._opened(self.items[value["id"]], value["value"])
            return {name: self._walk(each) for name, each in value.items()}
        return [self._walk(each) for each in value] if isinstance(value, list) else value

"""The procedure and IE tables of one E2AP edition, as ``specs/e2ap/*.json`` has them."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass

from oran_harness.resources import Edition, interface

OUTCOMES = ("initiatingMessage", "successfulOutcome", "unsuccessfulOutcome")


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One elementary procedure (E2AP 9.3.3, 9.3.7): its code, criticality and the messages of its outcomes."""

    code: int
    name: str
    criticality: str
    messages: Mapping[str, str]
    """Outcome (an alternative of E2AP-PDU) to message name."""


@dataclass(frozen=True, slots=True)
class IeRow:
    """One row of an IE set (E2AP 9.3.4): what an IE id stands for there."""

    id: int
    name: str
    type: str
    criticality: str
    mandatory: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of an edition. IE sets are in the order of the object set, which is that of the wire."""

    edition: str
    procedures: Mapping[int, ProcedureRow]
    ie_sets: Mapping[str, tuple[IeRow, ...]]
    message_sets: Mapping[str, str]
    """Message name to the name of its IE set."""

    def message_name(self, procedure_code: int, outcome: str) -> str | None:
        """The message of that procedure and outcome, None if the edition has none."""
        row = self.procedures.get(procedure_code)
        return None if row is None else row.messages.get(outcome)

    def ies(self, message: str) -> tuple[IeRow, ...]:
        """The IE rows of a message of this edition."""
        return self.ie_sets[self.message_sets[message]]


@functools.cache
def tables(edition: str) -> Tables:
    """The tables of an E2AP edition; raises ``UsageError`` if there is no such edition."""
    return _read(interface("e2ap").edition(edition))


def _read(edition: Edition) -> Tables:
    assert edition.tables is not None
    data = json.loads(edition.tables.read_text("utf-8"))
    sides = zip(("initiating", "successful", "unsuccessful"), OUTCOMES, strict=True)
    names = {outcome: side for side, outcome in sides}
    procedures = {
        row["code"]: ProcedureRow(
            code=row["code"],
            name=row["name"],
            criticality=row["criticality"],
            messages={outcome: row[side] for outcome, side in names.items() if row[side]},
        )
        for row in data["procedures"]
    }
    ie_sets = {
        name: tuple(
            IeRow(row["id"], row["name"], row["type"], row["criticality"], row["presence"] == "mandatory")
            for row in rows
        )
        for name, rows in data["ie_sets"].items()
    }
    return Tables(edition.edition, procedures, ie_sets, data["messages"])


def editions() -> tuple[str, ...]:
    """The E2AP editions there are, oldest first."""
    return tuple(edition.edition for edition in interface("e2ap").editions)

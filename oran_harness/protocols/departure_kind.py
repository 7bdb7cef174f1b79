"""What the tables of departures have in common, whatever the protocol: each kind with its clause and its weight."""

from enum import StrEnum
from typing import Self

from oran_harness.model.level import Level


class DepartureKind(StrEnum):
    """A kind of departure from a protocol; each protocol declares its own.

    ``level`` is MUST where the text binds, SHOULD for everything weaker; None (OPEN) where the text leaves it open:
    then it is information and accuses nobody. ``clause`` says where the text stands, ``meaning`` what happened.
    """

    level: Level | None
    clause: str
    meaning: str

    @classmethod
    def _declared(cls, value: str, level: Level | None, clause: str, meaning: str, document: str = "") -> Self:
        """Make a kind out of the row that declares it; ``document`` is for clauses that do not name theirs."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.level = level
        kind.clause = clause
        kind.meaning = meaning
        kind.__doc__ = f"{meaning} ({level.name if level else 'OPEN'}, {document}{clause})"
        return kind

    @property
    def open(self) -> bool:
        """Whether nobody may be accused of it."""
        return self.level is None

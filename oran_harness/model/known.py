"""What was known of a verdict before the run: what people wrote down of a product, and how it compares."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from oran_harness.model.verdict import Verdict


class Standing(StrEnum):
    """How a verdict compares with what is listed for it."""

    AS_LISTED = "as-listed"
    XPASS = "xpass"
    """It passes, and is listed with something else."""
    CHANGED = "changed"
    """It is another one than is listed, and no pass."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is listed for a case or a rule: the verdicts that are expected, why, and perhaps where to read more."""

    verdicts: tuple[Verdict, ...]
    reason: str
    link: str | None = None

    def standing(self, verdict: Verdict) -> Standing:
        """How a verdict compares with those that are listed."""
        if verdict in self.verdicts:
            return Standing.AS_LISTED
        return Standing.XPASS if verdict is Verdict.PASS else Standing.CHANGED

    def to_json(self, verdict: Verdict) -> dict[str, Any]:
        """It as ``results.json`` writes it beside a verdict."""
        return {
            "standing": self.standing(verdict).value,
            "verdicts": [each.value for each in self.verdicts],
            "reason": self.reason,
            "link": self.link,
        }


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A whole run against a file of known verdicts: ids of cases and rules, each in one of the groups or in none.

    ``new`` are fail, inconc and error that are not listed. ``not_judged`` are listed, and were not run: nothing is said
    of them. What is neither listed nor wrong is in no group.
    """

    file: str
    as_listed: tuple[str, ...] = ()
    xpass: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()

    @property
    def departs(self) -> bool:
        """Whether any verdict is another than the file's."""
        return bool(self.xpass or self.changed or self.new)

    def to_json(self) -> dict[str, Any]:
        """It as ``results.json`` writes it."""
        return {
            "file": self.file,
            "as_listed": list(self.as_listed),
            "xpass": list(self.xpass),
            "changed": list(self.changed),
            "new": list(self.new),
            "not_judged": list(self.not_judged),
        }

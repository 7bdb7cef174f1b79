"""A case as it is declared, and what it came to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.model.known import Known
from oran_harness.model.level import Level
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class CaseDescription:
    """What is declared beside a case's body. ``id`` is stable and never used again for anything else."""

    id: str
    title: str
    clause: str
    level: Level
    under_test: Role
    interface: str = "e2"
    suite: str = "e2ap"
    tags: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The case as ``list cases --json`` writes it."""
        return {
            "id": self.id,
            "title": self.title,
            "clause": self.clause,
            "level": self.level.value,
            "under_test": self.under_test.value,
            "interface": self.interface,
            "suite": self.suite,
            "tags": list(self.tags),
            "needs": list(self.needs),
        }


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What a case came to; also the line of its own that a run-scoped rule gets when it fires.

    ``reason`` is never empty for inconc, error, unsupported and skip. ``blame`` is a role, ``"harness"`` or None.
    ``requirement``, ``expected`` and ``actual`` are sentences for people, empty where nothing failed. ``history`` is
    a path relative to the run's folder, None where nothing was recorded. ``known`` is what was listed for it
    beforehand, None if nothing was.
    """

    id: str
    title: str
    clause: str
    level: Level
    interface: str
    suite: str
    tags: tuple[str, ...]
    verdict: Verdict
    reason: str = ""
    blame: str | None = None
    requirement: str = ""
    expected: str = ""
    actual: str = ""
    duration_s: float = 0.0
    history: str | None = None
    known: Known | None = None

    def to_json(self) -> dict[str, Any]:
        """The case as ``results.json`` writes it."""
        document: dict[str, Any] = {
            "id": self.id,
            "title": self.title,
            "clause": self.clause,
            "level": self.level.value,
            "interface": self.interface,
            "tags": list(self.tags),
            "verdict": self.verdict.value,
            "reason": self.reason,
            "blame": self.blame,
            "requirement": self.requirement,
            "expected": self.expected,
            "actual": self.actual,
            "duration_s": round(self.duration_s, 6),
            "history": self.history,
        }
        if self.known is not None:
            document["known"] = self.known.to_json(self.verdict)
        return document

    @classmethod
    def from_json(cls, value: Mapping[str, Any], suite: str) -> "CaseResult":
        """The case of such a line, without what was listed for it; it does not tell its suite.

        Raises ``KeyError``, ``TypeError`` or ``ValueError`` if it is none.
        """
        return cls(
            id=str(value["id"]),
            title=str(value["title"]),
            clause=str(value["clause"]),
            level=Level(value["level"]),
            interface=str(value["interface"]),
            suite=suite,
            tags=tuple(map(str, value["tags"])),
            verdict=Verdict(value["verdict"]),
            reason=str(value["reason"]),
            blame=None if value["blame"] is None else str(value["blame"]),
            requirement=str(value["requirement"]),
            expected=str(value["expected"]),
            actual=str(value["actual"]),
            duration_s=float(value["duration_s"]),
            history=None if value["history"] is None else str(value["history"]),
        )

"""Why a SUT cannot be tested, or not by most cases: what was seen, and what to try next."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class DiagnosisKind(StrEnum):
    """What is wrong between the harness and the SUT."""

    NOT_STARTED = "not-started"
    UNKNOWN_HOST = "unknown-host"
    NOBODY_LISTENS = "nobody-listens"
    NO_ANSWER = "no-answer"
    UNREACHABLE = "unreachable"
    NO_ASSOCIATION = "no-association"
    NEVER_CONNECTED = "never-connected"
    SAYS_NOTHING = "says-nothing"
    LEAVES_AT_ONCE = "leaves-at-once"
    DIES = "dies"
    NOT_E2AP = "not-e2ap"
    NO_SETUP = "no-setup"
    OTHER_EDITION = "other-edition"
    BROKEN_SETUP = "broken-setup"
    REFUSED = "refused"
    ERROR_INDICATION = "error-indication"
    LEAVES_AFTER_SETUP = "leaves-after-setup"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One reason why cases cannot be performed.

    ``seen`` is a sentence about what happened, ``advice`` what to try next. ``hopeless`` tells that no case
    could show anything, as nobody is there, or nobody who is understood; else only those cases are left out that need
    E2 Setup to succeed. ``history`` is the path, relative to the run's folder, of the history that shows it, None where
    nothing was recorded.
    """

    kind: DiagnosisKind
    seen: str
    advice: str
    hopeless: bool = False
    history: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The diagnosis as ``results.json`` writes it."""
        return {
            "kind": self.kind.value,
            "seen": self.seen,
            "advice": self.advice,
            "hopeless": self.hopeless,
            "history": self.history,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Diagnosis":
        """The diagnosis of such a value; raises ``KeyError``, ``TypeError`` or ``ValueError`` if it is none."""
        return cls(
            DiagnosisKind(value["kind"]),
            str(value["seen"]),
            str(value["advice"]),
            bool(value["hopeless"]),
            None if value["history"] is None else str(value["history"]),
        )

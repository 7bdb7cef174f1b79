"""What a rule found, and whom it blames."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from oran_harness.model.level import Level
from oran_harness.model.role import Role

HARNESS = "harness"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired.

    ``blame`` is a role's name, ``"harness"``, or None when the evidence does not settle it; ``blamed_end`` names
    the very end (an address in a capture) where one role has several. ``event`` is the
    number of the event that shows it, ``frame`` that event's frame in a capture, ``count`` how often the same was
    found on the same association. ``vendor`` is that of the blamed role where several products are judged.
    """

    rule: str
    clause: str
    level: Level
    blame: str | None
    message: str
    expected: str
    actual: str
    hint: str
    event: int | None = None
    frame: int | None = None
    association: str | None = None
    blamed_end: str | None = None
    count: int = 1
    case: str | None = None
    history: str | None = None
    vendor: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The finding as ``results.json`` and ``check --json`` write it."""
        return {
            "rule": self.rule,
            "clause": self.clause,
            "level": self.level.value,
            "blame": self.blame.value if isinstance(self.blame, Role) else self.blame,
            "blamed_end": self.blamed_end,
            "message": self.message,
            "expected": self.expected,
            "actual": self.actual,
            "hint": self.hint,
            "case": self.case,
            "history": self.history,
            "event": self.event,
            "frame": self.frame,
            "association": self.association,
            "count": self.count,
            **({} if self.vendor is None else {"vendor": self.vendor}),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Finding":
        """The finding of such a line; raises ``KeyError``, ``TypeError`` or ``ValueError`` if it is none."""
        told = {field.name: value[field.name] for field in fields(cls) if field.name != "vendor"}
        return cls(**{**told, "level": Level(value["level"])}, vendor=value.get("vendor"))

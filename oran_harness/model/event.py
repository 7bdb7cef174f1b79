"""One thing that happened, and the head of the history that it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from reprlib import repr as brief
from typing import Any

from oran_harness.model.role import Role

HISTORY_SCHEMA = "oran-harness/history/1"
_MOST_BITS = 63


class EventKind(StrEnum):
    """What an event of a history is; the names are those of the history file."""

    OCTETS = "octets"
    UP = "up"
    DOWN = "down"
    ABORT = "abort"
    SHUTDOWN = "shutdown"
    STEP = "step"
    TIMER = "timer"
    PROCESS = "process"
    HTTP = "http"
    FILE = "file"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a history.

    ``t`` is in seconds since the first event, monotonic. ``source`` and ``target`` name ends: an address in
    a capture (``127.0.0.1:36421``), a role in a run. ``octets`` is one whole message for kind ``octets``.
    ``frame`` is the capture's frame number in which the event ended, else None. ``message`` is the message's name once
    decoded, or the text of a note.
    """

    n: int
    t: float
    kind: EventKind
    association: str | None = None
    source: str | None = None
    target: str | None = None
    stream: int | None = None
    ppid: int | None = None
    octets: bytes | None = None
    message: str | None = None
    injected: bool = False
    frame: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The event as one line of a history file, without what is unknown."""
        line: dict[str, Any] = {"n": self.n, "t": round(self.t, 9), "kind": self.kind.value}
        optional = {
            "association": self.association,
            "from": self.source,
            "to": self.target,
            "stream": self.stream,
            "ppid": self.ppid,
            "octets": None if self.octets is None else self.octets.hex(),
            "message": self.message,
            "frame": self.frame,
        }
        line.update({key: value for key, value in optional.items() if value is not None})
        if self.injected:
            line["injected"] = True
        return line

    @classmethod
    def from_json(cls, line: Mapping[str, Any]) -> "Event":
        """Read one line of a history file.

        Raises ``ValueError``, ``KeyError`` or ``TypeError`` if the line is not an event.
        """
        octets = line.get("octets")
        return cls(
            n=_integer(line["n"], "n"),
            t=_seconds(line["t"]),
            kind=_kind(line["kind"]),
            association=_text(line.get("association"), "association"),
            source=_text(line.get("from"), "from"),
            target=_text(line.get("to"), "to"),
            stream=_optional_integer(line.get("stream"), "stream"),
            ppid=_optional_integer(line.get("ppid"), "ppid"),
            octets=None if octets is None else _octets(octets),
            message=_text(line.get("message"), "message"),
            injected=line.get("injected") is True,
            frame=_optional_integer(line.get("frame"), "frame"),
        )


@dataclass(frozen=True, slots=True)
class HistoryHeader:
    """The first line of a history: when its clock began, who is who, and the seed.

    ``clock_epoch`` is in seconds since 1970-01-01 UTC; ``roles`` maps the name of an end to its role where
    that is known. ``judged`` is the one role that is judged by this history: it holds what that side saw, and what the
    far end seems to have done may be the doing of somebody between them. None where both sides are judged.
    """

    clock_epoch: float = 0.0
    roles: Mapping[str, str] = field(default_factory=dict)
    seed: int | None = None
    judged: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The head as the first line of a history file."""
        head = {"schema": HISTORY_SCHEMA, "clock_epoch": self.clock_epoch, "roles": dict(self.roles), "seed": self.seed}
        return head if self.judged is None else {**head, "judged": self.judged}

    @classmethod
    def from_json(cls, line: Mapping[str, Any]) -> "HistoryHeader":
        """Read the first line of a history file; raises ``ValueError`` or ``TypeError`` if it is not one."""
        if line.get("schema") != HISTORY_SCHEMA:
            raise ValueError(f"the first line's schema is {brief(line.get('schema'))}, not {HISTORY_SCHEMA!r}")
        roles = line.get("roles") or {}
        if not isinstance(roles, dict) or not all(isinstance(name, str) for pair in roles.items() for name in pair):
            raise ValueError("roles is not a table of names")
        seed = line.get("seed")
        if seed is not None and type(seed) is not int:
            raise ValueError(f"seed is {brief(seed)}, not an integer")
        judged = _text(line.get("judged"), "judged")
        if judged is not None and judged not in set(Role):
            raise ValueError(f"judged is {brief(judged)}, none of {', '.join(Role)}")
        return cls(_seconds(line.get("clock_epoch", 0.0)), roles, seed, judged)


def _kind(value: Any) -> EventKind:
    try:
        return EventKind(value)
    except ValueError:
        raise ValueError(f"kind is {brief(value)}, none of {', '.join(EventKind)}") from None


def _octets(value: Any) -> bytes:
    try:
        return bytes.fromhex(value)
    except (TypeError, ValueError):
        raise ValueError(f"octets is {brief(value)}, not hexadecimal text") from None


def _integer(value: Any, name: str) -> int:
    if type(value) is not int or value.bit_length() > _MOST_BITS:
        raise ValueError(f"{name} is {brief(value)}, not an integer of at most {_MOST_BITS} bits")
    return value


def _optional_integer(value: Any, name: str) -> int | None:
    return None if value is None else _integer(value, name)


def _text(value: Any, name: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is {brief(value)}, not text")
    return value


def _seconds(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e12:
        raise ValueError(f"a time is {brief(value)}, not a number of seconds")
    return float(value)

"""A note of a history for people: what drivers keep as JSON, for replays to read, in plain words."""

import json
from collections.abc import Mapping
from typing import Any

from oran_harness.cli.shown.printable import printable
from oran_harness.drivers.performance import SETTING
from oran_harness.model import Role

_LONGEST = 4096
_UNSAID = ("ticket", "attempt")
"""Numbers by which a replay finds what belongs together."""


def note_text(message: str | None) -> str:
    """The note, printable; one that is no driver's stays as it is."""
    text = message or "note"
    word, told = _read(text)
    if told is None:
        return printable(text)
    return printable(_setting(told) if word == SETTING else f"{word}: {_members(told)}".rstrip(": "))


def role_in_note(message: str | None) -> Role | None:
    """The role that is tested, if the note tells what is performed."""
    word, told = _read(message or "")
    role = told.get("role") if told is not None and word == SETTING else None
    return next((each for each in Role if each == role), None)


def _read(text: str) -> tuple[str, Mapping[str, Any] | None]:
    """The first word of a note, and the members behind it; None where there are none."""
    word, colon, rest = text.partition(": ")
    return word, _object(rest) if colon and word.isalpha() and len(rest) <= _LONGEST else None


def _object(text: str) -> Mapping[str, Any] | None:
    try:
        value = json.loads(text) if text.startswith("{") else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _setting(told: Mapping[str, Any]) -> str:
    """What is performed, and under which terms."""
    edition, seed, timeout = (told.get(name) for name in ("edition", "seed", "timeout"))
    protocol = "NETCONF" if told.get("role") in Role.ends_of("o1") else "E2AP"
    parts = [f"{told.get('case', 'a case')} in {protocol} {edition}"]
    parts += [f"seed {seed}"] if seed is not None else []
    parts += [f"{timeout:g} s to answer"] if isinstance(timeout, int | float) else []
    return ", ".join(parts)


def _members(told: Mapping[str, Any]) -> str:
    """The members that say something: values alone where their name adds nothing."""
    parts = []
    for name, value in told.items():
        if name in _UNSAID or value in (None, "", [], {}):
            continue
        if isinstance(value, dict):
            inner = _members(value)
            parts += [f"({inner})"] if inner else []
        elif name in ("status", "reason"):
            parts.append(f"{value}")
        else:
            parts.append(f"{name.replace('_', ' ')} {value}")
    return " ".join(parts) if any(part.startswith("(") for part in parts) else ", ".join(parts)

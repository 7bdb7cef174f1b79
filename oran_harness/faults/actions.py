"""What rules may do to messages that pass, by which words they choose them, and what each word takes."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.model import Role
from oran_harness.protocols.e2ap.label import message_names

LONGEST_S = 3600.0
_REQUEST = re.compile(r"([0-9]{1,5})/([0-9]{1,5})")
_HEX = re.compile(r"([0-9A-Fa-f]{2})+")
_ROLES = {role.value: role for role in Role.ends_of("e2")}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a rule: its name, what it says, what it takes, and how that is read; None for what it does not."""

    name: str
    title: str
    wanted: str
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done: its id, what it is, an example, and the words that it takes besides selectors.

    Words that are not ``optional`` have to be given.
    """

    id: str
    title: str
    example: str
    words: tuple[Word, ...] = ()
    optional: tuple[str, ...] = ()


def _count(least: int, most: int) -> Callable[[Any], int | None]:
    def read(value: Any) -> int | None:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value, re.ASCII):
            value = int(value)
        return value if type(value) is int and least <= value <= most else None

    return read


def _seconds(value: Any) -> float | None:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", value, re.ASCII):
        value = float(value)
    fine = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LONGEST_S
    return float(value) if fine else None


def _one_of(*known: str) -> Callable[[Any], str | None]:
    return lambda value: value if value in known else None


def _role(value: Any) -> Role | None:
    return _ROLES.get(value) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    return next((name for name in message_names() if isinstance(value, str) and name.lower() == value.lower()), None)


def _request(value: Any) -> tuple[int, int] | None:
    found = _REQUEST.fullmatch(value) if isinstance(value, str) else None
    if found is None or max(ids := (int(found[1]), int(found[2]))) > 65_535:
        return None
    return ids


def _octets(value: Any) -> bytes | None:
    return bytes.fromhex(value) if isinstance(value, str) and _HEX.fullmatch(value) else None


def near_name(value: Any) -> str:
    """What a name of a message that does not exist may be meant to be, in words; empty if nothing is like it."""
    near = difflib.get_close_matches(str(value)[:80], message_names(), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


_TIME = f"seconds above 0 and up to {LONGEST_S:g}"
SELECTORS = {
    word.name: word
    for word in (
        Word("from", "Who sends", " or ".join(_ROLES), _role),
        Word("message", "Message or procedure", "the name of a message or a procedure, as RICindication", _name),
        Word("nth", "That one alone, counted on each association", "a whole number from 1", _count(1, 10**9)),
        Word("every", "Each time after so many", "a whole number from 1", _count(1, 10**9)),
        Word("request", "RIC Request ID", "requestor/instance, as 10/1", _request),
        Word("association", "Association, in the order in which they come", "a whole number from 1", _count(1, 10**9)),
        Word("while", "Only while that stands", "subscription", _one_of("subscription")),
        Word("after", "Only so long after the association, or after what while names, began", _TIME, _seconds),
    )
}
"""The words that choose messages, by name."""

ACTIONS = {
    action.id: action
    for action in (
        Action("drop", "The message is not passed on", "drop message=RICsubscriptionResponse nth=1"),
        Action(
            "delay",
            "The message is passed on later, and what follows in its direction behind it",
            "delay message=RICcontrolRequest seconds=0.5",
            (Word("seconds", "How much later", _TIME, _seconds),),
        ),
        Action(
            "duplicate",
            "The message is passed on more than once",
            "duplicate message=RICsubscriptionRequest times=2",
            (Word("times", "How many more", "a whole number from 1 to 1000", _count(1, 1000)),),
            ("times",),
        ),
        Action(
            "reorder",
            "The message is passed on behind the next one of its direction, or behind several",
            "reorder message=RICindication every=10 behind=2 within=0.5",
            (
                Word("behind", "Behind how many", "a whole number from 1 to 1000", _count(1, 1000)),
                Word("within", "It waits for them so long at most", _TIME, _seconds),
            ),
            ("behind", "within"),
        ),
        Action(
            "mangle",
            "The message is changed: bits flipped by chance, its end cut off, or octets replaced",
            "mangle message=RICindication nth=3 how=flip bits=2",
            (
                Word("how", "What is done to it", "flip, truncate or replace", _one_of("flip", "truncate", "replace")),
                Word("bits", "flip: how many bits", "a whole number from 1 to 1000", _count(1, 1000)),
                Word(
                    "octets",
                    "truncate: how many are left, half of them else",
                    "a whole number from 1",
                    _count(1, 2**24),
                ),
                Word("at", "replace: from which octet, counted from 0", "a whole number from 0", _count(0, 2**24)),
                Word("with", "replace: by which octets", "octets in hex, as 00ff", _octets),
            ),
            ("how", "bits", "octets", "at", "with"),
        ),
        Action(
            "cut",
            "The association is ended at both sides: in place of a message, or at a time",
            "cut how=abort while=subscription after=2",
            (Word("how", "In which way", "abort or shutdown", _one_of("abort", "shutdown")),),
            ("how",),
        ),
    )
}
"""What rules may do, by id."""

"""Rules of faults as people write them: words on the command line, tables in a TOML file; all problems at once."""

import difflib
import re
import shlex
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oran_harness.faults.actions import ACTIONS, SELECTORS, near_name
from oran_harness.faults.message_rule import MessageRule, Selector
from oran_harness.model import InputError, UsageError

LARGEST_FILE = 1 << 20
"""Octets of a file of rules."""
TABLE = "fault"
_MOST_PROBLEMS = 20
_OF_MANGLING = {"bits": "flip", "octets": "truncate", "at": "replace", "with": "replace"}
_HEADING = re.compile(r"\s*\[\[\s*fault\s*\]\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a rule stands: how people call it, and the lines of its words, where it has lines."""

    name: str
    lines: Mapping[str, int]

    def problem(self, word: str, what: str) -> str:
        """A problem with one of its words."""
        line = self.lines.get(word, self.lines.get(""))
        return f"{self.name}{f', line {line}' if line is not None else ''}: {what}"


def read_rules(texts: Iterable[str] = (), file: Path | None = None) -> tuple[MessageRule, ...]:
    """The rules of a file, then those of the command line, each a text like ``mangle message=RICindication nth=3``.

    Raises ``UsageError`` with all that is wrong with them, ``InputError`` if the file cannot be read at all.
    """
    problems: list[str] = []
    rules: list[MessageRule | None] = []
    if file is not None:
        rules += _of_file(file, problems)
    rules += [_of_text(text, number, problems) for number, text in enumerate(texts, 1)]
    if problems:
        told = problems[:_MOST_PROBLEMS]
        if len(problems) > _MOST_PROBLEMS:
            told.append(f"and {len(problems) - _MOST_PROBLEMS} more problems")
        raise UsageError(f"The faults cannot be used: {'; '.join(told)}. oran-harness list faults shows them.")
    return tuple(rule for rule in rules if rule is not None)


def _of_text(text: str, number: int, problems: list[str]) -> MessageRule | None:
    source = _Source(f"--fault {number}", {})
    try:
        words = shlex.split(text)
    except ValueError as error:
        problems.append(source.problem("", f"{text[:80]!r} cannot be split into words ({error})"))
        return None
    table: dict[str, Any] = {"action": words[0]} if words else {}
    for word in words[1:]:
        name, equals, value = word.partition("=")
        if not equals or name in table:
            problems.append(source.problem("", f"{word[:80]!r} is {'given twice' if equals else 'no NAME=VALUE'}"))
        else:
            table[name] = value
    return _rule(table, source, problems)


def _of_file(path: Path, problems: list[str]) -> list[MessageRule | None]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise InputError(f"{path} is larger than {LARGEST_FILE >> 20} MiB, too large for a file of faults.")
        text = content.decode("utf-8-sig")
        document = tomllib.loads(text)
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path} is no TOML: {error}.") from error
    tables = document.pop(TABLE, [])
    problems += [f"{path}: {name!r} means nothing here; write each rule under [[{TABLE}]]" for name in document]
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        problems.append(f"{path}: {TABLE} is no list of tables; write each rule under [[{TABLE}]]")
        return []
    if not tables and not document:
        problems.append(f"{path} has no rule; write each under [[{TABLE}]]")
    places = _places(text)
    # Tables that are written in another way than under headings have no lines of their own.
    lines = places if len(places) == len(tables) else [{}] * len(tables)
    return [_rule(table, _Source(str(path), lines[place]), problems) for place, table in enumerate(tables)]


def _places(text: str) -> list[dict[str, int]]:
    """For each rule the lines of its words; that of its heading under the empty word."""
    found: list[dict[str, int]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if _HEADING.match(line):
            found.append({"": number})
        elif found and (key := _KEY.match(line)):
            found[-1].setdefault(key[1], number)
    return found


def _rule(table: Mapping[str, Any], source: _Source, problems: list[str]) -> MessageRule | None:
    given = dict(table)
    name = given.pop("action", None)
    action = ACTIONS.get(name) if isinstance(name, str) else None
    if action is None:
        what = f"there is no action {str(name)[:80]!r}" if name is not None else "the action is missing"
        problems.append(source.problem("action", f"{what}; there are {', '.join(ACTIONS)}"))
        return None
    words = {**SELECTORS, **{word.name: word for word in action.words}}
    before = len(problems)
    values: dict[str, Any] = {}
    for key, value in given.items():
        word = words.get(key)
        if word is None:
            near = difflib.get_close_matches(key, words, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(words)}"
            problems.append(source.problem(key, f"{action.id} takes no {key[:80]!r}; {hint}"))
            continue
        values[key] = word.read(value)
        if values[key] is None:
            hint = near_name(value) if key == "message" else ""
            problems.append(source.problem(key, f"{key} is {str(value)[:80]!r}, expected {word.wanted}{hint}"))
    for word in action.words:
        if word.name not in given and word.name not in action.optional:
            problems.append(source.problem("", f"{action.id} needs {word.name}: {word.wanted}"))
    if len(problems) == before:
        problems += [source.problem(word, what) for word, what in _contradictions(action.id, values)]
    if len(problems) > before:
        return None
    return _made(action.id, values, " ".join([action.id, *(f"{key}={value}" for key, value in given.items())]))


def _contradictions(action: str, values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """What cannot be said together, and by which word."""
    if "nth" in values and "every" in values:
        yield "every", "nth and every exclude each other"
    if action == "cut" and not values.keys() & {"from", "message", "nth", "every", "while", "after"}:
        yield "", "cut needs to know when: give a message, nth, every, while or after"
    if action == "mangle":
        how = values.get("how", "flip")
        for word, needed in _OF_MANGLING.items():
            if word in values and how != needed:
                yield word, f"{word} goes with how={needed}"
        if how == "replace" and "with" not in values:
            yield "how", "how=replace needs with: the octets that are put there, in hex"


def _made(action: str, values: dict[str, Any], text: str) -> MessageRule:
    selector = Selector(
        source=values.pop("from", None),
        name=values.pop("message", None),
        nth=values.pop("nth", None),
        every=values.pop("every", None),
        request=values.pop("request", None),
        association=values.pop("association", None),
        subscribed=values.pop("while", None) is not None,
        after=values.pop("after", 0.0),
    )
    return MessageRule(action, selector, values, text)

"""The fields of a table that people wrote, read one by one; what is wrong with them is collected, not raised."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from reprlib import Repr
from typing import Any

Check = Callable[[str], str | None]
"""Says what is expected instead of a text, None if it is fine."""

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_MOST_ITEMS = 1000


class Fields:
    """One table. ``path`` is how people call it; every problem found in it goes to ``problems``.

    ``lines`` tells where in their file people find a field, by its path; empty where there is no file.
    """

    def __init__(
        self, table: Mapping[str, Any], path: str, problems: list[str], lines: Mapping[str, int] | None = None
    ) -> None:
        self.table = table
        self.path = path
        self.problems = problems
        self._lines = lines or {}
        self._known: set[str] = set()

    def text(self, name: str, *, required: bool = False, check: Check | None = None) -> str | None:
        """A text that is not empty; None where it is missing or wrong."""
        value = self._take(name)
        if value is None:
            if required:
                self.wrong(name, "is missing; expected a text")
            return None
        return self._text(name, value, check)

    def number(self, name: str, default: float, least: float, most: float) -> float:
        """A number of seconds, or whatever is counted, within bounds."""
        value = self._take(name)
        if value is None:
            return default
        fine = isinstance(value, int | float) and not isinstance(value, bool)
        if not fine or not least <= value <= most:
            self._expected(name, value, f"a number from {least:g} to {most:g}")
            return default
        return float(value)

    def flag(self, name: str) -> bool:
        """True or false; false where it is missing."""
        value = self._take(name)
        if value is not None and not isinstance(value, bool):
            self._expected(name, value, "true or false")
        return value is True

    def texts(self, name: str, *, check: Check | None = None, required: bool = False) -> tuple[str, ...] | None:
        """A list of texts, none of them empty and none twice unless ``check`` is None; None where it is missing."""
        value = self._take(name)
        if value is None:
            if required:
                self.wrong(name, "is missing; expected a list of texts")
            return None
        found = [
            self._text(f"{name}[{number}]", item, check, empty=check is None)
            for number, item in self._items(name, value, "a list of texts")
        ]
        texts = tuple(each for each in found if each is not None)
        if not found and not (isinstance(value, list) and len(value) > _MOST_ITEMS):
            if isinstance(value, list):
                self._expected(name, value, "at least one text")
        elif check is not None and len(set(texts)) < len(texts):
            self._expected(name, value, "each only once")
        return texts

    def integers(self, name: str, least: int, most: int) -> tuple[int, ...]:
        """A list of integers within bounds; empty where it is missing."""
        value = self._take(name)
        found = []
        for number, item in self._items(name, [] if value is None else value, "a list of integers"):
            if type(item) is not int or not least <= item <= most:
                self._expected(f"{name}[{number}]", item, f"an integer from {least} to {most}")
            else:
                found.append(item)
        return tuple(found)

    def inner(self, name: str, *, required: bool = False) -> "Fields | None":
        """A table in this table."""
        value = self._take(name)
        if isinstance(value, dict):
            return Fields(value, self._place(name), self.problems, self._lines)
        if value is not None:
            self._expected(name, value, "a table")
        elif required:
            self.wrong(name, "is missing; expected a table")
        return None

    def inners(self, name: str) -> Iterator["Fields"]:
        """A list of tables; nothing where it is missing."""
        value = self._take(name)
        for number, item in self._items(name, [] if value is None else value, "a list of tables"):
            if isinstance(item, dict):
                yield Fields(item, self._place(f"{name}[{number}]"), self.problems, self._lines)
            else:
                self._expected(f"{name}[{number}]", item, "a table")

    def pairs(self) -> Iterator[tuple[str, str]]:
        """All fields, where each is a text under a name of one's own."""
        for name in self.table:
            value = self._text(name, self._take(name), None, empty=True)
            if value is not None:
                yield name, value

    def has(self, name: str) -> bool:
        """Whether there is such a field."""
        return name in self.table

    def done(self) -> None:
        """All has been read: what is left has no meaning."""
        for name in self.table:
            if name not in self._known:
                near = difflib.get_close_matches(name, self._known, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(self._known))}"
                self.wrong(name, f"means nothing here; {hint}")

    def wrong(self, name: str, what: str) -> None:
        """Note a problem with a field, at its line; one that is missing has the line of its table."""
        self._note(self._place(name), what)

    def wrong_as_a_whole(self, what: str) -> None:
        """Note a problem with the table itself."""
        self._note(self.path, what)

    def _note(self, place: str, what: str) -> None:
        line = self._lines.get(place) or self._lines.get(self.path)
        self.problems.append(f"line {line}: {place} {what}" if line else f"{place} {what}")

    def _take(self, name: str) -> Any:
        self._known.add(name)
        return self.table.get(name)

    def _text(self, name: str, value: Any, check: Check | None, *, empty: bool = False) -> str | None:
        if not isinstance(value, str) or "\0" in value or not (value.strip() or empty):
            self._expected(name, value, "a text")
            return None
        expected = check(value) if check is not None else None
        if expected is not None:
            self._expected(name, value, expected)
            return None
        return value

    def _items(self, name: str, value: Any, expected: str) -> Iterator[tuple[int, Any]]:
        if not isinstance(value, list) or len(value) > _MOST_ITEMS:
            self._expected(name, value, f"{expected}, at most {_MOST_ITEMS}")
            return
        yield from enumerate(value)

    def _expected(self, name: str, value: Any, expected: str) -> None:
        self.wrong(name, f"is {_brief(value)}, expected {expected}")

    def _place(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def _brief(value: Any) -> str:
    try:
        return _SHORT.repr(value)
    except ValueError:  # an integer of thousands of digits
        return "a number of thousands of digits"


def one_of(known: Iterable[str]) -> Check:
    """A check for a text out of a few."""
    names = list(known)
    return lambda text: None if text in names else _choice(text, names)


def like(pattern: str, expected: str) -> Check:
    """A check for a text of a form."""
    compiled = re.compile(pattern)
    return lambda text: None if compiled.fullmatch(text) else expected


def _choice(text: str, names: Sequence[str]) -> str:
    near = difflib.get_close_matches(text, names, n=1)
    return f"one of {', '.join(names)}" + (f" (did you mean {near[0]}?)" if near else "")

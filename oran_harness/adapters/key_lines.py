"""In which line of a TOML document each key stands: a problem with a key is found sooner by its line.

``tomllib`` tells no lines, and the libraries that keep a document's layout tell no positions either. What is read here
has been read by ``tomllib`` before, so that all of it is known to be TOML, and only its structure is followed.
"""

import re
import tomllib
from typing import Any

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_IN_LINE = re.compile(r"[ \t]*")
# The longer marks first: """ begins no empty text.
_TEXT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^\n#,\[\]{}]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
Place = tuple[str | int, ...]


def key_lines(text: str) -> dict[str, int]:
    """The line of each key and of each item of a list, counted from 1, by its path: ``a.b``, ``a.c[0].d``.

    ``text`` is a document that ``tomllib`` reads; nothing else may be given. A table that stands in several places has
    the line of the first.
    """
    return {path_of(place): line for place, line in _Reader(text).read().items()}


def path_of(place: Place) -> str:
    """How people call a place in a document."""
    path = ""
    for step in place:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._lines: dict[Place, int] = {}
        self._lists: dict[Place, int] = {}

    def read(self) -> dict[Place, int]:
        """All places and their lines."""
        table: Place = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            table = self._header() if self._next("[") else self._pair(table)
            self._skip(_BLANK)
        return self._lines

    def _header(self) -> Place:
        """``[table]`` or ``[[one of a list of tables]]``."""
        of_a_list = self._next("[[")
        self._at += 1 + of_a_list
        *outer, last = self._key()
        self._at += 1 + of_a_list
        place: Place = ()
        for step in outer:
            place = self._inside((*place, step))
        place = (*place, last)
        self._note(place)
        if of_a_list:
            self._lists[place] = self._lists.get(place, -1) + 1
            self._note(self._inside(place))
        return self._inside(place)

    def _inside(self, place: Place) -> Place:
        """The table at a place: of a list of tables the last."""
        self._note(place)
        return (*place, self._lists[place]) if place in self._lists else place

    def _pair(self, table: Place) -> Place:
        """``key = value`` in a table; the table."""
        place = table
        for step in self._key():
            place = (*place, step)
            self._note(place)
        self._at += 1  # =
        self._value(place)
        return table

    def _key(self) -> list[str]:
        """The parts of a key, up to what stands behind it."""
        parts = []
        while True:
            self._skip(_IN_LINE)
            quoted = self._next('"') or self._next("'")
            word = self._skip(_TEXT if quoted else _BARE_KEY)
            parts.append(_plain(word) if quoted else word)
            self._skip(_IN_LINE)
            if not self._next("."):
                return parts
            self._at += 1

    def _value(self, place: Place) -> None:
        self._skip(_IN_LINE)
        if self._next("["):
            self._list(place)
        elif self._next("{"):
            self._inline_table(place)
        elif self._next('"') or self._next("'"):
            self._skip(_TEXT)
        else:
            self._skip(_PLAIN)

    def _list(self, place: Place) -> None:
        self._at += 1
        number = 0
        self._skip(_BLANK)
        while self._at < len(self._text) and not self._next("]"):
            item = (*place, number)
            self._note(item)
            self._value(item)
            number += 1
            self._comma()
        self._at += 1

    def _inline_table(self, place: Place) -> None:
        self._at += 1
        self._skip(_BLANK)
        while self._at < len(self._text) and not self._next("}"):
            self._pair(place)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        self._skip(_BLANK)
        if not self._next(("]", "}")):
            self._at += 1
            self._skip(_BLANK)

    def _next(self, word: str | tuple[str, ...]) -> bool:
        return self._text.startswith(word, self._at)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        word = match.group() if match is not None else ""
        self._at += len(word)
        self._line += word.count("\n")
        return word

    def _note(self, place: Place) -> None:
        self._lines.setdefault(place, self._line)


def _plain(quoted: str) -> str:
    document: dict[str, Any] = tomllib.loads(f"key = {quoted}")
    plain: str = document["key"]
    return plain

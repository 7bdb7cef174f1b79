"""Where a command writes: whether there is colour, how wide lines are."""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TextIO

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}
_UNLIMITED = 1 << 20


@dataclass(frozen=True, slots=True)
class Terminal:
    """A text stream with what is known of it. ``width`` is in columns; a pipe or file has no limit."""

    stream: TextIO = field(default_factory=lambda: sys.stdout)
    colour: bool = False
    width: int = _UNLIMITED
    unicode: bool = False

    def paint(self, text: str, *styles: str) -> str:
        """The text in the given styles (``bold``, ``red``, ...), plain where there is no colour."""
        if not self.colour or not text or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"

    def line(self, text: str = "") -> None:
        """Write one line."""
        self.stream.write(text + "\n")

    def lines(self, texts: Iterable[str]) -> None:
        """Write lines."""
        for text in texts:
            self.line(text)

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        """The text as lines that fit, all of them indented."""
        width = max(self.width, len(indent) + 24)
        if len(indent) + len(text) <= width:
            return [indent + text]
        return textwrap.wrap(
            text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [indent]


def terminal(stream: TextIO | None = None) -> Terminal:
    """What is known of a stream, standard output by default.

    Colour is on where the stream is a terminal, unless ``NO_COLOR`` is set (https://no-color.org) or ``TERM`` is
    ``dumb``; ``FORCE_COLOR`` turns it on everywhere.
    """
    target = sys.stdout if stream is None else stream
    interactive = is_interactive(target)
    encoding = (getattr(target, "encoding", None) or "").lower().replace("-", "")
    width = shutil.get_terminal_size((100, 24)).columns if interactive else _UNLIMITED
    return Terminal(target, wants_colour(interactive), width, encoding.startswith("utf"))


def is_interactive(stream: TextIO) -> bool:
    """Whether a person sees the stream."""
    try:
        return stream.isatty()
    except ValueError:  # the stream is closed
        return False


def wants_colour(interactive: bool) -> bool:
    """Whether to write colours to a stream that is, or is not, a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return interactive and os.environ.get("TERM") != "dumb"


def columns(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Rows of cells as aligned lines; the last column is as long as it is."""
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return [
        gap.join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    ]

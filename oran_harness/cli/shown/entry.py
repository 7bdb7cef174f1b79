"""Texts beside their headings: the entries of ``explain``, and the remarks in reports."""

from collections.abc import Iterable, Iterator

from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal

_HEADING = 13
"""Columns of a heading."""


def entry(screen: Terminal, name: str, parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of an entry; ``parts`` are pairs of a heading and a text."""
    yield screen.paint(name, "bold")
    for heading, text in parts:
        yield from part(screen, heading, text)


def part(screen: Terminal, heading: str, text: str) -> Iterator[str]:
    """A text beside its heading, as lines that fit."""
    return _beside(screen, f"  {heading:<{_HEADING}}", text)


def remark(screen: Terminal, heading: str, text: str) -> Iterator[str]:
    """What a report tells beside its heading, as lines that fit; the text may hold what a SUT has sent."""
    return _beside(screen, f"    {heading + ':':<{_HEADING}}", printable(text))


def _beside(screen: Terminal, heading: str, text: str) -> Iterator[str]:
    first, *others = screen.wrapped(text, " " * len(heading))
    yield screen.paint(heading, "dim") + first[len(heading) :]
    yield from others

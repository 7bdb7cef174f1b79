"""Texts beside their headings."""

from oran_harness.cli.shown.entry import entry, part, remark
from oran_harness.cli.shown.terminal import Terminal

TEXT = "one two three four five six seven"


def test_a_name_and_its_parts() -> None:
    """The name stands first; each text begins beside its heading."""
    lines = list(entry(Terminal(), "A-1: Title", [("About", "this"), ("Hint", "")]))
    assert lines == ["A-1: Title", "  About        this", "  Hint         "]


def test_a_long_text_stays_beside_its_heading() -> None:
    """Lines fit the terminal, and those behind the first begin where it does."""
    assert list(part(Terminal(width=40), "About", TEXT)) == [
        "  About        one two three four five",
        "               six seven",
    ]


def test_a_remark_cannot_steer_the_terminal() -> None:
    """What a SUT has sent may be in it."""
    assert list(remark(Terminal(), "Found", "a\x1b[2Jb")) == ["    Found:       a\\x1b[2Jb"]


def test_colour_is_for_name_and_headings() -> None:
    """The text itself has none."""
    assert list(entry(Terminal(colour=True), "A-1", [("About", "this")])) == [
        "\x1b[1mA-1\x1b[0m",
        "\x1b[2m  About        \x1b[0mthis",
    ]

"""Where a command writes."""

import io

import pytest

from oran_harness.cli.shown.terminal import Terminal, columns, is_interactive, terminal, wants_colour


class Screen(io.StringIO):
    """A stream that a person sees."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing about colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_colour_is_for_terminals() -> None:
    """A terminal gets colours and lines that fit, a pipe neither."""
    assert terminal(Screen()).colour
    assert terminal(Screen()).width < 1000
    piped = terminal(io.StringIO())
    assert not piped.colour
    assert piped.width > 100_000
    assert piped.paint("text", "red") == "text"
    assert terminal(Screen()).paint("text", "bold", "red") == "\x1b[1;31mtext\x1b[0m"


@pytest.mark.parametrize(
    ("variables", "interactive", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_the_environment_decides(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], interactive: bool, wanted: bool
) -> None:
    """NO_COLOR goes before FORCE_COLOR, both before what the stream is; an empty variable says nothing."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(interactive) is wanted


def test_a_closed_stream_is_no_terminal() -> None:
    """Asking a closed stream does no harm."""
    stream = io.StringIO()
    stream.close()
    assert not is_interactive(stream)


def test_lines_are_wrapped_where_there_is_a_width() -> None:
    """Text is wrapped between words and indented; a pipe gets one line."""
    text = "one two three four five six seven eight"
    assert Terminal(width=30).wrapped(text, "  ") == ["  one two three four five six", "  seven eight"]
    assert Terminal().wrapped(text, "  ") == ["  " + text]
    assert Terminal(width=30).wrapped("", "  ") == ["  "]


def test_columns_are_aligned() -> None:
    """Cells stand below each other, and no line ends in spaces."""
    assert columns([["a", "bb", "c"], ["aaa", "b", ""]]) == ["a    bb  c", "aaa  b"]
    assert columns([]) == []


def test_writing() -> None:
    """Lines end in line feeds."""
    stream = io.StringIO()
    screen = Terminal(stream)
    screen.line()
    screen.lines(["a", "b"])
    assert stream.getvalue() == "\na\nb\n"

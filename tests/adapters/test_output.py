"""What a product prints."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.adapters.output import BURST, LARGEST_WHOLE_LINE, LINES_A_SECOND, Output


def test_lines_of_both_streams() -> None:
    """Told when they are complete, each with its stream; the last needs no line break."""
    told: list[str] = []
    output = Output(told.append)
    assert output.take("stdout", b"one\ntw", 0) == ["one"]
    assert output.take("stderr", b"\xffx\r\n", 0) == ["\ufffdx"]
    assert output.pending("stdout") == "tw"
    assert output.take("stdout", b"o\n\n", 0) == ["two", ""]
    assert output.take("stdout", b"end", 0) == []
    assert output.end("stdout", 0) == ["end"]
    assert output.end("stderr", 0) == []
    assert told == ["stdout: one", "stderr: \ufffdx", "stdout: two", "stdout: ", "stdout: end"]
    assert output.last == "end"
    assert output.kept() == b"one\ntw\xffx\r\no\n\nend"


def test_a_flood_is_counted() -> None:
    """A burst is told, then so many a second; the rest is a number."""
    told: list[str] = []
    output = Output(told.append)
    output.take("stdout", b"x\n" * (BURST + 100), 0)
    assert len(told) == BURST
    output.take("stdout", b"y\n" * LINES_A_SECOND, 1)
    assert told[BURST] == "100 more lines of output are not recorded"
    assert told[BURST + 1 :] == ["stdout: y"] * LINES_A_SECOND
    output.take("stdout", b"z\n", 1)
    output.end("stdout", 1)
    assert told[-1] == "1 more lines of output are not recorded"


def test_long_lines() -> None:
    """Cut where they are told, whole for who waits for an answer in them, and bounded for ever."""
    told: list[str] = []
    output = Output(told.append)
    assert output.take("stdout", b"x" * 30_000 + b"\n", 0) == ["x" * 30_000]
    assert told == [f"stdout: {'x' * 2000}... (30000 characters)"]
    lines = [line for _ in range(10) for line in output.take("stdout", b"y" * LARGEST_WHOLE_LINE, 0)]
    assert len(lines) == 1
    assert output.take("stdout", b"y\nafter\n", 0) == ["after"]
    assert output.end("stdout", 0) == []


def test_secrets_are_in_nothing_that_is_told_or_kept() -> None:
    """Neither in a line nor in the log."""
    told: list[str] = []
    output = Output(told.append, ("hunter2",))
    assert output.take("stdout", b"token hunter2\n", 0) == ["token ***"]
    assert told == ["stdout: token ***"]
    assert output.kept() == b"token ***\n"


def test_a_secret_that_the_cut_goes_through() -> None:
    """Of what is kept the oldest is cut off, and no part of a secret stays."""
    output = Output(lambda line: None, ("hunter2hunter2",))
    for number in range(70_000):
        output.take("stdout", b"hunter2hunter2%d\n" % (number % 10), 0)
        if number % 9_999 == 0:
            assert b"hunter2" not in output.kept()
            assert b"ter2" not in output.kept()


@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=5))
def test_cuts_do_not_matter(octets: bytes, cuts: list[int]) -> None:
    """However the octets arrive, the lines are the same."""
    whole, pieces = Output(lambda line: None), Output(lambda line: None)
    expected = whole.take("stdout", octets, 0) + whole.end("stdout", 0)
    places = [0, *sorted(min(cut, len(octets)) for cut in cuts), len(octets)]
    found = []
    for start, stop in itertools.pairwise(places):
        found += pieces.take("stdout", octets[start:stop], 0)
    assert found + pieces.end("stdout", 0) == expected
    assert whole.kept() == pieces.kept() == octets

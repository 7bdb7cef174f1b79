"""How far a run is."""

import io
import os
import pty

from oran_harness.cli.run_progress import RunProgress, line_of
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import CaseDescription, CaseResult, HistoryHeader, Level, Role, Verdict
from oran_harness.model.run_event import (
    CaseFinished,
    CaseStarted,
    RunEvent,
    RunStarted,
    SutChanged,
    SutDescription,
)
from oran_harness.runner.sut import OVER

CASE = CaseDescription("A-001", "first", "1.2", Level.MUST, Role.E2_NODE)
RESULT = CaseResult("A-001", "first", "1.2", Level.MUST, "e2", "s", (), Verdict.FAIL, duration_s=0.5)
EVENTS: list[RunEvent] = [
    RunStarted("id", 0.0, "1", ("s",), 1, SutDescription("alfa", "e2-node", "2", "tcp://127.0.0.1:1"), (CASE,)),
    SutChanged(True, 0, "started"),
    CaseStarted(CASE, "history/A-001", HistoryHeader()),
    SutChanged(False, 0, "killed by signal 11"),
    CaseFinished(RESULT),
    SutChanged(True, 1, "restarted"),
    SutChanged(False, 1, OVER),
]
LINES = [
    "1 cases, SUT alfa 2 (e2-node) at tcp://127.0.0.1:1",
    "The SUT is down: killed by signal 11",
    "[1/1] fail        A-001                     0.50 s  first",
    "The SUT is up again: restarted",
]


def test_lines_where_nobody_sees_a_bar() -> None:
    """Each case is a line when it is over; ups and downs that somebody wants to know of are, too."""
    stream = io.StringIO()
    with RunProgress(stream, 1) as progress:
        for event in EVENTS:
            progress(event)
    assert stream.getvalue().splitlines() == LINES


def test_where_nobody_listens() -> None:
    """A standard error that is full or gone ends no run."""
    with open("/dev/full", "w") as stream, RunProgress(stream, 1) as progress:
        for event in EVENTS:
            progress(event)
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is held back goes there when it closes


def test_a_bar_at_a_terminal() -> None:
    """It goes away; what went wrong stays above it."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", closefd=True) as reader, os.fdopen(theirs, "w") as stream:
        with RunProgress(stream, 1) as progress:
            for event in EVENTS:
                progress(event)
            progress.say("x" * 1000)
        stream.flush()
        seen = reader.read1(1 << 16).decode()
    for part in ("1 cases, SUT alfa", "fail", "A-001", "is up again", "x" * 300):
        assert part in seen


def test_a_line() -> None:
    """Verdict, id, seconds, title; nothing in it steers a terminal."""
    assert line_of(Terminal(), RESULT).split() == ["fail", "A-001", "0.50", "s", "first"]

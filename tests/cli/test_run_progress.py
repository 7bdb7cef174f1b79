"""How far a run is."""

import io
import os
import pty
import select
import time
from dataclasses import replace

import pytest

from oran_harness.cli import run_progress
from oran_harness.cli.run_progress import RunProgress, line_of
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import (
    CaseDescription,
    CaseResult,
    Diagnosis,
    DiagnosisKind,
    Event,
    EventKind,
    HistoryHeader,
    Introduction,
    Level,
    Role,
    Verdict,
)
from oran_harness.model.run_event import (
    CaseFinished,
    CaseStarted,
    EventRecorded,
    MeetingEnded,
    MeetingRemarked,
    MeetingStarted,
    RunEvent,
    RunStarted,
    SutChanged,
    SutDescription,
    SutLost,
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
    "1 case, SUT alfa 2 (e2-node) at tcp://127.0.0.1:1",
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


def read(terminal: int) -> str:
    """What was written to a terminal; the kernel hands it over bit by bit."""
    seen = b""
    while select.select([terminal], [], [], 0.5)[0]:
        seen += os.read(terminal, 1 << 16)
    return seen.decode()


def test_a_live_view_at_a_terminal() -> None:
    """It goes away; what went wrong stays above it."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", closefd=True) as reader, os.fdopen(theirs, "w") as stream:
        with RunProgress(stream, 1) as progress:
            for event in EVENTS:
                progress(event)
            progress.say("x" * 1000)
        stream.flush()
        seen = read(reader.fileno())
    for part in ("1 case, SUT alfa", "fail", "A-001", "is up again", "x" * 300):
        assert part in seen


def test_a_line() -> None:
    """Verdict, id, seconds, title; nothing in it steers a terminal."""
    assert line_of(Terminal(), RESULT).split() == ["fail", "A-001", "0.50", "s", "first"]


def lines(*happened: RunEvent, guide: bool = True) -> list[str]:
    """What is told of these events where nobody sees a terminal."""
    stream = io.StringIO()
    with RunProgress(stream, 2, guide=guide, edition="3.01", sut_connects=True) as progress:
        for event in happened:
            progress(event)
    return stream.getvalue().splitlines()


def test_a_first_timer_is_guided() -> None:
    """Where to point the product, who came, how the meeting goes; nothing of that where the product is started here."""
    meeting = [
        MeetingStarted("history/MEETING", HistoryHeader(), 30.0),
        MeetingRemarked("Time to Wait 1 s."),
        MeetingEnded(Introduction("gNB 001/01 0x1")),
    ]
    told = lines(EVENTS[0], *meeting)
    assert told[1:3] == ["Configure your E2 node to connect to:", "  tcp://127.0.0.1:1  (only from this machine)"]
    assert told[4:6] == ["Time to Wait 1 s.", "The E2 node is here: gNB 001/01 0x1"]
    assert lines(*EVENTS[:1], guide=False) == told[:1]


def test_nobody_comes_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to look at is told once; not where somebody came in time."""
    monkeypatch.setattr(run_progress, "HINTS_AFTER_S", 0.05)
    stream = io.StringIO()
    with RunProgress(stream, 1, guide=True, edition="3.01", sut_connects=True) as progress:
        progress(EVENTS[0])
        progress(MeetingStarted("history/MEETING", HistoryHeader(), None))
        progress(EventRecorded("MEETING", Event(1, 0.0, EventKind.UP)))
        time.sleep(0.1)
        assert "Nobody is here yet" not in stream.getvalue()
        progress(MeetingStarted("history/MEETING", HistoryHeader(), None))
        time.sleep(0.2)
    assert stream.getvalue().count("Nobody is here yet.") == 1


def test_a_diagnosis_is_told_once() -> None:
    """The cases that are left out for it are not."""
    diagnosis = Diagnosis(DiagnosisKind.NOBODY_LISTENS, "Nobody listens.", "Look.", hopeless=True)
    skipped = replace(RESULT, verdict=Verdict.SKIP, reason="Nobody listens.")
    told = lines(EVENTS[0], MeetingEnded(None, diagnosis), CaseFinished(skipped), CaseFinished(RESULT), guide=False)
    assert told[1:3] == ["Nobody listens.", "What to try: Look."]
    assert [line.split()[1] for line in told[3:]] == ["fail"]
    assert lines(EVENTS[0], SutLost(diagnosis), guide=False)[1:] == ["Nobody listens.", "What to try: Look."]

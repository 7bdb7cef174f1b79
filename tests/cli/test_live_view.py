"""What a person at a terminal sees of a run."""

import io
import os
import pty

from oran_harness.cli.live_view import LAST_MESSAGES, LiveView
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import Event, EventKind, HistoryHeader, Verdict
from oran_harness.model.run_event import CaseStarted, EventRecorded
from tests.cli.test_run_progress import CASE, read


def seen(view: LiveView) -> str:
    """What it would draw."""
    return str(view._drawn())


def test_the_running_case_and_its_last_messages() -> None:
    """Counts, case, messages; of many messages the last; nothing of a case that is over."""
    view = LiveView(Terminal(io.StringIO()), 7)
    view.done, view.counts[Verdict.FAIL] = 2, 1
    view.begins(CaseStarted(CASE, "history/A-001", HistoryHeader()))
    for n in range(LAST_MESSAGES + 3):
        event = Event(n + 1, n / 10, EventKind.OCTETS, "1", octets=b"x", message=f"Message{n}")
        view.happens(EventRecorded("A-001", event, direction="to-sut"))
    drawn = seen(view).splitlines()
    assert drawn[0].startswith("2/7  0:0")
    assert drawn[0].endswith("fail 1")
    assert drawn[1] == "A-001  first"
    assert [line.split()[-3] for line in drawn[2:]] == [f"Message{n}," for n in range(3, LAST_MESSAGES + 3)]
    view.ends()
    assert len(seen(view).splitlines()) == 1


def test_what_is_waited_for() -> None:
    """It stands there while it is so."""
    view = LiveView(Terminal(io.StringIO()), 1)
    view.waiting = lambda: "Waiting for somebody"
    assert "Waiting for somebody" in seen(view)


def test_it_can_be_paused() -> None:
    """For a question; lines that are written meanwhile are seen."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb") as reader, os.fdopen(theirs, "w") as stream:
        with LiveView(Terminal(stream), 1) as view:
            view.pause()
            view.pause()
            view.write("in between")
            view.start()
            view.start()
        stream.flush()
        assert "in between" in read(reader.fileno())

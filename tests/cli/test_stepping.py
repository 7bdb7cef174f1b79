"""``--step``: before each case the person at the bench says whether it is performed."""

import asyncio
import io
import os
import pty
import re
import subprocess
import threading
from pathlib import Path

import pytest

from oran_harness.cli.run_progress import RunProgress
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.stepping import QUESTION, Stepping, check_terminal, described
from oran_harness.conformance import load, load_properties
from oran_harness.model import UsageError
from oran_harness.runner import Finds, Passage, Planned, PropertySource, SingleCase, plan
from tests.cli.bench import vendor
from tests.cli.run import PLAIN, ROOT, command, refused, run

(PLANNED,) = plan([SingleCase(next(case for case in load() if case.id == "E2AP-SETUP-101"))], 1)


def answered(text: str) -> tuple[Passage, str]:
    """What comes of typing this, and what was shown."""
    shown = io.StringIO()

    async def asked() -> Passage:
        reading, writing = os.pipe()
        os.write(writing, text.encode())
        os.close(writing)
        with os.fdopen(reading) as stdin:
            return await Stepping(RunProgress(shown, 1), stdin)(PLANNED)

    return asyncio.run(asked()), shown.getvalue()


@pytest.mark.parametrize(
    ("text", "passage"),
    [("\n", "go"), ("s\n", "leave out"), ("Q\n", "end"), ("", "end"), ("what?\n\n", "go")],
)
def test_answers(text: str, passage: str) -> None:
    """Enter, s, q; whoever hangs up ends the run; something else is asked again."""
    found, shown = answered(text)
    assert found == passage
    assert shown.count(QUESTION) == 1 + text.startswith("what")


def test_what_comes_is_shown() -> None:
    """Id, title, what it is about, and its messages; of a property there is no chart that is always so."""
    lines = list(described(Terminal(io.StringIO()), PLANNED))
    assert lines[0].startswith("E2AP-SETUP-101  ")
    assert any("|--- E2setupRequest" in line or "E2setupRequest -" in line for line in lines)
    source = PropertySource(load_properties()[0], Finds())
    assert list(described(Terminal(io.StringIO()), Planned(source, ())))


def test_where_nobody_can_answer(tmp_path: Path) -> None:
    """It is refused at once; so is a question in what a program reads."""
    with pytest.raises(UsageError, match="no terminal"):
        check_terminal(io.StringIO())
    place = str(vendor(tmp_path))
    assert "no terminal" in refused(run("run", "--sut", place, "--step", "--out", str(tmp_path / "out")))
    assert "--json is for programs" in refused(run("run", "--sut", place, "--step", "--json"))


def test_at_a_terminal(tmp_path: Path) -> None:
    """The first case is performed, the second left out, and then the run ends as one that was interrupted."""
    ours, theirs = pty.openpty()
    arguments = ("run", "--sut", str(vendor(tmp_path)), "--step", "--out", str(tmp_path / "out"), "-k", "E2AP-RESET")
    process = subprocess.Popen(
        command(*arguments), stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=os.environ | PLAIN
    )
    os.close(theirs)
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    seen, answers = "", ["\n", "s\n", "q\n"]
    try:
        while True:
            try:
                more = os.read(ours, 1 << 16)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            seen += more.decode("utf-8", "replace")
            if answers and seen.count(QUESTION) == 4 - len(answers):
                os.write(ours, answers.pop(0).encode())
        assert process.wait(10) == 130, seen
    finally:
        watchdog.cancel()
        process.kill()
        os.close(ours)
    assert "left out by the person at the bench" in " ".join(re.sub(r"\x1b\[\d*m", "", seen).split())
    assert "The near-RT RIC is here: RIC 001/01" in seen

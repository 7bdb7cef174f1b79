"""``--step``: before each case the person at the bench says whether it is performed."""

import asyncio
import sys
from collections.abc import Iterator
from typing import TextIO

from oran_harness.cli.run_progress import RunProgress
from oran_harness.cli.shown.case_sheet import case_sheet
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal, is_interactive
from oran_harness.cli.typed_line import typed_line
from oran_harness.model import UsageError
from oran_harness.runner import Passage, Planned

QUESTION = "Enter performs it, s leaves it out, q ends the run: "
_ANSWERS = {"": Passage.GO, "s": Passage.LEAVE_OUT, "q": Passage.END}


class Stepping:
    """Asks before each case, with the answers on ``stdin``."""

    def __init__(self, progress: RunProgress, stdin: TextIO) -> None:
        self._progress = progress
        self._stdin = stdin

    async def __call__(self, planned: Planned) -> Passage:
        """Show what comes, and wait for an answer; where the input ends, so does the run."""
        lines = await asyncio.to_thread(lambda: list(described(self._progress.screen, planned)))
        self._progress.pause()
        try:
            self._progress.screen.lines(["", *lines])
            while True:
                self._progress.screen.stream.write(QUESTION)
                self._progress.screen.stream.flush()
                line = await typed_line(self._stdin)
                if not line:
                    return Passage.END
                passage = _ANSWERS.get(line.strip().lower())
                if passage is not None:
                    return passage
        finally:
            self._progress.resume()


def described(screen: Terminal, planned: Planned) -> Iterator[str]:
    """The case that comes: id, title, what it is about, and the messages that it has with a product without faults."""
    sheet = case_sheet(planned.source.sample)
    said = planned.description
    yield f"{screen.paint(said.id, 'bold')}  {printable(said.title)}  ({said.level}, {said.clause})"
    yield from screen.wrapped(sheet.purpose, "  ")
    if sheet.chart:
        yield screen.paint("  With a product without faults it goes so:", "dim")
        yield from (f"    {line}" for line in sheet.chart)


def check_terminal(stdin: TextIO | None = None) -> None:
    """Raise ``UsageError`` where nobody can answer."""
    if not (is_interactive(stdin or sys.stdin) and is_interactive(sys.stderr)):
        raise UsageError("--step asks before each case, and standard input and error are no terminal; leave it out.")

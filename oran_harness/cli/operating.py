"""``operator = true``: the person at the bench is asked to do what a profile has nothing for."""

import asyncio
import termios
from typing import TextIO

from oran_harness.adapters import PersonsAnswer, StimulusStatus
from oran_harness.cli.run_progress import RunProgress
from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.cli.shown.terminal import Terminal, is_interactive
from oran_harness.cli.typed_line import typed_line

QUESTION = "  Type done, cannot, or failed and why: "
NOBODY = "nobody answers at the terminal any more"
_ANSWERS = {
    "done": StimulusStatus.DONE,
    "cannot": StimulusStatus.UNSUPPORTED,
    "failed": StimulusStatus.FAILED,
}
_LONGEST_REASON = 300
LONGEST_S = 3600.0
"""Seconds that a question stands."""


class Operating:
    """Asks on the terminal of a run, whose moving part stands still meanwhile; ``progress`` is set when it begins."""

    def __init__(self, stdin: TextIO) -> None:
        self.progress: RunProgress | None = None
        self._stdin = stdin

    async def __call__(self, request: str) -> PersonsAnswer:
        """Ask, until the answer is one; where the input has ended, it is ``failed``."""
        progress = self.progress
        if progress is None:
            return PersonsAnswer(StimulusStatus.FAILED, "there is no run to ask in")
        progress.pause()
        try:
            return await answered(progress.screen, self._stdin, f"Please {printable(request)}")
        finally:
            progress.resume()


async def answered(screen: Terminal, stdin: TextIO, question: str, within: float = LONGEST_S) -> PersonsAnswer:
    """Ask, until the answer is one; where the input has ended, or so many seconds are over, it is ``failed``.

    What was typed before the question can be read is no answer to it.
    """
    if is_interactive(stdin):
        termios.tcflush(stdin, termios.TCIFLUSH)
    screen.line(screen.paint(question, "bold"))
    try:
        async with asyncio.timeout(within):
            while True:
                screen.stream.write(QUESTION)
                screen.stream.flush()
                line = await typed_line(stdin)
                if not line:
                    return PersonsAnswer(StimulusStatus.FAILED, NOBODY)
                answer = answer_of(line)
                if answer is not None:
                    return answer
    except TimeoutError:
        screen.line()
        return PersonsAnswer(StimulusStatus.FAILED, f"nobody answered within {within:g} s")


def answer_of(line: str) -> PersonsAnswer | None:
    """What a line says, None if it is no answer; the first word may be cut short to its first letter."""
    word, _, reason = line.strip().partition(" ")
    known = {name: status for name, status in _ANSWERS.items() if word.lower() in (name, name[0])}
    for status in known.values():
        return PersonsAnswer(status, shortened(printable(reason.strip()), _LONGEST_REASON))
    return None

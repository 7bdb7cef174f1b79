"""``operator = true``: the person at the bench is asked to do what a profile has nothing for."""

from typing import TextIO

from oran_harness.adapters import PersonsAnswer, StimulusStatus
from oran_harness.cli.run_progress import RunProgress
from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.cli.typed_line import typed_line

QUESTION = "  Type done, cannot, or failed and why: "
NOBODY = "nobody answers at the terminal any more"
_ANSWERS = {
    "done": StimulusStatus.DONE,
    "cannot": StimulusStatus.UNSUPPORTED,
    "failed": StimulusStatus.FAILED,
}
_LONGEST_REASON = 300


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
            screen = progress.screen
            screen.line(screen.paint(f"Please {printable(request)}", "bold"))
            while True:
                screen.stream.write(QUESTION)
                screen.stream.flush()
                line = await typed_line(self._stdin)
                if not line:
                    return PersonsAnswer(StimulusStatus.FAILED, NOBODY)
                answer = answer_of(line)
                if answer is not None:
                    return answer
        finally:
            progress.resume()


def answer_of(line: str) -> PersonsAnswer | None:
    """What a line says, None if it is no answer; the first word may be cut short to its first letter."""
    word, _, reason = line.strip().partition(" ")
    known = {name: status for name, status in _ANSWERS.items() if word.lower() in (name, name[0])}
    for status in known.values():
        return PersonsAnswer(status, shortened(printable(reason.strip()), _LONGEST_REASON))
    return None

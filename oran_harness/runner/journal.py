"""What the SUT's process does and prints goes into the history of the case that runs, else into the next."""

from collections import deque
from typing import Protocol

MOST_WAITING = 300
"""Lines that wait for a history; of more the oldest are lost."""


class Book(Protocol):
    """Where lines go: a history."""

    def process(self, text: str) -> object:
        """Take in what a process did or printed."""
        ...


class Journal:
    """Takes in lines; ``open`` and ``close`` say whose history is being written."""

    def __init__(self) -> None:
        self._history: Book | None = None
        self._waiting: deque[str] = deque(maxlen=MOST_WAITING)
        self._lost = 0

    def __call__(self, line: str) -> None:
        """Take in a line."""
        if self._history is not None:
            self._history.process(line)
            return
        self._lost += len(self._waiting) == MOST_WAITING
        self._waiting.append(line)

    def open(self, history: Book) -> None:
        """From now on lines belong to this history, those too that came since the last."""
        self._history = history
        if self._lost:
            history.process(f"{self._lost} more lines of output are not recorded")
            self._lost = 0
        while self._waiting:
            history.process(self._waiting.popleft())

    def close(self) -> None:
        """The history is complete."""
        self._history = None

"""What is told of a matrix while it goes, and what the person at the bench is asked in between."""

import asyncio
import contextlib
from typing import TextIO

from oran_harness.adapters import PersonsAnswer
from oran_harness.cli.operating import answered
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal


class MatrixTalk:
    """Lines and questions of many pairs on one screen: one question at a time, and no line while one stands."""

    def __init__(self, screen: Terminal, stdin: TextIO) -> None:
        self._screen = screen
        self._stdin = stdin
        self._turn = asyncio.Lock()
        self._asking = False
        self._kept: list[str] = []

    def say(self, line: str) -> None:
        """Show a line, once no question stands."""
        self._kept.append(line)
        if not self._asking:
            self._show()

    async def ask(self, pair: str, request: str) -> PersonsAnswer:
        """Ask for a pair, when it is its turn. A question that nobody wants answered any more is taken away."""
        async with self._turn:
            self._asking = True
            try:
                return await answered(self._screen, self._stdin, f"{printable(pair)}: please {printable(request)}")
            except asyncio.CancelledError:
                self._kept.insert(0, "")  # the cursor stands behind the question
                raise
            finally:
                self._asking = False
                self._show()

    def _show(self) -> None:
        kept, self._kept = self._kept, []
        with contextlib.suppress(OSError, ValueError):  # nobody listens: that ends no matrix
            self._screen.lines(kept)
            self._screen.stream.flush()

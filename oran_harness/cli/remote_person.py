"""A person at the bench who is asked by way of the process that started this one."""

import asyncio
from collections.abc import Callable

from oran_harness.adapters import PersonsAnswer, StimulusStatus
from oran_harness.interop.matrix.question import Question, read_answer

_NOBODY = PersonsAnswer(StimulusStatus.FAILED, "nobody answers any more")


class RemotePerson:
    """Writes questions as lines, and hears the answers. ``pair`` is the name of the pair that is told with them."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.pair = ""
        self._write = write
        self._asked = 0
        self._open: dict[int, asyncio.Future[PersonsAnswer]] = {}
        self._gone = False
        self._begun = ""

    async def __call__(self, request: str) -> PersonsAnswer:
        """Ask, and wait for the answer; ``failed`` once whoever hands the question on is gone."""
        if self._gone:
            return _NOBODY
        self._asked += 1
        number = self._asked
        self._open[number] = asyncio.get_running_loop().create_future()
        try:
            self._write(Question(number, self.pair, request).to_line() + "\n")
            return await self._open[number]
        finally:
            del self._open[number]

    def hear(self, text: str) -> None:
        """Take in what was written back, in pieces of any size."""
        *lines, self._begun = (self._begun + text).split("\n")
        for number, answer in filter(None, map(read_answer, lines)):
            waiting = self._open.get(number)
            if waiting is not None and not waiting.done():
                waiting.set_result(answer)

    def leave(self) -> None:
        """Nobody answers any more."""
        self._gone = True
        for waiting in self._open.values():
            if not waiting.done():
                waiting.set_result(_NOBODY)

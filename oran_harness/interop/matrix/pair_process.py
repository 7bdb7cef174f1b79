"""A pair in a process of its own on this machine."""

import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from oran_harness.errands import perform
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.matrix.question import PairsPerson, Question, answer_line

WHAT = "the process of this pair"


@dataclass(frozen=True, slots=True)
class PairProcess:
    """Performs orders. ``command`` is the program: it reads its order as a line, and ends when its input does.

    What it wants of a person it asks ``person``; None: nobody is there, and it is told so.
    """

    command: Sequence[str]
    person: PairsPerson | None = None

    async def __call__(self, order: Order, told: Callable[[str, str], None]) -> str:
        """Run a pair's process to its end; what to say where it left no cell."""

        def heard(line: str) -> Awaitable[str] | None:
            question = Question.read(line)
            if question is not None and self.person is not None:
                return _answer(question, self.person)
            with suppress(ValueError, KeyError, TypeError):
                news = json.loads(line)
                told(str(news["scene"]), str(news["verdict"]))
            return None

        given = replace(order, attended=self.person is not None)
        return await perform(self.command, given.to_json(), WHAT, heard)


async def _answer(question: Question, person: PairsPerson) -> str:
    return answer_line(question, await person(question.pair, question.request))

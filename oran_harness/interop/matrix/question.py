"""What a pair's process asks of a person at the bench, a line to whoever started it, and the answer, a line back."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from oran_harness.adapters import PersonsAnswer, StimulusStatus

PairsPerson = Callable[[str, str], Awaitable[PersonsAnswer]]
"""Asks a person, for a pair of that name, to do something, and waits for the answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be done, for which pair; ``number`` tells the questions of a process apart."""

    number: int
    pair: str
    request: str

    def to_line(self) -> str:
        """The question as its process writes it."""
        return json.dumps({"question": self.number, "pair": self.pair, "request": self.request})

    @classmethod
    def read(cls, line: str) -> "Question | None":
        """The question on such a line, None if there is none."""
        try:
            value = json.loads(line)
            return cls(int(value["question"]), str(value["pair"]), str(value["request"]))
        except (ValueError, KeyError, TypeError):
            return None


def answer_line(question: Question, answer: PersonsAnswer) -> str:
    """The answer as the process reads it."""
    return json.dumps({"question": question.number, "status": answer.status.value, "reason": answer.reason})


def read_answer(line: str) -> tuple[int, PersonsAnswer] | None:
    """The number of a question, and its answer; None if a line has none."""
    try:
        value = json.loads(line)
        return int(value["question"]), PersonsAnswer(StimulusStatus(value["status"]), str(value["reason"]))
    except (ValueError, KeyError, TypeError):
        return None

"""Questions and answers as lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.adapters import PersonsAnswer, StimulusStatus
from oran_harness.interop.matrix.question import Question, answer_line, read_answer

QUESTION = Question(3, "alfa with bravo", "start alfa")


@given(st.text(), st.sampled_from(StimulusStatus))
def test_what_is_written_is_read(text: str, status: StimulusStatus) -> None:
    """One line each, whatever is in it."""
    question = Question(7, text, text)
    assert Question.read(question.to_line()) == question
    assert len(question.to_line().splitlines()) == 1
    answer = PersonsAnswer(status, text)
    assert read_answer(answer_line(question, answer)) == (7, answer)


@pytest.mark.parametrize("line", ["", "noise", "[1]", "3", '{"question": "x"}', '{"scene": "X", "verdict": "pass"}'])
def test_other_lines_are_none(line: str) -> None:
    """A process prints other things, too."""
    assert Question.read(line) is None
    assert read_answer(line) is None


def test_an_answer_that_there_is_not() -> None:
    """A status of no kind that is known."""
    line = answer_line(QUESTION, PersonsAnswer(StimulusStatus.DONE)).replace("done", "perhaps")
    assert read_answer(line) is None

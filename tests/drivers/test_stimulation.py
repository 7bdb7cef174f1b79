"""A stimulus is tried again where it fails at once, and nothing that an adapter does raises."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from oran_harness.adapters.adapter import StimulusAnswer, StimulusStatus
from oran_harness.drivers import stimulation
from oran_harness.drivers.stimulation import StimulateCall, stimulated

GENUINE = stimulation.AGAIN
DONE = StimulusAnswer(StimulusStatus.DONE, {"request": 1})
FAILED = StimulusAnswer(StimulusStatus.FAILED, {"reason": "not set up"})


class Adapter:
    """Answers one after the other; the last again and again."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def __call__(self, name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, StimulusAnswer)
        return answer


def ask(call: StimulateCall | None, **arguments: Any) -> tuple[StimulusAnswer, list[str]]:
    notes: list[str] = []
    return asyncio.run(stimulated(call, "reset", arguments, notes.append)), notes


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stimulation, "AGAIN", (0.0, 0.0))


def test_without_an_adapter_there_are_no_means() -> None:
    """That is ``unsupported``."""
    assert ask(None) == (StimulusAnswer(StimulusStatus.UNSUPPORTED), [])


def test_what_fails_at_once_is_tried_again() -> None:
    """What was sent before may not have arrived; the history tells of each attempt."""
    adapter = Adapter(FAILED, DONE)
    assert ask(adapter) == (DONE, ["again: the stimulus reset failed, and is tried once more: not set up"])
    assert adapter.asked == 2


def test_what_goes_on_failing_fails() -> None:
    """After so many attempts."""
    adapter = Adapter(FAILED)
    assert ask(adapter)[0] == FAILED
    assert adapter.asked == 3


def test_what_waits_for_its_outcome_is_asked_once() -> None:
    """Its failure is the outcome."""
    adapter = Adapter(FAILED)
    assert ask(adapter, wait=True) == (FAILED, [])
    assert adapter.asked == 1


def test_attempts_last_longer_than_a_repetition_of_sctp() -> None:
    """What a stimulus needs may have been lost on the wire: it comes 1 s later, and after a second loss 3 s."""
    assert sum(GENUINE) > 3


def test_who_takes_long_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person at a bench, say."""
    monkeypatch.setattr(stimulation, "AT_ONCE", -1.0)
    adapter = Adapter(FAILED)
    assert ask(adapter) == (FAILED, [])
    assert adapter.asked == 1


@pytest.mark.parametrize("answer", [DONE, StimulusAnswer(StimulusStatus.UNSUPPORTED)])
def test_other_answers_stand(answer: StimulusAnswer) -> None:
    """At the first time."""
    adapter = Adapter(answer)
    assert ask(adapter) == (answer, [])
    assert adapter.asked == 1


def test_an_adapter_that_raises_has_failed() -> None:
    """With what it raised."""
    answer, _ = ask(Adapter(ValueError("broken")))
    assert answer.status is StimulusStatus.FAILED
    assert "ValueError: broken" in answer.details["reason"]


def test_what_may_be_declined_is_asked_for_once() -> None:
    """A failure is the answer then, and nothing to try again."""
    adapter = Adapter(FAILED, DONE)
    notes: list[str] = []
    assert asyncio.run(stimulated(adapter, "reset", {}, notes.append, once=True)) == FAILED
    assert (adapter.asked, notes) == (1, [])

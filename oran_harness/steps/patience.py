"""How long what a stimulus sets off may take: an xApp may have to be started, or to decide, before it is sent."""

from dataclasses import replace
from typing import Any, TypeVar, cast

from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.steps.step import Expect, ExpectEnd, Step, Stimulate, Together
from oran_harness.steps.unwanted import is_answer

S = TypeVar("S", bound=Step[Any])


def patient(step: S, seconds: float) -> S:
    """The step, waiting so long for what the SUT does on its own where the case does not say how long itself.

    Answers are waited for as ever, and so are Error Indications: no stimulus sets them off.
    """
    if isinstance(step, Together):
        return cast("S", replace(step, steps=tuple(patient(each, seconds) for each in step.steps)))
    if isinstance(step, Expect | ExpectEnd) and step.within is None and _sets_off(step):
        return cast("S", replace(step, within=seconds))
    return step


def stimulates(step: Step[Any]) -> bool:
    """Whether a step has the SUT do something."""
    return isinstance(step, Stimulate) or (isinstance(step, Together) and any(map(stimulates, step.steps)))


def _sets_off(step: Expect | ExpectEnd) -> bool:
    if isinstance(step, ExpectEnd):
        return True
    types = step.wanted.types
    if Message in types or any(map(is_answer, types)):
        return False
    return any(each is not ErrorIndication for each in types)

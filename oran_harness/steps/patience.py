"""How long what a stimulus sets off may take: an xApp may have to be started, or to decide, before it is sent."""

from dataclasses import replace
from typing import Any, TypeVar, cast

from oran_harness.steps.step import Expect, ExpectEnd, Step, Stimulate, Together

S = TypeVar("S", bound=Step[Any])


def patient(step: S, seconds: float) -> S:
    """The step, waiting so long for what the SUT does on its own where the case does not say how long itself.

    Answers are waited for as ever, and so is what is only said of something before: no stimulus sets that off.
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
    wanted = step.wanted
    if wanted.anything or any(each.is_answer() for each in wanted.types):
        return False
    return any(not each.is_prompted() for each in wanted.types)

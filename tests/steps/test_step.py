"""A step is what a case awaits: the driver gets it, the case gets its result."""

from collections.abc import Awaitable, Generator
from typing import Any, cast

from oran_harness.protocols.e2ap.messages import E2setupRequest, ResetRequest
from oran_harness.steps import Pause, Step, Stimulate, Together, Wanted


def test_awaiting_hands_the_step_out_and_the_result_in() -> None:
    """What the driver sends into the coroutine is what ``await`` gives."""
    heard: list[Any] = []

    async def body() -> None:
        heard.append(await cast("Awaitable[Any]", Pause(2.0)))

    coroutine = cast("Generator[Step[Any], Any, None]", body())
    assert coroutine.send(None) == Pause(2.0)
    try:
        coroutine.send("done")
    except StopIteration:
        heard.append("over")
    assert heard == ["done", "over"]


def test_steps_are_values() -> None:
    """Two steps that ask for the same are equal, so that a replay can compare them."""
    assert Together((Pause(1.0),)) == Together((Pause(1.0),))


def test_what_is_wanted_is_said_by_name() -> None:
    """The text names the messages as the specification does."""
    assert str(Wanted((E2setupRequest, ResetRequest))) == "E2setupRequest or ResetRequest"


def test_what_is_tried_once() -> None:
    """What the SUT may decline, and its restart, which does what can be done of its own; all else is tried again."""
    assert Stimulate("reset", may_decline=True).once
    assert Stimulate("restart").once
    assert not Stimulate("reset").once

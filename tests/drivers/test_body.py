"""A body runs from step to step; however it ends, that is an outcome."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest

from oran_harness.drivers.body import BodyRun, Finished, error_text
from oran_harness.model import HARNESS, Role, Verdict
from oran_harness.steps import CaseOutcome, Pause, Peer, check, inconclusive
from oran_harness.steps.case import Body


def run(body: Body) -> BodyRun:
    return BodyRun(body, Peer(Role.NEAR_RT_RIC, "3.01"))


def outcome(finished: object) -> CaseOutcome | None:
    assert isinstance(finished, Finished)
    return finished.outcome


def test_results_go_to_the_body_and_steps_come_back() -> None:
    """One after the other; the last line is a pass."""
    given: list[Any] = []

    async def body(peer: Peer) -> None:
        given.append(await peer.pause(1))
        given.append(await peer.pause(2))

    running = run(body)
    assert running.begin() == Pause(1)
    assert running.give("one") == Pause(2)
    assert outcome(running.give("two")) is None
    assert given == ["one", "two"]
    assert outcome(running.give("late")) is None


def test_an_outcome_ends_the_body_after_its_last_words() -> None:
    """What it awaits on its way out is performed."""

    async def body(peer: Peer) -> None:
        try:
            await peer.pause(1)
        finally:
            await peer.pause(9)

    running = run(body)
    running.begin()
    reason = inconclusive("because")
    assert running.throw(reason) == Pause(9)
    assert outcome(running.give(None)) is reason


def test_a_failed_check_is_the_outcome() -> None:
    """As the body raises it."""

    async def body(peer: Peer) -> None:
        check(False, "R", expected=1, actual=2)

    failed = outcome(run(body).begin())
    assert failed is not None
    assert (failed.verdict, failed.requirement, failed.expected) == (Verdict.FAIL, "R", "1")


def test_an_exception_is_the_harness_s_error() -> None:
    """Told with its type, text and place."""

    async def body(peer: Peer) -> None:
        raise KeyError("lost")

    failed = outcome(run(body).begin())
    assert failed is not None
    assert (failed.verdict, failed.blame) == (Verdict.ERROR, HARNESS)
    assert failed.reason.startswith("KeyError: 'lost' (test_body.py:")


def test_an_exception_over_a_faulty_message_is_inconclusive() -> None:
    """The body holds what does not conform: the SUT's doing, which rules judge."""

    async def body(peer: Peer) -> None:
        await peer.pause(1)
        raise AttributeError("nothing there")

    running = run(body)
    running.begin()
    running.spoilt = "E2setupRequest, which does not conform"
    failed = outcome(running.give(None))
    assert failed is not None
    assert failed.verdict is Verdict.INCONC
    assert "E2setupRequest, which does not conform" in failed.reason


@pytest.mark.parametrize("value", ["sleep", "number"])
def test_awaiting_what_is_no_step_is_an_error(value: str) -> None:
    """A body has no clock and no tasks of its own."""

    class Odd:
        def __await__(self) -> Any:
            yield 7

    async def body(peer: Peer) -> None:
        await (asyncio.sleep(0) if value == "sleep" else Odd())

    failed = outcome(run(body).begin())
    assert failed is not None
    assert failed.verdict is Verdict.ERROR
    assert "no step of its peer" in failed.reason


def test_a_body_that_is_no_coroutine_is_an_error() -> None:
    """It fails when it is called."""

    def body(peer: Peer) -> Awaitable[None]:
        raise TypeError("not async")

    failed = outcome(run(body).begin())
    assert failed is not None
    assert failed.verdict is Verdict.ERROR


def test_a_body_is_given_up() -> None:
    """Even one that does not want to end."""

    async def body(peer: Peer) -> None:
        try:
            await peer.pause(1)
        except GeneratorExit:
            await peer.pause(2)

    running = run(body)
    running.begin()
    running.close()
    running.close()
    assert outcome(running.give(None)) is None


def test_paths_begin_with_the_package() -> None:
    """Where the harness lies on a machine tells nobody anything."""
    try:
        Peer(Role.E2_NODE, "no edition").send(None)  # type: ignore[arg-type]
    except Exception as error:
        text = error_text(error)
    assert " (oran_harness/" in text

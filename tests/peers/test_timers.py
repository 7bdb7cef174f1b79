"""Timers on a clock that the caller turns."""

from oran_harness.peers.timers import Timers


def test_actions_are_done_in_their_order() -> None:
    """The earliest first, equal times as they were set, and each is told the real time."""
    timers, done = Timers(), list[tuple[str, float]]()
    for name, when in (("c", 2.0), ("a", 1.0), ("b", 1.0)):
        timers.set(when, lambda now, name=name: done.append((name, now)))  # type: ignore[misc]
    assert timers.next == 1.0
    timers.run(0.9)
    assert done == []
    timers.run(1.5)
    assert done == [("a", 1.5), ("b", 1.5)]
    timers.run(9.0)
    assert done[2:] == [("c", 9.0)]
    assert timers.next is None


def test_a_cancelled_action_is_not_done() -> None:
    """Nor is it waited for; to cancel what is done already does nothing."""
    timers, done = Timers(), list[float]()
    first, second = timers.set(1.0, done.append), timers.set(2.0, done.append)
    timers.cancel(first)
    assert timers.next == 2.0
    timers.run(3.0)
    timers.cancel(second)
    assert done == [3.0]


def test_what_an_action_sets_waits_for_the_next_run() -> None:
    """An action that sets itself again for now does not run for ever."""
    timers, done = Timers(), list[float]()

    def again(now: float) -> None:
        done.append(now)
        timers.set(now, again)

    timers.set(1.0, again)
    timers.run(1.0)
    assert done == [1.0]
    timers.run(1.0)
    assert done == [1.0, 1.0]


def test_an_action_may_cancel_another_that_is_due() -> None:
    """Then that is not done."""
    timers, done = Timers(), list[float]()
    numbers: list[int] = []
    timers.set(1.0, lambda now: timers.cancel(numbers[0]))
    numbers.append(timers.set(1.0, done.append))
    timers.run(2.0)
    assert done == []


def test_cancelled_actions_take_no_room() -> None:
    """However many were set and cancelled, few are kept."""
    timers = Timers()
    for number in range(10_000):
        timers.cancel(timers.set(1e9 + number, lambda now: None))
    assert len(timers._queue) < 200

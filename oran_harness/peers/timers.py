"""Things to do later, on a clock that the caller turns."""

import heapq
from collections.abc import Callable

Action = Callable[[float], None]
"""What to do when a time has come; it is told the time that it really is."""

_ROOM = 64
"""Cancelled actions that may stay in the queue, besides as many as there are others."""


class Timers:
    """Actions, each at its time in seconds; equal times in the order in which they were set."""

    __slots__ = ("_actions", "_last", "_queue")

    def __init__(self) -> None:
        self._queue: list[tuple[float, int]] = []
        self._actions: dict[int, Action] = {}
        self._last = 0

    def set(self, when: float, action: Action) -> int:
        """Do ``action`` at ``when``; gives a number to cancel it by."""
        self._last += 1
        self._actions[self._last] = action
        heapq.heappush(self._queue, (when, self._last))
        return self._last

    def cancel(self, number: int) -> None:
        """Do not do it after all; nothing happens if it is done or cancelled already."""
        if self._actions.pop(number, None) is not None and len(self._queue) > _ROOM + 2 * len(self._actions):
            self._queue = [entry for entry in self._queue if entry[1] in self._actions]
            heapq.heapify(self._queue)

    @property
    def next(self) -> float | None:
        """When the first action is due; None if there is none."""
        self._forget_cancelled()
        return self._queue[0][0] if self._queue else None

    def run(self, now: float) -> None:
        """Do everything that is due; what an action sets for now or earlier is done in the next run."""
        due: list[int] = []
        while self._queue and self._queue[0][0] <= now:
            due.append(heapq.heappop(self._queue)[1])
        for number in due:
            action = self._actions.pop(number, None)
            if action is not None:
                action(now)

    def _forget_cancelled(self) -> None:
        while self._queue and self._queue[0][1] not in self._actions:
            heapq.heappop(self._queue)

"""The virtual clock for coroutines: an event loop whose time jumps to the next deadline when there is nothing to do."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def run_virtual(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on virtual time, in seconds from 0 on (``get_running_loop().time()``), and give its result.

    A wait of an hour costs nothing, and the same happens each time; so it is with all that lives in this process, such
    as peers that meet over ``memory://``. Sockets and other processes know nothing of this clock: time jumps while they
    are still busy. Raises ``RuntimeError`` if everything waits for what can never happen, or if a task is left behind.
    """
    with asyncio.Runner(loop_factory=_VirtualLoop) as runner:
        return runner.run(_alone(work))


async def _alone(work: Coroutine[Any, Any, T]) -> T:
    result = await work
    left = asyncio.all_tasks() - {asyncio.current_task()}
    if left:
        raise RuntimeError(f"tasks were left behind: {', '.join(sorted(task.get_name() for task in left))}")
    return result


class _VirtualLoop(asyncio.SelectorEventLoop):
    """No file descriptor is waited for longer than not at all."""

    def __init__(self) -> None:
        self.moment = 0.0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        return self.moment


class _Jumping(selectors.DefaultSelector):
    def __init__(self, loop: _VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0 if timeout is None or timeout > 0 else timeout)
        if not ready and timeout is None:
            raise RuntimeError("everything waits, and nothing will ever happen")
        if not ready and timeout:
            self._loop.moment += timeout
        return ready

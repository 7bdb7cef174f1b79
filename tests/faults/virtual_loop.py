"""An event loop whose time jumps to the next deadline when nothing else is to be done."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time begins at 0; no file descriptor is waited for longer than not at all."""

    def __init__(self) -> None:
        self.moment = 0.0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        return self.moment


class _Jumping(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0 if timeout is None or timeout > 0 else timeout)
        if not ready and timeout is None:
            raise AssertionError("everything waits, and nothing will ever happen")
        if not ready and timeout:
            self._loop.moment += timeout
        return ready


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run it on virtual time; nothing may be left running."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:

        async def whole() -> T:
            result = await work
            left = asyncio.all_tasks() - {asyncio.current_task()}
            assert not left, left
            return result

        return runner.run(whole())

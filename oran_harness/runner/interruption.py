"""Ending a run early, by request: what is under way is given up, what was judged stays."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Interrupted(Exception):
    """Somebody asked to stop."""


class Stop:
    """A request to stop, which may come at any moment. To be made where an event loop runs."""

    def __init__(self) -> None:
        self._asked = asyncio.Event()

    @property
    def asked(self) -> bool:
        """Whether somebody asked."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Stop soon."""
        self._asked.set()

    async def unless(self, work: Coroutine[Any, Any, T], *, within: float | None = None) -> T:
        """Do the work, unless somebody asks to stop before it is done: then it is cancelled.

        Raises ``Interrupted`` then, and ``TimeoutError`` where it takes longer than ``within`` seconds.
        """
        if self.asked:
            work.close()
            raise Interrupted
        task = asyncio.ensure_future(work)
        asked = asyncio.ensure_future(self._asked.wait())
        try:
            await asyncio.wait((task, asked), timeout=within, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            await _cancelled(task)
            if self.asked:
                raise Interrupted
            raise TimeoutError
        finally:
            asked.cancel()
            if not task.done():
                await _cancelled(task)


async def _cancelled(task: "asyncio.Future[Any]") -> None:
    task.cancel()
    await asyncio.wait((task,))
    if not task.cancelled():
        task.exception()  # looked at, so that nobody complains of it: the work is given up

"""Keeps what may kill workers apart from what works: who shares a worker with a killer is no killer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Quarantine:
    """Errands go side by side; a suspect goes when nobody else does."""

    def __init__(self) -> None:
        self._changed = asyncio.Condition()
        self._going = 0
        self._alone = False

    @asynccontextmanager
    async def beside_others(self) -> AsyncIterator[None]:
        """Go as soon as no suspect does."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._alone)
            self._going += 1
        try:
            yield
        finally:
            self._going -= 1
            await self._tell()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Go when nobody else does, and let nobody else go meanwhile."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._alone and not self._going)
            self._alone = True
        try:
            yield
        finally:
            self._alone = False
            await self._tell()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

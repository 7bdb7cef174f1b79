"""Associations that came up at an open address and were not accepted yet."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from oran_harness.transports.link import Link, TransportError

MOST_LINKS = 128
"""Associations that wait at one address; whoever fills the queue lets further ones wait before it."""


L = TypeVar("L", bound=Link)


class Backlog(Generic[L]):
    """A queue of new links. ``on_room`` is called when a full one takes links again.

    An accepter that is cancelled loses none: a link leaves the queue only in the step that returns it.
    """

    def __init__(self, uri: str, on_room: Callable[[], None] | None = None) -> None:
        self.uri = uri
        self._links: deque[L] = deque()
        self._changed = asyncio.Event()
        self._on_room = on_room
        self._trouble: TransportError | None = None
        self.closed = False

    @property
    def full(self) -> bool:
        """Whether whoever fills it shall wait."""
        return len(self._links) >= MOST_LINKS

    def put(self, link: L) -> None:
        """Add a link."""
        self._links.append(link)
        self._changed.set()

    def fail(self, trouble: TransportError) -> None:
        """Let the next accept raise: no association can be taken at present."""
        self._trouble = trouble
        self._changed.set()

    async def accept(self) -> L:
        """The next link. Raises ``TransportError`` when the address was closed, or takes no association at present."""
        while not self._links:
            if self._trouble is not None:
                trouble, self._trouble = self._trouble, None
                raise trouble
            if self.closed:
                raise TransportError(f"{self.uri} was closed; listen again to accept more.")
            self._changed.clear()
            await self._changed.wait()
        was_full = self.full
        link = self._links.popleft()
        if was_full and self._on_room is not None and not self.closed:
            self._on_room()
        return link

    async def close(self) -> None:
        """Take no more, and abort those that nobody accepted."""
        self.closed = True
        self._changed.set()
        while self._links:
            await self._links.popleft().abort()

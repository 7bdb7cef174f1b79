"""Messages that came in over a link and were not taken yet: a bounded queue with the link's end behind them."""

import asyncio
from collections import deque
from collections.abc import Callable

from oran_harness.transports.link import Delivery, Ending

MOST_OCTETS = 1024 * 1024
"""An inbox that holds as many octets takes no more; the last message may go beyond, so large ones pass, too."""
MOST_MESSAGES = 1024


class Inbox:
    """What came in, in order, then how it ended. ``on_room`` is called when a full inbox takes messages again.

    A receiver that is cancelled loses nothing: a message leaves the queue only in the step that returns it.
    """

    def __init__(self, on_room: Callable[[], None] | None = None) -> None:
        self.ending: Ending | None = None
        self._messages: deque[Delivery] = deque()
        self._octets = 0
        self._changed = asyncio.Event()
        self._room = asyncio.Event()
        self._on_room = on_room

    def __len__(self) -> int:
        """How many messages nobody has taken yet."""
        return len(self._messages)

    @property
    def full(self) -> bool:
        """Whether whoever fills it shall wait."""
        return self._octets >= MOST_OCTETS or len(self._messages) >= MOST_MESSAGES

    def put(self, delivery: Delivery) -> None:
        """Add a message. It is taken even if the inbox is full; after the end it is dropped."""
        if self.ending is None:
            self._messages.append(delivery)
            self._octets += len(delivery.octets)
            self._changed.set()

    def end(self, ending: Ending) -> None:
        """Nothing comes any more. The first end counts."""
        if self.ending is None:
            self.ending = ending
            self._changed.set()
            self._room.set()

    async def receive(self) -> Delivery | Ending:
        """The next message; the end, again and again, once all were taken."""
        while not self._messages:
            if self.ending is not None:
                return self.ending
            self._changed.clear()
            await self._changed.wait()
        was_full = self.full
        delivery = self._messages.popleft()
        self._octets -= len(delivery.octets)
        if was_full and not self.full:
            self._room.set()
            if self._on_room is not None:
                self._on_room()
        return delivery

    async def room(self) -> None:
        """Return when the inbox takes messages again, or never will."""
        while self.full and self.ending is None:
            self._room.clear()
            await self._room.wait()

"""What links share that write and read in the background: backpressure both ways, and the ways to end."""

import asyncio
from abc import ABC, abstractmethod
from collections import deque
from typing import Generic, TypeVar

from oran_harness.transports.inbox import Inbox
from oran_harness.transports.link import Delivery, Ending, LinkEnded
from oran_harness.transports.message import check_message

LINGER = 5.0
"""Seconds that a shutdown waits for the far end to take what was sent and to close its side."""

_FIRST_LOOK = 0.0005
_LONGEST_LOOK = 0.05

P = TypeVar("P")


class BufferedLink(ABC, Generic[P]):
    """An association with an inbox, and with room for one message that is to be written (as ``P``).

    A sender returns when its message is the one that is to be written, and the next sender waits. Reading stops while
    the inbox is full, so that the far end's sender waits, too. Whoever is cancelled while waiting has sent nothing, or
    loses nothing of what came in. Once ``receive`` has told the end, everything is released.
    """

    def __init__(self, local: str, remote: str) -> None:
        self.local = local
        self.remote = remote
        self._inbox = Inbox(self._read_on)
        self._outgoing: deque[P] = deque()
        self._moved = asyncio.Event()
        self._closed = asyncio.Event()
        self._goodbye: Ending | None = None
        self._send_failure: Ending | None = None

    @abstractmethod
    def _pack(self, octets: bytes, stream: int, ppid: int) -> P:
        """What to write for a message."""

    @abstractmethod
    def _flush(self) -> None:
        """Begin to write what is to be written: ``_written`` or ``_write_failed`` follow, perhaps at once."""

    @abstractmethod
    def _read_on(self) -> None:
        """Go on reading, if reading had stopped."""

    @abstractmethod
    def _say_goodbye(self) -> None:
        """Tell the far end that nothing follows; everything was written."""

    @abstractmethod
    def _release(self, *, reset: bool) -> None:
        """Release everything; with ``reset`` so that the far end sees an abort."""

    def _unacknowledged(self) -> bool:
        """Whether anything is on its way that the far end has not acknowledged; False where nobody is told."""
        return False

    async def send(self, octets: bytes, *, stream: int = 0, ppid: int = 70) -> None:
        """Send one message; waits while the far end does not take more. Raises ``LinkEnded`` if the link is over."""
        check_message(octets, stream, ppid)
        while self._outgoing and self._over() is None:
            await self._movement()
        if over := self._over():
            raise LinkEnded(over)
        self._outgoing.append(self._pack(octets, stream, ppid))
        self._flush()
        if over := self._over():
            raise LinkEnded(over)

    async def delivered(self) -> None:
        """Return when all is written and, where the transport is told, acknowledged; or when the link is over."""
        pause = _FIRST_LOOK
        while self._over() is None and (self._outgoing or self._unacknowledged()):
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_LOOK)

    async def receive(self) -> Delivery | Ending:
        """The next message, or how the link ended."""
        return await self._inbox.receive()

    async def shutdown(self) -> None:
        """End it in order: what was sent is delivered first, what comes from now on is dropped.

        A far end that does not take it within ``LINGER`` seconds, and a caller that gives up, end it by an abort.
        """
        if self._closed.is_set():
            return
        self._goodbye = self._goodbye or Ending("shutdown", False, "we closed the association")
        self._moved.set()
        self._read_on()
        try:
            async with asyncio.timeout(LINGER):
                while self._outgoing and self._send_failure is None:
                    await self._movement()
                if not self._closed.is_set():
                    self._say_goodbye()
                await self._closed.wait()
        except TimeoutError:
            why = f"we closed the association, and aborted it when the far end had not closed it within {LINGER:g} s"
            self._abort(Ending("abort", False, why))
        except BaseException:
            self._abort(Ending("abort", False, "we aborted the association while we were closing it"))
            raise

    async def abort(self) -> None:
        """End it at once; the far end sees a reset."""
        self._abort(Ending("abort", False, "we aborted the association"))

    def _deliver(self, delivery: Delivery) -> None:
        """Something came in. After our own goodbye nobody waits for it."""
        if self._goodbye is None:
            self._inbox.put(delivery)

    def _written(self) -> None:
        """What was to be written is."""
        self._moved.set()

    def _write_failed(self, ending: Ending) -> None:
        """Nothing can be sent any more. What came in before is still to be read, so receivers are told later."""
        self._send_failure = self._send_failure or ending
        self._outgoing.clear()
        self._moved.set()

    def _abort(self, ending: Ending) -> None:
        """Reset the far end, because we want to or because it sent what cannot be carried."""
        self._close(ending, reset=True)

    def _end(self, ending: Ending) -> None:
        """The far end ended it, or answered our goodbye."""
        in_order = ending.how == "shutdown"
        self._close(self._goodbye if self._goodbye is not None and in_order else ending, reset=False)

    def _close(self, ending: Ending, *, reset: bool) -> None:
        if not self._closed.is_set():
            self._closed.set()
            self._release(reset=reset)
            self._outgoing.clear()
            self._moved.set()
            self._inbox.end(ending)

    def _over(self) -> Ending | None:
        return self._inbox.ending or self._goodbye or self._send_failure

    def _paused(self) -> bool:
        """Whether nothing shall be read at present."""
        return self._inbox.full and self._goodbye is None

    async def _movement(self) -> None:
        """Return when something changed that a sender may wait for."""
        self._moved.clear()
        await self._moved.wait()

"""One association of a hosted actor: what goes out waits in order, and what comes in waits while too much goes out."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from oran_harness.model import UsageError
from oran_harness.peers.actor import Say
from oran_harness.transports import Delivery, Ending, Link, LinkEnded

SOFT_MESSAGES = 256
SOFT_OCTETS = 1024 * 1024
"""With more than either waiting to go out, little is taken in: whoever does not listen is not listened to."""
HARD_MESSAGES = 65_536
HARD_OCTETS = 32 * 1024 * 1024
"""With more than either waiting the association is aborted: the far end has taken nothing for very long."""
_TURN = 64
"""Messages after which other associations get their turn."""
_TRICKLE = 0.05
"""Seconds after which a message is taken in all the same: two ends that wait for each other would do so for ever."""

Spawn = Callable[[Coroutine[Any, Any, None]], object]
"""Runs a coroutine beside the others."""


class HostedLink:
    """A link, and what its actor wants said on it.

    ``hear`` gets each message that comes in, ``trouble`` sentences for people.
    """

    def __init__(
        self, link: Link, spawn: Spawn, hear: Callable[[Delivery], None], trouble: Callable[[str], None]
    ) -> None:
        self.link = link
        self._spawn = spawn
        self._hear = hear
        self._trouble = trouble
        self._outgoing: deque[Say] = deque()
        self._octets = 0
        self._ending: str | None = None
        self._said = asyncio.Event()
        self._drained = asyncio.Event()
        spawn(self._send())

    @property
    def congested(self) -> bool:
        """Whether so much waits to go out that nothing more should be added."""
        return len(self._outgoing) > SOFT_MESSAGES or self._octets > SOFT_OCTETS

    def say(self, command: Say) -> None:
        """Send a message after those before; one for an association that is being ended is dropped."""
        if self._ending is not None:
            return
        self._outgoing.append(command)
        self._octets += len(command.octets)
        if self._octets > HARD_OCTETS or len(self._outgoing) > HARD_MESSAGES:
            self._trouble(f"{self.link.remote} takes no messages; the association is aborted")
            self.end("abort")
        self._said.set()

    def end(self, how: str) -> None:
        """End the association: by ``"abort"`` at once, else in order, after what was said before."""
        if self._ending == "abort":
            return
        self._ending = how
        if how == "abort":
            self._outgoing.clear()
            # Not in the sending task, which may be waiting for the far end to take something.
            self._spawn(self.link.abort())
        self._said.set()
        self._drained.set()

    async def receive(self) -> Ending:
        """Take in messages until the association is over."""
        taken = 0
        while True:
            if self.congested and self._ending is None:
                self._drained.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._drained.wait(), _TRICKLE)
            received = await self.link.receive()
            if isinstance(received, Ending):
                self._ending = self._ending or received.how
                self._outgoing.clear()
                self._said.set()
                return received
            self._hear(received)
            taken += 1
            if taken % _TURN == 0:
                await asyncio.sleep(0)

    async def _send(self) -> None:
        """Send what is said, until the association is over."""
        sent = 0
        try:
            while self._outgoing or self._ending is None:
                if not self._outgoing:
                    self._said.clear()
                    await self._said.wait()
                    continue
                await self._send_one(self._outgoing.popleft())
                sent += 1
                if sent % _TURN == 0:
                    await asyncio.sleep(0)
            if self._ending == "shutdown":
                await self.link.shutdown()
        except LinkEnded:
            # It is over: the receiving side tells the actor how.
            self._outgoing.clear()
            self._ending = self._ending or "over"
        finally:
            self._drained.set()

    async def _send_one(self, command: Say) -> None:
        try:
            await self.link.send(command.octets, stream=command.stream, ppid=command.ppid)
        except UsageError as error:
            self._trouble(f"a message could not be sent: {error}")
        self._octets -= len(command.octets)
        if not self.congested:
            self._drained.set()

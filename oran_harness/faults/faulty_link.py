"""A link of any transport whose messages come late, or are lost and sent again."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from random import Random

from oran_harness.faults.lane import Lane
from oran_harness.faults.link_faults import LinkFaults
from oran_harness.model import UsageError
from oran_harness.transports import Delivery, Ending, Link, LinkEnded
from oran_harness.transports.inbox import Inbox
from oran_harness.transports.message import check_message

_ONE_LINE = ("tcp://", "grpc://", "grpcs://")
"""Transports that keep the order of everything; of the others each stream is in order by itself."""

Note = Callable[[str], object]
"""Is told, for people, which message is lost."""


def faulty(link: Link, faults: LinkFaults, seed: str, note: Note = lambda text: None) -> Link:
    """The link under these faults; itself where there are none. ``seed`` decides which messages are lost."""
    return FaultyLink(link, faults, seed, note) if faults else link


class FaultyLink:
    """A link under faults. Nothing is lost for good, and order is kept: what the far end may rely on still holds.

    ``shutdown`` lets everything arrive first. After ``abort`` what was under way still arrives, and nothing is sent
    again. Once it has ended nothing of it is left running.
    """

    def __init__(self, link: Link, faults: LinkFaults, seed: str, note: Note) -> None:
        self.local = link.local
        self.remote = link.remote
        self._link = link
        self._faults = faults
        self._note = note
        self._chances = Random(f"{seed} there"), Random(f"{seed} here")
        self._one_line = link.local.startswith(_ONE_LINE)
        self._inbox = Inbox()
        self._refused: UsageError | None = None
        self._broken: BaseException | None = None
        self._parting: asyncio.Task[None] | None = None
        self._there: Lane[Delivery | None] = Lane(self._send_on)
        self._here: Lane[Delivery | Ending] = Lane(self._take_in)
        work = (self._there.run(), self._here.run(), self._read())
        self._tasks = [asyncio.get_running_loop().create_task(each) for each in work]
        for task in self._tasks:
            task.add_done_callback(self._done)

    async def send(self, octets: bytes, *, stream: int = 0, ppid: int = 70) -> None:
        """Send one message; waits while too many are under way. Raises ``LinkEnded`` if the link is over.

        What the transport refuses (``UsageError``) is told by a later call.
        """
        check_message(octets, stream, ppid)
        await self._there.room()
        if self._inbox.ending is not None:
            raise LinkEnded(self._inbox.ending)
        if self._refused is not None:
            refused, self._refused = self._refused, None
            raise refused
        late = self._repetition(self._chances[0], f"our message of {len(octets)} octets")
        way = self._faults.way(self._chances[0])
        self._there.enter(Delivery(bytes(octets), stream, ppid), self._line(stream), way, late)

    async def delivered(self) -> None:
        """Return when nothing that was sent is under way any more, or the link is over."""
        while self._inbox.ending is None and not self._there.empty:
            await self._there.movement()
        await self._link.delivered()

    async def receive(self) -> Delivery | Ending:
        """The next message, or how the link ended."""
        come = await self._inbox.receive()
        if isinstance(come, Ending) and self._broken is not None:
            raise self._broken
        return come

    async def shutdown(self) -> None:
        """End it in order: what was sent is delivered first, however late."""
        if self._inbox.ending is None:
            self._there.enter_last(None, self._faults.way(self._chances[0]))
        # The end comes back as that of any link does: from the transport.
        await asyncio.wait(self._tasks)

    async def abort(self) -> None:
        """End it: the far end sees that behind what is under way."""
        if self._parting is None:
            self._parting = asyncio.get_running_loop().create_task(self._part())
        # Whoever asks a second time waits for the same, and being cancelled leaves nothing half done.
        await asyncio.shield(self._parting)

    async def _part(self) -> None:
        if self._inbox.ending is None:
            self._inbox.end(Ending("abort", False, "we aborted the association"))
            self._there.forget_late()
            await asyncio.sleep(self._faults.longest_way)
        await self._link.abort()
        self._over()

    def _line(self, stream: int) -> int:
        return 0 if self._one_line else stream

    def _repetition(self, chances: Random, what: str) -> float:
        late = self._faults.repetition(chances)
        if late:
            self._note(f"fault: loss: {what} is lost, and comes {late:g} s late")
        return late

    async def _send_on(self, message: Delivery | None) -> None:
        """A message leaves the lane; None is the end in order."""
        if message is None:
            await self._link.shutdown()
            return
        with suppress(LinkEnded):  # whoever receives is told
            try:
                await self._link.send(message.octets, stream=message.stream, ppid=message.ppid or 0)
            except UsageError as error:
                self._refused = error

    async def _read(self) -> None:
        """Let what comes in enter the lane."""
        while True:
            await self._here.room()
            come = await self._link.receive()
            if isinstance(come, Ending):
                break
            late = self._repetition(self._chances[1], f"a message of {len(come.octets)} octets from the far end")
            way = self._faults.way(self._chances[1])
            self._here.enter(come, self._line(come.stream), way, late)
        if come.by_peer:
            self._here.enter_last(come, self._faults.way(self._chances[1]))
        else:
            self._inbox.end(come)
            self._over()

    async def _take_in(self, come: Delivery | Ending) -> None:
        """A message, or the end, has arrived."""
        if isinstance(come, Ending):
            self._inbox.end(come)
            self._over()
            return
        await self._inbox.room()
        self._inbox.put(come)

    def _done(self, task: "asyncio.Task[None]") -> None:
        error = None if task.cancelled() else task.exception()
        if error is not None:
            # A transport does not raise this: it is a mistake of the harness, and told where messages are waited for.
            self._broken = error
            self._inbox.end(Ending("down", False, "the harness broke"))
            self._over()

    def _over(self) -> None:
        """Let nothing of it go on."""
        for task in self._tasks:
            task.cancel()
        self._there.stir()

"""What links share that write and read in the background, held with a link that writes where we can watch."""

import asyncio

import pytest

from oran_harness.transports import Delivery, Ending, LinkEnded
from oran_harness.transports.buffered_link import BufferedLink
from oran_harness.transports.inbox import MOST_OCTETS


class PaperLink(BufferedLink[str]):
    """Writes to a list while ``taking``; everything that is asked of it is noted."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.written: list[str] = []
        self.taking = True
        super().__init__("paper://here", "paper://there")

    def take(self) -> None:
        """Write what is to be written."""
        self.written += self._outgoing
        self._outgoing.clear()
        self._written()

    def come(self, octets: bytes) -> None:
        """Let a message come in."""
        self._deliver(Delivery(octets, 0, 70))

    def fail_writing(self, ending: Ending) -> None:
        """Let nothing be sent any more."""
        self._write_failed(ending)

    def over(self, ending: Ending) -> None:
        """Let the far end end it."""
        self._end(ending)

    def reads(self) -> bool:
        """Whether it would read on."""
        return not self._paused()

    def _pack(self, octets: bytes, stream: int, ppid: int) -> str:
        return f"{octets.hex()} on {stream} as {ppid}"

    def _flush(self) -> None:
        if self.taking:
            self.take()

    def _read_on(self) -> None:
        self.notes.append("read on")

    def _say_goodbye(self) -> None:
        self.notes.append("goodbye")

    def _release(self, *, reset: bool) -> None:
        self.notes.append("reset" if reset else "release")


SHUTDOWN = Ending("shutdown", True, "the far end closed the association")
ABORT = Ending("abort", True, "the far end aborted the association")


def test_one_message_waits_to_be_written() -> None:
    """A sender returns when its message is the one that is to be written; the next waits until it is."""

    async def test() -> None:
        link = PaperLink()
        link.taking = False
        await link.send(b"\x01")
        second = asyncio.create_task(link.send(b"\x02", stream=2, ppid=3))
        third = asyncio.create_task(link.send(b"\x03"))
        await asyncio.sleep(0.01)
        assert not second.done()
        link.take()
        await asyncio.sleep(0.01)
        assert (second.done(), third.done()) == (True, False)
        link.take()
        await third
        link.take()
        assert link.written == ["01 on 0 as 70", "02 on 2 as 3", "03 on 0 as 70"]

    asyncio.run(test())


def test_a_cancelled_sender_has_sent_nothing() -> None:
    """A sender that gives up while it waits leaves nothing behind."""

    async def test() -> None:
        link = PaperLink()
        link.taking = False
        await link.send(b"\x01")
        second = asyncio.create_task(link.send(b"\x02"))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        link.take()
        assert link.written == ["01 on 0 as 70"]

    asyncio.run(test())


def test_goodbye_comes_after_what_was_sent() -> None:
    """A shutdown says goodbye when all is written, and is done when the far end answered; what comes in is dropped."""

    async def test() -> None:
        link = PaperLink()
        link.taking = False
        link.come(b"before")
        await link.send(b"\x01")
        closing = asyncio.create_task(link.shutdown())
        await asyncio.sleep(0.01)
        link.come(b"after")
        with pytest.raises(LinkEnded, match="we closed"):
            await link.send(b"late")
        assert link.notes == ["read on"]
        link.take()
        await asyncio.sleep(0.01)
        assert link.notes == ["read on", "goodbye"]
        link.over(SHUTDOWN)
        await closing
        assert link.notes[-1] == "release"
        assert await link.receive() == Delivery(b"before", 0, 70)
        assert await link.receive() == Ending("shutdown", False, "we closed the association")

    asyncio.run(test())


@pytest.mark.parametrize("waiting", [True, False], ids=["nothing taken", "no answer"])
def test_a_goodbye_that_is_not_answered(monkeypatch: pytest.MonkeyPatch, waiting: bool) -> None:
    """A far end that takes nothing more, or does not close its side, is aborted after a while."""
    monkeypatch.setattr("oran_harness.transports.buffered_link.LINGER", 0.02)

    async def test() -> None:
        link = PaperLink()
        link.taking = not waiting
        await link.send(b"\x01")
        await link.shutdown()
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("abort", False)
        assert link.notes[-1] == "reset"
        assert ("goodbye" in link.notes) == (not waiting)

    asyncio.run(test())


def test_an_abort_during_goodbye_is_an_abort() -> None:
    """Who is aborted while closing was aborted; the end is that of the far end."""

    async def test() -> None:
        link = PaperLink()
        closing = asyncio.create_task(link.shutdown())
        await asyncio.sleep(0.01)
        link.over(ABORT)
        await closing
        assert await link.receive() == ABORT

    asyncio.run(test())


def test_senders_learn_first_that_nothing_can_be_sent() -> None:
    """When writing fails, senders are told at once; receivers get what came in before, and then the end."""

    async def test() -> None:
        link = PaperLink()
        link.come(b"before")
        link.taking = False
        await link.send(b"\x01")
        waiting = asyncio.create_task(link.send(b"\x02"))
        await asyncio.sleep(0)
        link.fail_writing(ABORT)
        with pytest.raises(LinkEnded) as raised:
            await waiting
        assert raised.value.ending is ABORT
        assert await link.receive() == Delivery(b"before", 0, 70)
        link.over(ABORT)
        assert await link.receive() is ABORT

    asyncio.run(test())


def test_reading_stops_while_nobody_receives() -> None:
    """A full inbox stops reading until there is room; a link that says goodbye reads on all the same."""

    async def test() -> None:
        link = PaperLink()
        link.come(bytes(MOST_OCTETS))
        assert not link.reads()
        await link.receive()
        assert link.reads()
        assert link.notes == ["read on"]
        link.come(bytes(MOST_OCTETS))
        closing = asyncio.create_task(link.shutdown())
        await asyncio.sleep(0)
        assert link.reads()
        await link.abort()
        await closing

    asyncio.run(test())


def test_it_is_released_once() -> None:
    """However often and by whomever it is ended, it is released once, and the first end counts."""

    async def test() -> None:
        link = PaperLink()
        link.over(ABORT)
        link.over(SHUTDOWN)
        await link.abort()
        await link.shutdown()
        assert link.notes == ["release"]
        assert await link.receive() is ABORT

    asyncio.run(test())

"""The queue of what came in: bounded, in order, and safe against receivers that give up."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.transports.inbox import MOST_MESSAGES, MOST_OCTETS, Inbox
from oran_harness.transports.link import Delivery, Ending

END = Ending("shutdown", True, "over")


def delivery(octets: bytes = b"x") -> Delivery:
    return Delivery(octets, 0, 70)


def test_messages_come_before_the_end() -> None:
    """What came before the end is received first; then the end, again and again; what comes after it is dropped."""

    async def test() -> None:
        inbox = Inbox()
        inbox.put(delivery(b"1"))
        inbox.put(delivery(b"2"))
        inbox.end(END)
        inbox.end(Ending("abort", True, "later"))
        inbox.put(delivery(b"late"))
        assert [await inbox.receive() for _ in range(4)] == [delivery(b"1"), delivery(b"2"), END, END]

    asyncio.run(test())


def test_full_by_octets_and_by_number() -> None:
    """An inbox is full at so many octets or messages; one large message fits into any that is not."""

    async def test() -> None:
        inbox = Inbox()
        inbox.put(delivery(bytes(MOST_OCTETS - 1)))
        assert not inbox.full
        inbox.put(delivery(bytes(5 * MOST_OCTETS)))
        assert inbox.full
        inbox = Inbox()
        for _ in range(MOST_MESSAGES):
            assert not inbox.full
            inbox.put(delivery())
        assert inbox.full
        assert len(inbox) == MOST_MESSAGES

    asyncio.run(test())


def test_room_is_told_when_there_is_some() -> None:
    """Whoever fills it is told once when a full inbox takes messages again, and who waits for room goes on."""

    async def test() -> None:
        told: list[bool] = []
        inbox = Inbox(lambda: told.append(inbox.full))
        for _ in range(3):
            inbox.put(delivery(bytes(MOST_OCTETS)))
        waiting = asyncio.create_task(inbox.room())
        await inbox.receive()
        await inbox.receive()
        await asyncio.sleep(0)
        assert not waiting.done()
        assert told == []
        await inbox.receive()
        await waiting
        assert told == [False]

    asyncio.run(test())


def test_the_end_wakes_everybody() -> None:
    """Receivers and those who wait for room go on when the end comes."""

    async def test() -> None:
        inbox = Inbox()
        receivers = [asyncio.create_task(inbox.receive()) for _ in range(2)]
        await asyncio.sleep(0)
        inbox.end(END)
        assert await asyncio.gather(*receivers) == [END, END]
        full = Inbox()
        full.put(delivery(bytes(MOST_OCTETS)))
        waiting = asyncio.create_task(full.room())
        await asyncio.sleep(0)
        full.end(END)
        await waiting

    asyncio.run(test())


@given(st.lists(st.sampled_from(["put", "receive", "give up"]), max_size=40))
def test_no_order_of_events_loses_a_message(events: list[str]) -> None:
    """Whatever receivers give up in between, each message is received once and in order."""

    async def test() -> None:
        inbox = Inbox()
        put = 0
        received: list[int] = []
        for event in events:
            if event == "put":
                inbox.put(delivery(bytes([put])))
                put += 1
                continue
            task = asyncio.create_task(inbox.receive())
            await asyncio.sleep(0)
            if event == "give up" or not task.done():
                task.cancel()
            (got,) = await asyncio.gather(task, return_exceptions=True)
            if isinstance(got, Delivery):
                received.append(got.octets[0])
        inbox.end(END)
        while isinstance(got := await inbox.receive(), Delivery):
            received.append(got.octets[0])
        assert received == list(range(put))

    asyncio.run(test())

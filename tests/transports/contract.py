"""What every transport must do: the same tests for all of them, to be inherited by a class for each."""

import asyncio
import random
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import (
    LARGEST_MESSAGE,
    Delivery,
    Ending,
    Link,
    LinkEnded,
    Listener,
    TransportError,
    connect,
    listen,
)

WITHIN = 60
"""Seconds that a test may take at most: a hang is a failure, not a run that never ends."""


@dataclass(frozen=True)
class Place:
    """Where to listen, and what to add to the listener's URI in order to connect."""

    listen: str
    query: str = ""


@dataclass(frozen=True)
class Pair:
    """An association: the end that connected, the end that accepted, and the address."""

    near: Link
    far: Link
    listener: Listener


@asynccontextmanager
async def associated(place: Place) -> AsyncIterator[Pair]:
    """An association at a free address; all is closed afterwards."""
    listener = await listen(place.listen)
    near, far = await associate(listener, place)
    try:
        yield Pair(near, far, listener)
    finally:
        await near.abort()
        await far.abort()
        await listener.close()


async def associate(listener: Listener, place: Place) -> tuple[Link, Link]:
    """One more association at an open address."""
    near = await connect(listener.uri + place.query)
    return near, await listener.accept()


def run(test: Coroutine[Any, Any, None]) -> None:
    """Run a test within its time."""
    asyncio.run(asyncio.wait_for(test, WITHIN))


async def fill(link: Link, size: int = 65_536) -> int:
    """Send until the link makes its sender wait; how many messages it took."""
    for count in range(10_000):
        try:
            async with asyncio.timeout(0.4):
                await link.send(bytes([count % 251]) * size)
        except TimeoutError:
            return count
    raise AssertionError(f"the link took {count} messages of {size} octets that nobody receives")


async def drain(link: Link, count: int) -> list[bytes]:
    """The next so many messages."""
    received = []
    for _ in range(count):
        delivery = await link.receive()
        assert isinstance(delivery, Delivery), delivery
        received.append(delivery.octets)
    return received


class LinkContract:
    """The contract. ``place`` is a fixture of the class that inherits it."""

    def test_message_arrives_as_it_was_sent(self, place: Place) -> None:
        """Octets, stream and PPID arrive as they were sent, in both directions; stream 0 and PPID 70 unless told."""

        async def test() -> None:
            async with associated(place) as pair:
                await pair.near.send(b"\x00request")
                assert await pair.far.receive() == Delivery(b"\x00request", 0, 70)
                await pair.far.send(b"answer\x00", stream=3, ppid=0)
                assert await pair.near.receive() == Delivery(b"answer\x00", 3, 0)
                await pair.near.send(b"x", stream=1, ppid=0xFFFF_FFFF)
                assert await pair.far.receive() == Delivery(b"x", 1, 0xFFFF_FFFF)

        run(test())

    @pytest.mark.parametrize("size", [1, 2, 1_023, 65_535, 65_536, 1_048_577, LARGEST_MESSAGE])
    def test_messages_of_any_size_arrive_whole(self, place: Place, size: int) -> None:
        """A message has from 1 octet to 16 MiB, and stays one message."""

        async def test() -> None:
            octets = random.Random(size).randbytes(size)
            async with associated(place) as pair:
                _, delivery = await asyncio.gather(pair.near.send(octets), pair.far.receive())
                assert isinstance(delivery, Delivery)
                assert delivery.octets == octets
                _, delivery = await asyncio.gather(pair.far.send(octets), pair.near.receive())
                assert isinstance(delivery, Delivery)
                assert delivery.octets == octets

        run(test())

    def test_messages_of_all_sizes_keep_their_order(self, place: Place) -> None:
        """On one stream messages arrive in the order in which they were sent, none twice, none missing."""

        async def test() -> None:
            lots = random.Random(1)
            messages = [lots.randbytes(lots.choice([1, 40, 270, 5_000, 90_000])) for _ in range(300)]

            async def send_all(link: Link) -> None:
                for message in messages:
                    await link.send(message)

            async with associated(place) as pair:
                _, there, _, back = await asyncio.gather(
                    send_all(pair.near),
                    drain(pair.far, len(messages)),
                    send_all(pair.far),
                    drain(pair.near, len(messages)),
                )
                assert there == messages
                assert back == messages

        run(test())

    def test_any_number_may_send_at_once(self, place: Place) -> None:
        """Several tasks that send at once mix messages, but never the octets of two."""

        async def test() -> None:
            async def send_many(link: Link, letter: int) -> None:
                for _ in range(40):
                    await link.send(bytes([letter]) * 30_000)

            async with associated(place) as pair:
                senders = [send_many(pair.near, letter) for letter in range(1, 6)]
                *_, received = await asyncio.gather(*senders, drain(pair.far, 200))
                assert sorted(received) == [bytes([letter]) * 30_000 for letter in range(1, 6) for _ in range(40)]

        run(test())

    @pytest.mark.parametrize(
        ("octets", "stream", "ppid"),
        [
            (b"", 0, 70),
            (bytes(LARGEST_MESSAGE + 1), 0, 70),
            (b"x", -1, 70),
            (b"x", 65_536, 70),
            (b"x", 0, -1),
            (b"x", 0, 1 << 32),
        ],
        ids=["empty", "too-large", "stream-below", "stream-above", "ppid-below", "ppid-above"],
    )
    def test_what_cannot_be_carried_is_refused(self, place: Place, octets: bytes, stream: int, ppid: int) -> None:
        """A message that no transport carries is the caller's mistake; the link lives on as if nothing had been."""

        async def test() -> None:
            async with associated(place) as pair:
                with pytest.raises(UsageError):
                    await pair.near.send(octets, stream=stream, ppid=ppid)
                await pair.near.send(b"good")
                assert await pair.far.receive() == Delivery(b"good", 0, 70)

        run(test())

    @pytest.mark.parametrize("who", ["near", "far"])
    def test_shutdown_delivers_first(self, place: Place, who: str) -> None:
        """Both ends of a shutdown know whose it was, and what was sent before it is received before it."""

        async def test() -> None:
            async with associated(place) as pair:
                ours, theirs = (pair.near, pair.far) if who == "near" else (pair.far, pair.near)
                for number in range(1, 6):
                    await ours.send(bytes([number]))
                await ours.shutdown()
                assert await drain(theirs, 5) == [bytes([number]) for number in range(1, 6)]
                ending = await theirs.receive()
                assert isinstance(ending, Ending)
                assert (ending.how, ending.by_peer) == ("shutdown", True)
                assert ending.reason
                own = await ours.receive()
                assert isinstance(own, Ending)
                assert (own.how, own.by_peer) == ("shutdown", False)

        run(test())

    @pytest.mark.parametrize("who", ["near", "far"])
    def test_abort_is_no_shutdown(self, place: Place, who: str) -> None:
        """An abort is told from a shutdown by both ends, whoever did it."""

        async def test() -> None:
            async with associated(place) as pair:
                ours, theirs = (pair.near, pair.far) if who == "near" else (pair.far, pair.near)
                await ours.abort()
                ending = await theirs.receive()
                assert isinstance(ending, Ending)
                assert (ending.how, ending.by_peer) == ("abort", True)
                own = await ours.receive()
                assert isinstance(own, Ending)
                assert (own.how, own.by_peer) == ("abort", False)

        run(test())

    def test_a_waiting_receiver_learns_of_the_end(self, place: Place) -> None:
        """Who waits for a message when the link ends, at either end of it, is told the end."""

        async def test() -> None:
            async with associated(place) as pair:
                waiting = [asyncio.create_task(link.receive()) for link in (pair.near, pair.far)]
                await asyncio.sleep(0.01)
                await pair.near.shutdown()
                endings = await asyncio.gather(*waiting)
                assert [(end.how, end.by_peer) for end in endings if isinstance(end, Ending)] == [
                    ("shutdown", False),
                    ("shutdown", True),
                ]

        run(test())

    def test_an_end_stays_the_end(self, place: Place) -> None:
        """After the end ``receive`` tells the same again, ``send`` raises with it, and ending again changes nothing."""

        async def test() -> None:
            async with associated(place) as pair:
                await pair.near.abort()
                for link in (pair.near, pair.far):
                    ending = await link.receive()
                    await link.shutdown()
                    await link.abort()
                    assert await link.receive() == ending
                    with pytest.raises(LinkEnded) as raised:
                        await link.send(b"late")
                    assert raised.value.ending == ending

        run(test())

    def test_both_may_shut_down_at_once(self, place: Place) -> None:
        """Two shutdowns that cross end the link in order, or one by the other's, at both ends."""

        async def test() -> None:
            async with associated(place) as pair:
                await asyncio.gather(pair.near.shutdown(), pair.far.shutdown())
                for link in (pair.near, pair.far):
                    ending = await link.receive()
                    assert isinstance(ending, Ending)
                    assert ending.how == "shutdown"

        run(test())

    def test_a_sender_waits_for_a_receiver(self, place: Place) -> None:
        """A receiver that does not receive makes the sender wait before much is held; then nothing is missing."""

        async def test() -> None:
            async with associated(place) as pair:
                taken = await fill(pair.near)
                assert taken * 65_536 < 48 * 1024 * 1024
                received = await drain(pair.far, taken)
                assert received == [bytes([number % 251]) * 65_536 for number in range(taken)]
                await pair.near.send(b"and on")
                # The send that was given up sent nothing.
                assert await drain(pair.far, 1) == [b"and on"]

        run(test())

    def test_many_small_messages_wait_too(self, place: Place) -> None:
        """Messages of one octet that nobody receives are bounded in number as well."""

        async def test() -> None:
            async with associated(place) as pair:
                sender = asyncio.create_task(self._send_for_ever(pair.near))
                await asyncio.sleep(0.5)
                inbox = getattr(pair.far, "_inbox", None) or pair.far.inbox  # type: ignore[attr-defined]
                assert len(inbox) <= 8_000
                sender.cancel()

        run(test())

    @staticmethod
    async def _send_for_ever(link: Link) -> None:
        while True:
            await link.send(b"x")
            await asyncio.sleep(0)

    @pytest.mark.parametrize("who", ["near", "far"])
    def test_a_waiting_sender_learns_of_the_end(self, place: Place, who: str) -> None:
        """A sender that waits for room is told when the link ends instead, by either end."""

        async def test() -> None:
            async with associated(place) as pair:
                await fill(pair.near)
                sender = asyncio.create_task(self._send_for_ever(pair.near))
                await asyncio.sleep(0.05)
                await (pair.near if who == "near" else pair.far).abort()
                with pytest.raises(LinkEnded) as raised:
                    await sender
                assert (raised.value.ending.how, raised.value.ending.by_peer) == ("abort", who == "far")

        run(test())

    def test_a_cancelled_send_sends_nothing_or_all(self, place: Place) -> None:
        """A send that is cancelled leaves no half message behind: what follows it arrives whole."""

        async def test() -> None:
            async with associated(place) as pair:
                taken = await fill(pair.near, 100_000)
                for _ in range(5):
                    task = asyncio.create_task(pair.near.send(b"given up" * 1_000))
                    await asyncio.sleep(0)
                    task.cancel()
                    await asyncio.gather(task, return_exceptions=True)
                await drain(pair.far, taken)
                await pair.near.send(b"last")
                rest = []
                while not rest or rest[-1] != b"last":
                    rest += await drain(pair.far, 1)
                assert set(rest) <= {b"last", b"given up" * 1_000}

        run(test())

    def test_a_cancelled_receive_loses_nothing(self, place: Place) -> None:
        """However often receivers give up, each message is received once and in order."""

        async def test() -> None:
            async with associated(place) as pair:

                async def send_all() -> None:
                    for number in range(200):
                        await pair.near.send(number.to_bytes(2, "big"))
                        await asyncio.sleep(0.001 * (number % 3))

                sender = asyncio.create_task(send_all())
                received: list[bytes] = []
                while len(received) < 200:
                    task = asyncio.create_task(pair.far.receive())
                    await asyncio.wait([task], timeout=0.001)
                    task.cancel()
                    (got,) = await asyncio.gather(task, return_exceptions=True)
                    if isinstance(got, Delivery):
                        received.append(got.octets)
                assert received == [number.to_bytes(2, "big") for number in range(200)]
                await sender

        run(test())

    def test_a_cancelled_accept_loses_nothing(self, place: Place) -> None:
        """An association that comes while an accept is given up is accepted by the next."""

        async def test() -> None:
            listener = await listen(place.listen)
            try:
                for _ in range(3):
                    task = asyncio.create_task(listener.accept())
                    near = await connect(listener.uri + place.query)
                    task.cancel()
                    (got,) = await asyncio.gather(task, return_exceptions=True)
                    far = await listener.accept() if isinstance(got, asyncio.CancelledError) else got
                    assert not isinstance(far, BaseException)
                    await near.send(b"here")
                    assert await far.receive() == Delivery(b"here", 0, 70)
                    await near.abort()
                    await far.abort()
            finally:
                await listener.close()

        run(test())

    def test_a_cancelled_shutdown_releases_the_link(self, place: Place) -> None:
        """A shutdown that is given up ends the link all the same."""

        async def test() -> None:
            async with associated(place) as pair:
                await fill(pair.near)
                closing = asyncio.create_task(pair.near.shutdown())
                await asyncio.sleep(0.01)
                closing.cancel()
                await asyncio.gather(closing, return_exceptions=True)
                async with asyncio.timeout(5):
                    ending = await pair.near.receive()
                assert isinstance(ending, Ending)
                assert not ending.by_peer

        run(test())

    def test_associations_are_independent(self, place: Place) -> None:
        """Several associations at one address do not hear each other, and end one by one."""

        async def test() -> None:
            async with associated(place) as pair:
                near, far = await associate(pair.listener, place)
                await near.send(b"second")
                await pair.near.send(b"first")
                assert await far.receive() == Delivery(b"second", 0, 70)
                assert await pair.far.receive() == Delivery(b"first", 0, 70)
                await near.abort()
                assert isinstance(await far.receive(), Ending)
                await pair.far.send(b"still")
                assert await pair.near.receive() == Delivery(b"still", 0, 70)

        run(test())

    def test_an_accepted_association_outlives_its_address(self, place: Place) -> None:
        """Closing an address leaves accepted associations alone, aborts the others, and lets it be opened again."""

        async def test() -> None:
            async with associated(place) as pair:
                waiting = await connect(pair.listener.uri + place.query)
                accepting = asyncio.create_task(pair.listener.accept())
                accepted = await accepting
                late = asyncio.create_task(pair.listener.accept())
                await asyncio.sleep(0.01)
                await pair.listener.close()
                await pair.listener.close()
                with pytest.raises(TransportError, match="closed"):
                    await late
                with pytest.raises(TransportError):
                    await connect(pair.listener.uri + place.query, timeout=1)
                await pair.near.send(b"still")
                assert await pair.far.receive() == Delivery(b"still", 0, 70)
                again = await listen(self._same(place, pair.listener))
                assert again.uri == pair.listener.uri
                await again.close()
                await waiting.abort()
                await accepted.abort()

        run(test())

    def test_nobody_accepts_what_a_closed_address_held(self, place: Place) -> None:
        """An association that was never accepted is aborted when its address closes."""

        async def test() -> None:
            listener = await listen(place.listen)
            near = await connect(listener.uri + place.query)
            await asyncio.sleep(0.05)
            await listener.close()
            ending = await near.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("abort", True)

        run(test())

    def test_an_address_is_taken_once(self, place: Place) -> None:
        """Listening where somebody listens is refused in a sentence that says what to do."""

        async def test() -> None:
            listener = await listen(place.listen)
            try:
                with pytest.raises(TransportError, match=r"in use: .* choose another"):
                    await listen(self._same(place, listener))
            finally:
                await listener.close()

        run(test())

    def test_nobody_listens(self, place: Place) -> None:
        """Connecting where nobody listens is refused in a sentence that says what to do."""

        async def test() -> None:
            listener = await listen(place.listen)
            await listener.close()
            with pytest.raises(TransportError, match="Nobody listens at"):
                await connect(listener.uri + place.query)

        run(test())

    @staticmethod
    def _same(place: Place, listener: Listener) -> str:
        """The address of a listener, with the options of its place."""
        return listener.uri + place.listen[len(place.listen.partition("?")[0]) :]

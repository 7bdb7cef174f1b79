"""What every transport must do with messages."""

import asyncio
import random

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import (
    LARGEST_MESSAGE,
    Delivery,
    Link,
)
from tests.transports.associations import Place, associated, drain, fill, run, send_for_ever


class MessageContract:
    """How messages are carried. ``place`` is a fixture of the class that inherits it."""

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

    def test_what_is_delivered_is_there(self, place: Place) -> None:
        """Whoever waits for that goes on when the far end has it, read or not; and when the association is over."""

        async def test() -> None:
            async with associated(place) as pair:
                await pair.near.delivered()
                await pair.near.send(b"first", stream=1)
                await pair.near.delivered()
                await pair.near.send(b"second", stream=2)
                assert await pair.far.receive() == Delivery(b"first", 1, 70)
                await pair.near.abort()
                await pair.near.delivered()

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
                sender = asyncio.create_task(send_for_ever(pair.near))
                await asyncio.sleep(0.5)
                inbox = getattr(pair.far, "_inbox", None) or pair.far.inbox  # type: ignore[attr-defined]
                assert len(inbox) <= 8_000
                sender.cancel()

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

"""What every transport must do with messages."""

import asyncio
import random

import pytest

from oran_harness.transports import (
    LARGEST_MESSAGE,
    Delivery,
    Link,
)
from tests.transports.associations import Place, associated, drain, run


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

    @pytest.mark.parametrize("size", [1, 65_536, LARGEST_MESSAGE])
    def test_a_message_stays_one(self, place: Place, size: int) -> None:
        """A message arrives as one, however large."""

        async def test() -> None:
            async with associated(place) as pair:
                _, received = await asyncio.gather(pair.near.send(bytes(size)), drain(pair.far, 1))
                assert len(received[0]) == size

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

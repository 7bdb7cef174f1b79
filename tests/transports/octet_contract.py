"""What every transport must do with octets, whether it keeps messages apart or not."""

import asyncio
import random

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import (
    LARGEST_MESSAGE,
    Delivery,
    Link,
)
from tests.transports.associations import Place, arrives, associated, collect, fill, run, send_for_ever


class OctetContract:
    """How octets are carried. ``place`` is a fixture of the class that inherits it."""

    @pytest.mark.parametrize("size", [1, 2, 1_023, 65_535, 65_536, 1_048_577, LARGEST_MESSAGE])
    def test_octets_of_any_number_arrive(self, place: Place, size: int) -> None:
        """From 1 octet to 16 MiB can be sent at once, and arrive unchanged in both directions."""

        async def test() -> None:
            octets = random.Random(size).randbytes(size)
            async with associated(place) as pair:
                await asyncio.gather(pair.near.send(octets), arrives(pair.far, octets))
                await asyncio.gather(pair.far.send(octets), arrives(pair.near, octets))

        run(test())

    def test_any_number_may_send_at_once(self, place: Place) -> None:
        """Several tasks that send at once mix messages, but never the octets of two."""

        async def test() -> None:
            async def send_many(link: Link, letter: int) -> None:
                for _ in range(40):
                    await link.send(bytes([letter]) * 30_000)

            async with associated(place) as pair:
                senders = [send_many(pair.near, letter) for letter in range(1, 6)]
                *_, received = await asyncio.gather(*senders, collect(pair.far, 200 * 30_000))
                pieces = [received[start : start + 30_000] for start in range(0, len(received), 30_000)]
                assert sorted(pieces) == [bytes([letter]) * 30_000 for letter in range(1, 6) for _ in range(40)]

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
                await arrives(pair.far, b"good")

        run(test())

    def test_a_sender_waits_for_a_receiver(self, place: Place) -> None:
        """A receiver that does not receive makes the sender wait before much is held; then nothing is missing."""

        async def test() -> None:
            async with associated(place) as pair:
                taken = await fill(pair.near)
                assert taken * 65_536 < 48 * 1024 * 1024
                await arrives(pair.far, b"".join(bytes([number % 251]) * 65_536 for number in range(taken)))
                await pair.near.send(b"and on")
                # The send that was given up sent nothing.
                await arrives(pair.far, b"and on")

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
                await collect(pair.far, taken * 100_000)
                await pair.near.send(b"last")
                rest = b""
                while not rest.endswith(b"last"):
                    rest += await collect(pair.far, 1)
                assert rest == b"given up" * 1_000 * (len(rest) // 8_000) + b"last"

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
                received = b""
                while len(received) < 400:
                    task = asyncio.create_task(pair.far.receive())
                    await asyncio.wait([task], timeout=0.001)
                    task.cancel()
                    (got,) = await asyncio.gather(task, return_exceptions=True)
                    if isinstance(got, Delivery):
                        received += got.octets
                assert received == b"".join(number.to_bytes(2, "big") for number in range(200))
                await sender

        run(test())

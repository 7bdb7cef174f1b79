"""Addresses that are open in user space."""

import asyncio
import socket

import pytest

from oran_harness.transports import Delivery, Link, connect, listen
from oran_harness.transports.userland_sctp import UserlandSctpLink
from tests.transports.associations import run
from tests.transports.userland_sctp.places import NEEDED, PLACE

pytestmark = NEEDED
MANY = 200


def test_each_association_has_a_socket_of_its_own() -> None:
    """What many send at once has room for each; nobody else gets the port, and all are given back."""

    async def test() -> None:
        listener = await listen(PLACE.listen)
        nears = [await connect(listener.uri) for _ in range(3)]
        fars = [await listener.accept() for _ in range(3)]
        ways = [far._passage.way for far in fars if isinstance(far, UserlandSctpLink)]
        assert len({way.sock for way in ways}) == 3
        own = [way.sock for way in ways]
        assert all(way.connected and way.sock.getsockname()[1] == 9899 for way in ways)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with pytest.raises(OSError, match="in use"):
                other.bind(own[0].getsockname())
        await listener.close()
        for link in (*nears, *fars):
            await link.abort()
        assert all(sock.fileno() < 0 for sock in own)

    run(test())


def test_many_associations_at_once() -> None:
    """Two hundred associations of one process send at once: each hears its own messages, in order and without loss."""
    messages = 20

    async def test() -> None:
        listener = await listen(PLACE.listen)

        async def accept_all() -> list[Link]:
            return [await listener.accept() for _ in range(MANY)]

        connecting = [connect(listener.uri, timeout=30) for _ in range(MANY)]
        fars, *nears = await asyncio.gather(accept_all(), *connecting)

        async def send_all(number: int, link: Link) -> None:
            for count in range(messages):
                await link.send(number.to_bytes(2, "big") * 100 + bytes([count]), stream=count % 4)

        async def read_all(link: Link) -> int:
            first = None
            counts = []
            for _ in range(messages):
                delivery = await link.receive()
                assert isinstance(delivery, Delivery), delivery
                first = first or delivery.octets[:200]
                assert delivery.octets[:200] == first
                counts.append((delivery.stream, delivery.octets[200]))
            assert sorted(counts, key=lambda pair: pair[1]) == [(count % 4, count) for count in range(messages)]
            return int.from_bytes(first[:2], "big") if first else -1

        sending = [send_all(number, link) for number, link in enumerate(nears)]
        *heard, _ = await asyncio.gather(*(read_all(link) for link in fars), asyncio.gather(*sending))
        assert sorted(heard) == list(range(MANY))
        await asyncio.gather(*(link.shutdown() for link in nears))
        await listener.close()

    run(test())

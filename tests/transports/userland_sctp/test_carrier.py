"""What strangers send to our UDP ports: it is dropped or answered, and nobody else notices."""

import asyncio
import random
import socket
import struct
from contextlib import suppress
from typing import Any

import pytest

from oran_harness.transports import Delivery, Link, LinkEnded, connect, listen
from oran_harness.transports.userland_sctp import UserlandSctpLink
from oran_harness.transports.userland_sctp.carrier import MOST_STRANGERS
from oran_harness.transports.userland_sctp.stack import stack
from oran_harness.transports.userland_sctp.way import Way
from tests.transports.associations import run
from tests.transports.userland_sctp.places import NEEDED, PLACE

pytestmark = NEEDED
HOST = PLACE.listen.partition("//")[2].partition(":")[0]


def sealed(packet: bytes) -> bytes:
    """The packet with its right CRC."""
    plain = packet[:8] + bytes(4) + packet[12:]
    here = stack()
    return plain[:8] + struct.pack("=I", here.checksum(here.ffi.from_buffer("char[]", plain), len(plain))) + plain[12:]


def init(port: int, far_port: int, tag: int) -> bytes:
    """An INIT, as whoever wants an association sends it."""
    chunk = struct.pack("!BBHIIHHI", 1, 0, 20, tag, 65_536, 16, 16, tag)
    return sealed(struct.pack("!HHII", far_port, port, 0, 0) + chunk)


async def works(near: Link, far: Link) -> None:
    """Both ends still hear each other."""
    for sender, receiver in ((near, far), (far, near)):
        await sender.send(b"still here")
        async with asyncio.timeout(10):
            assert await receiver.receive() == Delivery(b"still here", 0, 70)


@pytest.mark.parametrize("kind", ["garbage", "mangled", "truncated", "lying", "abort", "init"])
def test_datagrams_of_strangers(kind: str) -> None:
    """Garbage, mangled and cut packets, lengths that lie, ABORTs without the tag and spoofed INITs change nothing."""
    lots = random.Random(kind)

    def hostile(port: int) -> bytes:
        whole = init(port, lots.randrange(1, 65_536), lots.randrange(1, 1 << 32))
        match kind:
            case "garbage":
                return lots.randbytes(lots.randrange(1_500))
            case "mangled":
                place = lots.randrange(len(whole))
                return sealed(whole[:place] + lots.randbytes(1) + whole[place + 1 :])
            case "truncated":
                return sealed(whole[: lots.randrange(12, len(whole))])
            case "lying":
                head = struct.pack("!HHII", 7, port, lots.randrange(1 << 32), 0)
                kind_of_chunk = lots.choice([0, 1, 2, 3, 4, 5, 6, 9, 10, 0x0F, 0x80, 0x82, 0xC0, 0xC1])
                octets = lots.randbytes(lots.randrange(60))
                return sealed(head + struct.pack("!BBH", kind_of_chunk, 0, lots.randrange(80)) + octets)
            case "abort":
                return sealed(struct.pack("!HHII", 7, port, lots.randrange(1, 1 << 32), 0) + b"\x06\x00\x00\x04")
        return whole

    async def test() -> None:
        listener = await listen(PLACE.listen)
        near = await connect(listener.uri)
        far = await listener.accept()
        port = int(listener.uri.rpartition(":")[2])
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
            stranger.bind((HOST, 0))
            for number in range(2_000):
                stranger.sendto(hostile(port), (HOST, 9899))
                if number % 100 == 0:
                    await works(near, far)
        await works(near, far)
        again = await connect(listener.uri)
        await works(again, await listener.accept())
        for link in (near, far, again):
            await link.abort()
        await listener.close()

    run(test())


def test_mangled_packets_within_an_association(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has the right tag and CRC, and is nonsense, ends that association at worst: no other, nor the process."""
    lots = random.Random(5)
    send = Way.send
    mangled: set[Way] = set()
    sent = 0

    def mangling(self: Way, packet: Any) -> None:
        nonlocal sent
        octets = bytes(packet)
        for _ in range(3 if self in mangled and len(octets) > 16 else 0):
            place = lots.randrange(12, len(octets))
            send(self, sealed(octets[:place] + lots.randbytes(1) + octets[place + 1 :]))
            sent += 1
        send(self, packet)

    async def test() -> None:
        listener = await listen(PLACE.listen)
        other = await connect(listener.uri)
        other_far = await listener.accept()
        for _ in range(40):
            near = await connect(listener.uri)
            far = await listener.accept()
            assert isinstance(far, UserlandSctpLink)
            mangled.add(far._passage.way)
            with suppress(LinkEnded):
                for _ in range(30):
                    await far.send(lots.randbytes(40))
                    await asyncio.sleep(0.0005)
            await near.abort()
            await far.abort()
        await works(other, other_far)
        for link in (other, other_far):
            await link.abort()
        await listener.close()

    monkeypatch.setattr(Way, "send", mangling)
    run(test())
    assert sent > 500


def test_strangers_are_forgotten() -> None:
    """However many far ends send, only some are remembered, and whoever has an association is not forgotten."""

    async def test() -> None:
        listener = await listen(PLACE.listen)
        near = await connect(listener.uri)
        far = await listener.accept()
        known = len(stack().ways)
        port = int(listener.uri.rpartition(":")[2])
        for number in range(MOST_STRANGERS + 50):
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
                stranger.bind((HOST, 0))
                stranger.sendto(init(port, 1 + number, 1 + number), (HOST, 9899))
            if number % 50 == 0:
                await asyncio.sleep(0.01)
        await works(near, far)
        assert known < len(stack().ways) <= known + MOST_STRANGERS
        await near.abort()
        await far.abort()
        await listener.close()
        assert len(stack().ways) == 0

    run(test())

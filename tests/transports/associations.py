"""Associations for tests: opened, filled, drained and closed, over any transport."""

import asyncio
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from oran_harness.testing import LinkPair, linked
from oran_harness.transports import (
    Delivery,
    Link,
    Listener,
    connect,
)

WITHIN = 60
"""Seconds that a test may take at most: a hang is a failure, not a run that never ends."""


@dataclass(frozen=True)
class Place:
    """Where to listen, and what to add to the listener's URI in order to connect."""

    listen: str
    query: str = ""


def associated(place: Place) -> AbstractAsyncContextManager[LinkPair]:
    """An association at a free address; all is closed afterwards."""
    return linked(place.listen, place.query)


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


async def collect(link: Link, number: int) -> bytes:
    """The next octets, at least so many, in as many pieces as may be."""
    found = bytearray()
    while len(found) < number:
        delivery = await link.receive()
        assert isinstance(delivery, Delivery), delivery
        found += delivery.octets
    return bytes(found)


async def arrives(link: Link, octets: bytes) -> None:
    """The next that comes is just these octets: one message, or where there are none, in as many pieces as may be."""
    found = await collect(link, len(octets))
    # Not by assert, which would show how two of 16 MiB differ.
    if found != octets:
        raise AssertionError(f"{len(found)} octets came that are not the {len(octets)} that were sent")


async def send_for_ever(link: Link) -> None:
    """Send messages of one octet until cancelled, or until the link is over."""
    while True:
        await link.send(b"x")
        await asyncio.sleep(0)

"""The associations that come in at an address, one after the other."""

import asyncio
from collections.abc import AsyncIterator, Callable

from oran_harness.transports import Link, Listener, TransportError

PAUSE_S = 0.2
"""Seconds until the next one is taken after one that failed: the system may be short of something."""


async def arrivals(
    listener: Listener, trouble: Callable[[str], None], closing: Callable[[], bool]
) -> AsyncIterator[Link]:
    """Each association as it comes, until the address is given up (``closing``).

    One that fails as it arrives ends nothing: ``trouble`` is told why.
    """
    while True:
        try:
            link = await listener.accept()
        except TransportError as error:
            if closing():
                return
            trouble(str(error))
            await asyncio.sleep(PAUSE_S)
            continue
        yield link

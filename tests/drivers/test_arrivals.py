"""Associations that come in at an address."""

import asyncio

import pytest

from oran_harness.drivers import arrivals as module
from oran_harness.drivers.arrivals import arrivals
from oran_harness.transports import Link, Listener, TransportError, connect, listen


class Flaky:
    """A listener whose first association fails as it arrives."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._failed = False
        self.uri = listener.uri

    async def accept(self) -> Link:
        """Fail, then what the listener has."""
        if not self._failed:
            self._failed = True
            raise TransportError("too many open files")
        return await self._listener.accept()

    async def close(self) -> None:
        """End the listener."""
        await self._listener.close()


def test_one_that_fails_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, the next one comes, and a closed address ends it."""
    monkeypatch.setattr(module, "PAUSE_S", 0.0)

    async def main() -> None:
        listener = Flaky(await listen("memory://arrivals"))
        troubles: list[str] = []
        closing = asyncio.Event()
        found = arrivals(listener, troubles.append, closing.is_set)
        near = await connect(listener.uri)
        far = await anext(found)
        await near.send(b"\x00")
        assert await far.receive()
        assert troubles == ["too many open files"]
        closing.set()
        await near.abort()
        await far.abort()
        await listener.close()
        with pytest.raises(StopAsyncIteration):
            await anext(found)
        assert troubles == ["too many open files"]

    asyncio.run(main())

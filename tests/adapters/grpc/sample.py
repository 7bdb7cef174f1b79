"""Adapters to serve: one that is as it should be, and how calls are made to it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from oran_harness.adapters import (
    Adapter,
    AdapterError,
    Addresses,
    Description,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import serve_adapter

LOOPBACK = "grpc://127.0.0.1:0"


class Sample:
    """It remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    async def describe(self) -> Description:
        """It lists its stimuli."""
        return Description("alfa DU", "1.4", ("subscribe",))

    async def start(self, addresses: Addresses) -> None:
        """It starts, unless there is no address."""
        self.asked.append(addresses)
        if addresses == Addresses():
            raise AdapterError("no address to start it with")

    async def stop(self) -> None:
        """It stops."""
        self.asked.append("stop")

    async def reset(self) -> None:
        """It breaks."""
        raise ZeroDivisionError("of the reset")

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """It knows one."""
        if name == "odd":
            return StimulusAnswer(StimulusStatus.DONE, {"what": object()})
        if name != "subscribe":
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        return StimulusAnswer(StimulusStatus.DONE, {"given": arguments})

    async def health(self) -> Health:
        """It has died."""
        return Health(False, "killed", -9)

    async def collect(self) -> Mapping[str, bytes]:
        """A log."""
        return {"du.log": b"\x00\xff"}


@asynccontextmanager
async def served(adapter: Adapter, listen: str = LOOPBACK) -> AsyncIterator[str]:
    """While it is entered, an adapter is served; its URI."""
    uri: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve_adapter(adapter, endpoint_of(listen, Path()), uri.set_result))
    try:
        await asyncio.wait((uri, serving), return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            serving.result()
        yield uri.result()
    finally:
        serving.cancel()
        await asyncio.wait((serving,))

"""An adapter served over gRPC for as long as somebody tries it: what the harness sees of one on another machine."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from oran_harness.adapters import Adapter
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import serve_adapter

LOOPBACK = "grpc://127.0.0.1:0"


@asynccontextmanager
async def served_adapter(adapter: Adapter, listen: str = LOOPBACK) -> AsyncIterator[str]:
    """While the body runs, an adapter is served; gives its URI, with the port that was taken.

    Its product is stopped afterwards. Raises ``UsageError`` if the address cannot be had.
    """
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

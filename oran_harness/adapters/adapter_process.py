"""The program that an adapter written as a class runs in: it loads the class and serves it to the harness alone."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from oran_harness.adapters.adapter import Adapter
from oran_harness.adapters.endpoint import Endpoint, private_endpoint
from oran_harness.adapters.grpc.server import serve_adapter
from oran_harness.adapters.hosted_adapter import PROBLEM, READY
from oran_harness.adapters.python_adapter import load_adapter
from oran_harness.model import InputError


def main(name: str, folder: str, place: str) -> None:
    """Load and serve it until the process is ended; ``place`` is the folder of the socket and of what is said here."""
    try:
        adapter = load_adapter(name, Path(folder))
    except InputError as error:
        (Path(place) / PROBLEM).write_text(str(error), "utf-8")
        sys.exit(2)
    asyncio.run(serve_until_ended(adapter, private_endpoint(Path(place)), lambda _: (Path(place) / READY).touch()))


async def serve_until_ended(
    adapter: Adapter, endpoint: Endpoint, ready: Callable[[str], None], *, public: bool = False
) -> None:
    """Serve an adapter until SIGTERM; raises what ``serve_adapter`` raises."""
    serving = asyncio.ensure_future(serve_adapter(adapter, endpoint, ready, public=public))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, serving.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await serving

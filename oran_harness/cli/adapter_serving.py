"""What ``serve adapter`` does: any adapter that is written in Python, served on the machine where its product is."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from oran_harness.adapters.adapter_process import serve_until_ended
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.python_adapter import load_adapter
from oran_harness.cli.testing_ground import confirm_outside
from oran_harness.model import UsageError


def run(name: str | None, listen: str | None, announce: Callable[[str], None], *, i_own_this: bool) -> None:
    """Serve until SIGTERM; ``announce`` gets the URI. Raises ``HarnessError`` for what cannot be."""
    if name is None or listen is None:
        raise UsageError(
            "Say which adapter is served and where: oran-harness serve adapter module:Class --listen "
            "grpc://127.0.0.1:0."
        )
    endpoint = endpoint_of(listen, Path())
    confirm_outside(str(endpoint), i_own_this)
    sys.path.insert(0, str(Path().absolute()))  # modules of vendors lie here, and may have others beside them
    adapter = load_adapter(name, Path())
    asyncio.run(serve_until_ended(adapter, endpoint, announce, public=True))

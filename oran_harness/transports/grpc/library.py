"""gRPC itself, loaded so that it writes no lines of its own to standard error.

What they say is said by errors and endings here. The setting is read once, when gRPC is loaded, and is taken back
afterwards: programs that we start shall not inherit it.
"""

import functools
import os

_was_set = "GRPC_VERBOSITY" in os.environ
os.environ.setdefault("GRPC_VERBOSITY", "NONE")

import grpc  # noqa: E402 - the setting has to be there before
import grpc.aio  # noqa: E402

if not _was_set:
    del os.environ["GRPC_VERBOSITY"]


@functools.cache
def held() -> None:
    """Keep gRPC alive from now on; to be called in a running event loop, before the first channel or server.

    gRPC ends its thread when the last of them is forgotten, and waits for it, wherever the garbage collector happens to
    be: with a call that was cut off somewhere, for ever. Held, it lives as long as the process.
    """
    grpc.aio.init_grpc_aio()


__all__ = ["grpc", "held"]

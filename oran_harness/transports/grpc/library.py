"""gRPC itself, loaded so that it writes no lines of its own to standard error.

What they say is said by errors and endings here. The setting is read once, when gRPC is loaded, and is taken back
afterwards: programs that we start shall not inherit it.
"""

import os

_was_set = "GRPC_VERBOSITY" in os.environ
os.environ.setdefault("GRPC_VERBOSITY", "NONE")

import grpc  # noqa: E402 - the setting has to be there before

if not _was_set:
    del os.environ["GRPC_VERBOSITY"]

__all__ = ["grpc"]

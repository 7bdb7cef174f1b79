"""gRPC is quiet, and nobody else is made so."""

import os
import subprocess
import sys


def test_the_setting_is_not_inherited() -> None:
    """Loading gRPC leaves the environment as it was: programs that we start decide for themselves."""
    program = "import os, oran_harness.transports.grpc; print(os.environ.get('GRPC_VERBOSITY'))"
    for given, left in ((None, "None"), ("DEBUG", "DEBUG")):
        environment = {name: value for name, value in os.environ.items() if name != "GRPC_VERBOSITY"}
        if given is not None:
            environment["GRPC_VERBOSITY"] = given
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == left


def test_a_failed_handshake_is_not_printed() -> None:
    """What gRPC would write of an address that is taken does not appear on standard error."""
    program = """
import asyncio
from oran_harness.transports import TransportError, listen
async def main():
    listener = await listen("grpc://127.0.0.1:0")
    try:
        await listen(listener.uri)
    except TransportError:
        print("refused")
    await listener.close()
asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("refused\n", "")


def test_it_may_be_loaded_where_a_loop_was() -> None:
    """After a loop has ended there is none in that thread; the transport is loaded all the same, and works."""
    program = """
import asyncio
async def nothing(): pass
asyncio.run(nothing())
from oran_harness.transports.grpc import listen_grpc
from oran_harness.transports import listen
async def main():
    await (await listen("grpc://127.0.0.1:0")).close()
for _ in range(2):
    asyncio.run(main())
print("closed")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("closed\n", "")

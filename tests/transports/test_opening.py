"""Connecting and listening by the scheme of a URI."""

import asyncio
import errno
import os
import socket
import subprocess
import sys

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import TransportError, connect, listen


@pytest.mark.parametrize("scheme", ["tcp", "grpc"])
def test_port_0_is_any_free_one(scheme: str) -> None:
    """The listener's URI tells the port that was taken, and connecting there works."""

    async def test() -> None:
        listener = await listen(f"{scheme}://127.0.0.1:0")
        assert listener.uri.startswith(f"{scheme}://127.0.0.1:")
        assert not listener.uri.endswith(":0")
        near = await connect(listener.uri)
        far = await listener.accept()
        assert (near.remote, far.local) == (listener.uri, listener.uri)
        await near.abort()
        await far.abort()
        await listener.close()

    asyncio.run(test())


def test_what_is_no_address() -> None:
    """A URI that is none is the caller's mistake, for both."""

    async def test() -> None:
        for opening in (connect("nonsense"), listen("nonsense")):
            with pytest.raises(UsageError, match="'nonsense' is no address; expected sctp://"):
                await opening

    asyncio.run(test())


def test_nobody_is_at_port_0() -> None:
    """Port 0 is for listening only."""
    with pytest.raises(UsageError, match="port 0 is any free one, and only for listening"):
        asyncio.run(connect("tcp://127.0.0.1:0"))


def test_no_sctp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel has no SCTP, one sentence names the alternatives, for both."""

    def create(*_: object) -> socket.socket:
        raise OSError(errno.EPROTONOSUPPORT, os.strerror(errno.EPROTONOSUPPORT))

    async def test() -> None:
        monkeypatch.setattr("oran_harness.transports.sctp.ends.SctpEnds.create", create)
        for opening in (connect("sctp://127.0.0.1:36421"), listen("sctp://127.0.0.1:0")):
            with pytest.raises(
                TransportError, match=r"kernel has no SCTP, .* use sctp\+udp://, tcp:// or grpc:// at both ends\."
            ):
                await opening

    asyncio.run(test())


@pytest.mark.parametrize("module", ["grpc", "google.protobuf", "asyncssh", "cryptography"])
def test_what_takes_long_is_loaded_when_it_is_used(module: str) -> None:
    """Importing the transports loads neither gRPC nor SSH: most runs do without."""
    program = f"import sys, oran_harness.transports; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

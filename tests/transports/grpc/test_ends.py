"""Opening associations over gRPC: TLS that does not fit, servers that are none, and peers that are not ours."""

import asyncio
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import grpc
import pytest

from oran_harness.transports import Delivery, Ending, TransportError, connect, listen
from oran_harness.transports.grpc import ends
from oran_harness.transports.grpc.message import METHOD, SERVICE, encode
from tests.transports.certificates import Issuer

# Without it a server that another run of the tests made could answer at the same port.
ALONE = [("grpc.so_reuseport", 0)]


def test_tls_that_does_not_fit(tmp_path: Path) -> None:
    """No certificate, one of a stranger, an issuer that is not trusted, and no TLS at all: each is one sentence."""

    async def test() -> None:
        issuer, stranger = Issuer(tmp_path, "issuer"), Issuer(tmp_path, "stranger")
        server, client, foreign = issuer.issue("server"), issuer.issue("client"), stranger.issue("foreign")
        secure = await listen(f"grpcs://127.0.0.1:0?ca={issuer.ca}&cert={server.cert}&key={server.key}")
        clear = await listen("grpc://127.0.0.1:0")
        trust, own = f"ca={issuer.ca}", f"cert={client.cert}&key={client.key}"
        for uri, why in (
            (f"{secure.uri}?{trust}", "wants a certificate that it trusts"),
            (f"{secure.uri}?{trust}&cert={foreign.cert}&key={foreign.key}", "wants a certificate that it trusts"),
            (f"{secure.uri}?ca={stranger.ca}&{own}", "is not trusted: give its issuer's"),
            (f"{secure.uri}?{own}", "is not trusted: give its issuer's"),
            (f"{secure.uri}?{trust}&{own}&name=ric.example.org", "is for another name"),
            (secure.uri.replace("grpcs", "grpc"), "use grpcs://"),
            (f"{clear.uri.replace('grpc', 'grpcs')}?{trust}", "speaks no TLS"),
        ):
            with pytest.raises(TransportError, match=why):
                await connect(uri)
        near = await connect(f"{secure.uri}?{trust}&{own}")
        await near.send(b"trusted")
        far = await secure.accept()
        assert await far.receive() == Delivery(b"trusted", 0, 70)
        await near.abort()
        await far.abort()
        await secure.close()
        await clear.close()

    asyncio.run(test())


def test_what_is_no_grpc() -> None:
    """A program that speaks something else, and one that says nothing, are told in a sentence."""

    async def test() -> None:
        other = await listen("tcp://127.0.0.1:0")
        with pytest.raises(TransportError, match="no gRPC is there"):
            await connect(other.uri.replace("tcp", "grpc"))
        await other.close()
        with (
            socket.create_server(("127.0.0.1", 0)) as silent,
            pytest.raises(TransportError, match=r"Nobody answered at \S+ within 0\.2 s"),
        ):
            await connect(f"grpc://127.0.0.1:{silent.getsockname()[1]}", timeout=0.2)

    asyncio.run(test())


def test_both_ends_are_told() -> None:
    """The server knows the client's address, by IPv6 as well; gRPC tells a client only the server's."""

    async def test() -> None:
        for host, anywhere in (("127.0.0.1", "0.0.0.0"), ("[::1]", "[::]")):
            listener = await listen(f"grpc://{host}:0")
            near = await connect(listener.uri)
            far = await listener.accept()
            assert (near.local, near.remote, far.local) == (f"grpc://{anywhere}:0", listener.uri, listener.uri)
            assert far.remote.startswith(f"grpc://{host}:")
            assert not far.remote.endswith(":0")
            await near.abort()
            await far.abort()
            await listener.close()

    asyncio.run(test())


def test_a_server_of_another_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gRPC server without the service is told; one that holds its headers back until it speaks is waited for."""

    async def lazy(_: Any, context: Any) -> None:
        assert await context.read() == encode(b"first", 0, 70)
        await context.write(encode(b"answer", 1, 71))

    async def test() -> None:
        server = grpc.aio.server(options=ALONE)
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        try:
            with monkeypatch.context() as patient:
                # A busy machine may take longer to say so than a client waits.
                patient.setattr(ends, "_HEADERS_WITHIN", 20.0)
                patient.setattr(ends, "_STATUS_WITHIN", 20.0)
                with pytest.raises(TransportError, match="offers no E2"):
                    await connect(f"grpc://127.0.0.1:{port}")
        finally:
            await server.stop(None)

        server = grpc.aio.server(options=ALONE)
        handlers = {METHOD: grpc.stream_stream_rpc_method_handler(lazy)}
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        link = await connect(f"grpc://127.0.0.1:{port}")
        await link.send(b"first")
        assert await link.receive() == Delivery(b"answer", 1, 71)
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("shutdown", True)
        await server.stop(None)

    asyncio.run(test())


def test_a_client_of_another_kind() -> None:
    """What another client sends that is no message ends the association by an abort, and the reason says why."""

    async def test() -> None:
        listener = await listen("grpc://127.0.0.1:0")
        for octets, why in ((b"\xff", "no message of"), (b"", "zero octets"), (bytes(18 << 20), "too large")):
            async with grpc.aio.insecure_channel(
                listener.uri.removeprefix("grpc://"), options=[("grpc.max_send_message_length", -1)]
            ) as channel:
                call = channel.stream_stream(f"/{SERVICE}/{METHOD}")()
                link = await listener.accept()
                writing = asyncio.create_task(call.write(octets))
                ending = await link.receive()
                assert isinstance(ending, Ending)
                assert (ending.how, ending.by_peer) == ("abort", True)
                assert why in ending.reason
                await asyncio.gather(writing, return_exceptions=True)
                assert await call.code() in (grpc.StatusCode.ABORTED, grpc.StatusCode.RESOURCE_EXHAUSTED)
        await listener.close()

    asyncio.run(test())


@pytest.mark.parametrize("left", ["listener", "association"])
def test_an_event_loop_that_ends_first(left: str) -> None:
    """A loop that ends with an open address, as after an interruption, ends quietly and leaves nothing that hangs."""
    program = f"""
import asyncio, gc
from oran_harness.transports import connect, listen
async def main():
    listener = await listen("grpc://127.0.0.1:0")
    if {left!r} == "association":
        near = await connect(listener.uri)
        far = await listener.accept()
    raise KeyboardInterrupt
try:
    asyncio.run(main())
except KeyboardInterrupt:
    gc.collect()
    print("over")
"""
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("over\n", "")


def test_a_client_that_vanishes() -> None:
    """A client whose connection is lost without a word ends the association; nothing is left waiting."""

    async def test() -> None:
        listener = await listen("grpc://127.0.0.1:0")
        channel = grpc.aio.insecure_channel(listener.uri.removeprefix("grpc://"))
        call = channel.stream_stream(f"/{SERVICE}/{METHOD}")()
        await call.wait_for_connection()
        link = await listener.accept()
        await channel.close(None)
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("abort", True)
        await listener.close()

    asyncio.run(test())

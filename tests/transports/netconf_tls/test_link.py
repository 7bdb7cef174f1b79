"""One session over TLS, beyond the contract of links."""

import asyncio
import socket
import ssl
import threading

import pytest

from oran_harness.transports import (
    ClientSide,
    Ending,
    NoSuchStream,
    ServerSide,
    listen,
)
from tests.transports.associations import arrives, run
from tests.transports.certificates import Issuer
from tests.transports.netconf_tls.sessions import ANYWHERE, options, session


def test_an_end_without_close_notify(issuer: Issuer) -> None:
    """FIN without close_notify is an abort: what was sent last may have been cut off; close_notify is a shutdown."""
    server, client = issuer.issue("server"), issuer.issue("client")
    context = ssl.create_default_context(cafile=str(issuer.ca))
    context.load_cert_chain(client.cert, client.key)
    left = threading.Event()

    async def test() -> None:
        listener = await listen(ANYWHERE + options(issuer.ca, server))
        port = int(listener.uri.rpartition(":")[2])
        for properly in (True, False):
            left.clear()
            leaving = asyncio.create_task(asyncio.to_thread(leave, port, properly))
            far = await listener.accept()
            await arrives(far, b"last")
            ending = await far.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("shutdown" if properly else "abort", True)
            assert ("close_notify" in ending.reason) != properly
            left.set()
            await leaving
        await listener.close()

    def leave(port: int, properly: bool) -> None:
        plain = socket.create_connection(("127.0.0.1", port))
        with context.wrap_socket(plain, server_hostname="127.0.0.1") as secured:
            secured.settimeout(5)
            secured.sendall(b"last")
            if properly:
                secured.unwrap().close()
            else:
                secured.shutdown(socket.SHUT_WR)
                left.wait(5)

    run(test())


def test_one_stream(issuer: Issuer) -> None:
    """TLS has one stream: others are refused, and the session lives on."""
    both = options(issuer.ca, issuer.issue("server")), options(issuer.ca, issuer.issue("client"))

    async def test() -> None:
        async with session(*both, ServerSide(), ClientSide()) as (near, far):
            with pytest.raises(NoSuchStream):
                await near.send(b"x", stream=1)
            await near.send(b"y")
            await arrives(far, b"y")

    run(test())

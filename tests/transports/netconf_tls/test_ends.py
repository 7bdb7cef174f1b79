"""Listening and connecting over TLS, as either side."""

import asyncio
import socket
import ssl
from hashlib import sha256

import pytest
from cryptography import x509

from oran_harness.transports import (
    ClientSide,
    Ending,
    MapType,
    NameMap,
    ServerSide,
    TransportError,
    connect,
    listen,
)
from tests.transports.associations import arrives, run
from tests.transports.certificates import Issuer
from tests.transports.netconf_tls.sessions import ANYWHERE, options, session


def test_names_by_the_issuer_fingerprint(issuer: Issuer) -> None:
    """An entry of cert-to-name may name the issuer of a certificate instead of the certificate."""
    server, client = issuer.issue("server"), issuer.issue("client")
    der = ssl.PEM_cert_to_DER_cert(issuer.ca.read_text("ascii"))
    print_of_ca = "04" + sha256(der).hexdigest()
    both = options(issuer.ca, server), options(issuer.ca, client)

    async def test() -> None:
        side = ServerSide(names=(NameMap(MapType.SPECIFIED, print_of_ca, "admin"),))
        async with session(*both, side, ClientSide()) as (_, far):
            assert far.user == "admin"
        told: list[str] = []
        listener = await listen(
            ANYWHERE + both[0],
            side=ServerSide(names=(NameMap(MapType.SPECIFIED, "0400", "x"),), on_refusal=told.append),
        )
        near = await connect(listener.uri + both[1])
        assert isinstance(await near.receive(), Ending)
        await listener.close()
        assert "showed a certificate (commonName=client) that names no user here" in told[0]

    run(test())


def test_a_client_that_speaks_no_tls(issuer: Issuer) -> None:
    """A server tells of it, and lives on."""
    told: list[str] = []

    async def test() -> None:
        listener = await listen(
            ANYWHERE + options(issuer.ca, issuer.issue("server")), side=ServerSide(on_refusal=told.append)
        )
        for words in (b"GET / HTTP/1.1\r\n\r\n", b"\x00 nonsense"):
            with socket.create_connection(("127.0.0.1", int(listener.uri.rpartition(":")[2]))) as other:
                other.sendall(words)
                await asyncio.sleep(0.05)
        await listener.close()
        assert "speaks no TLS, but HTTP" in told[0]
        assert "speaks no TLS" in told[1]

    run(test())


def test_calling_home(issuer: Issuer) -> None:
    """The server connects and the client listens; the client checks a name only if it was given one (RFC 8071 3.1)."""
    element = issuer.issue("element", [x509.DNSName("element.lab")])
    server, client = options(issuer.ca, element), options(issuer.ca, issuer.issue("client"))

    async def test() -> None:
        for name, let_in in (("", True), ("&name=element.lab", True), ("&name=another.lab", False)):
            told: list[str] = []
            manager = await listen(ANYWHERE + client + name, side=ClientSide(on_refusal=told.append))
            if let_in:
                provider = await connect(manager.uri + server, side=ServerSide())
                other = await manager.accept()
                await provider.send(b"hello")
                await arrives(other, b"hello")
                await provider.abort()
                await other.abort()
            else:
                with pytest.raises(TransportError, match="refused our certificate"):
                    await connect(manager.uri + server, side=ServerSide())
                await asyncio.sleep(0.05)
                assert "is for another name" in told[0]
            await manager.close()

    run(test())

"""What is read of a client's hello over TLS."""

import asyncio
import socket
import ssl
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.drivers.attempts.client_hello import offered_in, read_hello
from oran_harness.drivers.attempts.tls_hello import client_hello
from oran_harness.steps.attempts import TlsHello, TlsOffered


def hello_of_openssl(oldest: ssl.TLSVersion, newest: ssl.TLSVersion) -> bytes:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version, context.maximum_version = oldest, newest
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
    with suppress(ssl.SSLWantReadError):
        tls.do_handshake()
    return outgoing.read()


def test_openssl() -> None:
    """Its versions, suites and groups, without the numbers that are signals; nothing before the hello is whole."""
    octets = hello_of_openssl(ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3)
    offered = offered_in(octets)
    assert offered is not None
    assert (offered.begun, offered.versions, offered.compression) == (True, ("TLS 1.3", "TLS 1.2"), (0,))
    assert {0x1301, 0xC02F} <= set(offered.suites)
    assert 0x00FF not in offered.suites
    assert 29 in offered.groups
    assert offered_in(octets[:-1]) is None


def test_a_hello_without_a_list_of_versions() -> None:
    """It names the newest."""
    offered = offered_in(hello_of_openssl(ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2))
    assert offered is not None
    assert offered.versions == ("TLS 1.2",)


def test_our_own() -> None:
    """Compression and SSL 2.0 are seen; what is there to be passed over is not (RFC 8701)."""
    ours = client_hello(TlsHello("TLS 1.2", (0x0A0A, 0xC02F), groups=(0x1A1A, 23), compression=True), None, bytes(64))
    assert offered_in(ours) == TlsOffered(True, ("TLS 1.2",), (0xC02F,), (23,), (1, 0))
    old = offered_in(client_hello(TlsHello("SSL 2.0", ()), None, bytes(64)))
    assert old is not None
    assert (old.begun, old.versions) == (True, ("SSL 2.0",))


@given(st.binary(max_size=80) | st.binary(max_size=80).map(lambda tail: b"\x16\x03\x01\x00\x20\x01\x00\x00\x1c" + tail))
def test_whatever_it_is(octets: bytes) -> None:
    """Nothing raises."""
    offered = offered_in(octets)
    assert offered is None or isinstance(offered, TlsOffered)


def test_on_a_socket() -> None:
    """A client is refused by an alert; one that says nothing is nobody, one that says something else is told."""

    async def said(octets: bytes) -> tuple[TlsOffered | None, bytes]:
        ours, theirs = socket.socketpair()
        with theirs:
            theirs.sendall(octets)
            theirs.shutdown(socket.SHUT_WR)
            offered = await read_hello(ours, 2.0)
            return offered, theirs.recv(100) if octets else b""

    hello = client_hello(TlsHello("TLS 1.3", (0x1301,)), None, bytes(64))
    offered, answer = asyncio.run(said(hello))
    assert offered is not None
    assert offered.versions == ("TLS 1.3",)
    assert answer == bytes.fromhex("15030100020228")
    assert asyncio.run(said(b""))[0] is None
    assert asyncio.run(said(b"GET / HTTP/1.1"))[0] == TlsOffered(why="what it says first is no hello of TLS")
    cut = asyncio.run(said(hello[:20]))[0]
    assert cut == TlsOffered(why="its hello of TLS does not come to an end")

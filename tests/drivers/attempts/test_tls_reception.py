"""Clients that are received by TLS; tests/conformance/security has those that go on."""

import asyncio
import socket
from pathlib import Path

from oran_harness.drivers.attempts.tls_reception import receive
from oran_harness.steps.attempts import Shown, TlsReception
from oran_harness.transports import parse_address
from tests.transports.certificates import Issuer


def test_who_says_nothing_and_who_says_something_else(tmp_path: Path) -> None:
    """The one is nobody, the other one did not go on; the socket is closed."""
    issuer = Issuer(tmp_path, "issuer")
    server = issuer.issue("server")
    address = parse_address(f"netconf+tls://127.0.0.1:1?ca={issuer.ca}&cert={server.cert}&key={server.key}")

    async def said(octets: bytes) -> object:
        ours, theirs = socket.socketpair()
        with theirs:
            theirs.sendall(octets)
            theirs.shutdown(socket.SHUT_WR)
            came = await receive(ours, TlsReception(Shown.SELF_SIGNED), address, None, 2.0)
        assert ours.fileno() == -1
        return came

    assert asyncio.run(said(b"")) is None
    came = asyncio.run(said(b"GET / HTTP/1.1\r\n\r\n"))
    assert (getattr(came, "begun", None), getattr(came, "heard", None)) == (True, b"")
    assert "no TLS" in getattr(came, "why", "")

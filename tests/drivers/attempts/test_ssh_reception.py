"""Clients that are received by SSH; tests/conformance/security has those that go on."""

import asyncio
import socket
from pathlib import Path

import pytest

pytest.importorskip("asyncssh")

from oran_harness.drivers.attempts.ssh_reception import receive, shown_key
from oran_harness.steps.attempts import HostKey, SshReceived, SshReception
from oran_harness.transports import parse_address


def test_which_key_is_shown(tmp_path: Path) -> None:
    """The one of the address, another one of its algorithm, and one of another algorithm."""
    address = parse_address(f"netconf+ssh://nms@127.0.0.1:1?key={tmp_path / 'key'}")
    right, again, changed, other = (shown_key(each, address) for each in (HostKey.RIGHT, *HostKey))
    assert right.public_data == again.public_data != changed.public_data
    assert right.get_algorithm() == changed.get_algorithm() != other.get_algorithm()


def test_who_says_nothing_and_who_leaves(tmp_path: Path) -> None:
    """The one is nobody; the other one said no password, and how it left is told."""
    address = parse_address(f"netconf+ssh://nms@127.0.0.1:1?key={tmp_path / 'key'}")

    async def said(octets: bytes) -> SshReceived | None:
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            listening.listen()
            theirs = socket.create_connection(listening.getsockname())
            ours, _ = listening.accept()
        with theirs:
            theirs.sendall(octets)
            theirs.shutdown(socket.SHUT_WR)
            return await receive(ours, SshReception(HostKey.CHANGED), address, 2.0)

    assert asyncio.run(said(b"")) is None
    came = asyncio.run(said(b"SSH-2.0-x\r\n"))
    assert came is not None
    assert (came.begun, came.password, came.heard, bool(came.why)) == (True, False, b"", True)

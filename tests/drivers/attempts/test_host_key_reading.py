"""The host key of a server."""

import asyncio
import socket
from pathlib import Path

import pytest

pytest.importorskip("asyncssh")

from oran_harness.drivers.attempts.host_key_reading import read_host_key
from oran_harness.steps.attempts import HostKeyShown
from oran_harness.transports import ServerSide, listen, parse_address
from oran_harness.transports.ssh.keys import host_key


def test_it_is_read(tmp_path: Path) -> None:
    """By its fingerprint; who says nothing is nobody."""

    async def both() -> tuple[HostKeyShown | None, HostKeyShown | None, str]:
        place = f"netconf+ssh://nms@127.0.0.1:0?key={tmp_path / 'key'}"
        listener = await listen(place, side=ServerSide())
        at = parse_address(listener.uri)
        shown = await read_host_key(socket.create_connection((at.host, at.port)), at, 5.0)
        await listener.close()
        with socket.create_server(("127.0.0.1", 0)) as silent:
            nobody = await read_host_key(socket.create_connection(silent.getsockname()), at, 0.1)
        return shown, nobody, host_key(parse_address(place), "ssh-ed25519").get_fingerprint()

    shown, nobody, fingerprint = asyncio.run(both())
    assert shown == HostKeyShown(True, "ssh-ed25519", fingerprint)
    assert nobody is None

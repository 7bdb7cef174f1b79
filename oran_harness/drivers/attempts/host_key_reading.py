"""The host key of a server of SSH, read from the set-up of a connection, whoever opened that."""

import asyncio
import socket

import asyncssh

from oran_harness.steps.attempts import HostKeyShown
from oran_harness.transports import Address, ClientSide
from oran_harness.transports.socket_link import reset_socket
from oran_harness.transports.ssh.options import client_options


class _Looker(asyncssh.SSHClient):
    """Looks at the key, and goes on with none."""

    def __init__(self) -> None:
        self.conn: asyncssh.SSHClientConnection | None = None
        self.seen: HostKeyShown | None = None

    def connection_made(self, conn: asyncssh.SSHClientConnection) -> None:
        """It is under way."""
        self.conn = conn

    def validate_host_public_key(self, host: str, addr: str, port: int, key: asyncssh.SSHKey) -> bool:
        """It is never right."""
        self.seen = HostKeyShown(True, key.get_algorithm(), key.get_fingerprint())
        return False


async def read_host_key(sock: socket.socket, address: Address, timeout: float) -> HostKeyShown | None:
    """Read the key of who is at the other end; None if it said nothing at all. The socket is closed.

    Raises ``UsageError`` for what of the address cannot be used.
    """
    looker, why = _Looker(), "nothing more came in time"
    settings = client_options(address, ClientSide())
    sock.setblocking(False)
    version = None
    try:
        async with asyncio.timeout(timeout):
            await asyncssh.run_client(sock, client_factory=lambda: looker, **settings)
    except TimeoutError:
        pass
    except (asyncssh.Error, OSError) as error:
        why = str(error)
    finally:
        if looker.conn is not None:
            version = looker.conn.get_extra_info("server_version")
            looker.conn.abort()
            await looker.conn.wait_closed()
        reset_socket(sock)
    if looker.seen is None and version is None:
        return None
    return looker.seen or HostKeyShown(why=why)

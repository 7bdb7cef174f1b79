"""SSH as the server of a client under test, with any host key, and what comes of it."""

import asyncio
import socket
from typing import Any

import asyncssh

from oran_harness.drivers.attempts.ssh_hello import identification_of, offer_of
from oran_harness.steps.attempts import HostKey, SshOffered, SshReceived, SshReception
from oran_harness.transports import Address, ServerSide
from oran_harness.transports.socket_link import reset_socket
from oran_harness.transports.ssh.keys import host_key
from oran_harness.transports.ssh.options import server_options
from oran_harness.transports.ssh.session import SUBSYSTEM

_MOST = 64 * 1024
_IDENTIFICATION = b"SSH-2.0-oran-harness\r\n"
_QUIET = 0.05
_KINDS = ("ecdsa-sha2-nistp256", "ssh-ed25519")


async def read_offer(sock: socket.socket, timeout: float) -> SshOffered | None:
    """Read what who connected offers; None if it said nothing at all. The socket is closed."""
    loop = asyncio.get_running_loop()
    octets, offered = b"", None
    why = f"nothing more came within {timeout:g} s"
    try:
        sock.setblocking(False)
        async with asyncio.timeout(timeout):
            await loop.sock_sendall(sock, _IDENTIFICATION)
            while offered is None and len(octets) < _MOST:
                more = await loop.sock_recv(sock, _MOST)
                if not more:
                    why = "the client closed the connection"
                    break
                octets += more
                offered = offer_of(octets)
    except TimeoutError:
        pass
    except OSError as error:
        why = error.strerror or str(error)
    finally:
        reset_socket(sock)
    if not octets:
        return None
    return offered or SshOffered(identification_of(octets), why=why)


class _Session(asyncssh.SSHServerSession[bytes]):
    """The one session of the client, in which ``hello`` is said."""

    def __init__(self, host: "_Host", hello: bytes) -> None:
        self._host = host
        self._hello = hello
        self._channel: Any = None

    def connection_made(self, chan: Any) -> None:
        """It is open."""
        self._channel = chan

    def subsystem_requested(self, subsystem: str) -> bool:
        """NETCONF alone."""
        return subsystem == SUBSYSTEM

    def session_started(self) -> None:
        """It has begun."""
        self._channel.write(self._hello)

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """What the client says."""
        self._host.heard += data
        self._host.spoken.set()


class _Host(asyncssh.SSHServer):
    """Lets in whoever has anything, and notes what was said."""

    def __init__(self, hello: bytes) -> None:
        self.conn: asyncssh.SSHServerConnection | None = None
        self.password = False
        self.heard = b""
        self.why = ""
        self.spoken = asyncio.Event()
        self._hello = hello

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """It connected."""
        self.conn = conn

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self.why = str(exc or "") or "the client closed the connection"
        self.spoken.set()

    def begin_auth(self, username: str) -> bool:
        """It has to show who it is."""
        return True

    def password_auth_supported(self) -> bool:
        """By a password."""
        return True

    def validate_password(self, username: str, password: str) -> bool:
        """Whichever; it is not kept."""
        self.password = True
        return True

    def public_key_auth_supported(self) -> bool:
        """By a key."""
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Whichever."""
        return True

    def session_requested(self) -> _Session:
        """The session."""
        return _Session(self, self._hello)


async def receive(sock: socket.socket, visit: SshReception, address: Address, timeout: float) -> SshReceived | None:
    """Receive who connected; None if it said nothing at all. The socket is closed.

    Raises ``UsageError`` for a key that cannot be used.
    """
    host = _Host(visit.hello)
    settings = server_options(address, ServerSide(), shown_key(visit.shown, address), lambda: host)
    sock.setblocking(False)
    why = ""
    try:
        async with asyncio.timeout(timeout):
            await asyncssh.run_server(sock, **settings)
            await host.spoken.wait()
            await asyncio.sleep(_QUIET if host.heard else 0)
    except TimeoutError:
        pass
    except (asyncssh.Error, OSError) as error:
        why = str(error)
    finally:
        version = host.conn.get_extra_info("client_version") if host.conn is not None else None
        if host.conn is not None:
            host.conn.abort()
            await host.conn.wait_closed()
        reset_socket(sock)
    if version is None and not host.heard:
        return None
    return SshReceived(True, host.password, host.heard[:_MOST], why or host.why)


def shown_key(shown: HostKey, address: Address) -> asyncssh.SSHKey:
    """The key that is shown; the right one is that of the address. Raises ``UsageError``."""
    right = host_key(address, ServerSide().host_key)
    if shown is HostKey.RIGHT:
        return right
    kind = right.get_algorithm()
    if shown is HostKey.OTHER_KIND:
        kind = next(each for each in _KINDS if each != kind)
    return asyncssh.generate_private_key(kind)

"""Who may log in over SSH, and which sessions begin."""

import asyncio
import hmac
from collections.abc import Callable, Mapping
from typing import Any

import asyncssh

from oran_harness.transports.address import Address
from oran_harness.transports.secret import read_password
from oran_harness.transports.side import ServerSide, User
from oran_harness.transports.ssh.guesses import Guesses
from oran_harness.transports.ssh.keys import authorized, public_keys
from oran_harness.transports.ssh.link import SshLink
from oran_harness.transports.ssh.session import ServerSession

MOST_SESSIONS = 64
"""Sessions of one connection; a further channel is refused."""
_MOST_KEYS = 20


class Logins:
    """Who may log in with what. Raises ``UsageError`` for passwords and keys that cannot be used."""

    def __init__(self, address: Address, side: ServerSide) -> None:
        users = dict(side.users)
        if address.user:
            password = address.options.get("password")
            users[address.user] = User(
                read_password(str(address), password) if password is not None else None, authorized(address)
            )
        self._passwords = {name: user.password for name, user in users.items() if user.password is not None}
        self._keys: Mapping[str, frozenset[bytes]] = {
            name: public_keys(str(address), user.keys) for name, user in users.items() if user.keys
        }
        self.guessing = side.guessing
        self.guesses = Guesses(side.guessing)
        self.anybody = side.anybody

    def knows_password(self, name: str, password: str) -> bool:
        """Whether it is the password of that user; a user who is not there takes as long."""
        right = self._passwords.get(name, "")
        same = hmac.compare_digest(right.encode("utf-8", "replace"), password.encode("utf-8", "replace"))
        return same and name in self._passwords

    def account(self, name: str) -> str:
        """Whose guesses are counted for a name: all that are nobody's count as one."""
        return name if name in self._passwords else ""

    def knows_key(self, name: str, key: asyncssh.SSHKey) -> bool:
        """Whether that user may log in with the private key of a public one."""
        return key.public_data in self._keys.get(name, ())

    @property
    def with_passwords(self) -> bool:
        """Whether anybody may log in with a password."""
        return bool(self._passwords)

    @property
    def with_keys(self) -> bool:
        """Whether anybody may log in with a key."""
        return bool(self._keys)


class NetconfServer(asyncssh.SSHServer):
    """The server's end of one connection. ``began`` is told each session's channel and makes its link.

    ``begun`` is done when the first session began, or none will.
    """

    def __init__(self, logins: Logins, sessions: int, began: Callable[["NetconfServer", Any], SshLink]) -> None:
        self.conn: Any = None
        self.begun = asyncio.get_running_loop().create_future()
        self.links: set[SshLink] = set()
        self.wrong = 0
        self._logins = logins
        self._sessions = sessions
        self._opened = 0
        self._keys = 0
        self._began = began

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Remember the connection."""
        self.conn = conn

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing begins any more."""
        if not self.begun.done():
            self.begun.set_result(exc or asyncssh.ConnectionLost("closed before a session began"))

    def begin_auth(self, username: str) -> bool:
        """Nobody is let in without a password or a key, unless that is so on purpose."""
        return not self._logins.anybody

    def password_auth_supported(self) -> bool:
        """Whether anybody may log in with a password."""
        return self._logins.with_passwords

    def public_key_auth_supported(self) -> bool:
        """Whether anybody may log in with a key."""
        return self._logins.with_keys

    async def validate_password(self, username: str, password: str) -> bool:
        """Whether the password is right, and the user not locked. Who has tried often enough is sent away."""
        now = asyncio.get_running_loop().time()
        right = self._logins.knows_password(username, password)
        if self._logins.guesses.let_in(self._logins.account(username), right, now):
            return True
        self.wrong += 1
        await asyncio.sleep(self._logins.guessing.delay)
        if self.wrong >= self._logins.guessing.attempts:
            raise asyncssh.PermissionDenied("Too many wrong passwords")
        return False

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Whether the key is one of the user's; that he has it is asyncssh's to find out."""
        self._keys += 1
        if self._keys > _MOST_KEYS:
            raise asyncssh.PermissionDenied("Too many keys")
        return self._logins.knows_key(username, key)

    def session_requested(self) -> ServerSession:
        """A channel is asked for. Each is a session of its own."""
        if len(self.links) >= self._sessions:
            raise asyncssh.ChannelOpenError(
                asyncssh.OPEN_RESOURCE_SHORTAGE, "this connection has as many sessions as it may"
            )
        return ServerSession(self._begin)

    def _begin(self, channel: Any) -> SshLink:
        link = self._began(self, channel)
        self.links.add(link)
        if not self.begun.done():
            self.begun.set_result(None)
        return link

    def is_last(self, link: SshLink) -> bool:
        """Whether no other session needs the connection; the one that asks is over."""
        self.links.discard(link)
        return not self.links

"""Logins over SSH that should fail, and how they do."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import asyncssh

from oran_harness.steps.attempts import SshLogin, SshLoginTried
from oran_harness.transports import Address
from oran_harness.transports.secret import read_password
from oran_harness.transports.ssh.keys import private_key

_STRANGE = "oran-harness, password {}"


@dataclass
class _Client(asyncssh.SSHClient):
    """Gives passwords, and notes when each was asked for; the last times are those when there was no more to give."""

    give: Callable[[int], str | None]
    asked: list[float] = field(default_factory=list)
    given: int = 0
    ended: bool = False

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self.ended = True

    def password_auth_requested(self) -> str | None:
        """The next password."""
        self.asked.append(asyncio.get_running_loop().time())
        password = self.give(self.given + 1)
        self.given += password is not None
        return password

    def kbdint_auth_requested(self) -> str | None:
        """Passwords can be asked for in this way, too."""
        return ""

    def kbdint_challenge_received(
        self, name: str, instructions: str, lang: str, prompts: Sequence[tuple[str, bool]]
    ) -> list[str] | None:
        """One password, for the one question."""
        if not prompts:
            return []
        password = self.password_auth_requested()
        return None if password is None else [password] * len(prompts)


async def log_in(attempt: SshLogin, address: Address, user: str, right: str | None, timeout: float) -> SshLoginTried:
    """Make the attempt as a user; ``right`` says where the right password is. Raises ``UsageError``, and ``OSError``.

    Nothing is left of it.
    """
    settings = _settings(attempt, address, right)
    client = _Client(_passwords(attempt, settings.pop("right", None)))
    loop = asyncio.get_running_loop()
    why, let_in, reached = "", False, True
    try:
        async with asyncio.timeout(timeout * (1 + attempt.most)):
            conn = await asyncssh.connect(
                address.host,
                address.port,
                client_factory=lambda: client,
                username=user,
                known_hosts=None,
                config=None,
                agent_path=None,
                gss_host=None,
                login_timeout=timeout * (1 + attempt.most),
                **settings,
            )
        let_in = True
        conn.abort()
        await conn.wait_closed()
    except asyncssh.PermissionDenied as error:
        why = error.reason
    except (asyncssh.ConnectionLost, asyncssh.DisconnectError) as error:
        client.ended = True
        why = error.reason
        reached = bool(client.asked) or attempt.how not in ("wrong passwords", "right")
    except TimeoutError:
        why = "no answer in time"
    except OSError as error:
        why, reached = str(error), False
    times = [*client.asked, loop.time()]
    seconds = tuple(round(after - before, 3) for before, after in pairwise(times))[: client.given]
    return SshLoginTried(let_in, seconds, client.ended and not let_in, reached, why)


def _passwords(attempt: SshLogin, right: str | None) -> Callable[[int], str | None]:
    def give(number: int) -> str | None:
        if attempt.how == "empty password":
            return "" if number == 1 else None
        if attempt.how == "right":
            return right if number == 1 else None
        return _STRANGE.format(number) if attempt.how == "wrong passwords" and number <= attempt.most else None

    return give


def _settings(attempt: SshLogin, address: Address, right: str | None) -> dict[str, Any]:
    """What the client may log in with."""
    if attempt.how == "wrong key":
        return {"client_keys": [asyncssh.generate_private_key("ssh-ed25519")], "preferred_auth": "publickey"}
    if attempt.how == "none":
        return {"client_keys": None, "preferred_auth": "none", "password_auth": False, "kbdint_auth": False}
    settings: dict[str, Any] = {"client_keys": None, "preferred_auth": "password,keyboard-interactive"}
    if attempt.how == "right" and right is not None:
        settings["right"] = read_password(str(address), right)
    elif attempt.how == "right":
        return {"client_keys": [private_key(address, address.options["key"])], "preferred_auth": "publickey"}
    return settings

"""What is tried at SSH: what it offers, and who is let in."""

from dataclasses import dataclass
from typing import ClassVar

from oran_harness.steps.attempts.attempt import Attempt, Came


@dataclass(frozen=True)
class SshOffered(Came):
    """What a server says before anybody logs in: its identification, and its algorithms (RFC 4253 4.2, 7.1).

    ``begun`` tells that it goes on: its KEXINIT came, or the key of SSH 1.
    """

    identification: str = ""
    begun: bool = False
    key_exchange: tuple[str, ...] = ()
    host_keys: tuple[str, ...] = ()
    ciphers: tuple[str, ...] = ()
    macs: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class SshHello(Attempt[SshOffered]):
    """Identify as a client of a version of SSH (``"2.0"``, ``"1.5"``), and read what the server says."""

    came: ClassVar[type[Came]] = SshOffered
    version: str = "2.0"

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return f"begin with SSH {self.version}"


@dataclass(frozen=True)
class SshLoginTried(Came):
    """What came of logging in.

    ``let_in`` tells that one was; ``seconds`` is how long each wrong password took to be refused, in order; ``ended``
    that the connection is over. ``reached`` is False where there was no SSH to log in at, and ``why`` says
    what was told.
    """

    let_in: bool = False
    seconds: tuple[float, ...] = ()
    ended: bool = False
    reached: bool = True
    why: str = ""


_SHOWN = {
    "none": "nothing",
    "wrong key": "a wrong key",
    "empty password": "an empty password",
    "right": "the right password",
}
"""What a client shows, for people."""


@dataclass(frozen=True)
class SshLogin(Attempt[SshLoginTried]):
    """Log in over SSH on one connection.

    ``how`` is ``"none"``, ``"wrong key"``, ``"empty password"``, ``"wrong passwords"`` (as many as ``most`` lets) or
    ``"right"``. ``user`` is a name; None is the user of the address, ``guessed`` the one whose password may be guessed.
    """

    came: ClassVar[type[Came]] = SshLoginTried
    how: str
    user: str | None = None
    guessed: bool = False
    most: int = 1

    @property
    def text(self) -> str:
        """What is tried, for people."""
        who = self.user or ("the user whose password may be guessed" if self.guessed else "the user of the address")
        shown = f"up to {self.most} wrong passwords" if self.how == "wrong passwords" else _SHOWN[self.how]
        return f"log in as {who} with {shown}"


@dataclass(frozen=True)
class SshAudited(Came):
    """What ssh-audit says: its report in JSON, and what of it is judged. ``rsa_bits`` is 0 without a key of RSA."""

    version: str = ""
    report: str = ""
    key_exchange: tuple[str, ...] = ()
    host_keys: tuple[str, ...] = ()
    ciphers: tuple[str, ...] = ()
    macs: tuple[str, ...] = ()
    rsa_bits: int = 0
    smallest_group_bits: int = 0


@dataclass(frozen=True)
class SshAudit(Attempt[SshAudited]):
    """Have ssh-audit look at the server."""

    came: ClassVar[type[Came]] = SshAudited

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return "have ssh-audit look at it"

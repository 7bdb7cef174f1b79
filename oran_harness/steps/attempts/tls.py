"""What is tried at TLS: hellos of any version, and logins with certificates of any kind."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from oran_harness.steps.attempts.attempt import Attempt, Came


@dataclass(frozen=True)
class TlsHelloAnswered(Came):
    """What a server says to a ClientHello.

    ``version`` and ``suite`` are what it agrees on, None where it does not; ``group`` is the number of the group that
    it chose for the exchange of keys, None where it did not say. ``alert`` is the name of its alert; ``ended`` tells
    that it closed the connection; neither of the three: it kept silent.
    """

    version: str | None = None
    suite: int | None = None
    compression: int = 0
    group: int | None = None
    alert: str | None = None
    ended: bool = False

    @property
    def agreed(self) -> bool:
        """Whether it goes on with what was offered."""
        return self.suite is not None


@dataclass(frozen=True)
class TlsHello(Attempt[TlsHelloAnswered]):
    """Offer one version of TLS or SSL (``"SSL 2.0"`` to ``"TLS 1.3"``), and see what the server makes of it.

    ``suites`` and ``groups`` are the numbers of IANA's registries; ``compression`` offers DEFLATE, too.
    """

    came: ClassVar[type[Came]] = TlsHelloAnswered
    version: str
    suites: tuple[int, ...]
    groups: tuple[int, ...] = (29, 23, 24, 25, 256)
    compression: bool = False

    @property
    def text(self) -> str:
        """What is tried, for people."""
        more = " and compression" if self.compression else ""
        return f"offer {self.version} with {len(self.suites)} cipher suites{more}"


class Shown(StrEnum):
    """Which certificate an end shows."""

    RIGHT = "the right certificate"
    NONE = "no certificate"
    SELF_SIGNED = "a certificate that nobody has signed"
    OTHER_CA = "a certificate of a CA that nobody knows"
    FORGED = "a certificate of a CA that has only the name of the right one"
    EXPIRED = "a certificate that has expired"
    NOT_YET_VALID = "a certificate that is not valid yet"
    NAMELESS = "a certificate without a name"
    FOR_SERVERS = "a certificate for servers alone"
    FOR_CLIENTS = "a certificate for clients alone"
    OTHER_NAME = "a certificate for another name"

    @property
    def needs_issuer(self) -> bool:
        """Whether only the CA that the SUT trusts can issue it."""
        return self not in (Shown.RIGHT, Shown.NONE, Shown.SELF_SIGNED, Shown.OTHER_CA, Shown.FORGED)


@dataclass(frozen=True)
class TlsLoginTried(Came):
    """What came of showing a certificate.

    ``heard`` are the first octets that came through TLS: who hears any has been let in. ``version`` and ``suite`` are
    None where the server refused before. ``why`` is what it said, or how it ended; empty where nothing came in time.
    """

    version: str | None = None
    suite: str | None = None
    heard: bytes = b""
    why: str = ""


@dataclass(frozen=True)
class TlsLogin(Attempt[TlsLoginTried]):
    """Set up TLS with a certificate, say ``hello`` and hear what comes.

    Where anything of that is let in, ``then`` is said, too: a question who one is taken for.
    """

    came: ClassVar[type[Came]] = TlsLoginTried
    shown: Shown
    hello: bytes = b""
    then: bytes = b""

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return f"set up TLS, and show {self.shown.value}"

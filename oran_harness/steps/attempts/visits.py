"""Connections that are no sessions of a case: what a SUT makes of another end of SSH or TLS, and what it shows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeVar

from oran_harness.steps.attempts.attempt import Attempt, Came
from oran_harness.steps.attempts.ssh import SshOffered
from oran_harness.steps.attempts.tls import Shown

C = TypeVar("C", bound=Came)


@dataclass(frozen=True)
class Visit(Attempt[C]):
    """The SUT connects to us, or we call it, and that one connection is not a session of the case.

    All sessions that are up are ended before, so that the SUT opens another one.
    """


@dataclass(frozen=True)
class TlsOffered(Came):
    """What a client offers by its ClientHello.

    ``versions`` are all that it names, or the newest where it names but that. ``suites``, ``groups`` and
    ``compression`` are numbers of IANA's registries. ``begun`` tells that a hello came; ``why`` says why not.
    """

    begun: bool = False
    versions: tuple[str, ...] = ()
    suites: tuple[int, ...] = ()
    groups: tuple[int, ...] = ()
    compression: tuple[int, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class TlsOffer(Visit[TlsOffered]):
    """Read what the SUT offers, and refuse it."""

    came: ClassVar[type[Came]] = TlsOffered

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return "read what its TLS offers"


@dataclass(frozen=True)
class TlsReceived(Came):
    """What a client made of a certificate.

    ``begun`` tells that it came, and said hello; ``version`` and ``suite`` are what was agreed on, None where nothing
    was. ``heard`` are the first octets that came through TLS, ``why`` is what it said, or how it ended; empty where
    nothing came in time.
    """

    begun: bool = False
    version: str | None = None
    suite: str | None = None
    heard: bytes = b""
    why: str = ""


@dataclass(frozen=True)
class TlsReception(Visit[TlsReceived]):
    """Show the SUT a certificate, say ``hello`` through TLS, and hear what comes.

    ``version`` is the one version of TLS that is agreed on (``"1.0"``); None is any that is allowed.
    """

    came: ClassVar[type[Came]] = TlsReceived
    shown: Shown
    hello: bytes = b""
    version: str | None = None

    @property
    def text(self) -> str:
        """What is tried, for people."""
        over = f" over TLS {self.version}" if self.version else ""
        return f"receive it{over}, and show {self.shown.value}"


@dataclass(frozen=True)
class SshOffer(Visit[SshOffered]):
    """Read what the SUT offers, and end the connection."""

    came: ClassVar[type[Came]] = SshOffered

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return "read what its SSH offers"


class HostKey(StrEnum):
    """Which host key is shown."""

    RIGHT = "the right host key"
    CHANGED = "another host key than before"
    OTHER_KIND = "a host key of another algorithm than before"


@dataclass(frozen=True)
class SshReceived(Came):
    """What a client made of a host key.

    ``begun`` tells that it came, and spoke SSH; ``password`` that it said one, whichever. ``heard`` are the first
    octets of its session, ``why`` is how it ended; empty where nothing came in time.
    """

    begun: bool = False
    password: bool = False
    heard: bytes = b""
    why: str = ""


@dataclass(frozen=True)
class SshReception(Visit[SshReceived]):
    """Show the SUT a host key, let it in with whatever it has, say ``hello`` in its session, and hear what comes."""

    came: ClassVar[type[Came]] = SshReceived
    shown: HostKey
    hello: bytes = b""

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return f"receive it, and show {self.shown.value}"


@dataclass(frozen=True)
class HostKeyShown(Came):
    """The host key that a server shows: its algorithm and its fingerprint, empty where there is none, and why."""

    begun: bool = False
    kind: str = ""
    fingerprint: str = ""
    why: str = ""


@dataclass(frozen=True)
class SeeHostKey(Visit[HostKeyShown]):
    """Look at the host key of the SUT, on a connection that it opens where it calls home, and leave."""

    came: ClassVar[type[Came]] = HostKeyShown

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return "look at the host key that it shows"

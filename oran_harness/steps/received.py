"""What steps give back."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.message import AnyMessage


@dataclass(frozen=True, slots=True)
class Incoming(ABC):
    """What the SUT has said. ``t`` is in seconds of the history, ``n`` the number of its event there."""

    n: int
    t: float
    association: str

    @property
    @abstractmethod
    def message(self) -> AnyMessage | None:
        """The typed message, as far as it could be read; None where it could not."""

    @property
    @abstractmethod
    def label(self) -> str:
        """What it is called, also where it could not be read."""

    @property
    @abstractmethod
    def conforms(self) -> bool:
        """Whether it is what the specification of its protocol says."""


@dataclass(frozen=True, slots=True)
class Received(Incoming):
    """An E2AP message of the SUT.

    ``message`` is None where the octets could not be read; ``decoded`` tells what could.
    """

    stream: int
    ppid: int | None
    octets: bytes
    decoded: DecodedMessage
    editions: tuple[str, ...] = ()

    @property
    def message(self) -> Message | None:
        """The typed message, as far as it could be read."""
        return self.decoded.message

    @property
    def label(self) -> str:
        """The message's name, or what could be read of it."""
        return self.decoded.label

    @property
    def conforms(self) -> bool:
        """Whether it is what the specification says."""
        return self.decoded.conforms


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, and when (seconds of the history)."""

    n: int
    t: float
    association: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An association's end: ``how`` is ``"shutdown"``, ``"abort"`` or ``"down"``; ``by_sut`` tells who ended it."""

    n: int
    t: float
    association: str
    how: str
    by_sut: bool


@dataclass(frozen=True, slots=True)
class Stimulated:
    """What the SUT's adapter answered to a stimulus; ``declined`` if it would not, where it may decline."""

    name: str
    details: Mapping[str, Any] = field(default_factory=dict)
    declined: bool = False

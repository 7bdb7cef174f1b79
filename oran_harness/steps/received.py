"""What steps give back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message


@dataclass(frozen=True, slots=True)
class Received:
    """A message of the SUT. ``t`` is in seconds of the history, ``n`` the number of its event there.

    ``message`` is None where the octets could not be read; ``decoded`` tells what could.
    """

    n: int
    t: float
    association: str
    stream: int
    ppid: int | None
    octets: bytes
    decoded: DecodedMessage
    editions: tuple[str, ...] = ()

    @property
    def message(self) -> Message | None:
        """The typed message, as far as it could be read."""
        return self.decoded.message


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

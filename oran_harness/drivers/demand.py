"""What a performance asks of the driver that hosts it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.steps.attempts import Attempt


@dataclass(frozen=True, slots=True)
class OpenLink:
    """Open an association; tell of it under the number ``attempt``. ``user`` logs in, None: as the address says."""

    attempt: int
    user: str | None = None


@dataclass(frozen=True, slots=True)
class ListenAt:
    """Listen at one more address until the performance is over; tell its URI under the number ``ticket``.

    ``number`` says which near-RT RIC is found there: 1 the one of the first address, 2 another one.
    """

    ticket: int
    number: int


@dataclass(frozen=True, slots=True)
class SendOctets:
    """Send one message; it stands in the history already.

    ``first``: the far end is to have it before anything else is sent, since that might overtake it on another stream.
    """

    association: str
    octets: bytes
    stream: int
    ppid: int
    first: bool = False


@dataclass(frozen=True, slots=True)
class CloseLink:
    """End an association by ``"shutdown"`` or ``"abort"`` and tell when it is over."""

    association: str
    how: str


@dataclass(frozen=True, slots=True)
class AskStimulus:
    """Have the SUT do something of its own; tell the answer under the number ``ticket``.

    ``once`` is for what the SUT may decline: a failure is not tried again.
    """

    ticket: int
    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    once: bool = False


@dataclass(frozen=True, slots=True)
class MakeAttempt:
    """Try something at the transport of the SUT; tell what came of it under the number ``ticket``."""

    ticket: int
    attempt: Attempt[Any]


Demand = OpenLink | ListenAt | SendOctets | CloseLink | AskStimulus | MakeAttempt
"""What a driver does for a performance, in the order in which it is asked."""

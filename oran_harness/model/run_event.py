"""What happens in a run, as values; results, reports and metrics are made by those who listen to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from oran_harness.model.case import CaseDescription, CaseResult
from oran_harness.model.diagnosis import Diagnosis
from oran_harness.model.event import Event, HistoryHeader
from oran_harness.model.finding import Finding
from oran_harness.model.introduction import Introduction
from oran_harness.model.known import Reckoning
from oran_harness.model.order import Order
from oran_harness.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class SutDescription:
    """The system under test as a run knows it; ``vendor`` is ``"unknown"`` for a raw wire."""

    vendor: str
    role: str
    version: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A run begins. ``started`` is in seconds since 1970-01-01 UTC; ``harness`` the version of oran-harness.

    ``order`` is the one of the cases, ``faults`` what is done to the link, as on the command line.
    """

    id: str
    started: float
    harness: str
    suites: tuple[str, ...]
    seed: int
    sut: SutDescription
    planned: tuple[CaseDescription, ...]
    order: Order = Order.DECLARED
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingStarted:
    """The SUT is met, before the first case or when E2 Setup has stopped working.

    ``history`` and ``header`` are as those of a case. ``patience`` is the time in seconds for which its association is
    waited for, None for as long as it takes.
    """

    history: str
    header: HistoryHeader
    patience: float | None


@dataclass(frozen=True, slots=True)
class MeetingRemarked:
    """A sentence for people about how the meeting goes: that a Time to Wait is waited out, say."""

    sentence: str


@dataclass(frozen=True, slots=True)
class MeetingEnded:
    """The meeting is over. ``introduction`` is what the SUT said of itself, None if it did not come to that.

    ``diagnosis`` says why cases cannot be performed, None if E2 Setup works.
    """

    introduction: Introduction | None = None
    diagnosis: Diagnosis | None = None


@dataclass(frozen=True, slots=True)
class SutLost:
    """The SUT was there, and is given up: no further case is performed."""

    diagnosis: Diagnosis


@dataclass(frozen=True, slots=True)
class CaseStarted:
    """A case begins; ``history`` is its history's path relative to the run's folder, without a suffix."""

    case: CaseDescription
    history: str
    header: HistoryHeader


@dataclass(frozen=True, slots=True)
class EventRecorded:
    """Something happened in the running case.

    ``interface``, ``procedure`` and ``direction`` (``"to-sut"`` or ``"from-sut"``) are told for messages.
    """

    case: str
    event: Event
    interface: str | None = None
    procedure: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class DecodeFailed:
    """A message of the SUT does not conform to its specification; ``rule`` is the kind of complaint."""

    case: str
    rule: str


@dataclass(frozen=True, slots=True)
class FindingMade:
    """A rule fired in the history of a case."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class CaseFinished:
    """A case, or the line of a run-scoped rule, has its verdict. ``findings`` were made in its history."""

    result: CaseResult
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SutChanged:
    """The SUT came up, went down or was restarted; ``restarts`` counts those since the run began."""

    up: bool
    restarts: int
    why: str


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The run is over; ``interrupted`` tells that someone stopped it and the rest is ``skip``.

    ``known`` compares the verdicts with what was listed of them, None where nothing was.
    """

    duration_s: float
    summary: Mapping[Verdict, int] = field(default_factory=dict)
    interrupted: bool = False
    known: Reckoning | None = None


RunEvent = (
    RunStarted
    | MeetingStarted
    | MeetingRemarked
    | MeetingEnded
    | SutLost
    | CaseStarted
    | EventRecorded
    | DecodeFailed
    | FindingMade
    | CaseFinished
    | SutChanged
    | RunFinished
)
"""Everything that a run tells its listeners, in this order: start, meeting, cases, end."""

Listener = Callable[[RunEvent], None]
"""Who is told of a run. A listener that raises is reported and told no more; it never changes a verdict."""

"""What a reference near-RT RIC is like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.model.errors import UsageError
from oran_harness.protocols.e2ap.tables import tables
from oran_harness.service_models import service_model
from oran_harness.steps.answers import ric_identity

TIMES_TO_WAIT = (1, 2, 5, 10, 20, 60)
"""The seconds that a Time to Wait can have (E2AP 9.2.5)."""


@dataclass(frozen=True, slots=True)
class Timers:
    """Seconds that the RIC waits for each kind of answer; E2AP gives its timers (9.5) names and no values.

    ``other`` is for the procedures of the interface, and those of 7.00 that have no timer.
    """

    event_create: float = 5.0
    event_delete: float = 5.0
    event_modify: float = 5.0
    control: float = 5.0
    query: float = 5.0
    other: float = 5.0


@dataclass(frozen=True, slots=True)
class RicConfig:
    """Everything that tells one reference near-RT RIC from another.

    ``edition`` is the E2AP edition that it speaks, ``kpm`` and ``rc`` editions of the service models (None: those that
    go with ``edition``). ``number`` and ``plmn`` make the Global RIC ID. ``seed`` decides where ids begin.

    ``connect`` makes it open the association itself, again ``reconnect_after`` seconds after it was lost or refused.
    ``refuse_setups`` is how many E2 Setups it refuses first, with ``time_to_wait`` in seconds; it accepts at most
    ``most_functions`` of a node. ``confirm_modifications`` is whether it confirms what a node wants modified,
    ``answer_inserts`` whether it answers INSERT indications of E2SM-RC with a Control. ``subscribe`` holds arguments
    of the stimulus ``subscribe``, carried out for each node once it is set up. ``further_address`` is what a node is
    told to connect to when nobody says otherwise. ``assistance_period`` are the seconds between two updates of an
    assistance that a node has asked for with updates. ``service_models`` are those that it takes (``"kpm"``): functions
    of others are rejected, and it asks for nothing of them; None for whatever is offered. ``styles`` are the KPM report
    styles that it subscribes to, None for any.

    Raises ``UsageError`` for an edition, identity or Time to Wait that there is not.
    """

    edition: str = "3.01"
    number: int = 1
    plmn: str = "00101"
    kpm: str | None = None
    rc: str | None = None
    seed: int = 0
    connect: bool = False
    reconnect_after: float = 1.0
    refuse_setups: int = 0
    time_to_wait: int | None = None
    most_functions: int = 256
    confirm_modifications: bool = True
    answer_inserts: bool = True
    subscribe: tuple[Mapping[str, Any], ...] = ()
    further_address: str = "127.0.0.2:36421"
    assistance_period: float = 0.2
    service_models: tuple[str, ...] | None = None
    styles: tuple[int, ...] | None = None
    timers: Timers = field(default_factory=Timers)

    def takes(self, model: str | None) -> bool:
        """Whether the RIC has to do with functions of a service model; None for one that is not known."""
        return self.service_models is None or model in self.service_models

    def __post_init__(self) -> None:
        tables(self.edition)
        for key, edition in (("kpm", self.kpm), ("rc", self.rc)):
            if edition is not None:
                service_model(key).interface.edition(edition)
        for key in self.service_models or ():
            service_model(key)
        try:
            ric_identity(self.number, self.plmn)
        except ValueError as error:
            raise UsageError(f"There is no such near-RT RIC: {error}.") from None
        if self.time_to_wait is not None and self.time_to_wait not in TIMES_TO_WAIT:
            seconds = ", ".join(map(str, TIMES_TO_WAIT))
            raise UsageError(f"A Time to Wait of {self.time_to_wait} s cannot be sent; choose one of {seconds}.")

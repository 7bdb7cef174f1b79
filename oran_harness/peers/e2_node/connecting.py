"""A Connection Update that is not answered yet."""

from dataclasses import dataclass, field

from oran_harness.protocols.e2ap.elements import (
    CriticalityDiagnostics,
    E2connectionSetupFailed_Item,
    E2connectionUpdate_Item,
)


@dataclass(slots=True)
class Connecting:
    """The answer in the making: ``waiting`` are the associations that are being opened, by name.

    ``link`` names the association on which the request came, ``leaving`` those that end after the answer; ``report``
    goes into the answer.
    """

    link: str
    transaction_id: int | None
    report: CriticalityDiagnostics | None
    waiting: dict[str, E2connectionUpdate_Item] = field(default_factory=dict)
    done: list[E2connectionUpdate_Item] = field(default_factory=list)
    failed: list[E2connectionSetupFailed_Item] = field(default_factory=list)
    leaving: tuple[str, ...] = ()

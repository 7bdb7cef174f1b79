"""An assistance that a node asked its RIC for (E2AP 7.00)."""

from dataclasses import dataclass

from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine.states import AssistanceState


@dataclass(frozen=True, slots=True)
class Assistance:
    """One assistance (E2AP 8.2.11 to 8.2.13), named by the id that the node gave it.

    ``updates`` tells whether the request asked for them, ``limit`` how many at most (None: until the Halt), ``sent``
    how many came. ``changed`` is the time in seconds of the latest change of state.
    """

    request_id: RICrequestID
    updates: bool
    limit: int | None
    state: AssistanceState
    changed: float
    requested_n: int
    sent: int = 0
    certain: bool = True

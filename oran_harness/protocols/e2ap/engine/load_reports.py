"""Load reports of a node (E2AP 7.00)."""

from dataclasses import dataclass

from oran_harness.protocols.e2ap.engine.states import LoadState


@dataclass(frozen=True, slots=True)
class LoadReports:
    """The load reports that one Load Status request started (E2AP 8.2.8).

    ``ric_id`` and ``node_id`` are the two Load Measurement IDs, the latter None until the node has given it.
    ``changed`` is the time in seconds of the latest change of state, ``changed_stream`` its stream.
    """

    ric_id: int
    node_id: int | None
    state: LoadState
    changed: float
    changed_stream: int | None = None
    certain: bool = True

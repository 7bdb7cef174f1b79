"""Load reports of a node."""

from oran_harness.protocols.e2ap.engine import LoadReports, LoadState


def test_the_nodes_id_comes_with_the_answer() -> None:
    """Until then only the RIC's measurement id is known."""
    assert LoadReports(5, None, LoadState.STARTING, 0.0).node_id is None

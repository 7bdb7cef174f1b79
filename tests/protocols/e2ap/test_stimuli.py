"""Which procedure a stimulus begins."""

from oran_harness.peers.e2_node import stimuli as of_a_node
from oran_harness.peers.near_rt_ric import stimuli as of_a_ric
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.stimuli import PROCEDURE_BEGUN


def test_only_what_e2ap_has_is_begun() -> None:
    """Each name is that of a procedure."""
    assert set(PROCEDURE_BEGUN.values()) <= {procedure.name for procedure in PROCEDURES.values()}


def test_peers_know_each_of_them() -> None:
    """No stimulus is listed that neither peer can be given."""
    assert set(PROCEDURE_BEGUN) <= set(of_a_node.STIMULI) | set(of_a_ric.STIMULI)

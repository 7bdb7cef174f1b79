"""A RAN function, from its offer to its removal."""

from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction


def test_a_function_begins_as_offered() -> None:
    """Until the RIC has answered nothing is accepted."""
    function = OfferedFunction(1, b"definition", 2, None, since_n=3)
    assert function.status is FunctionStatus.OFFERED
    assert function.accepted_revision is None

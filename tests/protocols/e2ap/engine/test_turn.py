"""One message while it is being judged."""

from oran_harness.protocols.e2ap.engine import Association
from oran_harness.protocols.e2ap.engine.turn import LONGEST_DELAY, UNORDERED, Turn, listed, request_name
from tests.protocols.e2ap.engine.conversation import NODE, rid


def _turn(now: float, stream: int | None) -> Turn:
    return Turn(Association()._records, NODE, None, None, "RICindication", (now, 1, stream), True)


def test_lists_stay_short() -> None:
    """At most eight names, and how many more there are."""
    assert listed(()) == "none"
    assert listed(range(3)) == "0, 1, 2"
    assert listed(range(10)).endswith("7 and 2 more")
    assert listed((rid(1, 2) for _ in range(1)), request_name) == "1/2"


def test_one_stream_keeps_its_order() -> None:
    """Another stream does after the longest delay; where nothing tells, only time does."""
    assert _turn(1.0, 2).ordered(2, 0.0)
    assert _turn(1.0, None).ordered(None, 0.0)
    assert not _turn(1.0, 2).ordered(3, 0.0)
    assert not _turn(1.0, 2).ordered(UNORDERED, 0.0)
    assert _turn(LONGEST_DELAY + 1, 2).ordered(3, 0.0)


def test_names_of_ids() -> None:
    """A RIC Request ID is written as requestor and instance."""
    assert request_name(rid(10, 3)) == "10/3"
    assert request_name(7) == "7"
    assert request_name(None) == "None"

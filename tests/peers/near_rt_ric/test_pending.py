"""Requests under way."""

from oran_harness.peers.near_rt_ric.pending import Pending, key_of
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import CAUSE, FIRST_ID


def test_what_belongs_together() -> None:
    """A request and its answers have one key; other procedures with equal ids have others."""
    request = m.RICsubscriptionDeleteRequest(FIRST_ID, 1)
    assert key_of(request) == key_of(m.RICsubscriptionDeleteResponse(FIRST_ID, 1)) == (9, FIRST_ID)
    assert key_of(m.RICcontrolFailure(FIRST_ID, 1)) == (4, FIRST_ID)
    assert key_of(m.ResetRequest(5, CAUSE)) == key_of(m.ResetResponse(5)) == (3, 5)
    assert key_of(m.RICserviceLoadStatusRequest(6)) == (18, 6)
    assert key_of(m.RICsubscriptionDeleteRequired()) == (12, None)
    assert Pending(request, "TRICEVENTdelete", 5, 5).key == (9, FIRST_ID)

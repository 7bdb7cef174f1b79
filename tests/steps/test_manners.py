"""What steps have to know of an interface."""

from oran_harness.protocols.e2ap.messages import E2setupRequest
from oran_harness.protocols.netconf import Hello
from oran_harness.steps.e2ap_manners import E2apManners
from oran_harness.steps.manners import Manners
from oran_harness.steps.netconf_manners import NetconfManners


def test_both_interfaces_have_them() -> None:
    """Each says what comes first."""
    both: tuple[Manners, ...] = (E2apManners(), NetconfManners())
    assert [each.first_words.types for each in both] == [(E2setupRequest,), (Hello,)]

"""One of two products."""

from oran_harness.adapters import BoundedAdapter
from oran_harness.adapters.present import PresentAdapter
from oran_harness.interop.pairs.party import Party
from oran_harness.model import Role
from oran_harness.steps import Claims


def test_a_product_has_no_time_of_its_own_unless_it_is_given() -> None:
    """What a stimulus sets off takes as long as any message."""
    party = Party(Role.E2_NODE, "alfa", Claims(), BoundedAdapter(PresentAdapter("alfa", None)), startable=False)
    assert party.effect_timeout is None

"""One association of the node."""

import pytest

from oran_harness.peers.e2_node.link import Link, LinkState


@pytest.mark.parametrize("state", LinkState)
def test_ric_services_need_an_association_that_is_tied_to_the_node(state: LinkState) -> None:
    """They may be used once the association is set up, or has begun to join."""
    assert Link("1", state).in_use == (state in (LinkState.READY, LinkState.JOINING))

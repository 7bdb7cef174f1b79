"""RAN functions as the node offers them."""

import pytest

from oran_harness.model import UsageError
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.node_function import NodeFunction, functions_for
from oran_harness.service_models import identify
from oran_harness.steps.offers import KINDS, KPM_FUNCTION, RC_FUNCTION, node_offer
from tests.peers.e2_node.plain_function import PlainFunction


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", ["1.01", "3.01", "5.00"])
def test_functions_go_with_the_edition_and_kind(edition: str, kind: str) -> None:
    """KPM and RC under their ids, in the editions that go with E2AP's, for every kind of node."""
    config = NodeConfig(edition=edition, kind=kind)
    found = functions_for(config, node_offer(edition=edition, kind=kind, service_models=()))
    assert sorted(found) == [KPM_FUNCTION, RC_FUNCTION]
    for function in found.values():
        model = identify(function.item.ran_function_oid)
        assert model is not None
        assert function.behaviour.key == model.key
    expected = {"1.01": ("2.03", "1.03"), "3.01": ("3.00", "1.03"), "5.00": ("5.00", "5.00")}[edition]
    assert tuple(found[number].behaviour.edition for number in sorted(found)) == expected


def test_editions_of_service_models_can_be_chosen() -> None:
    """The configuration decides."""
    config = NodeConfig(kpm="4.00", service_models=("kpm",))
    found = functions_for(config, node_offer(service_models=()))
    assert found[KPM_FUNCTION].behaviour.edition == "4.00"
    with pytest.raises(UsageError):
        functions_for(NodeConfig(service_models=("x",)), node_offer(service_models=()))


def test_what_was_told_stays_while_the_function_is_revised() -> None:
    """Only what the RIC accepts becomes what was told."""
    plain = PlainFunction()
    function = NodeFunction(9, plain)
    plain.revise()
    assert (function.item.ran_function_revision, function.revised.ran_function_revision) == (1, 2)
    assert function.item.ran_function_id == 9

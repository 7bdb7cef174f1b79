"""What the RIC asks of an NI function."""

from typing import Any

import pytest

from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.ni_requests import subscription
from oran_harness.peers.near_rt_ric.node_functions import NodeFunction, far_node, find_function
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.ni.build import function_definition
from oran_harness.service_models.ni.model import NI
from oran_harness.steps.offers import KINDS, node_offer


def _function(kind: str = "gnb", **how: Any) -> NodeFunction:
    definition = function_definition("1.00", kind=kind, **how)
    offered = OfferedFunction(4, definition, 1, NI.oid, 1, FunctionStatus.ACCEPTED)
    return find_function({4: offered}, "ni", "3.01", None)


@pytest.mark.parametrize("kind", KINDS)
def test_the_set_up_of_the_interface_is_asked_for(kind: str) -> None:
    """Of the interface that the node exposes: the message that our node has as its component's request."""
    offer = node_offer(kind=kind)
    trigger, definition = subscription(Arguments({}), _function(kind), far_node(offer.node_id))
    read = content_of(NI.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, trigger).value)
    component = next(each for each in offer.components if each.interface == read.interface_type)
    message = read.interface_message_type[1]
    assert component.request[:2] == bytes([0, message.procedure_code])
    assert message.type_of_message == "initiating-message"
    assert NI.decode(PayloadKind.ACTION_DEFINITION, definition).conforms


@pytest.mark.parametrize(("style", "interfaces"), [(1, ()), (2, ("ng",)), (255, ("ng",))])
def test_what_is_not_offered_is_not_asked_for(style: int, interfaces: Any) -> None:
    """Without an interface that has the style there is nothing to subscribe to."""
    with pytest.raises(Unfit, match=f"no report style {style}"):
        subscription(
            Arguments({"style": style}), _function(interfaces=interfaces), far_node(node_offer(kind="gnb").node_id)
        )

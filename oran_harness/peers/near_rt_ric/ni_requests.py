"""What the RIC asks of an NI function: copies of complete messages, report style 1 (NI 7.4.2)."""

from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.node_functions import FarNode, NodeFunction
from oran_harness.service_models.ni.build import action_definition, event_trigger, interface_identifier
from oran_harness.service_models.ni.definition import announced

_STYLE = 1
_SETUP_PROCEDURES = {"s1": 17, "x2": 6, "ng": 21, "xn": 17, "f1": 1, "e1": 3}
"""The procedure by which each interface is set up: 3GPP TS 36.413, 36.423, 38.413, 38.423, 38.473, 37.483."""


def subscription(arguments: Arguments, function: NodeFunction, node: FarNode) -> tuple[bytes, bytes]:
    """Event trigger and action definition of report style 1, for the set-up of the first interface that has it.

    Raises ``Unfit`` if the node does not offer the style, a ``HarnessError`` for what NI lacks.
    """
    number = arguments.integer("style", _STYLE, 1, 255)
    offer = announced(function.definition)
    interfaces = [] if offer is None else [each.kind for each in offer.interfaces if number in each.reports]
    if number != _STYLE or not interfaces:
        raise Unfit(f"the node's NI function {function.offered.id} offers no report style {number} that is served here")
    kind, edition = interfaces[0], function.edition
    own = interface_identifier(node.plmn, node.node_id)
    return event_trigger(kind, own, _SETUP_PROCEDURES[kind], edition), action_definition(edition, timestamp=True)

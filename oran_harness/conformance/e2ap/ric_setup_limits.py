"""E2 Setup at its limits, with a near-RT RIC under test: many functions, large definitions, many components."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_components import check_components
from oran_harness.conformance.e2ap.ric_functions import check_functions, foreign_function, ids, kpm_function
from oran_harness.conformance.e2ap.ric_scenery import RIC, exchange, new_transaction, our_offer
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RANfunction_Item
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupResponse
from oran_harness.steps import Peer
from oran_harness.steps.offers import NodeOffer, another_component, setup_request

_CLAUSE = "O-RAN.WG3.E2AP 8.3.1.2, 9.1.2.2"
_FRESH = ("association.fresh",)
_TAGS = ("E2setup", "positive", "limits")
_MOST_FUNCTIONS = 256
_COMPONENTS = 64


@case(
    id="E2AP-SETUP-121",
    title="A node that offers 256 RAN functions is answered for each of them",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def answers_for_256_functions(node: Peer) -> None:
    """As many as a list may hold. The RIC may take, reject or refuse them; it may not lose any."""
    await _answered(node, tuple(foreign_function(number) for number in range(1, _MOST_FUNCTIONS + 1)))


@case(
    id="E2AP-SETUP-122",
    title="A RAN function definition of more than 4,096 octets is taken",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def takes_a_large_definition(node: Peer) -> None:
    """A KPM definition with some hundred measurements; buffers of 1,023 or 4,096 octets are seen in the field."""
    await _answered(node, (kpm_function(node.edition, id=2, further=160),))


@case(
    id="E2AP-SETUP-123",
    title="A RAN function definition of more than 16,383 octets, in fragments of PER, is taken",
    clause=f"{_CLAUSE}, 9.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def takes_a_fragmented_definition(node: Peer) -> None:
    """From 16,384 octets on PER writes an octet string in fragments, each with a length of its own."""
    await _answered(node, (kpm_function(node.edition, id=2, further=800),))


@case(
    id="E2AP-SETUP-124",
    title="A RAN function whose definition cannot be read is answered for",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=("E2setup", "negative"),
)
async def answers_for_rubbish(node: Peer) -> None:
    """A definition under KPM's OID that is no KPM definition: the function may be rejected, the node is answered."""
    offer = our_offer(node)
    function = replace(kpm_function(node.edition, id=2), ran_function_definition=b"\xff" * 40)
    await _answered(node, (function, *offer.functions[1:]), injected=True)


@case(
    id="E2AP-SETUP-125",
    title="A node that declares 64 components is answered for each of them",
    clause=f"{_CLAUSE}, 9.2.26",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_FRESH, "e2ap:2.03"),
    tags=_TAGS,
)
async def answers_for_many_components(node: Peer) -> None:
    """A CU with as many DUs as a town has."""
    offer = our_offer(node)
    components = offer.components
    while len(components) < _COMPONENTS:
        components = (*components, another_component(offer, components))
    crowded = replace(offer, components=components)
    response = await _asked(node, crowded)
    if isinstance(response, E2setupResponse):
        acks = response.e2_node_component_config_addition_ack
        check_components(crowded.components, acks, answer="E2 SETUP RESPONSE")


async def _answered(node: Peer, functions: tuple[RANfunction_Item, ...], *, injected: bool = False) -> None:
    response = await _asked(node, replace(our_offer(node), functions=functions), injected=injected)
    if isinstance(response, E2setupResponse):
        check_functions(
            ids(functions), response.ran_functions_accepted, response.ran_functions_rejected, answer="E2 SETUP RESPONSE"
        )


async def _asked(node: Peer, offer: NodeOffer, *, injected: bool = False) -> E2setupResponse | E2setupFailure:
    return await exchange(
        node,
        setup_request(offer, new_transaction(node)),
        E2setupResponse,
        E2setupFailure,
        requirement="The near-RT RIC answers an E2 Setup of any legal size: by a response, or a failure with a cause",
        injected=injected,
    )

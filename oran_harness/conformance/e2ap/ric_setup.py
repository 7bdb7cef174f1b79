"""E2 Setup with a near-RT RIC under test: what it owes a node that comes (E2AP 8.3.1)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_components import check_components
from oran_harness.conformance.e2ap.ric_functions import check_functions, foreign_function, ids, kpm_function
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    exchange,
    new_transaction,
    our_offer,
    says,
    set_up,
    set_up_or_not,
    stands,
)
from oran_harness.conformance.expectations import check_echo
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupResponse, ErrorIndication
from oran_harness.steps import Peer, check
from oran_harness.steps.offers import another_component, setup_request

_RESPONSE = "O-RAN.WG3.E2AP 8.3.1.2"
_FRESH = ("association.fresh",)
_TAGS = ("E2setup", "positive")
_QUIET = 0.3


@case(
    id="E2AP-SETUP-101",
    title="A gNB that offers KPM and RC is set up",
    clause=_RESPONSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=(*_TAGS, "e2ts-5.2.1.1.1"),
)
async def sets_up_a_gnb(node: Peer) -> None:
    """The plain E2 Setup: answered by a response that tells who the RIC is."""
    response = await set_up(node, our_offer(node))
    check(
        response.global_ric_id is not None,
        "E2 SETUP RESPONSE tells the Global RIC ID",
        expected="a Global RIC ID",
        actual="none",
    )


@case(
    id="E2AP-SETUP-102",
    title="The answer to E2 Setup repeats the TransactionID, also 0 and 255",
    clause="O-RAN.WG3.E2AP 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_FRESH, "e2ap:2.03"),
    tags=_TAGS,
)
async def repeats_the_transaction_id(node: Peer) -> None:
    """Both ends of the range: a RIC that counts for itself, or takes 0 for absent, shows here."""
    for sibling, transaction in enumerate((0, 255)):
        association = node.here if sibling == 0 else await node.open()
        await exchange(
            node,
            setup_request(our_offer(node, sibling=sibling), transaction),
            E2setupResponse,
            E2setupFailure,
            association=association,
            requirement="The near-RT RIC answers E2 Setup under any TransactionID",
        )


@case(
    id="E2AP-SETUP-103",
    title="Each RAN function that is offered is accepted or rejected, once",
    clause="O-RAN.WG3.E2AP 8.3.1.2, 9.1.2.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def accounts_for_each_function(node: Peer) -> None:
    """Functions of known and unknown service models, with ids from one end of the range to the other."""
    offer = our_offer(node)
    functions = (foreign_function(1), *offer.functions, kpm_function(node.edition, id=4094), foreign_function(4095))
    response = await set_up_or_not(node, replace(offer, functions=functions))
    check_functions(
        ids(functions), response.ran_functions_accepted, response.ran_functions_rejected, answer="E2 SETUP RESPONSE"
    )


@case(
    id="E2AP-SETUP-104",
    title="Each component that is declared is acknowledged, once",
    clause="O-RAN.WG3.E2AP 8.3.1.2",
    level=Level.MUST,
    under_test=RIC,
    needs=(*_FRESH, "e2ap:2.03"),
    tags=_TAGS,
)
async def acknowledges_each_component(node: Peer) -> None:
    """The components of a gNB with a neighbour, each with its interface type and id; the outcome may be failure."""
    offer = our_offer(node)
    components = (*offer.components, another_component(offer, interface="xn"))
    response = await set_up_or_not(node, replace(offer, components=components))
    check_components(components, response.e2_node_component_config_addition_ack, answer="E2 SETUP RESPONSE")


@case(
    id="E2AP-SETUP-105",
    title="The near-RT RIC says nothing before the node's E2 Setup",
    clause="O-RAN.WG3.E2AP 8.3.1.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def lets_the_node_begin(node: Peer) -> None:
    """E2 Setup is the first procedure of an association, and it is the node's; then it is served."""
    await node.silence(
        lasting=_QUIET,
        requirement="E2 Setup, started by the node, is the first procedure on an association: until then the near-RT "
        "RIC sends nothing",
    )
    await set_up(node, our_offer(node))


@case(
    id="E2AP-SETUP-106",
    title="Two nodes that set up at once are both served, each on its own association",
    clause="O-RAN.WG3.E2AP 5.2, 8.3.1.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def serves_two_nodes_at_once(node: Peer) -> None:
    """Both requests are under way before the first is answered; both have the same TransactionID, as they may."""
    transaction = new_transaction(node)
    first, second = str(node.here), await node.open()
    await node.send(setup_request(our_offer(node), transaction), association=first)
    await node.send(setup_request(our_offer(node, sibling=1), transaction), association=second)
    requirement = "The near-RT RIC answers each of two nodes that set up at once, on that node's association"
    await node.together(
        node.expect(E2setupResponse, E2setupFailure, association=first, requirement=requirement),
        node.expect(E2setupResponse, E2setupFailure, association=second, requirement=requirement),
    )
    await stands(node, first, "the Setup of another node")


@case(
    id="E2AP-SETUP-107",
    title="A second E2 Setup on an association is answered",
    clause="O-RAN.WG3.E2AP 8.3.1.1",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def answers_a_second_setup(node: Peer) -> None:
    """Accepting it (it wipes and replaces) and refusing it (receiver state) are both fine; silence is not."""
    await _answered(node, "a second E2 SETUP REQUEST on an association")


@case(
    id="E2AP-SETUP-108",
    title="A node that claims the identity of another one that stands is answered",
    clause="O-RAN.WG3.E2AP 8.3.1",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def answers_a_double(node: Peer) -> None:
    """Two associations with one Global E2 Node ID: which is served is open, that it is answered is not."""
    association = await node.open()
    await _answered(node, "an E2 SETUP REQUEST with the identity of a node that is set up already", association)


@case(
    id="E2AP-SETUP-109",
    title="A node that left in good order is set up again when it comes back",
    clause="O-RAN.WG3.E2AP 8.3.1.1",
    level=Level.SHOULD,
    under_test=RIC,
    tags=_TAGS,
)
async def takes_back_who_left(node: Peer) -> None:
    """E2 Setup wipes what was known and replaces it: the node's earlier life is no reason to refuse it."""
    await node.close()
    await node.open(otherwise=Verdict.FAIL)
    await _set_up_again(node)


@case(
    id="E2AP-SETUP-110",
    title="A node that vanished without a word is set up again when it comes back",
    clause="O-RAN.WG3.E2AP 8.3.1.1",
    level=Level.SHOULD,
    under_test=RIC,
    tags=_TAGS,
)
async def takes_back_who_vanished(node: Peer) -> None:
    """As after a restart: the association was aborted, and the node begins anew."""
    await node.close(how="abort")
    await node.open(otherwise=Verdict.FAIL)
    await _set_up_again(node)


async def _answered(node: Peer, what: str, association: str | None = None) -> None:
    request = setup_request(our_offer(node), new_transaction(node))
    sent = await node.send(request, association=association)
    outcome = await node.expect(
        E2setupResponse,
        E2setupFailure,
        ErrorIndication,
        association=sent.association,
        requirement=f"The near-RT RIC answers {what}: by a response if it serves it, else by a failure",
    )
    if not isinstance(outcome, ErrorIndication):
        check_echo(request, outcome)


async def _set_up_again(node: Peer) -> None:
    answer = await _asked(node)
    if isinstance(answer, E2setupFailure) and answer.time_to_wait is not None:
        # It may ask for patience, not for a new identity.
        await node.pause(answer.time_to_wait)
        answer = await _asked(node)
    check(
        isinstance(answer, E2setupResponse),
        "E2 Setup replaces what the near-RT RIC knew of the node, so a node that was set up before is set up again",
        expected="E2setupResponse",
        actual=says(answer),
    )


async def _asked(node: Peer) -> E2setupResponse | E2setupFailure:
    await node.send(setup_request(our_offer(node), new_transaction(node)))
    return await node.expect(E2setupResponse, E2setupFailure)

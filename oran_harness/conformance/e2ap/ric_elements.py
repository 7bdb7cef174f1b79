"""E2 Setup requests whose IEs are not as they should be, with a near-RT RIC under test (E2AP 10)."""

from dataclasses import replace

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, new_transaction, open_again, our_offer, unharmed
from oran_harness.conformance.expectations import ies_of
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, E2setupResponse, ErrorIndication
from oran_harness.steps import Peer
from oran_harness.steps.offers import setup_request

_MISSING = "O-RAN.WG3.E2AP 8.3.1, 10; 3GPP TS 36.413 10.3"
_UNKNOWN = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3"
_CONSTRUCTED = "O-RAN.WG3.E2AP 9.3.1, 10; 3GPP TS 36.413 10.3.6"
_FRESH = ("association.fresh",)
_TAGS = ("negative", "ie", "E2setup")
_UNKNOWN_IE = 65_000
_TRANSACTION_ID, _NODE_ID, _FUNCTIONS = 49, 3, 10
_MOST_REPORTS = 3

Layout = tuple[int | ReceivedIe, ...]
"""The IEs of a message in their order: those that it has by id, others as they stand on the wire."""


@case(
    id="E2AP-NEG-131",
    title="An E2 Setup request without the Global E2 Node ID is refused",
    clause=_MISSING,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def refuses_without_node_id(node: Peer) -> None:
    """A mandatory IE of criticality reject: nothing is executed."""
    request = _request(node)
    await _refused(node, request, _without(request, _NODE_ID), "without the Global E2 Node ID, which is mandatory")


@case(
    id="E2AP-NEG-132",
    title="An E2 Setup request without RAN functions is refused",
    clause=_MISSING,
    level=Level.MUST,
    under_test=RIC,
    needs=(*_FRESH, "e2ap:2.03"),
    tags=_TAGS,
)
async def refuses_without_functions(node: Peer) -> None:
    """Mandatory since the second edition."""
    request = _request(node)
    await _refused(node, request, _without(request, _FUNCTIONS), "without RAN functions, which are mandatory")


@case(
    id="E2AP-NEG-133",
    title="An E2 Setup request without TransactionID, or without any IE, is not served",
    clause=_MISSING,
    level=Level.MUST,
    under_test=RIC,
    needs=("e2ap:2.03",),
    tags=_TAGS,
)
async def does_not_serve_without_transaction(node: Peer) -> None:
    """The failure message cannot be filled then: an Error Indication, or handling at home."""
    bystander = node.here
    request = _request(node, 1)
    for layout in (_without(request, _TRANSACTION_ID), ()):
        association = await open_again(node, bystander, "E2 Setup requests without a TransactionID")
        await node.send(request, association=association, layout=layout)
        await node.silence(
            E2setupResponse,
            association=association,
            lasting=0.2,
            requirement="An E2 Setup request that lacks the mandatory TransactionID is not executed",
        )
    await unharmed(node, bystander, "E2 Setup requests without a TransactionID")


@case(
    id="E2AP-NEG-134",
    title="An unknown IE with criticality ignore does not stop E2 Setup",
    clause=_UNKNOWN,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def ignores_an_unknown_ie(node: Peer) -> None:
    """As an IE of a later edition would come."""
    await _served(node, "ignore")


@case(
    id="E2AP-NEG-135",
    title="An unknown IE with criticality notify does not stop E2 Setup",
    clause=_UNKNOWN,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def notifies_of_an_unknown_ie(node: Peer) -> None:
    """It may be reported by an Error Indication beside the response, which has no place for it."""
    await _served(node, "notify")


@case(
    id="E2AP-NEG-136",
    title="An unknown IE with criticality reject stops E2 Setup",
    clause=_UNKNOWN,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def refuses_an_unknown_ie(node: Peer) -> None:
    """The sender says that the message makes no sense without it."""
    request = _request(node)
    layout: Layout = (*_layout(request), _unknown("reject"))
    await _refused(node, request, layout, "with an unknown IE of criticality reject")


@case(
    id="E2AP-NEG-137",
    title="An E2 Setup request with IEs in another order is refused",
    clause=_CONSTRUCTED,
    level=Level.SHOULD,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def refuses_another_order(node: Peer) -> None:
    """A falsely constructed message. To tolerate it harms nobody."""
    request = _request(node)
    await _refused(node, request, _layout(request)[::-1], "whose IEs stand in another order")


@case(
    id="E2AP-NEG-138",
    title="An E2 Setup request with one IE twice is refused",
    clause=_CONSTRUCTED,
    level=Level.SHOULD,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def refuses_a_repeated_ie(node: Peer) -> None:
    """A falsely constructed message. To tolerate it harms nobody."""
    request = _request(node)
    again = next(ie for ie in ies_of(node, request) if ie.id == _NODE_ID)
    await _refused(node, request, (*_layout(request), again), "with the Global E2 Node ID twice")


@case(
    id="E2AP-NEG-139",
    title="Known IEs with another criticality do no harm",
    clause="O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_other_criticalities(node: Peer) -> None:
    """What is understood is processed whatever its criticality says; whether a RIC objects is open."""
    bystander = node.here
    request = _request(node, 1)
    for criticality in ("ignore", "notify"):
        association = await open_again(node, bystander, "IEs with another criticality")
        changed = {"E2setupRequest.GlobalE2node-ID": criticality}
        await node.send(request, association=association, criticalities=changed)
        await _some_outcome(node, association, "whose Global E2 Node ID has another criticality")
        await node.close(association)
    await unharmed(node, bystander, "IEs with another criticality")


@case(
    id="E2AP-NEG-140",
    title="An E2 Setup request that offers RAN function 0, or one id twice, is answered",
    clause="O-RAN.WG3.E2AP 8.3.1, 9.2.8",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def answers_for_odd_function_ids(node: Peer) -> None:
    """0 is reserved, and an id is for one function; what the RIC makes of it is open."""
    offer = our_offer(node)
    first = offer.functions[0]
    for functions in ((replace(first, ran_function_id=0), *offer.functions), (first, first)):
        association = node.here or await node.open()
        request = setup_request(replace(offer, functions=functions), new_transaction(node))
        await node.send(request, association=association, injected=True)
        await _some_outcome(node, association, "that offers RAN functions under odd ids")
        await node.close(association)


@case(
    id="E2AP-NEG-141",
    title="An E2 Setup request whose PLMN Identity is not made of digits is answered",
    clause="O-RAN.WG3.E2AP 8.3.1, 9.2.6",
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def answers_a_node_without_a_plmn(node: Peer) -> None:
    """As text, which is seen in the field, and as octets that hold no digit."""
    offer = our_offer(node)
    for plmn in (b"747", b"\xff\xff\xff"):
        association = node.here or await node.open()
        request = setup_request(replace(offer, node_id=odd_gnb(plmn)), new_transaction(node))
        await node.send(request, association=association, injected=True)
        await _some_outcome(node, association, "whose PLMN Identity is not made of digits")
        await node.close(association)


def odd_gnb(plmn: bytes) -> e.GlobalE2node_ID:
    """A gNB of some PLMN Identity."""
    gnb_id = e.GlobalgNB_ID(plmn, ("gnb-ID", BitString(bytes.fromhex("00000150"), 28)))
    return ("gNB", e.GlobalE2node_gNB_ID(gnb_id))


def _request(node: Peer, sibling: int = 0) -> E2setupRequest:
    return setup_request(our_offer(node, sibling=sibling), new_transaction(node))


def _layout(request: E2setupRequest) -> tuple[int, ...]:
    return tuple(ie for ie, name in request.IES if getattr(request, name) is not None)


def _without(request: E2setupRequest, missing: int) -> tuple[int, ...]:
    return tuple(ie for ie in _layout(request) if ie != missing)


def _unknown(criticality: str) -> ReceivedIe:
    return ReceivedIe(_UNKNOWN_IE, "unknown", criticality, b"\x01\x02\x03", 0)


async def _refused(node: Peer, request: E2setupRequest, layout: Layout, what: str) -> None:
    sent = await node.send(request, layout=layout)
    await node.expect(
        E2setupFailure,
        ErrorIndication,
        association=sent.association,
        requirement=f"An E2 Setup request {what}, is answered by E2 SETUP FAILURE, or by an Error Indication",
    )


async def _served(node: Peer, criticality: str) -> None:
    request = _request(node)
    sent = await node.send(request, layout=(*_layout(request), _unknown(criticality)))
    requirement = f"An IE that the near-RT RIC does not know, with criticality {criticality}, does not stop E2 Setup"
    for _ in range(_MOST_REPORTS):
        answer = await node.expect(
            E2setupResponse, ErrorIndication, association=sent.association, requirement=requirement
        )
        if isinstance(answer, E2setupResponse):
            break


async def _some_outcome(node: Peer, association: str, what: str) -> None:
    await node.expect(
        E2setupResponse,
        E2setupFailure,
        ErrorIndication,
        association=association,
        requirement=f"An E2 Setup request {what} is answered: by a response, a failure or an Error Indication",
    )

"""E2 Setup of every kind of E2 node, with a near-RT RIC under test (E2AP 8.3.1, 9.2.6)."""

from dataclasses import replace

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    FIRST_EDITION,
    RIC,
    cause_text,
    exchange,
    new_transaction,
    our_offer,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupResponse
from oran_harness.steps import Peer, unsupported
from oran_harness.steps.offers import NodeOffer, setup_request

_CLAUSE = "O-RAN.WG3.E2AP 8.3.1.2, 9.2.6"
_FRESH = ("association.fresh",)
_TAGS = ("E2setup", "positive", "identity")


@case(
    id="E2AP-SETUP-111",
    title="A gNB-CU-CP is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_a_cu_cp(node: Peer) -> None:
    """A part of a gNB that has the gNB's own id; its components tell what it is."""
    await _served(node, our_offer(node, "cu-cp"), "a gNB-CU-CP")


@case(
    id="E2AP-SETUP-112",
    title="A gNB-CU-UP is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_a_cu_up(node: Peer) -> None:
    """A gNB-ID with a gNB-CU-UP-ID."""
    await _served(node, our_offer(node, "cu-up"), "a gNB-CU-UP")


@case(
    id="E2AP-SETUP-113",
    title="A gNB-DU is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_a_du(node: Peer) -> None:
    """A gNB-ID with a gNB-DU-ID."""
    await _served(node, our_offer(node, "du"), "a gNB-DU")


@case(
    id="E2AP-SETUP-114",
    title="A gNB-DU with the gNB-DU-ID 0 is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_du_zero(node: Peer) -> None:
    """0 is an id like any other (0 to 68719476735): a RIC that takes it for "none" refuses a whole DU."""
    await _served(node, _gnb(node, node_bits(node, 28), gnb_du_id=0, kind="du"), "a gNB-DU with the id 0")


@case(
    id="E2AP-SETUP-115",
    title="An eNB is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_an_enb(node: Peer) -> None:
    """A macro eNB-ID of 20 bits."""
    await _served(node, our_offer(node, "enb"), "an eNB")


@case(
    id="E2AP-SETUP-116",
    title="An ng-eNB is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_an_ng_enb(node: Peer) -> None:
    """A macro ng-eNB-ID of 20 bits."""
    offer = our_offer(node, "enb")
    identity = e.GlobalngeNB_ID(offer.plmn, ("enb-ID-macro", node_bits(node, 20)))
    await _served(node, replace(offer, node_id=("ng-eNB", e.GlobalE2node_ng_eNB_ID(identity))), "an ng-eNB")


@case(
    id="E2AP-SETUP-117",
    title="An en-gNB is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_an_en_gnb(node: Peer) -> None:
    """A gNB of an LTE core."""
    offer = our_offer(node)
    identity = e.GlobalenGNB_ID(offer.plmn, ("gNB-ID", node_bits(node, 28)))
    # The first edition has another name for the member.
    first = node.edition == FIRST_EDITION
    en_gnb = e.GlobalE2node_en_gNB_ID(identity) if first else e.GlobalE2node_en_gNB_ID(global_en_gnb_id=identity)
    await _served(node, replace(offer, node_id=("en-gNB", en_gnb)), "an en-gNB")


@case(
    id="E2AP-SETUP-118",
    title="A gNB with a gNB-ID of 22 bits is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_the_shortest_id(node: Peer) -> None:
    """The shortest gNB-ID, whose last octet is not full."""
    await _served(node, _gnb(node, node_bits(node, 22)), "a gNB with a gNB-ID of 22 bits")


@case(
    id="E2AP-SETUP-119",
    title="A gNB with a gNB-ID of 32 bits is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_the_longest_id(node: Peer) -> None:
    """The longest gNB-ID."""
    await _served(node, _gnb(node, node_bits(node, 32)), "a gNB with a gNB-ID of 32 bits")


@case(
    id="E2AP-SETUP-120",
    title="A gNB of a PLMN with three digits of MNC is set up",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def sets_up_a_long_mnc(node: Peer) -> None:
    """The PLMN Identity has no filler digit then."""
    await _served(node, our_offer(node, plmn="001001"), "a gNB of PLMN 001-001")


def node_bits(node: Peer, length: int) -> BitString:
    """The number of our node as an id of ``length`` bits."""
    octets = (length + 7) // 8
    return BitString((node.number << (octets * 8 - length)).to_bytes(octets, "big"), length)


def _gnb(node: Peer, bits: BitString, *, kind: str = "gnb", gnb_du_id: int | None = None) -> NodeOffer:
    offer = our_offer(node, kind)
    identity = e.GlobalE2node_gNB_ID(e.GlobalgNB_ID(offer.plmn, ("gnb-ID", bits)), gnb_du_id=gnb_du_id)
    return replace(offer, node_id=("gNB", identity))


async def _served(node: Peer, offer: NodeOffer, what: str) -> None:
    """Whether a RIC serves nodes of a kind is its maker's choice; to refuse one it has E2 SETUP FAILURE."""
    answer = await exchange(
        node,
        setup_request(offer, new_transaction(node)),
        E2setupResponse,
        E2setupFailure,
        requirement=f"The near-RT RIC answers the E2 Setup of {what}: by a response, or by a failure with a cause",
    )
    if isinstance(answer, E2setupFailure):
        raise unsupported(f"the near-RT RIC refuses {what} with {cause_text(answer.cause)}")

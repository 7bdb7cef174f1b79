"""Octets that are no E2AP message, sent to a near-RT RIC under test (E2AP 10)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    new_transaction,
    open_again,
    open_another,
    our_offer,
    says,
    unharmed,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.steps import Peer, check
from oran_harness.steps.offers import setup_request

_CLAUSE = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.2"
_TAGS = ("negative", "octets")
_RUBBISH = (
    b"\x00",
    b"\xff",
    b"\xff" * 16,
    b"\x60" * 64,
    b"GET / HTTP/1.1\r\nHost: ric\r\n\r\n",
    bytes.fromhex("0001ffff00"),
    bytes.fromhex("0001000f0000ff"),
)
_LARGE = 65_536


@case(
    id="E2AP-NEG-101",
    title="Undecodable octets on an association where nothing was said do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_rubbish(node: Peer) -> None:
    """Each kind of rubbish on an association of its own. An Error Indication, silence and closing are all fine."""
    bystander = node.here
    for rubbish in _RUBBISH:
        await _sent_on_a_new_one(node, bystander, rubbish)
    await unharmed(node, bystander, "undecodable octets")


@case(
    id="E2AP-NEG-102",
    title="Undecodable octets from a node that is set up do no harm to others",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_rubbish_of_a_node(node: Peer) -> None:
    """What becomes of that node's association is open; another node stands by."""
    bystander = node.here
    association = await open_another(node)
    await node.send_octets(_RUBBISH[2], association=association)
    await unharmed(node, bystander, "undecodable octets from another node")


@case(
    id="E2AP-NEG-103",
    title="Undecodable octets are reported as a transfer syntax error",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=RIC,
    tags=_TAGS,
)
async def reports_rubbish(node: Peer) -> None:
    """It has no ids, as nothing could be read. Some decoders call the error one of abstract syntax."""
    association = node.here
    await node.send_octets(_RUBBISH[2])
    requirement = "The near-RT RIC reports a message that it cannot decode by an Error Indication with a protocol cause"
    report = await node.expect(ErrorIndication, association=association, requirement=requirement)
    group = None if report.cause is None else report.cause[0]
    check(group == "protocol", requirement, expected="cause protocol / transfer-syntax-error", actual=says(report))


@case(
    id="E2AP-NEG-104",
    title="An E2 Setup request that is cut short does no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_a_cut_message(node: Peer) -> None:
    """Cut within the envelope, within an IE and before the last octet; each on an association of its own."""
    bystander = node.here
    whole = _request(node)
    for length in (1, 2, 3, 7, len(whole) // 4, len(whole) // 2, len(whole) - 1):
        await _sent_on_a_new_one(node, bystander, whole[:length])
    await unharmed(node, bystander, "messages that are cut short")


@case(
    id="E2AP-NEG-105",
    title="Octets behind an E2 Setup request do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_trailing_octets(node: Peer) -> None:
    """Whether the message in front of them is taken is open."""
    bystander = node.here
    await _sent_on_a_new_one(node, bystander, _request(node) + b"\x00\xff")
    await unharmed(node, bystander, "octets behind a message")


@case(
    id="E2AP-NEG-106",
    title="64 KiB that are no message do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    tags=(*_TAGS, "limits"),
)
async def outlives_a_lot_of_rubbish(node: Peer) -> None:
    """Twice: once all zeros, and once announcing an IE of the whole length."""
    bystander = node.here
    await _sent_on_a_new_one(node, bystander, bytes(_LARGE))
    await _sent_on_a_new_one(node, bystander, bytes.fromhex("0001") + b"\x00\xc4" + b"\xff" * _LARGE)
    await unharmed(node, bystander, "64 KiB of rubbish")


@case(
    id="E2AP-NEG-107",
    title="Associations that come and go without a word do no harm",
    clause="O-RAN.WG3.E2AP 6, 8.3.1",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_silent_visitors(node: Peer) -> None:
    """Some end in good order, some are aborted."""
    bystander = node.here
    for how in ("shutdown", "abort", "abort", "shutdown"):
        association = await open_again(node, bystander, "associations that come and go without a word")
        await node.close(association, how=how)
    await unharmed(node, bystander, "associations that come and go without a word")


async def _sent_on_a_new_one(node: Peer, bystander: str | None, octets: bytes) -> None:
    association = await open_again(node, bystander, "undecodable octets")
    await node.send_octets(octets, association=association)


def _request(node: Peer) -> bytes:
    request = setup_request(our_offer(node, sibling=2), new_transaction(node))
    return codec(node.edition).encode(request)

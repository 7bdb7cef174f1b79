"""RIC Indication, with a near-RT RIC under test (E2AP 8.2.3). It has no answer: what shows is that no harm is done."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import asked_to_subscribe, grant, kpm_indication, subscribed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.steps import Peer
from oran_harness.steps.offers import KPM_FUNCTION

_CLAUSE = "O-RAN.WG3.E2AP 8.2.3.2"
_NEEDS = ("stimulus:subscribe", "procedure:RICindication")
_TAGS = ("RICindication", "positive")
_MANY = 200
_RECORDS = 4000


@case(
    id="E2AP-IND-101",
    title="A REPORT indication without a sequence number is taken",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.2.4.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.2.4.1"),
)
async def takes_a_report(node: Peer) -> None:
    """A KPM report of the subscription's action."""
    association = node.here
    subscription = await subscribed(node)
    await node.send(kpm_indication(node, subscription))
    await unmoved(node, association, "a REPORT indication without a sequence number")


@case(
    id="E2AP-IND-102",
    title="Sequence numbers of indications may repeat, skip and wrap around",
    clause="O-RAN.WG3.E2AP 9.2.14",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_any_number(node: Peer) -> None:
    """The text gives neither a first number nor a step; 65535 is the largest."""
    association = node.here
    subscription = await subscribed(node)
    for number in (0, 0, 7, 65534, 65535, 0, None):
        await node.send(kpm_indication(node, subscription, number=number))
    await unmoved(node, association, "indications whose sequence numbers repeat, skip or wrap around")


@case(
    id="E2AP-IND-103",
    title="200 indications in a row are taken",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "limits"),
)
async def takes_many(node: Peer) -> None:
    """As a node sends that reports on many cells at once."""
    association = node.here
    subscription = await subscribed(node)
    for number in range(_MANY):
        await node.send(kpm_indication(node, subscription, number=number))
    await unmoved(node, association, f"{_MANY} indications in a row")


@case(
    id="E2AP-IND-104",
    title="An indication of more than 16,384 octets is taken",
    clause=f"{_CLAUSE}, 9.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "limits"),
)
async def takes_a_large_one(node: Peer) -> None:
    """Larger than the receive buffers of 10,000 octets seen in the field, and written in fragments by PER."""
    association = node.here
    subscription = await subscribed(node)
    await node.send(kpm_indication(node, subscription, values=_RECORDS))
    await unmoved(node, association, "an indication of more than 16,384 octets")


@case(
    id="E2AP-IND-105",
    title="An indication whose service-model content cannot be read does no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICindication", "negative"),
)
async def outlives_rubbish(node: Peer) -> None:
    """Header and message are octet strings to E2AP; here they are empty, cut short and random."""
    bystander = node.here
    subscription = await subscribed(node)
    plain = kpm_indication(node, subscription)
    cut = (plain.ric_indication_message or b"")[:-3]
    for header, message in ((b"", b""), (plain.ric_indication_header, cut), (b"\xff" * 9, b"\xff" * 99)):
        broken = replace(plain, ric_indication_header=header, ric_indication_message=message)
        await node.send(broken, injected=True)
    await unharmed(node, bystander, "indications whose content cannot be read")


@case(
    id="E2AP-IND-106",
    title="An indication for a subscription that never was does no harm",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 10",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICindication",),
    tags=("RICindication", "negative"),
)
async def outlives_the_unknown(node: Peer) -> None:
    """Dropping it and reporting it by an Error Indication are both fine."""
    bystander = node.here
    stray = RICindication(node.new_request_id(), KPM_FUNCTION, 1, 1, "report", b"\x00", b"\x00")
    await node.send(stray, injected=True)
    await unharmed(node, bystander, "an indication for an unknown subscription")


@case(
    id="E2AP-IND-107",
    title="Indications for another action, function or type than subscribed do no harm",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 10",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICindication", "negative"),
)
async def outlives_wrong_ids(node: Peer) -> None:
    """The right RIC Request ID with one wrong thing beside it, in turn."""
    bystander = node.here
    subscription = await subscribed(node)
    plain = kpm_indication(node, subscription)
    action, function = plain.ric_action_id or 0, plain.ran_function_id or 0
    for broken in (
        replace(plain, ric_action_id=255 - action),
        replace(plain, ran_function_id=4095 - function),
        replace(plain, ric_indication_type="insert", ric_call_process_id=b"\x01"),
    ):
        await node.send(broken, injected=True)
    await unharmed(node, bystander, "indications for what was not subscribed")


@case(
    id="E2AP-IND-108",
    title="An indication that overtakes the subscription's answer does no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICindication", "negative"),
)
async def outlives_an_early_one(node: Peer) -> None:
    """The text does not address it; on two streams it can happen to the best of nodes."""
    bystander = node.here
    subscription = await asked_to_subscribe(node)
    await node.send(kpm_indication(node, subscription), injected=True)
    await grant(node, subscription)
    await unharmed(node, bystander, "an indication before the subscription is answered")

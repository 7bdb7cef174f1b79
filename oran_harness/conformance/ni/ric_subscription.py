"""Copies of interface messages for a near-RT RIC under test: NI report style 1 (NI 7.4.2, E2TS 5.2.5)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, send_all, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import admit, refuse
from oran_harness.conformance.ni.ric_subscriber import Copy, asked, check_content, copy_for, report, standing, watched
from oran_harness.model import Level
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.ni.build import indication_message
from oran_harness.steps import Peer
from oran_harness.steps.offers import model_edition

_NI = "O-RAN.WG3.E2SM-NI"
_SUBSCRIBING = ("association.fresh", "stimulus:subscribe", "procedure:RICsubscription", "service-model:NI")
_REPORTING = ("association.fresh", "stimulus:subscribe", "procedure:RICindication", "service-model:NI")
_COPIES = 3
_LENGTHS = (12_000, 60_000)
_UNKNOWN_ALTERNATIVE = bytes.fromhex("bf03010203")
"""A CHOICE behind its extension marker: alternative 63, with three octets."""
_START = 1_767_225_600.0


@case(
    id="E2SM-NI-101",
    title="NI report style 1 is asked for by event trigger format 1, for the interface that the node exposes",
    clause=f"{_NI} 7.3.2, 7.4.2.2, 8.2.1.1.1, 8.2.1.2.1; O-RAN.WG3.E2TS 5.2.5.1.1",
    level=Level.MUST,
    under_test=RIC,
    suite="ni",
    needs=_SUBSCRIBING,
    tags=("RICsubscription", "positive", "e2ts-5.2.5.1.1"),
)
async def asks_for_complete_messages(node: Peer) -> None:
    """A node with an NI function is set up; what the RIC asks of it fits what was offered, and it takes the answer."""
    found = await asked(node)
    check_content(found)
    await admit(node, found)
    await unmoved(node, found.association, "RIC SUBSCRIPTION RESPONSE for NI report style 1")


@case(
    id="E2SM-NI-102",
    title="The refusal of a subscription to NI report style 1 is taken",
    clause=f"{_NI} 7.4.2; O-RAN.WG3.E2AP 8.2.1.3",
    level=Level.MUST,
    under_test=RIC,
    suite="ni",
    needs=_SUBSCRIBING,
    tags=("RICsubscription", "negative"),
)
async def takes_a_refusal(node: Peer) -> None:
    """The node has no resources for it."""
    found = await asked(node)
    await refuse(node, found.request, "function-resource-limit", found.association)
    await unmoved(node, found.association, "RIC SUBSCRIPTION FAILURE for NI report style 1")


@case(
    id="E2SM-NI-103",
    title="Copies of complete interface messages are taken",
    clause=f"{_NI} 7.4.2.3, 7.4.2.4, 8.2.1.3.1, 8.2.1.4.1; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=RIC,
    suite="ni",
    needs=_REPORTING,
    tags=("RICindication", "positive"),
)
async def takes_copies(node: Peer) -> None:
    """Header and message format 1, with a time stamp where one was asked for.

    They hold our node's own NG Setup, or what stands for a message of another procedure: that may be dropped.
    """
    found, bystander = await watched(node)
    copy = copy_for(node, found)
    copies = [report(node, found, copy, number) for number in range(_COPIES)]
    await send_all(node, found.association, copies, injected=not copy.real)
    if copy.real:
        await unmoved(node, found.association, "copies of complete interface messages")
    await unharmed(node, bystander, "copies of complete interface messages")


@case(
    id="E2SM-NI-104",
    title="Reports of NI that are broken do no harm",
    clause=f"{_NI} 8.5, 9; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=RIC,
    suite="ni",
    needs=_REPORTING,
    tags=("RICindication", "negative", "F4", "F29"),
)
async def outlives_broken_reports(node: Peer) -> None:
    """Headers and messages that end too early, are of KPM, of an unknown format, or have octets behind their end."""
    found, bystander = await watched(node)
    plain = report(node, found, copy_for(node, found))
    header, message = plain.ric_indication_header or b"", plain.ric_indication_message or b""
    edition = model_edition("kpm", node.edition)
    foreign = kpm.indication_header(_START, edition), kpm.indication_message([[1]], edition)
    headers = (header[:1], header[:-1], foreign[0], _UNKNOWN_ALTERNATIVE, header + b"\x00")
    messages = (message[:1], message[:-1], foreign[1], _UNKNOWN_ALTERNATIVE, message + bytes(64))
    broken = [replace(plain, ric_indication_header=each) for each in headers]
    broken += [replace(plain, ric_indication_message=each) for each in messages]
    await send_all(node, found.association, broken)
    await unharmed(node, bystander, "broken reports of NI")


@case(
    id="E2SM-NI-105",
    title="Copies of very long interface messages do no harm",
    clause=f"{_NI} 8.2.1.4.1, 8.3.29; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=RIC,
    suite="ni",
    needs=_REPORTING,
    tags=("RICindication", "negative", "limits", "F26"),
)
async def outlives_long_messages(node: Peer) -> None:
    """The octet string of a message has no bound; 12,000 octets are more than many a buffer, 60,000 near to 64 KiB."""
    found = await standing(node)
    association = found.association
    copy = copy_for(node, found)
    long = [Copy(copy.octets + bytes(length), copy.direction, False) for length in _LENGTHS]
    edition = model_edition("ni", node.edition)
    plain = report(node, found, copy)
    copies = [replace(plain, ric_indication_message=indication_message(each.octets, edition)) for each in long]
    await send_all(node, association, copies)
    await unharmed(node, None, "copies of very long interface messages")

"""Subscriptions to RC by a near-RT RIC under test: REPORT, INSERT, POLICY (RC 7.4, 7.5, 7.7)."""

from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, our_offer, set_up_or_not, stands, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import admit, refuse
from oran_harness.conformance.kpm.ric_subscriber import BREATH_S
from oran_harness.conformance.rc.ric_report import plain_report
from oran_harness.conformance.rc.ric_requester import Asked, asked, check_content, check_policy
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc.build import function_definition
from oran_harness.service_models.rc.model import RC
from oran_harness.steps import Peer, check
from oran_harness.steps.offers import model_edition

_NEEDS = ("stimulus:subscribe", "procedure:RICsubscription", "service-model:RC")
_TAGS = ("RICsubscription", "positive")
_RC = "O-RAN.WG3.E2SM-RC"
_UE_INFORMATION = 4
_ONE_PARAMETER = 1
_HANDOVER = 3
_QUOTA = 2


@case(
    id="E2SM-RC-101",
    title="Report style 1 is asked for with a message event, and its reports are taken",
    clause=f"{_RC} 7.3.2, 7.4.2, 9.2.1.1.1, 9.2.1.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_message_copies(node: Peer) -> None:
    """Event trigger format 1, action format 1; the report in message format 1."""
    await _reported(node, 1)


@case(
    id="E2SM-RC-102",
    title="Report style 2 is asked for with a call process breakpoint, and its reports are taken",
    clause=f"{_RC} 7.3.3, 7.4.3, 9.2.1.1.2, 9.2.1.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_call_processes(node: Peer) -> None:
    """Event trigger format 2, action format 1; the report in message format 2."""
    await _reported(node, 2)


@case(
    id="E2SM-RC-103",
    title="Report style 3 is asked for with changes of node information, and its reports are taken",
    clause=f"{_RC} 7.3.4, 7.4.4, 9.2.1.1.3, 9.2.1.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_node_information(node: Peer) -> None:
    """Event trigger format 3, action format 1; the report in message format 3."""
    await _reported(node, 3)


@case(
    id="E2SM-RC-104",
    title="Report style 4 is asked for with changes of UE information, and its reports are taken",
    clause=f"{_RC} 7.3.5, 7.4.5, 9.2.1.1.4, 9.2.1.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_ue_information(node: Peer) -> None:
    """Event trigger format 4, action format 1; the report in message format 2."""
    await _reported(node, _UE_INFORMATION)


@case(
    id="E2SM-RC-105",
    title="Only RAN parameters that the node declares are asked for",
    clause=f"{_RC} 9.2.1.2.1 (RAN Parameter ID)",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=(*_NEEDS, "association.fresh"),
    tags=(*_TAGS, "F10"),
)
async def asks_for_declared_parameters(node: Peer) -> None:
    """The node declares one RAN parameter of report style 4, where most declare several."""
    await set_up_or_not(node, our_offer(node, definitions={"rc": _of_one_parameter(node)}))
    found = await asked(node, "report", _UE_INFORMATION)
    check_content(found)
    await _end(node, found)


@case(
    id="E2SM-RC-106",
    title="An INSERT is asked for in action format 3, for an indication that the node declares",
    clause=f"{_RC} 7.5.4, 9.2.1.2.3",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_an_insert(node: Peer) -> None:
    """Style 3, Connected Mode Mobility Control Request, with event trigger format 2."""
    found = await asked(node, "insert", _HANDOVER)
    check_content(found)
    await _end(node, found)


@case(
    id="E2SM-RC-107",
    title="A policy is sent in action format 2, with an action and RAN parameters that the node declares",
    clause=f"{_RC} 7.7.3, 9.2.1.2.2",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def sends_a_policy(node: Peer) -> None:
    """Style 2, Radio Resource Allocation policy."""
    found = await asked(node, "policy", _QUOTA)
    check_content(found)
    check_policy(found)
    await _end(node, found)


@case(
    id="E2SM-RC-108",
    title="The refusal of an INSERT and of a policy is taken",
    clause="O-RAN.WG3.E2AP 8.2.1.3",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICsubscription", "negative"),
)
async def takes_refusals(node: Peer) -> None:
    """By the causes that fit them: the sequence of actions, the action itself, the trigger."""
    association = node.here
    for service, number, why in (
        ("insert", _HANDOVER, "inconsistent-action-subsequent-action-sequence"),
        ("policy", _QUOTA, "action-not-supported"),
        ("report", _UE_INFORMATION, "eventTriggerNotSupported"),
    ):
        found = await asked(node, service, number)
        await refuse(node, found.request, why, found.association)
        await stands(node, association, f"the refusal of RC {service} style {number}", within=BREATH_S)
    await unmoved(node, association, "refusals of INSERT, policy and report")


async def _reported(node: Peer, number: int) -> None:
    association = node.here
    found = await asked(node, "report", number)
    check_content(found)
    check(
        bool(found.parameters),
        "A report asks for RAN parameters",
        expected="at least one RAN Parameter ID",
        actual="none",
    )
    await admit(node, found)
    await node.send(plain_report(found), association=found.association)
    await unmoved(node, association, f"a report of RC style {number}")


async def _end(node: Peer, found: Asked) -> None:
    await admit(node, found)
    await unmoved(node, found.association, "RIC SUBSCRIPTION RESPONSE")


def _of_one_parameter(node: Peer) -> bytes:
    """An RC definition with report style 4 alone, and in that one RAN parameter."""
    edition = model_edition("rc", node.edition)
    octets = function_definition(edition, services=("report",))
    value: Any = RC.decode(PayloadKind.FUNCTION_DEFINITION, octets, edition).value
    part = value.ran_function_definition_report
    styles = tuple(
        replace(each, ran_report_parameters_list=each.ran_report_parameters_list[:_ONE_PARAMETER])
        for each in part.ric_report_style_list
        if each.ric_report_style_type == _UE_INFORMATION
    )
    narrow = replace(value, ran_function_definition_report=replace(part, ric_report_style_list=styles))
    return RC.encode(PayloadKind.FUNCTION_DEFINITION, narrow, edition)

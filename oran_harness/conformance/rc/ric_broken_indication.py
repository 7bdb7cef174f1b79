"""Indications of RC that are wrong, to a near-RT RIC under test: they may be dropped, and do no harm (RC 9.4.1, 10)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, open_another, send_all, unharmed
from oran_harness.conformance.rc.ric_report import indication, plain_report
from oran_harness.conformance.rc.ric_requester import Asked, standing
from oran_harness.model import Level
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.rc import build as rc
from oran_harness.steps import Peer
from oran_harness.steps.offers import model_edition

_CLAUSE = "O-RAN.WG3.E2SM-RC 9.4.1, 10; O-RAN.WG3.E2AP 8.2.3.2"
_NEEDS = ("stimulus:subscribe", "procedure:RICindication", "service-model:RC")
_TAGS = ("RICindication", "negative")
_UE_INFORMATION = 4
_START = 1_767_225_600.0
_UNKNOWN_PARAMETER = 4_294_967_295
_DEPTH = 24
_MANY = 500


@case(
    id="E2SM-RC-151",
    title="Reports of RC that end too early do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=(*_TAGS, "F29"),
)
async def outlives_truncation(node: Peer) -> None:
    """The message without its last octets, down to one."""
    found, bystander = await _watched(node)
    plain = plain_report(found)
    message = plain.ric_indication_message or b""
    broken = [replace(plain, ric_indication_message=message[:-cut]) for cut in (1, 3, len(message) - 1)]
    await send_all(node, found.association, broken)
    await unharmed(node, bystander, "reports that end too early")


@case(
    id="E2SM-RC-152",
    title="Payloads of another service model in reports of RC do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=(*_TAGS, "F4"),
)
async def outlives_foreign_payloads(node: Peer) -> None:
    """Header and message of E2SM-KPM."""
    found, bystander = await _watched(node)
    edition = model_edition("kpm", node.edition)
    foreign = indication(
        found, kpm.indication_header(_START, edition), kpm.indication_message([[1, 2.5, None]] * 4, edition)
    )
    await send_all(node, found.association, [foreign])
    await unharmed(node, bystander, "payloads of another service model")


@case(
    id="E2SM-RC-153",
    title="RAN parameters that nobody knows, deep and many, do no harm",
    clause="O-RAN.WG3.E2SM-RC 9.3.8, 9.3.11 to 9.3.14",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def outlives_unknown_parameters(node: Peer) -> None:
    """The largest ID; structures in structures; hundreds of parameters; elements without a value, as reports may."""
    found, bystander = await _watched(node)
    deep = rc.element(1)
    for number in range(_DEPTH):
        deep = rc.structure((number + 1, deep))
    parameters: Sequence[Any] = (
        ((_UNKNOWN_PARAMETER, rc.element(1)),),
        ((1, deep),),
        tuple((number, rc.element(number)) for number in range(1, _MANY + 1)),
        ((1, rc.element(None)), (2, rc.listing(((3, rc.element(b"\x00")),)))),
    )
    messages = [rc.ue_parameters_message([(ue_id("gnb", 1), each)], found.edition) for each in parameters]
    broken = [indication(found, rc.report_header(found.edition), each) for each in messages]
    await send_all(node, found.association, broken)
    await unharmed(node, bystander, "RAN parameters that nobody knows")


@case(
    id="E2SM-RC-154",
    title="Reports in formats of other styles and services do no harm",
    clause="O-RAN.WG3.E2SM-RC 7.4, 7.5, table 7.9-1",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=(*_TAGS, "F3"),
)
async def outlives_other_formats(node: Peer) -> None:
    """Message formats 1 and 5 where 2 was asked for, and the header of an INSERT."""
    found, bystander = await _watched(node)
    header, values = rc.report_header(found.edition), ((1, rc.element(1)),)
    inserting = rc.insert_header(ue_id("gnb", 1), 3, 1, found.edition)
    broken = [
        indication(found, header, rc.parameters_message(values, found.edition)),
        indication(found, header, rc.insert_message(values, found.edition)),
        replace(plain_report(found), ric_indication_header=inserting),
    ]
    await send_all(node, found.association, broken)
    await unharmed(node, bystander, "reports in formats of other styles")


@case(
    id="E2SM-RC-155",
    title="Octets behind the end of a report of RC do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def outlives_trailing_octets(node: Peer) -> None:
    """A few, and as many as a receive buffer may hold."""
    found, bystander = await _watched(node)
    plain = plain_report(found)
    message = plain.ric_indication_message or b""
    longer = [replace(plain, ric_indication_message=message + bytes(more)) for more in (1, 12_000)]
    await send_all(node, found.association, longer)
    await unharmed(node, bystander, "octets behind the end of a report")


async def _watched(node: Peer) -> tuple[Asked, str]:
    """A subscription to report style 4 that stands, and the association of another node that stands by."""
    found = await standing(node, "report", _UE_INFORMATION)
    return found, await open_another(node)

"""KPM function definitions that a near-RT RIC under test has to live with: large, long, newer, gone (KPM 8.2.2.1)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_functions import check_definition, kpm_function, with_long_names
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    exchange,
    new_transaction,
    open_another,
    our_offer,
    unharmed,
)
from oran_harness.conformance.kpm.ric_subscriber import standing
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    RICserviceUpdateAcknowledge,
    RICserviceUpdateFailure,
)
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm.build import function_definition
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_RANfunction_Description,
    RIC_FundamentalLevelReportStyle_Item,
    RIC_IntegratedReportStyle_Item,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.steps import Peer
from oran_harness.steps.offers import KPM_FUNCTION, model_edition, service_update

_CLAUSE = "O-RAN.WG3.E2SM-KPM 8.2.2.1; O-RAN.WG3.E2AP 8.3.1.2"
_NEEDS = ("service-model:KPM",)
_TAGS = ("E2setup", "positive", "limits")
_NEWEST = "5.00"
_MULTIPLE = 255
_LONG = 200
_MEASUREMENTS_OF_A_KIBIBYTE = 40
_MEASUREMENTS_OF_64_KIBIBYTES = 2600
_OWN_IDS = 1000


@case(
    id="E2SM-KPM-151",
    title="A KPM definition of more than 1,023 octets is taken",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F6"),
)
async def takes_a_kibibyte(node: Peer) -> None:
    """Forty measurements more are enough for that; the RIC answers for the function, and serves on."""
    await check_definition(
        node, "kpm", _large(node, _MEASUREMENTS_OF_A_KIBIBYTE), "a KPM definition of more than 1,023 octets"
    )


@case(
    id="E2SM-KPM-152",
    title="A KPM definition of more than 64 KiB does no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F26"),
)
async def takes_64_kibibytes(node: Peer) -> None:
    """It may be too much for the RIC, which says so, and is there for others."""
    await check_definition(
        node, "kpm", _large(node, _MEASUREMENTS_OF_64_KIBIBYTES), "a KPM definition of more than 64 KiB"
    )


@case(
    id="E2SM-KPM-153",
    title="Style names and a description of more than 150 characters are taken",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM 6.2.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F26"),
)
async def takes_long_names(node: Peer) -> None:
    """Their sizes have room for extension, so that a longer one is legal, and written in another way."""
    await check_definition(
        node, "kpm", _changed(of_kpm(node), node, _with_long_names), "names of more than 150 characters"
    )


@case(
    id="E2SM-KPM-154",
    title="A KPM definition of a newer edition is taken, its extensions are passed over",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=("E2setup", "positive", "F2"),
)
async def takes_a_newer_edition(node: Peer) -> None:
    """Style 255 came with 5.00, behind the extension marker; the OID is the same as ever."""
    octets = of_kpm(node, edition=_NEWEST)
    newer = _changed(octets, node, _with_style_255, edition=_NEWEST)
    await check_definition(node, "kpm", newer, "a KPM definition of a newer edition")


@case(
    id="E2SM-KPM-155",
    title="A KPM definition without any report style does no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=("E2setup", "positive"),
)
async def takes_an_empty_offer(node: Peer) -> None:
    """The lists are optional: there is a function, and nothing to ask of it as yet."""
    await check_definition(node, "kpm", of_kpm(node, styles=()), "a KPM definition without report styles")


@case(
    id="E2SM-KPM-156",
    title="A Service Update that deletes the KPM function while it reports does no harm",
    clause="O-RAN.WG3.E2AP 8.3.4.2; O-RAN.WG3.E2SM-KPM 7.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=("stimulus:subscribe", "procedure:RICserviceUpdate", "service-model:KPM"),
    tags=("RICserviceUpdate", "negative", "F30"),
)
async def outlives_a_deleted_function(node: Peer) -> None:
    """What becomes of the subscription is not said; another node stands by."""
    subscriber = node.here
    await standing(node, 1)
    bystander = await open_another(node)
    offer = our_offer(node)
    gone = [each for each in offer.functions if each.ran_function_id == KPM_FUNCTION]
    await exchange(
        node,
        service_update(offer, new_transaction(node), deleted=gone),
        RICserviceUpdateAcknowledge,
        RICserviceUpdateFailure,
        association=subscriber,
        requirement="The near-RT RIC answers a RIC SERVICE UPDATE that deletes a function, subscribed or not",
    )
    await unharmed(node, bystander, "a Service Update that deletes a function while it reports")


def of_kpm(node: Peer, *, edition: str | None = None, **definition: Any) -> bytes:
    """A KPM definition of our node, in the edition that goes with the E2AP edition or another."""
    return function_definition(edition or model_edition("kpm", node.edition), **definition)


def renumbered(node: Peer) -> bytes:
    """A KPM definition in which the measurements have other IDs than our nodes give them as a rule."""
    return _changed(of_kpm(node, styles=(1,)), node, _with_other_ids)


def _changed(octets: bytes, node: Peer, change: Callable[[Any], Any], *, edition: str | None = None) -> bytes:
    value: E2SM_KPM_RANfunction_Description = KPM.decode(PayloadKind.FUNCTION_DEFINITION, octets).value
    return KPM.encode(PayloadKind.FUNCTION_DEFINITION, change(value), edition or model_edition("kpm", node.edition))


def _with_other_ids(value: E2SM_KPM_RANfunction_Description) -> E2SM_KPM_RANfunction_Description:
    def of_style(style: Any) -> Any:
        listed = enumerate(style.meas_info_action_list, _OWN_IDS)
        return replace(style, meas_info_action_list=tuple(replace(each, meas_id=number) for number, each in listed))

    return replace(value, ric_report_style_list=tuple(map(of_style, value.ric_report_style_list or ())))


def _with_long_names(value: E2SM_KPM_RANfunction_Description) -> E2SM_KPM_RANfunction_Description:
    name = replace(value.ran_function_name, ran_function_description="KPM Monitor ".ljust(_LONG, "x"))
    return replace(with_long_names(value), ran_function_name=name)


def _with_style_255(value: E2SM_KPM_RANfunction_Description) -> E2SM_KPM_RANfunction_Description:
    jobs = tuple(RIC_FundamentalLevelReportStyle_Item(number, "true") for number in (1, 4))
    style = RIC_IntegratedReportStyle_Item(
        _MULTIPLE, "Multiple report measurements", _MULTIPLE, 1, _MULTIPLE, jobs, "true", "true", "true"
    )
    return replace(value, ric_integrated_report_style_list=(style,))


def _large(node: Peer, measurements: int) -> bytes:
    return kpm_function(node.edition, id=KPM_FUNCTION, further=measurements).ran_function_definition

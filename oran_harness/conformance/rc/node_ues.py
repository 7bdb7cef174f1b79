"""The UEs of an E2 node under test: which ones it tells us of, and whether two UE-IDs are the same (COM 6.2.2.6)."""

from collections.abc import Iterable
from typing import Any

from oran_harness.conformance.e2ap.node_scenery import about, of, released
from oran_harness.conformance.expectations import answers
from oran_harness.conformance.rc.node_function import RanControl, one_action, outermost
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICindication,
    RICqueryFailure,
    RICqueryResponse,
    RICsubscriptionFailure,
    RICsubscriptionResponse,
)
from oran_harness.service_models import PayloadKind, content_of, service_model
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.common.plmn import illegal
from oran_harness.service_models.common.ue_id import forbidden_members, identity, variant_of
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.definition import AnnouncedFunction as AnnouncedKpm
from oran_harness.service_models.kpm.records import reports
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import CaseOutcome, Peer

UE_QUERY = 2
_OF_UES = 4
"""KPM's report style that names UEs which nobody named before (KPM 7.4.5)."""
_QUERIES_SINCE = "3.01"
_PERIODS_MS = (100, 1000)


async def known_ues(ric: Peer, rc: RanControl) -> list[UEID]:
    """UEs that the node itself tells us of: by a query of RC, else by KPM reports of the UEs of a slice."""
    return list(filter(repeatable, await _queried(ric, rc) or await _measured(ric)))


def same_ue(one: UEID | None, other: UEID | None) -> bool:
    """Whether two UE-IDs name the same UE, whatever optional ids they have."""
    return identity(one) is not None and identity(one) == identity(other)


def ue_text(ue: UEID | None) -> str:
    """A UE-ID for people."""
    found = identity(ue)
    return "no UE-ID" if found is None else f"{variant_of(ue)} {found[1]}"


def named_ues(value: Any) -> list[UEID]:
    """The UE-IDs in a query outcome of format 2, or in an indication message of format 2."""
    content = content_of(value)
    items = getattr(content, "ue_info_list", None) or getattr(content, "ue_parameter_list", None) or ()
    return _distinct(item.ue_id for item in items if item is not None)


async def _queried(ric: Peer, rc: RanControl) -> list[UEID]:
    offered = rc.announced.offered(Service.QUERY, UE_QUERY)
    asked = outermost([parameter for style in offered for parameter in style.parameters])
    if not asked or not rc.queries or ric.edition < _QUERIES_SINCE:
        return []
    request = rc.query(ric.new_request_id(), UE_QUERY, asked)
    await ric.send(request)
    answer = await ric.hear(RICqueryResponse, RICqueryFailure, ErrorIndication, where=about(request))
    octets = answer.ric_query_outcome if isinstance(answer, RICqueryResponse) else None
    return named_ues(RC.decode(PayloadKind.QUERY_OUTCOME, octets or b"").value)


async def _measured(ric: Peer) -> list[UEID]:
    try:
        function = ric.function("KPM")
    except CaseOutcome:
        return []
    announced = function.announced
    style = announced.style(_OF_UES) if isinstance(announced, AnnouncedKpm) else None
    if style is None or not style.names:
        return []
    measurement = next((name for name in kpm.CATALOGUE if name in style.names), min(style.names))
    for period in _PERIODS_MS:
        definition = kpm.action_definition(
            _OF_UES,
            measurements=(measurement,),
            granularity_ms=period,
            conditions=(kpm.condition("sNSSAI", "equal", b"\x01"),),
            edition=function.edition,
        )
        trigger = kpm.event_trigger(period, function.edition)
        request = one_action(ric.new_request_id(), function.id, trigger, definition)
        await ric.send(request)
        response = await ric.hear(RICsubscriptionResponse, RICsubscriptionFailure, where=answers(request))
        if isinstance(response, RICsubscriptionResponse):
            report = await ric.hear(RICindication, where=of(request), within=1 + 3 * period / 1000)
            await released(ric, request)
            octets = report.ric_indication_message if report is not None else None
            message = service_model("kpm").decode(PayloadKind.INDICATION_MESSAGE, octets or b"").value
            return _distinct(each.ue_id for each in reports(message))
    return []


def repeatable(ue: UEID | None) -> bool:
    """Whether a UE-ID of the node's can be said to it again: whoever says what is forbidden is wrong himself."""
    if ue is None or identity(ue) is None or forbidden_members(ue):
        return False
    holders = (getattr(ue[1], name, None) for name in ("guami", "gummei"))
    return all(holder is None or illegal(holder.plmn_identity) is None for holder in holders)


def _distinct(ues: Iterable[UEID | None]) -> list[UEID]:
    """The UE-IDs that can be read, each UE once."""
    return list({identity(ue): ue for ue in ues if ue is not None and identity(ue) is not None}.values())

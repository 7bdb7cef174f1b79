"""Queries of RC: what our E2 node tells of itself and its UEs (RC 7.8; E2AP 8.2.7)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.radio_event import Ue
from oran_harness.peers.ran_functions.rc_information import Information
from oran_harness.service_models.formats import content_of
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.build import query_outcome_cells, query_outcome_ues
from oran_harness.service_models.rc.build.offer import Offer
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service

INVALID = Refusal("invalid-information-request")
UNAVAILABLE = Refusal("requested-information-unavailable")
_NODE, _UES = 1, 2


def answer(
    header: bytes, definition: bytes, told: Information, offered: Sequence[Offer], now: float
) -> bytes | Refusal:
    """The outcome of a query; a refusal if it is none, or if nothing of what it asks for exists."""
    edition = told.edition
    if edition not in RC.editions_with(PayloadKind.QUERY_HEADER):
        return INVALID
    head = RC.decode(PayloadKind.QUERY_HEADER, header, edition)
    body = RC.decode(PayloadKind.QUERY_DEFINITION, definition, edition)
    if not (head.conforms and body.conforms):
        return INVALID
    asked = content_of(head.value)
    parameters = [item.ran_parameter_id for item in content_of(body.value).ran_p_list]
    style = asked.ric_style_type
    own = next((each for each in offered if (each.service, each.style) == (Service.QUERY, style)), None)
    if own is None or not own.parameters.keys() >= set(parameters):
        return UNAVAILABLE
    if style == _NODE:
        return query_outcome_cells(told.cells(range(len(told.radio.cells)), parameters, now), edition)
    ues = told.ues(_asked_ues(asked.associated_ue_info, told, now), parameters)
    return query_outcome_ues(ues, edition) if ues else UNAVAILABLE


def _asked_ues(info: Any, told: Information, now: float) -> list[Ue]:
    """The UEs that a query names, all without any; groups and partial UE-IDs are not told apart."""
    if info is None:
        return list(told.radio.ues(now))
    items = info.associated_ue_info_list
    named = [item.ue_type[1].ue_id for item in items if item.ue_type[0] == "ueType-Choice-Individual"]
    if len(named) < len(items):
        return list(told.radio.ues(now))
    found = (told.radio.find(ue_id, now) for ue_id in named)
    return [ue for ue in found if ue is not None]

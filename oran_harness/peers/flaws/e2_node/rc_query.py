"""E2 nodes that misbehave in the queries of E2SM-RC (RC 7.8; E2AP 8.2.7)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import put, within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.rc_payload import readable, rewritten
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICqueryRequest, RICqueryResponse
from oran_harness.service_models import PayloadKind, content_of, style_of
from oran_harness.service_models.common.build import NodeType, cell, ue_id, ue_number
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.rc.build import (
    CellInformation,
    element,
    query,
    query_outcome_cells,
    query_outcome_ues,
)

NODE = Role.E2_NODE
_LAST_STYLE = 2
_STRANGE = 1_000_000
_UES = 4096
_EDITION = "5.00"
_NODE_ID = BitString((1 << 4).to_bytes(4), 28)


def _head(request: Any) -> Any:
    return readable(PayloadKind.QUERY_HEADER, request.ric_query_header)


def _parameters(request: Any) -> list[int]:
    content = content_of(readable(PayloadKind.QUERY_DEFINITION, request.ric_query_definition))
    return [item.ran_parameter_id for item in getattr(content, "ran_p_list", None) or ()]


def _ues(request: Any) -> list[UEID]:
    info = getattr(content_of(_head(request)), "associated_ue_info", None)
    items = info.associated_ue_info_list if info is not None else ()
    return [item.ue_type[1].ue_id for item in items if item.ue_type[0] == "ueType-Choice-Individual"]


def _of_unknown_style(request: Any) -> bool:
    return (style_of(_head(request)) or 0) > _LAST_STYLE


def _of_nobody(request: Any) -> bool:
    return any((ue_number(ue) or 0) > _UES for ue in _ues(request))


def _of_nothing(request: Any) -> bool:
    return any(number > _STRANGE for number in _parameters(request))


def _unreadable(request: Any) -> bool:
    return readable(PayloadKind.QUERY_DEFINITION, request.ric_query_definition) is None


def _response(outcome: Callable[[Any], bytes]) -> Callable[[Any, str], Message]:
    return lambda request, _: RICqueryResponse(request.ric_request_id, request.ran_function_id, outcome(request))


def _made_up_ue(request: Any) -> bytes:
    values = tuple((number, element(0)) for number in _parameters(request))
    return query_outcome_ues([(ue, values) for ue in _ues(request)], _EDITION)


def _made_up_value(request: Any) -> bytes:
    values = tuple((number, element(0)) for number in _parameters(request))
    return query_outcome_ues([(ue_id(NodeType.GNB, 1), values)], _EDITION)


def _other_format(response: Any) -> Any:
    """The outcome of style 1 as one of style 2, and the reverse."""
    value = readable(PayloadKind.QUERY_OUTCOME, response.ric_query_outcome)
    if value is None:
        return response
    if value.ric_query_outcome_formats[0] == "queryOutcome-Format1":
        outcome = query_outcome_ues([(ue_id(NodeType.GNB, 1), ((1, element(0)),))], _EDITION)
    else:
        own = cell(NodeType.GNB, bytes.fromhex("00f110"), _NODE_ID, 1)
        outcome = query_outcome_cells([CellInformation(own, b"\x00")], _EDITION)
    return replace(response, ric_query_outcome=outcome)


def _off_by_one(response: Any) -> Any:
    def of_outcome(value: Any) -> Any:
        name, content = value.ric_query_outcome_formats
        changed = within(content, ("ran_parameter_id",), lambda number: number + 1)
        return replace(value, ric_query_outcome_formats=(name, changed))

    octets = rewritten(PayloadKind.QUERY_OUTCOME, response.ric_query_outcome, of_outcome)
    return replace(response, ric_query_outcome=octets)


def _about_everybody(request: Any) -> Any:
    header = rewritten(
        PayloadKind.QUERY_HEADER,
        request.ric_query_header,
        lambda value: replace(
            value,
            ric_query_header_formats=(
                value.ric_query_header_formats[0],
                replace(value.ric_query_header_formats[1], associated_ue_info=None),
            ),
        ),
    )
    return replace(request, ric_query_header=header)


_ALL_UES = query(2, edition=_EDITION)

FLAWS = (
    Flaw(
        "node-rc-query-format",
        "Answers queries in the format of the other style",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICqueryResponse, _other_format),
        ("E2SM-RC-271", "E2SM-RC-272", "RC-OUTCOME-FORMAT"),
    ),
    Flaw(
        "node-rc-query-off-by-one",
        "Counts the RAN parameters of query outcomes from one number too high",
        NODE,
        "F10",
        lambda actor: Rewriting(actor, RICqueryResponse, _off_by_one),
        ("E2SM-RC-272",),
    ),
    Flaw(
        "node-rc-query-about-everybody",
        "Tells of all UEs when asked for one",
        NODE,
        None,
        lambda actor: Mishearing(actor, of(RICqueryRequest), _about_everybody),
        ("E2SM-RC-273",),
    ),
    Flaw(
        "node-rc-query-style-ignored",
        "Takes query styles that it does not have for the one about UEs",
        NODE,
        None,
        lambda actor: Mishearing(
            actor,
            of(RICqueryRequest, where=_of_unknown_style),
            put(ric_query_header=_ALL_UES[0], ric_query_definition=_ALL_UES[1]),
        ),
        ("E2SM-RC-274",),
    ),
    Flaw(
        "node-rc-query-value-made-up",
        "Tells a value for every RAN parameter that it is asked for, known or not",
        NODE,
        "F10",
        lambda actor: Answering(actor, of(RICqueryRequest, where=_of_nothing), _response(_made_up_value)),
        ("E2SM-RC-275",),
    ),
    Flaw(
        "node-rc-query-ue-made-up",
        "Tells of UEs that there are not",
        NODE,
        None,
        lambda actor: Answering(actor, of(RICqueryRequest, where=_of_nobody), _response(_made_up_ue)),
        ("E2SM-RC-276",),
    ),
    Flaw(
        "node-rc-query-unread",
        "Tells of all UEs when it cannot read what it is asked for",
        NODE,
        None,
        lambda actor: Mishearing(
            actor,
            of(RICqueryRequest, where=_unreadable),
            put(ric_query_header=_ALL_UES[0], ric_query_definition=_ALL_UES[1]),
        ),
        ("E2SM-RC-277",),
    ),
)
"""One flaw each."""

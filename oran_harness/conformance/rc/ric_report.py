"""Indications of RC that our node sends to a near-RT RIC under test (RC 7.4, 7.5, 9.2.1.3, 9.2.1.4)."""

from collections.abc import Mapping, Sequence
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.rc.ric_requester import Asked
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.service_models import style_of
from oran_harness.service_models.common.build import TEST_PLMN, cell, ue_id
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.build.offer import NR_CGI, RRC_STATE

_CELL_INFORMATION = 3
_COPY = 1
_CONTEXT = bytes(12)
_NODE_ID = BitString(bytes(4), 22)
_CGI_OCTETS = TEST_PLMN + bytes(5)
_REPORTED: Mapping[int, Mapping[int, Any]] = {
    1: {1: rc.element(1), 2: rc.element(bytes(8)), 3: rc.element(bytes(8))},
    2: {1: rc.element(0)},
    4: {RRC_STATE: rc.element(0), NR_CGI: rc.element(_CGI_OCTETS)},
}
"""What is reported in each style, by RAN Parameter ID: numbers, 3GPP messages and identities."""
_INSERTED: Mapping[int, Any] = {1: rc.drb_qos(1, 9), 4: ((RRC_STATE, rc.element(0)),)}
"""What an INSERT of a style tells; others tell where a handover is to go."""


def indication(
    found: Asked, header: bytes, message: bytes, *, kind: Any = "report", call_process: bytes | None = None
) -> RICindication:
    """An indication for a subscription to RC."""
    return RICindication(
        found.request.ric_request_id,
        found.request.ran_function_id,
        found.action.ric_action_id,
        None,
        kind,
        header,
        message,
        call_process,
    )


def plain_report(found: Asked) -> RICindication:
    """A report as the subscription wants it, with a value for each RAN parameter that it asks for."""
    return indication(found, rc.report_header(found.edition), _message(found))


def _message(found: Asked) -> bytes:
    values = _values(_REPORTED.get(style_of(found.definition) or 0, {}), found.parameters)
    if style_of(found.definition) == _COPY:
        return rc.parameters_message(values, found.edition)
    if style_of(found.definition) == _CELL_INFORMATION:
        return rc.cells_message([rc.CellInformation(_a_cell(), context=_CONTEXT)], found.edition)
    return rc.ue_parameters_message([(ue_id("gnb", 1), values)], found.edition)


def _values(known: Mapping[int, Any], asked: Sequence[int]) -> list[tuple[int, Any]]:
    """Those that were asked for and that we have; a node may leave out what it does not know, but not all."""
    return [(number, known[number]) for number in asked if number in known] or [(min(known or (1,)), rc.element(1))]


def _a_cell(number: int = 1) -> Any:
    return cell("gnb", TEST_PLMN, _NODE_ID, number)


def insert(found: Asked, number: int, *, kind: str = "gnb", ue: int = 1) -> RICindication:
    """An INSERT indication of that Call Process ID, about a UE of a node of that kind."""
    style, which = style_of(found.definition) or 0, found.indication or 1
    header = rc.insert_header(ue_id(kind, ue), style, which, found.edition)
    message = rc.insert_message(_INSERTED.get(style, rc.handover_to(_a_cell(2))), found.edition)
    return indication(found, header, message, kind="insert", call_process=rc.call_process_id(number, found.edition))

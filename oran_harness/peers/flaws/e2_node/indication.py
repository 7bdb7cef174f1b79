"""E2 nodes that misbehave in RIC Indication (E2AP 8.2.3), and in the KPM reports within."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Say
from oran_harness.peers.flaws.alteration import other_request, put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.kpm_payload import rewritten
from oran_harness.peers.flaws.on_saying import Concealing, Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.service_models.common.build import NodeType, ue_id
from oran_harness.service_models.common.timestamp import UNIX_EPOCH, unix_time
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_IndicationMessage_Format3,
    UEMeasurementReportItem,
)
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.build import report_header

NODE = Role.E2_NODE
_NEVER_REQUESTED = 200
_HALF = 4
_EACH = 8


class _ReportsSeldom(FlawedActor):
    """Sends one report of eight."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._reports = 0

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Leave seven out."""
        if not isinstance(decoded.message, RICindication):
            return (say,)
        self._reports += 1
        return (say,) if self._reports % _EACH == 1 else ()


def _with_start(change: Callable[[bytes], bytes], edition: str | None = None) -> Callable[[Any], Any]:
    """Change the octets of the collection start time; those of KPM 2.03 stay as they are.

    The header is written in the edition that it is of, or in another one.
    """

    def of_header(header: Any) -> Any:
        name, content = header.indication_header_formats
        octets = content.collet_start_time
        start = change(octets) if len(octets) > _HALF else octets
        return replace(header, indication_header_formats=(name, replace(content, collet_start_time=start)))

    kind = PayloadKind.INDICATION_HEADER
    return lambda indication: replace(
        indication, ric_indication_header=rewritten(kind, indication.ric_indication_header, of_header, edition)
    )


def _with_message(change: Callable[[str, Any], tuple[str, Any]]) -> Callable[[Any], Any]:
    """Change the format of the message, or what is in it."""

    def of_message(message: Any) -> Any:
        return replace(message, indication_message_formats=change(*message.indication_message_formats))

    kind = PayloadKind.INDICATION_MESSAGE
    return lambda indication: replace(
        indication, ric_indication_message=rewritten(kind, indication.ric_indication_message, of_message)
    )


def _since_1970(octets: bytes) -> bytes:
    return (int.from_bytes(octets[:_HALF]) - UNIX_EPOCH).to_bytes(_HALF) + octets[_HALF:]


def _microseconds_with_halves_swapped(octets: bytes) -> bytes:
    number = round(unix_time(octets) * 1_000_000).to_bytes(2 * _HALF)
    return number[_HALF:] + number[:_HALF]


def _of_one_ue(name: str, content: Any) -> tuple[str, Any]:
    if name != "indicationMessage-Format1":
        return name, content
    item = UEMeasurementReportItem(ue_id(NodeType.GNB, 1), content)
    return "indicationMessage-Format3", E2SM_KPM_IndicationMessage_Format3((item,))


def _one_value_more(name: str, content: Any) -> tuple[str, Any]:
    if name != "indicationMessage-Format1":
        return name, content
    records = tuple(replace(each, meas_record=(*each.meas_record, ("integer", 0))) for each in content.meas_data)
    return name, replace(content, meas_data=records)


def _cut(indication: Any) -> Any:
    return replace(indication, ric_indication_message=(indication.ric_indication_message or b"")[:-2])


FLAWS = (
    Flaw(
        "node-never-reports",
        "Admits a subscription and sends no indication",
        NODE,
        "F3",
        lambda actor: Concealing(actor, of(RICindication)),
        ("E2AP-IND-201",),
    ),
    Flaw(
        "node-reports-seldom",
        "Sends one report of eight that are due",
        NODE,
        None,
        _ReportsSeldom,
        ("E2AP-IND-202",),
    ),
    Flaw(
        "node-indication-request-id",
        "Sends indications under another RICrequestID than the subscription's",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, other_request),
        ("E2AP-IND-201", "E2AP-INDICATION-UNSUBSCRIBED"),
    ),
    Flaw(
        "node-indication-action",
        "Sends indications of an action that was not requested",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, put(ric_action_id=_NEVER_REQUESTED)),
        ("E2AP-IND-201", "E2AP-INDICATION-ACTION"),
    ),
    Flaw(
        "node-indication-type",
        "Sends the reports of a REPORT action as INSERT",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, put(ric_indication_type="insert")),
        ("E2AP-IND-201", "E2AP-INDICATION-TYPE"),
    ),
    Flaw(
        "node-kpm-time-since-1970",
        "Counts the collection start time of KPM from 1970 instead of 1900",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _with_start(_since_1970)),
        ("KPM-START-TIME",),
    ),
    Flaw(
        "node-kpm-time-swapped",
        "Writes the collection start time of KPM in microseconds, its halves exchanged",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _with_start(_microseconds_with_halves_swapped)),
        ("KPM-START-TIME",),
    ),
    Flaw(
        "node-kpm-time-short",
        "Writes the collection start time of KPM as 3.00 has it once, and then in the four octets of 2.03",
        NODE,
        "F1",
        lambda actor: Rewriting(actor, RICindication, _with_start(lambda octets: octets[:_HALF], "2.03"), nth=2),
        ("E2SM-EDITIONS-MIXED",),
    ),
    Flaw(
        "node-kpm-format-of-another-style",
        "Reports KPM style 1 in the message format of styles 4 and 5",
        NODE,
        "F28",
        lambda actor: Rewriting(actor, RICindication, _with_message(_of_one_ue)),
        ("E2AP-IND-201", "KPM-MESSAGE-FORMAT"),
    ),
    Flaw(
        "node-kpm-record-length",
        "Reports one value more than the KPM subscription has measurements and labels",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _with_message(_one_value_more)),
        ("E2AP-IND-201", "KPM-RECORD-LENGTH"),
    ),
    Flaw(
        "node-foreign-indication-header",
        "Sends the indication header of another service model in a KPM report",
        NODE,
        "F4",
        lambda actor: Rewriting(actor, RICindication, put(ric_indication_header=report_header("1.03"))),
        ("E2AP-IND-201", "E2SM-PAYLOAD"),
    ),
    Flaw(
        "node-malformed-indication",
        "Sends KPM reports that end too early",
        NODE,
        "F29",
        lambda actor: Rewriting(actor, RICindication, _cut),
        ("E2AP-IND-201", "E2SM-PAYLOAD"),
    ),
)
"""One flaw each."""

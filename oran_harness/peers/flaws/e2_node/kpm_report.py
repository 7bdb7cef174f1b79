"""E2 nodes whose KPM reports are not what was subscribed (KPM 7.4, 8.2.1.3, 8.2.1.4)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.kpm_payload import rewritten
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionDeleteRequest, RICsubscriptionRequest
from oran_harness.service_models.formats import style_of
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind

NODE = Role.E2_NODE
_PLAIN, _OF_UES = "indicationMessage-Format1", "indicationMessage-Format3"
_OF_JOBS = "indicationMessage-Format255"
_SEVERAL_UES = 5
_STRANGER = 4094
_SECOND = 1 << 32


def _message(change: Callable[[str, Any], tuple[str, Any]]) -> Callable[[Any], Any]:
    """Change the format of a KPM message, or what is in it."""

    def of_message(message: Any) -> Any:
        return replace(message, indication_message_formats=change(*message.indication_message_formats))

    kind = PayloadKind.INDICATION_MESSAGE
    return lambda indication: replace(
        indication, ric_indication_message=rewritten(kind, indication.ric_indication_message, of_message)
    )


def _records(change: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Callable[[str, Any], tuple[str, Any]]:
    """Change the records of a message, of each UE and of each job."""

    def of_job(item: Any) -> Any:
        message = item.indication_message
        changed = of_content(*message.indication_message_formats)
        return replace(item, indication_message=replace(message, indication_message_formats=changed))

    def of_content(name: str, content: Any) -> tuple[str, Any]:
        if name == _OF_JOBS:
            jobs = tuple(map(of_job, content.multi_report_indication_message_list))
            return name, replace(content, multi_report_indication_message_list=jobs)
        if name != _OF_UES:
            return name, replace(content, meas_data=change(content.meas_data))
        items = (
            replace(item, meas_report=replace(item.meas_report, meas_data=change(item.meas_report.meas_data)))
            for item in content.ue_meas_report_list
        )
        return name, replace(content, ue_meas_report_list=tuple(items))

    return of_content


def _one_value_more(records: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(replace(each, meas_record=(*each.meas_record, ("integer", 0))) for each in records)


def _all_in_format_1(name: str, content: Any) -> tuple[str, Any]:
    """UEs in the format of the node: the first one's report alone."""
    return (_PLAIN, content.ue_meas_report_list[0].meas_report) if name == _OF_UES else (name, content)


def _with_a_stranger(name: str, content: Any) -> tuple[str, Any]:
    """The first UE's report again, for a UE that there is not."""
    if name != _OF_UES:
        return name, content
    first = content.ue_meas_report_list[0]
    variant, ids = first.ue_id
    numbers = {
        each: _STRANGER
        for each in ("amf_ue_ngap_id", "gnb_cu_ue_f1ap_id", "gnb_cu_cp_ue_e1ap_id")
        if hasattr(ids, each)
    }
    stranger = replace(first, ue_id=(variant, replace(ids, **numbers)))
    others = tuple(item for item in content.ue_meas_report_list if item.ue_id != stranger.ue_id)
    return name, replace(content, ue_meas_report_list=(*others, stranger))


def _each_ue_twice(name: str, content: Any) -> tuple[str, Any]:
    if name != _OF_UES:
        return name, content
    return name, replace(content, ue_meas_report_list=content.ue_meas_report_list * 2)


class _Remembering(FlawedActor):
    """Keeps the report styles of the actions of each subscription."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self.styles: dict[RICrequestID | None, dict[int, int | None]] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember them."""
        request = decoded.message
        if isinstance(request, RICsubscriptionRequest) and decoded.conforms:
            details: Any = request.ric_subscription_details
            self.styles[request.ric_request_id] = {
                item.ric_action_id: _style(item.ric_action_definition) for item in details.ric_action_to_be_setup_list
            }
        return None


def _style(definition: bytes | None) -> int | None:
    return style_of(KPM.decode(PayloadKind.ACTION_DEFINITION, definition or b"").value)


class _SilentOnStyle5(_Remembering):
    """Admits actions of report style 5 and reports nothing of them."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Leave them out."""
        message: Any = decoded.message
        mine = isinstance(message, RICindication)
        return () if mine and self.styles.get(message.ric_request_id, {}).get(message.ric_action_id) == 5 else (say,)


class _ExchangesActions(_Remembering):
    """Reports the first action of a subscription under the id of the last one, and the reverse."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Exchange the ids."""
        message: Any = decoded.message
        if not isinstance(message, RICindication):
            return (say,)
        ids = list(self.styles.get(message.ric_request_id, {}))
        if message.ric_action_id not in ids:
            return (say,)
        other = ids[-1 - ids.index(message.ric_action_id)]
        return self.say(say.association, replace(message, ric_action_id=other)) or (say,)


class _KeepsUes(FlawedActor):
    """Reports every UE that it once reported for ever, without values when it is gone."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._known: dict[Any, Any] = {}

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """List those that are gone, too."""
        if not isinstance(decoded.message, RICindication):
            return (say,)
        return self.say(say.association, _message(self._with_all)(decoded.message)) or (say,)

    def _with_all(self, name: str, content: Any) -> tuple[str, Any]:
        if name != _OF_UES:
            return name, content
        there = {item.ue_id for item in content.ue_meas_report_list}
        self._known |= {item.ue_id: item for item in content.ue_meas_report_list}
        gone = tuple(_without_values(item) for ue_id, item in self._known.items() if ue_id not in there)
        return name, replace(content, ue_meas_report_list=(*content.ue_meas_report_list, *gone))


def _without_values(item: Any) -> Any:
    records = item.meas_report.meas_data
    empty = tuple(replace(each, meas_record=tuple(("noValue", None) for _ in each.meas_record)) for each in records)
    return replace(item, meas_report=replace(item.meas_report, meas_data=empty))


class _EndsAll(FlawedActor):
    """Reports nothing any more once one subscription was deleted."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._ended = False

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Notice the Delete."""
        self._ended = self._ended or isinstance(decoded.message, RICsubscriptionDeleteRequest)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say no report."""
        return () if self._ended and isinstance(decoded.message, RICindication) else (say,)


class _TimeGoesBack(FlawedActor):
    """Starts the collection of each report a second before that of the report before it."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._next: int | None = None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Write an earlier time."""
        message: Any = decoded.message
        if not isinstance(message, RICindication):
            return (say,)
        kind = PayloadKind.INDICATION_HEADER
        header = rewritten(kind, message.ric_indication_header, self._earlier)
        return self.say(say.association, replace(message, ric_indication_header=header)) or (say,)

    def _earlier(self, header: Any) -> Any:
        name, content = header.indication_header_formats
        octets = content.collet_start_time
        second = 1 if len(octets) == len(bytes(4)) else _SECOND
        start = int.from_bytes(octets) if self._next is None else self._next
        self._next = start - second
        earlier = replace(content, collet_start_time=start.to_bytes(len(octets)))
        return replace(header, indication_header_formats=(name, earlier))


FLAWS = (
    Flaw(
        "node-kpm-a-value-too-many",
        "Has one value more in each KPM record than there are labels, in the formats of all styles",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _message(_records(_one_value_more))),
        (
            *(f"E2SM-KPM-{number}" for number in (211, 212, 213, 214, 215, 221, 222, 234)),
            "KPM-RECORD-LENGTH",
        ),
    ),
    Flaw(
        "node-kpm-format-1-for-all",
        "Reports UEs in message format 1, that of the node",
        NODE,
        "F27",
        lambda actor: Rewriting(actor, RICindication, _message(_all_in_format_1)),
        ("E2SM-KPM-214", "KPM-MESSAGE-FORMAT"),
    ),
    Flaw(
        "node-kpm-silent-on-style-5",
        "Admits report style 5 and reports nothing of it",
        NODE,
        "F28",
        _SilentOnStyle5,
        ("E2SM-KPM-215", "E2SM-KPM-216"),
    ),
    Flaw(
        "node-kpm-reports-strangers",
        "Reports a UE that it does not have, with the values of another one",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _message(_with_a_stranger)),
        ("E2SM-KPM-216",),
    ),
    Flaw(
        "node-kpm-actions-exchanged",
        "Exchanges the action ids of the reports of one subscription",
        NODE,
        "F28",
        _ExchangesActions,
        ("E2SM-KPM-217",),
    ),
    Flaw(
        "node-kpm-last-record-alone",
        "Reports the last granularity period of each reporting period alone",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _message(_records(lambda records: records[-1:]))),
        ("E2SM-KPM-231",),
    ),
    Flaw(
        "node-kpm-time-goes-back",
        "Writes an earlier collection start time into each KPM report",
        NODE,
        "F1",
        _TimeGoesBack,
        ("E2SM-KPM-236",),
    ),
    Flaw(
        "node-kpm-delete-ends-all",
        "Stops all reports when one subscription is deleted",
        NODE,
        "F9",
        _EndsAll,
        ("E2SM-KPM-237",),
    ),
    Flaw(
        "node-kpm-keeps-ues",
        "Reports UEs of styles 4 and 5 on when they have left, without values",
        NODE,
        None,
        _KeepsUes,
        ("E2SM-KPM-269",),
    ),
    Flaw(
        "node-kpm-each-ue-twice",
        "Lists each UE twice in the reports of styles 4 and 5",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _message(_each_ue_twice)),
        ("E2SM-KPM-268",),
    ),
)
"""One flaw each."""

"""Near-RT RICs that cannot take a KPM report: of what is legal, or of what is wrong with it (KPM 8.2.1.3, 8.2.1.4)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest
from oran_harness.service_models.formats import content_of, format_of
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import record_faults, reports, subscribed_measurements
from oran_harness.service_models.payload import DecodedPayload, PayloadKind
from oran_harness.service_models.rc.model import RC
from oran_harness.steps.offers import model_edition

RIC = Role.NEAR_RT_RIC
_OF_STYLE_1 = 1
_MATCHED = 2
_PER_UE = 3
_MOST_UES = 100
_LONGEST_NAME = 400
_PLAIN_GNB = ("amf_ue_ngap_id", "guami")


class _DiesOnReport(FlawedActor):
    """Crashes on reports that ``test`` is true of: of the action that was asked for, None where none was, and of one.

    Actions are decoded definitions, by the RICrequestID of their subscription.
    """

    def __init__(self, actor: Actor, test: Callable[[Any, RICindication], bool]) -> None:
        super().__init__(actor)
        self._test = test
        self._asked: dict[RICrequestID | None, Any] = {}

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember what was asked for."""
        message = decoded.message
        if isinstance(message, RICsubscriptionRequest) and message.ric_subscription_details is not None:
            action = message.ric_subscription_details.ric_action_to_be_setup_list[0]
            asked = KPM.decode(PayloadKind.ACTION_DEFINITION, action.ric_action_definition or b"")
            self._asked[message.ric_request_id] = asked.value
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash."""
        message = decoded.message
        if not isinstance(message, RICindication):
            return None
        return (Die(),) if self._test(self._asked.get(message.ric_request_id), message) else None


def _message(indication: RICindication) -> DecodedPayload:
    return KPM.decode(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message or b"")


def _header(indication: RICindication) -> DecodedPayload:
    return KPM.decode(PayloadKind.INDICATION_HEADER, indication.ric_indication_header or b"")


def _on_message(test: Callable[[Any], bool]) -> Callable[[Actor], Actor]:
    """A RIC that crashes on KPM messages that can be read, and that ``test`` is true of."""

    def matches(indication: RICindication) -> bool:
        read = _message(indication)
        return read.conforms and test(read.value)

    return lambda actor: Dying(actor, of(RICindication, where=matches))


def _on_complaint(*kinds: ComplaintKind) -> Callable[[Actor], Actor]:
    """A RIC that crashes on KPM headers and messages with such a fault."""

    def matches(indication: RICindication) -> bool:
        found = (*_header(indication).complaints, *_message(indication).complaints)
        return any(complaint.kind in kinds for complaint in found)

    return lambda actor: Dying(actor, of(RICindication, where=matches))


def _on_report(test: Callable[[Any, RICindication], bool]) -> Callable[[Actor], Actor]:
    return lambda actor: _DiesOnReport(actor, test)


def _on_another_time_stamp(actor: Actor) -> Actor:
    """A RIC that crashes on headers that its own edition of KPM does not read."""

    def unreadable(asked: Any, indication: RICindication) -> bool:
        edition = model_edition("kpm", dying.edition)
        octets = indication.ric_indication_header or b""
        own = KPM.decode(PayloadKind.INDICATION_HEADER, octets, edition)
        return _header(indication).conforms and not own.conforms

    dying = _DiesOnReport(actor, unreadable)
    return dying


def _lists_measurements(message: Any) -> bool:
    return any(report.content.meas_info_list for report in reports(message))


def _lists_none(message: Any) -> bool:
    return format_of(message) == _OF_STYLE_1 and not _lists_measurements(message)


def _values(message: Any) -> Iterator[str]:
    for report in reports(message):
        for record in report.content.meas_data:
            yield from (value[0] for value in record.meas_record)


def _ues(message: Any) -> tuple[Any, ...]:
    return tuple(report.ue_id for report in reports(message) if report.ue_id is not None)


def _names_other_ues(message: Any) -> bool:
    """Whether a UE is named otherwise than by what a whole gNB has."""
    return any(variant != "gNB-UEID" or _more_than_plain(content) for variant, content in _ues(message))


def _more_than_plain(content: Any) -> bool:
    return any(getattr(content, field) is not None for _, field in content.MEMBERS if field not in _PLAIN_GNB)


def _signed(indication: RICindication) -> bool:
    sender = getattr(content_of(_header(indication).value), "sender_name", None)
    return sender is not None and len(sender) > _LONGEST_NAME


def _foreign(indication: RICindication) -> bool:
    kind, octets = PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message or b""
    return (
        indication.ric_indication_type == "report"
        and not KPM.accepting(kind, octets)
        and bool(RC.accepting(kind, octets))
    )


def _per_ue_unasked(asked: Any, indication: RICindication) -> bool:
    return format_of(asked) == _OF_STYLE_1 and format_of(_message(indication).value) == _PER_UE


def _of_wrong_length(asked: Any, indication: RICindication) -> bool:
    measurements = subscribed_measurements(asked)
    return any(record_faults(report.content, measurements) for report in reports(_message(indication).value))


FLAWS = (
    Flaw(
        "ric-kpm-dies-on-measurement-list",
        "Crashes on KPM reports that repeat the measurement list of the subscription",
        RIC,
        None,
        _on_message(_lists_measurements),
        ("E2SM-KPM-121", "E2SM-KPM-122", "E2SM-KPM-123", "E2SM-KPM-124", "E2SM-KPM-126"),
    ),
    Flaw(
        "ric-kpm-needs-measurement-list",
        "Crashes on KPM reports that do not repeat the measurement list of the subscription",
        RIC,
        "F3",
        _on_message(_lists_none),
        ("E2SM-KPM-130",),
    ),
    Flaw(
        "ric-kpm-dies-on-format-2",
        "Crashes on KPM reports in message format 2",
        RIC,
        "F3",
        _on_message(lambda message: format_of(message) == _MATCHED),
        ("E2SM-KPM-125",),
    ),
    Flaw(
        "ric-kpm-dies-on-no-value",
        "Crashes on a measurement that has noValue",
        RIC,
        None,
        _on_message(lambda message: "noValue" in _values(message)),
        ("E2SM-KPM-127", "E2SM-KPM-128"),
    ),
    Flaw(
        "ric-kpm-dies-on-long-sender-name",
        "Crashes on a sender name of more than 400 characters",
        RIC,
        "F26",
        lambda actor: Dying(actor, of(RICindication, where=_signed)),
        ("E2SM-KPM-129",),
    ),
    Flaw(
        "ric-kpm-dies-on-many-ues",
        "Crashes on KPM reports about more than 100 UEs",
        RIC,
        "F26",
        _on_message(lambda message: len(_ues(message)) > _MOST_UES),
        ("E2SM-KPM-131",),
    ),
    Flaw(
        "ric-kpm-knows-ues-of-whole-gnbs",
        "Crashes on KPM reports that name a UE otherwise than a whole gNB does",
        RIC,
        "F32",
        _on_message(_names_other_ues),
        ("E2SM-KPM-132", "E2SM-KPM-133", "E2SM-KPM-134", "E2SM-KPM-135"),
    ),
    Flaw(
        "ric-kpm-dies-on-truncation",
        "Crashes on KPM reports that end too early",
        RIC,
        "F29",
        _on_complaint(ComplaintKind.TRUNCATED),
        ("E2SM-KPM-141",),
    ),
    Flaw(
        "ric-kpm-dies-on-foreign-payload",
        "Crashes on reports of another service model in the place of KPM's",
        RIC,
        "F4",
        lambda actor: Dying(actor, of(RICindication, where=_foreign)),
        ("E2SM-KPM-142",),
    ),
    Flaw(
        "ric-kpm-dies-on-unasked-format",
        "Crashes on reports for each UE where KPM style 1 was subscribed",
        RIC,
        "F3",
        _on_report(_per_ue_unasked),
        ("E2SM-KPM-143",),
    ),
    Flaw(
        "ric-kpm-counts-on-its-own-list",
        "Crashes on records that have another number of values than its subscription has labels",
        RIC,
        None,
        _on_report(_of_wrong_length),
        ("E2SM-KPM-144",),
    ),
    Flaw(
        "ric-kpm-dies-on-another-time-stamp",
        "Crashes on a collection start time of the length that another edition of KPM has",
        RIC,
        "F1",
        _on_another_time_stamp,
        ("E2SM-KPM-145",),
    ),
    Flaw(
        "ric-kpm-dies-on-unknown-alternative",
        "Crashes on KPM payloads with an alternative that it does not know",
        RIC,
        "F4",
        _on_complaint(ComplaintKind.UNKNOWN_ALTERNATIVE),
        ("E2SM-KPM-146",),
    ),
    Flaw(
        "ric-kpm-dies-on-trailing-octets",
        "Crashes on octets behind the end of a KPM report",
        RIC,
        None,
        _on_complaint(ComplaintKind.TRAILING_OCTETS),
        ("E2SM-KPM-147",),
    ),
    Flaw(
        "ric-kpm-dies-on-unknown-job",
        "Crashes on a KPM report with a Job ID that it did not subscribe to",
        RIC,
        None,
        _on_message(lambda message: message.job_id is not None),
        ("E2SM-KPM-148",),
    ),
    Flaw(
        "ric-dies-on-unasked-report",
        "Crashes on a report under a RICrequestID that it does not know",
        RIC,
        "F29",
        _on_report(lambda asked, indication: asked is None and _message(indication).conforms),
        ("E2SM-KPM-149",),
    ),
)
"""One flaw each."""

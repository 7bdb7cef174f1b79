"""Near-RT RICs that ask for jobs of KPM report style 255 wrongly, or cannot take their reports (KPM 7.4.7)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.kpm_payload import of_actions
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest
from oran_harness.service_models.formats import content_of, format_of
from oran_harness.service_models.kpm.elements import E2SM_KPM_ActionDefinition_Format255
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, messages
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import reports
from oran_harness.service_models.payload import PayloadKind

RIC = Role.NEAR_RT_RIC
_KNOWN_JOBS = 100
_ELSEWHERE = ("measName", "DRB.IPVolDl")
_TRIGGER_OCTETS = 4
_PERIOD_MS = 1000


def _asking(change: Callable[[Any, Any], Any]) -> Callable[[Actor], Actor]:
    """A RIC with its actions of style 255 changed: ``change`` gets the action and what its format holds."""

    def changed(value: Any) -> Any:
        content = content_of(value)
        return change(value, content) if isinstance(content, E2SM_KPM_ActionDefinition_Format255) else value

    return lambda actor: Rewriting(actor, RICsubscriptionRequest, of_actions(changed))


def _with(value: Any, content: Any) -> Any:
    return replace(value, action_definition_formats=("actionDefinition-Format255", content))


def _first_alone(value: Any, content: Any) -> Any:
    """The first job's definition, under style 255."""
    own = content.multi_report_action_definition_list[0].job_action_definition
    return value if own is None else replace(own, ric_style_type=JOBS_STYLE)


def _one_id(value: Any, content: Any) -> Any:
    items = tuple(replace(item, job_id=1) for item in content.multi_report_action_definition_list)
    return _with(value, replace(content, multi_report_action_definition_list=items))


def _by_heart(value: Any, content: Any) -> Any:
    return _with(value, within(content, ("meas_type",), lambda _: _ELSEWHERE))


def _together(value: Any, content: Any) -> Any:
    return _with(value, replace(content, multi_report_approach="single"))


def _dies_of(test: Callable[[Any], bool]) -> Callable[[Actor], Actor]:
    """Crashes on reports whose KPM message a test is true of."""

    def told(indication: Any) -> bool:
        decoded = KPM.decode(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message or b"")
        return decoded.conforms and test(decoded.value)

    return lambda actor: Dying(actor, of(RICindication, where=told))


def _withheld(message: Any) -> bool:
    records = (item.meas_record for each in reports(message) for item in each.content.meas_data)
    return any(kind == "notSatisfied" for record in records for kind, _ in record)


def _with_plain_trigger(request: Any) -> Any:
    period = _PERIOD_MS.to_bytes(_TRIGGER_OCTETS)
    return within(request, ("ric_event_trigger_definition",), lambda _: period)


FLAWS = (
    Flaw(
        "ric-kpm-jobs-in-format-1",
        "Asks for KPM report style 255 in action definition format 1",
        RIC,
        None,
        _asking(_first_alone),
        ("E2SM-KPM-161", "KPM-ACTION-FORMAT"),
    ),
    Flaw(
        "ric-kpm-one-job-id",
        "Gives all jobs of a KPM action the same Job ID",
        RIC,
        None,
        _asking(_one_id),
        ("E2SM-KPM-162", "KPM-JOB-LIST"),
    ),
    Flaw(
        "ric-kpm-jobs-by-heart",
        "Asks in jobs for measurements that it knows by heart, whatever the node offers",
        RIC,
        "F10",
        _asking(_by_heart),
        ("E2SM-KPM-163", "KPM-MEASUREMENT-NAME"),
    ),
    Flaw(
        "ric-kpm-single-always",
        "Asks for reporting approach single, whichever the node declares",
        RIC,
        None,
        _asking(_together),
        ("E2SM-KPM-164",),
    ),
    Flaw(
        "ric-kpm-dies-of-format-255",
        "Crashes on a report in message format 255",
        RIC,
        "F27",
        _dies_of(lambda message: format_of(message) == JOBS_STYLE),
        ("E2SM-KPM-165",),
    ),
    Flaw(
        "ric-kpm-dies-of-job-id",
        "Crashes on a report that names the job that it is about",
        RIC,
        None,
        _dies_of(lambda message: message.job_id is not None),
        ("E2SM-KPM-148", "E2SM-KPM-166"),
    ),
    Flaw(
        "ric-kpm-looks-jobs-up",
        "Crashes on a report of a job that it did not ask for",
        RIC,
        None,
        _dies_of(lambda message: any((number or 0) > _KNOWN_JOBS for number, _ in messages(message))),
        ("E2SM-KPM-168",),
    ),
    Flaw(
        "ric-kpm-dies-of-not-satisfied",
        "Crashes on a value that is not satisfied",
        RIC,
        None,
        _dies_of(_withheld),
        ("E2SM-KPM-169",),
    ),
    Flaw(
        "ric-kpm-trigger-in-four-octets",
        "Writes the reporting period as four octets, not as KPM's event trigger",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICsubscriptionRequest, _with_plain_trigger),
        ("E2SM-KPM-118",),
    ),
)
"""One flaw each."""

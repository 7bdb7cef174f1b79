"""The records of a KPM indication: how many values, for which UEs and jobs (KPM 7.4.2.4, 7.4.6, 7.4.7, 8.2.1.4)."""

from collections.abc import Iterator
from typing import Any

from oran_harness.checkers.kpm.asked import asked_form, asked_measurements, asked_of_jobs, may_withhold
from oran_harness.checkers.kpm.reported import reported, surveyed, told
from oran_harness.checkers.kpm.styles import NODE
from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind, content_of, style_of
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.kpm.elements import E2SM_KPM_IndicationMessage_Format2
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, approach
from oran_harness.service_models.kpm.records import matched_forms, records_other_than
from oran_harness.service_models.kpm.ues import unsubscribed_ues

_MESSAGE = (PayloadKind.INDICATION_MESSAGE,)
_OF_UES = 5
_SHOWN = 8


@rule(
    id="KPM-RECORD-LENGTH",
    title="A record has one value for each label",
    clause="O-RAN.WG3.E2SM-KPM 7.4.2.4, 8.2.1.4.1",
    hint="Count the labels of all measurements in the info list of the indication, or of the subscription where it "
    "has none: so many values belong in each record, measurement by measurement. Send noValue where nothing was "
    "measured.",
    blames=NODE,
    of=_MESSAGE,
    model="kpm",
)
def record_length(seen: PayloadObserved) -> Iterator[Breach]:
    """Each record of an indication holds as many values as its measurements have labels."""
    for report, own in zip(reported(seen), surveyed(seen), strict=True):
        measurements = asked_measurements(seen, report.job_id) if own is None else own
        # How long a range of labels is, and what an override leaves, can be read in more than one way.
        if measurements is None or measurements.values is None or not measurements.plain:
            continue
        for fault in records_other_than(measurements.values, report.content)[:1]:
            yield Breach(
                blame=seen.role,
                message=f"record {fault.record + 1} has {fault.actual} values",
                expected=f"{fault.expected} values, one for each label",
                actual=f"{fault.actual}",
                key=f"action {seen.action_id}",
            )


@rule(
    id="KPM-UNSUBSCRIBED-UE",
    title="Only subscribed UEs are reported",
    clause="O-RAN.WG3.E2SM-KPM 7.4.6",
    hint="An action of style 5 names its UEs: report those alone, by the ids that the subscription gave.",
    blames=NODE,
    of=_MESSAGE,
    model="kpm",
)
def unsubscribed_ue(seen: PayloadObserved) -> Iterator[Breach]:
    """An indication for an action of style 5, or for a job of it, is about UEs that the action names."""
    for ue_id in _strangers(seen)[:1]:
        yield Breach(
            blame=seen.role,
            message=f"a UE is reported for action {seen.action_id} that its subscription does not name",
            expected="the UEs of the action definition",
            actual=f"{identity(ue_id)}",
            key=f"action {seen.action_id}",
        )


@rule(
    id="KPM-MATCHED-UE-FORMS",
    title="All measurements name their UEs in one form",
    clause="O-RAN.WG3.E2SM-KPM 8.2.1.4.2",
    hint="If one measurement of a format 2 message has a UE list for each granularity period, give all of them one; "
    "else give all that matched a flat list.",
    blames=NODE,
    of=_MESSAGE,
    model="kpm",
)
def matched_ue_forms(seen: PayloadObserved) -> Iterator[Breach]:
    """In message format 2, lists of UEs for each granularity period are with all measurements or with none."""
    contents = (content_of(message) for _, message in told(seen))
    found = [matched_forms(content) for content in contents if isinstance(content, E2SM_KPM_IndicationMessage_Format2)]
    for forms in [each for each in found if each.mixed][:1]:
        yield Breach(
            blame=seen.role,
            message="some measurements list their UEs for each granularity period, others do not",
            expected="one form for all measurements",
            actual=f"{forms.per_period} for each period, {forms.flat} flat, {forms.neither} without",
            key="forms",
        )


@rule(
    id="KPM-JOB",
    title="Reports of style 255 name jobs of the subscription",
    clause="O-RAN.WG3.E2SM-KPM 7.4.7.4, 8.2.1.2.6",
    hint="Give in each report the Job ID that the subscription gave. With reporting approach multiple each job comes "
    "in an indication of its own, whose jobID says which.",
    blames=NODE,
    of=_MESSAGE,
    model="kpm",
)
def job(seen: PayloadObserved) -> Iterator[Breach]:
    """An indication of style 255 names subscribed Job IDs, and names one if jobs report one by one."""
    definition = seen.action_definition.value if seen.action_definition is not None else None
    if asked_form(seen)[1] != JOBS_STYLE:
        return
    subscribed = asked_of_jobs(seen)
    alone = getattr(seen.value, "job_id", None)
    named = {number for number, _ in told(seen)} | {alone}
    for number in sorted(each for each in named if each is not None and each not in subscribed):
        yield Breach(
            blame=seen.role,
            message=f"Job ID {number} is reported, which the subscription does not have",
            expected=f"one of {_some(sorted(subscribed))}",
            actual=f"{number}",
            key=f"job {number}",
        )
    if approach(definition) == "multiple" and named <= {None}:
        yield Breach(
            blame=seen.role,
            message="an indication of reporting approach multiple does not say which job it is about",
            expected="jobID in the indication message",
            actual="absent",
            key="no job id",
        )


@rule(
    id="KPM-NOT-SATISFIED",
    title="Values are withheld as not satisfied only where a reporting condition was subscribed",
    clause="O-RAN.WG3.E2SM-KPM 7.4.2.4, 8.2.1.4.1",
    level=Level.SHOULD,
    hint="notSatisfied says that a value failed the Matching Condition for Reporting of its measurement. Where nothing "
    "was measured send noValue.",
    blames=NODE,
    of=_MESSAGE,
    model="kpm",
)
def not_satisfied(seen: PayloadObserved) -> Iterator[Breach]:
    """A value is notSatisfied only if the action has reporting conditions."""
    if seen.action_definition is None or may_withhold(seen):
        return
    values = (value for report in reported(seen) for each in report.content.meas_data or () for value in _of(each))
    if any(value is not None and value[0] == "notSatisfied" for value in values):
        yield Breach(
            blame=seen.role,
            message=f"a value is not satisfied, and action {seen.action_id} has no reporting conditions",
            expected="a value, or noValue",
            actual="notSatisfied",
            key=f"action {seen.action_id}",
        )


def _of(record: Any) -> tuple[Any, ...]:
    return getattr(record, "meas_record", None) or ()


def _strangers(seen: PayloadObserved) -> tuple[UEID, ...]:
    """The UEs of an indication that its action, or the job, does not name."""
    definition = seen.action_definition.value if seen.action_definition is not None else None
    style, of_jobs = asked_form(seen)[0], asked_of_jobs(seen)
    found: list[UEID] = []
    for number, message in told(seen):
        own = definition if number is None else of_jobs.get(number)
        if (style if number is None else style_of(own)) == _OF_UES:
            found += unsubscribed_ues(message, own)
    return tuple(found)


def _some(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:_SHOWN])) + (", ..." if len(numbers) > _SHOWN else "")

"""The records of a KPM indication: how many values, for which UEs and jobs (KPM 7.4.2.4, 7.4.6, 7.4.7, 8.2.1.4)."""

from collections.abc import Iterator

from oran_harness.checkers.kpm.styles import NODE
from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.service_models import PayloadKind, content_of, style_of
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition_Format255,
    E2SM_KPM_IndicationMessage_Format2,
    MeasurementInfoItem,
)
from oran_harness.service_models.kpm.labels import labels_of
from oran_harness.service_models.kpm.records import (
    job_definition,
    matched_forms,
    record_faults,
    reports,
    subscribed_measurements,
)
from oran_harness.service_models.kpm.ues import unsubscribed_ues

_MESSAGE = (PayloadKind.INDICATION_MESSAGE,)


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
    definition = seen.action_definition.value if seen.action_definition is not None else None
    for report in reports(seen.value):
        own = job_definition(definition, report.job_id) if report.job_id is not None else definition
        measurements = report.content.meas_info_list or subscribed_measurements(own)
        # How long a range of labels is, and what an override leaves, can be read in more than one way.
        if not all(_plain(item) for item in measurements or ()):
            continue
        for fault in record_faults(report.content, measurements)[:1]:
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
    """An indication for an action of style 5 is about UEs that the action names."""
    if seen.action_definition is None or style_of(seen.action_definition.value) != 5:
        return
    for ue_id in unsubscribed_ues(seen.value, seen.action_definition.value)[:1]:
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
    content = content_of(seen.value)
    if not isinstance(content, E2SM_KPM_IndicationMessage_Format2):
        return
    forms = matched_forms(content)
    if forms.mixed:
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
    definition = content_of(seen.action_definition.value) if seen.action_definition is not None else None
    if not isinstance(definition, E2SM_KPM_ActionDefinition_Format255):
        return
    subscribed = {each.job_id for each in definition.multi_report_action_definition_list or () if each is not None}
    named = {report.job_id for report in reports(seen.value)}
    alone = getattr(seen.value, "job_id", None)
    for number in sorted(each for each in named | {alone} if each is not None and each not in subscribed):
        yield Breach(
            blame=seen.role,
            message=f"Job ID {number} is reported, which the subscription does not have",
            expected=f"one of {', '.join(map(str, sorted(subscribed)))}",
            actual=f"{number}",
            key=f"job {number}",
        )
    if definition.multi_report_approach == "multiple" and alone is None and named <= {None}:
        yield Breach(
            blame=seen.role,
            message="an indication of reporting approach multiple does not say which job it is about",
            expected="jobID in the indication message",
            actual="absent",
            key="no job id",
        )


def _plain(item: MeasurementInfoItem | None) -> bool:
    """Whether a measurement's labels are neither ranges nor overrides of each other."""
    labels = labels_of(item.label_info_list) if item is not None else ()
    return not any(label.start_end_ind is not None or label.pre_label_override is not None for label in labels)

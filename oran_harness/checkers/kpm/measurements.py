"""Measurements and labels of KPM: published, subscribed, reported (KPM 7.4.2, 8.3.9 to 8.3.11, 8.3.22)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from oran_harness.checkers.kpm.reported import surveyed, told
from oran_harness.checkers.kpm.styles import NODE, RIC, offered
from oran_harness.checkers.observation import PayloadObserved, once
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.kpm.conditions import SNSSAI_LENGTHS, slice_length, tests
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition_Format3,
    MeasurementLabel,
)
from oran_harness.service_models.kpm.jobs import definitions
from oran_harness.service_models.kpm.labels import FaultyLabel, LabelFault, faults
from oran_harness.service_models.kpm.measurement_list import NO_LABEL, Labels, survey, whole
from oran_harness.service_models.kpm.records import subscribed_measurements

_BOTH = (PayloadKind.ACTION_DEFINITION, PayloadKind.INDICATION_MESSAGE)
Named = tuple[str, Any]


@rule(
    id="KPM-MEASUREMENT-ID",
    title="Measurement IDs are used only where the node published them",
    clause="O-RAN.WG3.E2SM-KPM 7.4.2.2",
    hint="Subscribe by measurement name, or by an ID that stands beside the name in the node's RAN Function "
    "Definition: IDs are the node's own and mean nothing on another node.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="kpm",
)
def measurement_id(seen: PayloadObserved) -> Iterator[Breach]:
    """A subscription names a measurement by an ID only if the function's definition gives that ID."""
    function = offered(seen)
    if function is None:
        return
    published = {number for style in function.styles for number in style.ids}
    for kind, value in _subscribed(seen):
        if kind == "measID" and value not in published:
            yield Breach(
                blame=seen.role,
                message=f"measurement ID {value} is subscribed, which the RAN Function Definition does not give",
                expected="a measurement name, or an ID of the definition",
                actual=f"measID {value}",
                key=f"measID {value}",
            )


@rule(
    id="KPM-MEASUREMENT-NAME",
    title="Only measurements that the node offers are subscribed",
    clause="O-RAN.WG3.E2SM-KPM 7.4.2.2, 8.2.2.1",
    level=Level.SHOULD,
    hint="Choose from the measurement list of the report style in the RAN Function Definition; mind upper and lower "
    "case (UEThpDl, PdcpSduVolumeDL).",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="kpm",
)
def measurement_name(seen: PayloadObserved) -> Iterator[Breach]:
    """A subscription asks for measurements that the function's definition lists."""
    function = offered(seen)
    if function is None or not function.styles:
        return
    for kind, value in _subscribed(seen):
        if kind == "measName" and not function.lists((kind, value)):
            yield Breach(
                blame=seen.role,
                message=f"measurement {value} is subscribed, which the RAN Function Definition does not list",
                expected="a measurement of the definition",
                actual=str(value),
                key=f"measName {value}",
            )


@rule(
    id="KPM-UNPUBLISHED-REPORTED",
    title="A node reports only measurements that it published",
    clause="O-RAN.WG3.E2SM-KPM 7.1, 7.4.2.2, 8.2.2.1",
    hint="Put the measurement into the report style's list of the RAN Function Definition (the definition has to be "
    "complete in Setup and in each Service Update), or do not report it.",
    blames=NODE,
    of=(PayloadKind.INDICATION_MESSAGE,),
    model="kpm",
)
def unpublished_reported(seen: PayloadObserved) -> Iterator[Breach]:
    """Every measurement that an indication names stands in the function's definition."""
    function = offered(seen)
    if function is None:
        return
    named: set[Named] = set()
    for each in surveyed(seen):
        named.update(each.named if each is not None else ())
    for kind, value in sorted((each for each in named if not function.lists(each)), key=str):
        yield Breach(
            blame=seen.role,
            message=f"measurement {value} is reported, which the RAN Function Definition does not list",
            expected="a measurement of the definition",
            actual=f"{kind} {value}",
            key=f"{kind} {value}",
        )


@rule(
    id="KPM-NO-LABEL-ALONE",
    title="noLabel stands alone",
    clause="O-RAN.WG3.E2SM-KPM 8.3.11",
    hint="Either set noLabel to true and nothing else, or leave it out and give the subcounters (slice, 5QI, bins).",
    blames="the sender of the label",
    of=_BOTH,
    model="kpm",
)
def no_label_alone(seen: PayloadObserved) -> Iterator[Breach]:
    """A measurement label with noLabel has no other member."""
    yield from _label_breaches(seen, LabelFault.NO_LABEL_NOT_ALONE, "noLabel beside", "noLabel alone")


@rule(
    id="KPM-BIN-DIMENSIONS",
    title="Bins are given from X on",
    clause="O-RAN.WG3.E2SM-KPM 8.3.11",
    hint="distBinY needs distBinX in the same label, distBinZ needs both: give the lower dimensions too.",
    blames="the sender of the label",
    of=_BOTH,
    model="kpm",
)
def bin_dimensions(seen: PayloadObserved) -> Iterator[Breach]:
    """A label has a Y bin only with an X bin, a Z bin only with both."""
    yield from _label_breaches(
        seen, LabelFault.BIN_WITHOUT_LOWER, "a bin without the lower dimensions:", "distBinX first"
    )


@rule(
    id="KPM-LABEL-RANGE",
    title="A range of labels is closed",
    clause="O-RAN.WG3.E2SM-KPM 8.3.11",
    level=Level.SHOULD,
    hint="Put the label with startEndInd end directly behind the one with start, equal to it in all but one "
    "subcounter.",
    blames="the sender of the label",
    of=_BOTH,
    model="kpm",
)
def label_range(seen: PayloadObserved) -> Iterator[Breach]:
    """A label that starts a range is followed by the one that ends it."""
    yield from _label_breaches(seen, LabelFault.START_WITHOUT_END, "an open range:", "start, then end")


@rule(
    id="KPM-SLICE-TEST",
    title="A test for an S-NSSAI compares with one octet or four",
    clause="O-RAN.WG3.E2SM-KPM 8.3.22",
    hint="Give the SST alone (one octet) or SST and SD (four octets) as valueOctS; not an integer's eight octets, not "
    "the encoding of a whole S-NSSAI.",
    blames=RIC,
    of=(PayloadKind.ACTION_DEFINITION,),
    model="kpm",
)
def slice_test(seen: PayloadObserved) -> Iterator[Breach]:
    """The value of a test for a slice is an SST, or an SST with SD."""
    for test in (test for each in definitions(seen.value) for test in tests(each)):
        length = slice_length(test)
        if length is not None and length not in SNSSAI_LENGTHS:
            yield Breach(
                blame=seen.role,
                message=f"a test for an S-NSSAI compares with {length} octets",
                expected="1 octet (SST) or 4 (SST and SD)",
                actual=f"{length} octets",
                key=f"{length} octets",
            )


def _subscribed(seen: PayloadObserved) -> Iterator[Named]:
    for definition in definitions(seen.value):
        content = content_of(definition)
        if isinstance(content, E2SM_KPM_ActionDefinition_Format3):
            items: Iterable[Any] = content.meas_cond_list or ()
        else:
            items = subscribed_measurements(definition) or ()
        yield from (item.meas_type for item in items if whole(item))


def _label_breaches(seen: PayloadObserved, fault: LabelFault, what: str, expected: str) -> Iterator[Breach]:
    for (kind, name), labels in _labelled(seen):
        found: tuple[FaultyLabel, ...] = faults(labels, str(name) if kind == "measName" else None)
        for each in found:
            if each.fault is fault:
                members = ", ".join(each.members)
                yield Breach(
                    blame=seen.role,
                    message=f"label {each.index + 1} of measurement {name}: {what} {members}",
                    expected=expected,
                    actual=members,
                    key=f"{name} {members}",
                )


@once
def _labelled(seen: PayloadObserved) -> tuple[tuple[Named, Labels], ...]:
    """The measurements of an action definition or an indication message whose labels say more than noLabel."""
    if seen.payload.kind is PayloadKind.ACTION_DEFINITION:
        parts = definitions(seen.value)
        lists = [survey(subscribed_measurements(each)) for each in parts]
    else:
        parts = tuple(message for _, message in told(seen))
        lists = [each for each in surveyed(seen) if each is not None]
    return (*[each for found in lists for each in found.labelled], *_conditions(parts))


def _conditions(parts: tuple[Any, ...]) -> Iterator[tuple[Named, Labels]]:
    """Labels that are conditions (action definition 3, indication message 2): each stands for itself."""
    for content in map(content_of, parts):
        conditional = getattr(content, "meas_cond_list", None) or getattr(content, "meas_cond_ue_id_list", None)
        for item in conditional or ():
            for condition in item.matching_cond or () if whole(item) else ():
                choice = getattr(condition, "matching_cond_choice", None)
                label = choice[1] if isinstance(choice, tuple) else None
                if isinstance(label, MeasurementLabel):
                    alone = replace(label, start_end_ind=None)
                    if alone != NO_LABEL:
                        yield item.meas_type, (alone,)

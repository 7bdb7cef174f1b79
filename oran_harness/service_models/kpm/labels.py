"""Measurement labels: what may stand beside what, and how many values a list of them asks for (KPM 8.3.11)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from oran_harness.model.level import Level
from oran_harness.service_models.kpm.elements import LabelInfoItem, MeasurementLabel


class LabelFault(StrEnum):
    """What can be wrong with a measurement label."""

    NO_LABEL_NOT_ALONE = "no-label-not-alone"
    """noLabel stands beside other members."""
    BIN_WITHOUT_LOWER = "bin-without-lower"
    """distBinY without distBinX, or distBinZ without both."""
    START_WITHOUT_END = "start-without-end"
    """startEndInd "start" whose next label is no "end", or an "end" that follows no "start"."""
    FILTER_MEMBER = "filter-member"
    """A member for measurement names that end in _Filter, used with another name."""

    @property
    def level(self) -> Level:
        """How much the rule weighs: many nodes drop _Filter from names, and ranges are only asked to be closed."""
        must = self in (LabelFault.NO_LABEL_NOT_ALONE, LabelFault.BIN_WITHOUT_LOWER)
        return Level.MUST if must else Level.SHOULD


@dataclass(frozen=True, slots=True)
class FaultyLabel:
    """A fault of the label with that index in its list; ``members`` are the ASN.1 names that it is about."""

    index: int
    fault: LabelFault
    members: tuple[str, ...]


_BINS = ("dist_bin_x", "dist_bin_y", "dist_bin_z")
_CONTROLS = frozenset(("pre_label_override", "start_end_ind"))
_FILTERS = ("qci_max", "qci_min", "arp_max", "arp_min", "bitrate_range")
_ASN1_NAMES = {field: name for name, field in MeasurementLabel.MEMBERS}


def labels_of(labels: Sequence[LabelInfoItem] | None) -> tuple[MeasurementLabel, ...]:
    """The labels of a list that could be read."""
    if labels and len(labels) == 1:
        label = getattr(labels[0], "meas_label", None)
        return (label,) if isinstance(label, MeasurementLabel) else ()
    read = (getattr(item, "meas_label", None) for item in labels or ())
    return tuple(label for label in read if isinstance(label, MeasurementLabel))


def present(label: MeasurementLabel) -> tuple[str, ...]:
    """The fields of a label that are there, in the order of its type."""
    return tuple(field for _, field in MeasurementLabel.MEMBERS if getattr(label, field) is not None)


def effective(labels: Sequence[MeasurementLabel]) -> tuple[MeasurementLabel, ...]:
    """The labels with what preLabelOverride lets them inherit from the label before.

    The members of the range and override indications themselves are not inherited.
    """
    result: list[MeasurementLabel] = []
    for label in labels:
        if label.pre_label_override is not None and result:
            own = {"start_end_ind": None} | {field: getattr(label, field) for field in present(label)}
            result.append(replace(result[-1], **own))
        else:
            result.append(label)
    return tuple(result)


def faults(labels: Sequence[MeasurementLabel], measurement_name: str | None = None) -> tuple[FaultyLabel, ...]:
    """Everything wrong with the labels of one measurement.

    A label without any member is not defined anywhere and no fault; a label that inherits is judged with what it
    inherits. ``measurement_name`` is None where the measurement has an ID instead.
    """
    found: list[FaultyLabel] = []
    whole = effective(labels)
    for index, label in enumerate(labels):
        found += _faults_alone(index, label, whole[index] if index or not label.pre_label_override else None)
        members = tuple(_ASN1_NAMES[field] for field in _FILTERS if getattr(label, field) is not None)
        if members and measurement_name is not None and not measurement_name.endswith("_Filter"):
            found.append(FaultyLabel(index, LabelFault.FILTER_MEMBER, members))
    found += [FaultyLabel(index, LabelFault.START_WITHOUT_END, ("startEndInd",)) for index in _open_ends(labels)]
    return tuple(sorted(found, key=lambda fault: fault.index))


def _faults_alone(index: int, label: MeasurementLabel, whole: MeasurementLabel | None) -> list[FaultyLabel]:
    found = []
    others = [field for field in present(label) if field != "no_label"]
    if label.no_label is not None and others:
        members = tuple(_ASN1_NAMES[field] for field in others)
        found.append(FaultyLabel(index, LabelFault.NO_LABEL_NOT_ALONE, members))
    if whole is not None:
        x, y, z = (getattr(whole, field) is not None for field in _BINS)
        if (y and not x) or (z and not (x and y)):
            member = "distBinZ" if z else "distBinY"
            found.append(FaultyLabel(index, LabelFault.BIN_WITHOUT_LOWER, (member,)))
    return found


def _open_ends(labels: Sequence[MeasurementLabel]) -> list[int]:
    """The labels that open a range which the next one does not close, or close one that is not open."""
    found = []
    for index, label in enumerate(labels):
        before = labels[index - 1].start_end_ind if index else None
        after = labels[index + 1].start_end_ind if index + 1 < len(labels) else None
        if (label.start_end_ind == "start" and after != "end") or (label.start_end_ind == "end" and before != "start"):
            found.append(index)
    return found


def value_count(labels: Sequence[MeasurementLabel]) -> int | None:
    """How many values one measurement with these labels has in each record; None where the text leaves it open.

    One for each label, and one for each step of a range that a "start" and the "end" behind it stand for. Which
    values lie between two bins of several dimensions depends on numbers that are not in the label.
    """
    if not labels or _open_ends(labels):
        return None
    whole = effective(labels)
    if labels[0].pre_label_override is not None:
        return None
    total, index = 0, 0
    while index < len(whole):
        if labels[index].start_end_ind == "start":
            steps = _range_length(whole[index], whole[index + 1])
            if steps is None:
                return None
            total, index = total + steps, index + 2
        else:
            total, index = total + 1, index + 1
    return total


def _range_length(start: MeasurementLabel, end: MeasurementLabel) -> int | None:
    """How many values a range has whose labels differ in one number; None if they differ otherwise."""
    differing = [
        field
        for _, field in MeasurementLabel.MEMBERS
        if field not in _CONTROLS and getattr(start, field) != getattr(end, field)
    ]
    if len(differing) != 1:
        return None
    field = differing[0]
    bins = [name for name in _BINS if getattr(start, name) is not None]
    if bins and field != bins[-1]:
        return None
    first: Any = getattr(start, field)
    last: Any = getattr(end, field)
    if not isinstance(first, int) or not isinstance(last, int) or last < first:
        return None
    return last - first + 1

"""Action definitions of KPM as our E2 node reads them: what it can serve, or why it cannot (KPM 7.4, 8.2.1.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.formats import content_of, format_of, style_of
from oran_harness.service_models.kpm.build import CATALOGUE, Measurement, no_label
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition_Format1,
    E2SM_KPM_ActionDefinition_Format2,
    E2SM_KPM_ActionDefinition_Format3,
    E2SM_KPM_ActionDefinition_Format4,
    E2SM_KPM_ActionDefinition_Format5,
    MatchCondReportItem,
    MatchingCondItem,
    MatchingUeCondPerSubItem,
    MeasurementInfoItem,
    MeasurementLabel,
)
from oran_harness.service_models.kpm.labels import effective, faults, labels_of, present, value_count
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.styles import action_format
from oran_harness.service_models.payload import PayloadKind

UNAVAILABLE = Refusal("requested-information-unavailable")
UNREADABLE = Refusal("abstract-syntax-error-reject")
FOREIGN = Refusal("transfer-syntax-error")
CONTRADICTORY = Refusal("semantic-error")
UNSUPPORTED = Refusal("action-not-supported")
TOO_MUCH = Refusal("function-resource-limit")

_MOST_VALUES = 4096
_OF_UES = frozenset(("no_label", "five_qi", "slice_id", "plmn_id"))
_RANGE_FIELDS = ("dist_bin_x", "dist_bin_y", "dist_bin_z", "five_qi", "ssb_index")


@dataclass(frozen=True, slots=True)
class Column:
    """One value of each record: a measurement under a label, and the conditions for reporting it (4.00 on)."""

    measurement: Measurement
    label: MeasurementLabel
    conditions: tuple[MatchCondReportItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """A measurement of style 3: its column, as it was asked for, and the conditions that UEs have to meet."""

    column: Column
    asked: str | int
    conditions: tuple[MatchingCondItem, ...]


@dataclass(frozen=True, slots=True)
class KpmAction:
    """An action that can be served. ``cell`` is the index of one of our cells, None for the whole node.

    ``measurements`` is the list as it was subscribed. ``ues`` are the UEs of styles 2 and 5 by number, ``tests`` the
    conditions of style 4, ``matched`` the measurements of style 3.
    """

    style: int
    granularity_ms: int
    cell: int | None
    measurements: tuple[MeasurementInfoItem, ...] = ()
    columns: tuple[Column, ...] = ()
    ues: tuple[int, ...] = ()
    tests: tuple[MatchingUeCondPerSubItem, ...] = ()
    matched: tuple[Matched, ...] = ()


def read_action(
    octets: bytes, edition: str, offered: Mapping[int, Sequence[str]], radio: Radio, now: float
) -> KpmAction | Refusal:
    """What an action definition of a fundamental level style asks for.

    ``offered`` gives the measurements of each report style that the function declares.
    """
    value = decoded_action(octets, edition)
    return value if isinstance(value, Refusal) else read_definition(value, offered, radio, now)


def decoded_action(octets: bytes, edition: str) -> Any | Refusal:
    """An action definition, decoded, if it can be read in that edition."""
    decoded = KPM.decode(PayloadKind.ACTION_DEFINITION, octets, edition)
    if decoded.value is None or not decoded.conforms:
        return FOREIGN if format_of(decoded.value) is None else UNREADABLE
    return decoded.value


def read_definition(value: Any, offered: Mapping[int, Sequence[str]], radio: Radio, now: float) -> KpmAction | Refusal:
    """What a decoded action definition asks for; ``offered`` as in ``read_action``."""
    style, number, content = style_of(value), format_of(value), content_of(value)
    if style is None or style not in offered:
        return UNSUPPORTED
    if number != action_format(style):
        return CONTRADICTORY
    reader = _Reader(style, offered[style], radio, now)
    return reader.matched(content) if isinstance(content, E2SM_KPM_ActionDefinition_Format3) else reader.listed(content)


class _Reader:
    """Reads one action of a style."""

    def __init__(self, style: int, names: Sequence[str], radio: Radio, now: float) -> None:
        self.style = style
        self.names = frozenset(names)
        self.ids = {CATALOGUE[name].id: name for name in names}
        self.radio = radio
        self.now = now

    def listed(self, content: Any) -> KpmAction | Refusal:
        """An action of formats 1, 2, 4 or 5, whose measurements are listed with their labels."""
        plain, ue_ids, tests = _parts(content)
        cell = self.cell(plain.cell_global_id)
        if isinstance(cell, Refusal):
            return cell
        columns: list[Column] = []
        for item in plain.meas_info_list:
            found = self.columns(item)
            if isinstance(found, Refusal):
                return found
            columns += found
            if len(columns) > _MOST_VALUES:
                return TOO_MUCH
        ues = [self.radio.find(ue_id, self.now) for ue_id in ue_ids]
        known = tuple(ue.number for ue in ues if ue is not None)
        if ue_ids and not known:
            return UNAVAILABLE
        period = plain.granul_period
        return KpmAction(self.style, period, cell, plain.meas_info_list, tuple(columns), known, tests)

    def matched(self, content: E2SM_KPM_ActionDefinition_Format3) -> KpmAction | Refusal:
        """An action of format 3, whose measurements have conditions in place of labels."""
        cell = self.cell(content.cell_global_id)
        if isinstance(cell, Refusal):
            return cell
        matched: list[Matched] = []
        for item in content.meas_cond_list:
            choices = (condition.matching_cond_choice for condition in item.matching_cond)
            label = next((choice[1] for choice in choices if isinstance(choice[1], MeasurementLabel)), no_label())
            measurement = self.measurement(item.meas_type)
            if measurement is not None and not _serves(measurement, label) and _OF_UES.issuperset(present(label)):
                # It chooses UEs, and does not split their values.
                label = no_label()
            if measurement is None or not _serves(measurement, label):
                return UNAVAILABLE
            matched.append(Matched(Column(measurement, label), item.meas_type[1], item.matching_cond))
        return KpmAction(self.style, content.granul_period, cell, matched=tuple(matched))

    def cell(self, asked: Any) -> int | Refusal | None:
        """The cell that is asked for, by index; a node that is asked for none measures all."""
        index = None if asked is None else self.radio.cell_index(asked)
        return UNAVAILABLE if asked is not None and index is None else index

    def measurement(self, asked: Any) -> Measurement | None:
        """The measurement by name or ID, if the style lists it."""
        kind, value = asked
        name = value if kind == "measName" else self.ids.get(value)
        return CATALOGUE.get(name) if name in self.names else None

    def columns(self, item: MeasurementInfoItem) -> list[Column] | Refusal:
        """One column for each label of a measurement, ranges of labels expanded."""
        measurement = self.measurement(item.meas_type)
        labels = labels_of(item.label_info_list)
        if measurement is None:
            return UNAVAILABLE
        if any(fault.fault.level == "must" for fault in faults(labels, measurement.name)):
            return CONTRADICTORY
        count = value_count(labels)
        if count is None or count > _MOST_VALUES:
            return UNAVAILABLE if count is None else TOO_MUCH
        expanded = expand(labels)
        if not all(_serves(measurement, label) for label in expanded):
            return UNAVAILABLE
        return [Column(measurement, label, item.match_cond_report_list or ()) for label in expanded]


def _parts(
    content: Any,
) -> tuple[E2SM_KPM_ActionDefinition_Format1, tuple[UEID, ...], tuple[MatchingUeCondPerSubItem, ...]]:
    """The format 1 within an action, its UEs, and its tests."""
    if isinstance(content, E2SM_KPM_ActionDefinition_Format2):
        return content.subscript_info, (content.ue_id,), ()
    if isinstance(content, E2SM_KPM_ActionDefinition_Format4):
        return content.subscription_info, (), content.matching_ue_cond_list
    if isinstance(content, E2SM_KPM_ActionDefinition_Format5):
        return content.subscription_info, tuple(item.ue_id for item in content.matching_ue_id_list), ()
    return content, (), ()


def expand(labels: Sequence[MeasurementLabel]) -> list[MeasurementLabel]:
    """Labels with inherited members filled in and ranges written out, in the order of their values (KPM 8.3.11)."""
    whole = effective(labels)
    result: list[MeasurementLabel] = []
    for index, label in enumerate(whole):
        plain = replace(label, start_end_ind=None, pre_label_override=None)
        if labels[index].start_end_ind == "end":
            continue
        if labels[index].start_end_ind != "start":
            result.append(plain)
            continue
        last = whole[index + 1]
        field = next((name for name in _RANGE_FIELDS if getattr(label, name) != getattr(last, name)), None)
        if field is None:
            result.append(plain)
            continue
        for number in range(getattr(label, field), getattr(last, field) + 1):
            inner: dict[str, Any] = {field: number}
            result.append(replace(plain, **inner))
    return result


def _serves(measurement: Measurement, label: MeasurementLabel) -> bool:
    """Whether the catalogue splits a measurement by that label, and its bins are within those published."""
    fields = present(label)
    if not fields or not measurement.labels.issuperset(fields):
        return False
    bins = measurement.bins
    limits = (bins.x, bins.y, bins.z) if bins is not None else (0, 0, 0)
    asked = (label.dist_bin_x, label.dist_bin_y, label.dist_bin_z)
    return all(number is None or 1 <= number <= limit for number, limit in zip(asked, limits, strict=True))

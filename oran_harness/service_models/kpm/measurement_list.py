"""What a list of measurements says, read in one walk for all who ask (KPM 7.4.2.4, 8.3.9 to 8.3.11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.service_models.kpm.elements import MeasurementInfoItem, MeasurementLabel, MeasurementType
from oran_harness.service_models.kpm.labels import labels_of, value_count

NO_LABEL = MeasurementLabel(no_label="true")
"""The label of a measurement without subcounters: alone in its list it stands for one value."""
Labels = tuple[MeasurementLabel, ...]


@dataclass(slots=True)
class MeasurementList:
    """What was found.

    ``values`` is how many values a record of the measurements has, the sum over their labels; None where that cannot
    be told: no measurements, an item that could not be read, a range of labels whose length the text leaves open.
    ``plain`` tells that no label is of a range or an override. ``named`` are the measurements that could be read;
    ``labelled`` those of them whose labels say more than noLabel, with their labels.
    """

    values: int | None
    plain: bool
    named: list[MeasurementType]
    labelled: list[tuple[MeasurementType, Labels]]


def survey(items: Sequence[MeasurementInfoItem | None] | None) -> MeasurementList:
    """Read a measurement list, whole or not."""
    found = MeasurementList(0 if items else None, True, [], [])
    named, single, usual = found.named, 0, NO_LABEL
    for item in items or ():
        if item is not None and (infos := item.label_info_list) and len(infos) == 1 and infos[0] is not None:
            label = infos[0].meas_label
            # Most labels of a message are one object: a look at all members is needed for the first of them.
            if label is usual or label == NO_LABEL:
                usual = label
                single += 1
                if whole(item):
                    named.append(item.meas_type)
                continue
        _survey_item(found, item)
    if found.values is not None:
        found.values += single
    return found


def whole(item: Any) -> bool:
    """Whether it could be read which measurement an item of a list is about."""
    return item is not None and isinstance(item.meas_type, tuple) and item.meas_type[1] is not None


def _survey_item(found: MeasurementList, item: MeasurementInfoItem | None) -> None:
    """Take note of an item other than the usual one."""
    infos = item.label_info_list if item is not None else None
    labels = labels_of(infos)
    if any(label.start_end_ind is not None or label.pre_label_override is not None for label in labels):
        found.plain = False
    count = value_count(labels) if infos is not None and len(labels) == len(infos) else None
    found.values = None if count is None or found.values is None else found.values + count
    if item is not None and whole(item):
        found.named.append(item.meas_type)
        if any(label != NO_LABEL for label in labels):
            found.labelled.append((item.meas_type, labels))

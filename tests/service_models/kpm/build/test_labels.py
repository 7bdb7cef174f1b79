"""Measurement labels."""

import pytest

from oran_harness.service_models.kpm import build
from oran_harness.service_models.kpm.build.labels import label_list
from oran_harness.service_models.kpm.elements import LabelInfoItem, MeasurementLabel
from oran_harness.service_models.kpm.labels import faults, present


@pytest.mark.parametrize(
    ("label", "fields"),
    [
        (build.no_label(), ("no_label",)),
        (build.slice_label(1, 2), ("slice_id",)),
        (build.five_qi_label(9), ("five_qi",)),
        (build.plmn_label(b"\x00\xf1\x10"), ("plmn_id",)),
        (build.bin_label(1), ("dist_bin_x",)),
        (build.bin_label(1, 2, 3), ("dist_bin_x", "dist_bin_y", "dist_bin_z")),
        (build.sum_label(), ("sum_",)),
        (build.min_label(), ("min_",)),
        (build.max_label(), ("max_",)),
        (build.average_label(), ("avg",)),
    ],
)
def test_labels_are_sound(label: MeasurementLabel, fields: tuple[str, ...]) -> None:
    """Each holds what it says and nothing else, and breaks no rule of labels."""
    assert present(label) == fields
    assert faults([label]) == ()


def test_lists_of_labels() -> None:
    """Labels stand in items."""
    assert label_list([build.no_label()]) == (LabelInfoItem(MeasurementLabel(no_label="true")),)

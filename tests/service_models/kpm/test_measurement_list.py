"""What is read of a measurement list in one walk."""

from typing import Any

import pytest

from oran_harness.service_models.common.elements import S_NSSAI
from oran_harness.service_models.kpm.elements import LabelInfoItem, MeasurementInfoItem, MeasurementLabel
from oran_harness.service_models.kpm.measurement_list import survey
from tests.service_models.samples import NO_LABEL, measurement

SLICE = MeasurementLabel(slice_id=S_NSSAI(b"\x01"))
START, END = MeasurementLabel(start_end_ind="start", dist_bin_x=1), MeasurementLabel(start_end_ind="end", dist_bin_x=4)
OVER = MeasurementLabel(pre_label_override="true", five_qi=9)
BROKEN: Any = None


def test_measurements_without_subcounters() -> None:
    """Each has one value; no label says anything."""
    found = survey((measurement("A"), measurement("B", MeasurementLabel(no_label="true"))))
    assert (found.values, found.plain) == (2, True)
    assert found.named == [("measName", "A"), ("measName", "B")]
    assert found.labelled == []


def test_labels_that_say_something() -> None:
    """Measurements with subcounters are told with all of their labels, in their order among themselves."""
    found = survey((measurement("A", SLICE), measurement("B"), measurement("C", NO_LABEL, SLICE)))
    assert (found.values, found.plain) == (4, True)
    assert found.labelled == [(("measName", "A"), (SLICE,)), (("measName", "C"), (NO_LABEL, SLICE))]


@pytest.mark.parametrize(("labels", "values"), [((START, END), 5), ((SLICE, OVER), 3), ((START,), None)])
def test_ranges_and_overrides(labels: tuple[MeasurementLabel, ...], values: int | None) -> None:
    """A range has a value for each step; a list with one is not plain, nor one with an override."""
    found = survey((measurement("A", *labels), measurement("B")))
    assert (found.values, found.plain) == (values, False)


@pytest.mark.parametrize(
    ("item", "named"),
    [
        (BROKEN, False),
        (MeasurementInfoItem(("measName", "A"), BROKEN), True),
        (MeasurementInfoItem(("measName", "A"), ()), True),
        (MeasurementInfoItem(("measName", "A"), (BROKEN,)), True),
        (MeasurementInfoItem(("measName", "A"), (LabelInfoItem(BROKEN),)), True),
    ],
)
def test_what_could_not_be_read(item: MeasurementInfoItem, named: bool) -> None:
    """How many values belong in a record is not known then; what the other measurements are is."""
    found = survey((item, measurement("B")))
    assert found.values is None
    assert found.named == [*([("measName", "A")] if named else []), ("measName", "B")]


@pytest.mark.parametrize("meas_type", [BROKEN, ("measName", BROKEN)])
def test_a_measurement_without_a_name(meas_type: Any) -> None:
    """It counts as one value, and nothing is said of it."""
    found = survey((MeasurementInfoItem(meas_type, (LabelInfoItem(SLICE),)), measurement("B")))
    assert (found.values, found.named, found.labelled) == (2, [("measName", "B")], [])


@pytest.mark.parametrize("nothing", [None, ()])
def test_no_list(nothing: Any) -> None:
    """Without measurements the number of values is not known."""
    found = survey(nothing)
    assert (found.values, found.plain, found.named, found.labelled) == (None, True, [], [])

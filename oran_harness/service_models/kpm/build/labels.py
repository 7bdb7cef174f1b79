"""Measurement labels (KPM 8.3.11)."""

from collections.abc import Sequence

from oran_harness.service_models.common.build import s_nssai
from oran_harness.service_models.kpm.elements import LabelInfoItem, MeasurementLabel


def no_label() -> MeasurementLabel:
    """The label of a measurement that is not split; it stands alone."""
    return MeasurementLabel(no_label="true")


def slice_label(sst: int, sd: int | None = None) -> MeasurementLabel:
    """A slice by SST, or by SST and SD; SD ffffff asks for "no SD"."""
    return MeasurementLabel(slice_id=s_nssai(sst, sd))


def five_qi_label(five_qi: int) -> MeasurementLabel:
    """A 5QI, 0..255."""
    return MeasurementLabel(five_qi=five_qi)


def plmn_label(plmn: bytes) -> MeasurementLabel:
    """A PLMN by its three octets."""
    return MeasurementLabel(plmn_id=plmn)


def bin_label(x: int, y: int | None = None, z: int | None = None) -> MeasurementLabel:
    """A bin of a distribution; indices count from 1."""
    return MeasurementLabel(dist_bin_x=x, dist_bin_y=y, dist_bin_z=z)


def sum_label() -> MeasurementLabel:
    """The sum since the measurement began."""
    return MeasurementLabel(sum_="true")


def min_label() -> MeasurementLabel:
    """The smallest value of a granularity period."""
    return MeasurementLabel(min_="true")


def max_label() -> MeasurementLabel:
    """The largest value of a granularity period."""
    return MeasurementLabel(max_="true")


def average_label() -> MeasurementLabel:
    """The average over a granularity period."""
    return MeasurementLabel(avg="true")


def label_list(labels: Sequence[MeasurementLabel]) -> tuple[LabelInfoItem, ...]:
    """Labels as a measurement item holds them."""
    return tuple(LabelInfoItem(label) for label in labels)

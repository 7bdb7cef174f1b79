"""Measurement labels."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model.level import Level
from oran_harness.service_models.common.elements import S_NSSAI
from oran_harness.service_models.kpm.elements import LabelInfoItem, MeasurementLabel
from oran_harness.service_models.kpm.labels import (
    LabelFault,
    effective,
    faults,
    labels_of,
    present,
    value_count,
)
from tests.service_models.samples import LABELS, NO_LABEL


def start(**members: Any) -> MeasurementLabel:
    """The first label of a range."""
    return MeasurementLabel(start_end_ind="start", **members)


def end(**members: Any) -> MeasurementLabel:
    """The last label of a range."""
    return MeasurementLabel(start_end_ind="end", **members)


def over(**members: Any) -> MeasurementLabel:
    """A label that inherits from the one before."""
    return MeasurementLabel(pre_label_override="true", **members)


def kinds(*labels: MeasurementLabel, name: str | None = "A") -> list[tuple[int, LabelFault]]:
    """Where which fault is."""
    return [(fault.index, fault.fault) for fault in faults(labels, name)]


def test_no_label_stands_alone() -> None:
    """NoLabel with anything beside it is a fault that names the others."""
    assert kinds(NO_LABEL) == []
    found = faults((MeasurementLabel(no_label="true", five_qi=9, min_="true"),))
    assert [(one.fault, one.members) for one in found] == [(LabelFault.NO_LABEL_NOT_ALONE, ("fiveQI", "min"))]
    assert found[0].fault.level is Level.MUST


def test_bins_need_the_lower_dimensions() -> None:
    """Y needs X, Z needs both; X alone is fine."""
    assert kinds(MeasurementLabel(dist_bin_x=1)) == []
    assert kinds(MeasurementLabel(dist_bin_x=1, dist_bin_y=1, dist_bin_z=1)) == []
    for label in (
        MeasurementLabel(dist_bin_y=1),
        MeasurementLabel(dist_bin_z=1),
        MeasurementLabel(dist_bin_x=1, dist_bin_z=1),
        MeasurementLabel(dist_bin_y=1, dist_bin_z=1),
    ):
        assert kinds(label) == [(0, LabelFault.BIN_WITHOUT_LOWER)]


def test_inherited_bins_count() -> None:
    """A label that overrides Y inherits X; with nothing before it nothing is judged."""
    assert kinds(MeasurementLabel(dist_bin_x=1, dist_bin_y=1), over(dist_bin_y=2)) == []
    assert kinds(over(dist_bin_y=2)) == []
    assert kinds(MeasurementLabel(five_qi=1), over(dist_bin_y=2)) == [(1, LabelFault.BIN_WITHOUT_LOWER)]


def test_ranges_should_be_closed() -> None:
    """A "start" without an "end" behind it, and the reverse, are only a should."""
    assert kinds(start(five_qi=1), end(five_qi=9)) == []
    assert kinds(start(five_qi=1), MeasurementLabel(five_qi=9)) == [(0, LabelFault.START_WITHOUT_END)]
    assert kinds(end(five_qi=1)) == [(0, LabelFault.START_WITHOUT_END)]
    assert LabelFault.START_WITHOUT_END.level is Level.SHOULD


def test_members_of_filters() -> None:
    """Maxima and minima of QCI and ARP are for names that end in _Filter; without a name nothing is said."""
    label = MeasurementLabel(qci_max=3, arp_min=2)
    found = faults((label,), "DRB.PdcpSduVolumeDL")
    assert [(one.fault, one.members) for one in found] == [(LabelFault.FILTER_MEMBER, ("qCImax", "aRPmin"))]
    assert LabelFault.FILTER_MEMBER.level is Level.SHOULD
    assert kinds(label, name="DRB.PdcpSduVolumeDL_Filter") == []
    assert kinds(label, name=None) == []


def test_an_empty_label_is_no_fault() -> None:
    """A label without members can be encoded and is defined nowhere: nobody is accused."""
    assert kinds(MeasurementLabel()) == []
    assert present(MeasurementLabel()) == ()


def test_inheritance() -> None:
    """An override keeps what it does not mention, except that it is a range's end."""
    first, second, third = effective((start(five_qi=1, qfi=2), end(five_qi=5), over(qfi=7)))
    assert (first.five_qi, second.qfi) == (1, None)
    assert (third.five_qi, third.qfi, third.start_end_ind) == (5, 7, None)


@pytest.mark.parametrize(
    ("labels", "count"),
    [
        ((NO_LABEL,), 1),
        ((NO_LABEL, MeasurementLabel(five_qi=1)), 2),
        ((start(five_qi=1), end(five_qi=9)), 9),
        ((start(dist_bin_x=1), end(dist_bin_x=10), MeasurementLabel(sum_="true")), 11),
        ((start(dist_bin_x=2, dist_bin_y=1), end(dist_bin_x=2, dist_bin_y=4)), 4),
        ((start(five_qi=1, ssb_index=1), over(ssb_index=4, start_end_ind="end")), 4),
        ((MeasurementLabel(five_qi=1), over(five_qi=2)), 2),
        # Which bins lie between depends on how many Y has.
        ((start(dist_bin_x=1, dist_bin_y=1), end(dist_bin_x=3, dist_bin_y=1)), None),
        ((start(dist_bin_x=1, dist_bin_y=1), end(dist_bin_x=3, dist_bin_y=4)), None),
        ((start(five_qi=1), end(five_qi=1)), None),
        ((start(five_qi=9), end(five_qi=1)), None),
        ((start(slice_id=S_NSSAI(b"\1")), end(slice_id=S_NSSAI(b"\3"))), None),
        ((start(five_qi=1), end(qfi=3)), None),
        ((start(five_qi=1),), None),
        ((over(five_qi=1),), None),
        ((), None),
    ],
)
def test_how_many_values_labels_ask_for(labels: tuple[MeasurementLabel, ...], count: int | None) -> None:
    """One value a label, one for each step of a range; None where the text leaves it open."""
    assert value_count(labels) == count


def test_labels_that_could_not_be_read_are_left_out() -> None:
    """A list that was read leniently may have gaps."""
    items: Any = (LabelInfoItem(NO_LABEL), None, LabelInfoItem(None))  # type: ignore[arg-type]
    assert labels_of(items) == (NO_LABEL,)
    assert labels_of(None) == ()


@given(st.lists(LABELS, max_size=6), st.none() | st.just("A_Filter"))
@settings(max_examples=150, database=None, deadline=None)
def test_any_labels_are_judged(labels: list[MeasurementLabel], name: str | None) -> None:
    """Faults point at labels of the list; a count, where there is one, is at least one for two labels."""
    assert all(fault.index < len(labels) and fault.members for fault in faults(labels, name))
    assert len(effective(labels)) == len(labels)
    count = value_count(labels)
    assert count is None or count >= (len(labels) + 1) // 2

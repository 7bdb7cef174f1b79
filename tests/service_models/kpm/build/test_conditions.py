"""Conditions by which UEs match."""

import pytest

from oran_harness.service_models.kpm import elements as k
from oran_harness.service_models.kpm.build import condition, no_label, reporting_conditions
from oran_harness.service_models.kpm.build.conditions import matching


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (5, ("valueInt", 5)),
        (True, ("valueBool", True)),
        (1.5, ("valueReal", 1.5)),
        (b"\x01", ("valueOctS", b"\x01")),
        ("one", ("valuePrtS", "one")),
    ],
)
def test_values_keep_their_types(value: float | bytes | str, held: tuple[str, object]) -> None:
    """A plain value becomes the alternative of its type."""
    assert condition("rSRP", "equal", value) == k.TestCondInfo(("rSRP", "true"), "equal", held)  # type: ignore[arg-type]


def test_expression_and_value_may_be_missing() -> None:
    """A test of presence needs neither (KPM 8.3.22)."""
    assert condition("gBR") == k.TestCondInfo(("gBR", "true"))


def test_conditions_of_measurements() -> None:
    """In style 3 labels and tests stand side by side; items that are ready stay as they are."""
    test = condition("gBR")
    ready = k.MatchingCondItem(("testCondInfo", test), "true")
    assert matching((no_label(), test, ready)) == (
        k.MatchingCondItem(("measLabel", no_label())),
        k.MatchingCondItem(("testCondInfo", test)),
        ready,
    )


def test_conditions_for_reporting() -> None:
    """All of them have to hold, or any: then each but the last is joined to the next by OR (KPM 8.3.25)."""
    both = reporting_conditions(("greaterthan", 5), ("lessthan", 7.5))
    assert [each.meas_value_report_cond for each in both] == [
        k.MeasValueReportCond("greaterthan", ("valueInt", 5)),
        k.MeasValueReportCond("lessthan", ("valueReal", 7.5)),
    ]
    assert [each.logical_or for each in both] == [None, None]
    either = reporting_conditions(("equal", 1), ("equal", 2), ("equal", 3), alternatively=True)
    assert [each.logical_or for each in either] == ["true", "true", None]

"""Conditions by which UEs match, and values are reported (KPM 8.3.22, 8.3.23, 8.3.28)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.service_models.kpm.elements import (
    MatchCondReportItem,
    MatchingCondItem,
    MeasurementLabel,
    MeasValueReportCond,
    TestCondInfo,
)

Condition = TestCondInfo | MeasurementLabel
"""What a UE, or a measurement of it, is matched by: a test, or a label (style 3 only)."""


def condition(test: str, expression: str | None = None, value: float | bytes | str | None = None) -> TestCondInfo:
    """A test of a UE, as ``condition("rSRP", "greaterthan", 40)``.

    ``test`` is an alternative of TestCond-Type (``rSRP``, ``fiveQI``, ``sNSSAI``, ...), ``expression`` one of
    ``equal``, ``greaterthan``, ``lessthan``, ``contains``, ``present``; expression and value may be left out. An
    S-NSSAI is compared with octets, 1 (SST) or 4 (SST and SD).
    """
    tested: Any = (test, "true")
    compared: Any = expression
    return TestCondInfo(tested, compared, None if value is None else test_value(value))


def test_value(value: float | bytes | str) -> Any:
    """A plain value as the alternative of TestCond-Value that fits its type."""
    if isinstance(value, bool):
        return ("valueBool", value)
    if isinstance(value, int):
        return ("valueInt", value)
    if isinstance(value, float):
        return ("valueReal", value)
    return ("valueOctS", value) if isinstance(value, bytes) else ("valuePrtS", value)


def matching(conditions: Sequence[Condition | MatchingCondItem]) -> tuple[MatchingCondItem, ...]:
    """Conditions as a measurement of style 3 holds them, all of which have to hold; items stay as they are."""
    return tuple(each if isinstance(each, MatchingCondItem) else _matching(each) for each in conditions)


def _matching(one: Condition) -> MatchingCondItem:
    return MatchingCondItem(("measLabel", one) if isinstance(one, MeasurementLabel) else ("testCondInfo", one))


def reporting_conditions(
    *conditions: tuple[str, float | bytes | str], alternatively: bool = False
) -> tuple[MatchCondReportItem, ...]:
    """The conditions that a value has to meet to be reported (from 4.00 on), as ``("greaterthan", 40)``.

    All of them, or any of them with ``alternatively``.
    """
    tests = []
    for expression, value in conditions:
        compared: Any = expression
        tests.append(MeasValueReportCond(compared, test_value(value)))
    either: Any = "true" if alternatively else None
    last = len(tests) - 1
    return tuple(MatchCondReportItem(test, either if place < last else None) for place, test in enumerate(tests))

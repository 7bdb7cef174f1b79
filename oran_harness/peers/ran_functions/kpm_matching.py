"""Which UEs and values meet the conditions of a KPM action (KPM 8.2.1.2.3, 8.2.1.2.4, 8.3.22, 8.3.23, 8.3.28)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from oran_harness.peers.ran_functions.kpm_values import Number, in_slice
from oran_harness.peers.ran_functions.traffic import Traffic
from oran_harness.service_models.kpm.elements import (
    MatchCondReportItem,
    MatchingCondItem,
    MatchingUeCondPerSubItem,
    MeasurementLabel,
    TestCondInfo,
)

_AGGREGATE_MAXIMUM_KBPS = 100_000


def meets_tests(each: Traffic, tests: Sequence[MatchingUeCondPerSubItem], qci: bool) -> bool:
    """Whether a UE meets the tests of an action of style 4; ``qci`` tells that the node's flows have QCIs."""
    return _joined((test.logical_or is not None, passes(test.test_cond_info, each, qci)) for test in tests)


def meets_conditions(each: Traffic, conditions: Sequence[MatchingCondItem], plmn: bytes, qci: bool) -> bool:
    """Whether a UE meets the conditions of a measurement of style 3."""
    return _joined(
        (condition.logical_or is not None, _meets(each, condition.matching_cond_choice[1], plmn, qci))
        for condition in conditions
    )


def reportable(value: Number, conditions: Sequence[MatchCondReportItem]) -> bool:
    """Whether a value may be reported; one that fails its reporting conditions is said to be "not satisfied"."""
    if value is None:
        return True
    return _joined(
        (
            condition.logical_or is not None,
            _compares(value, condition.meas_value_report_cond.test_expr, condition.meas_value_report_cond.test_value),
        )
        for condition in conditions
    )


def _joined(results: Iterable[tuple[bool, bool]]) -> bool:
    """Conditions in their order: AND to the next, or OR where the one before says so; no precedence is given."""
    whole, alternative = True, False
    for says_or, holds in results:
        whole = (whole or holds) if alternative else (whole and holds)
        alternative = says_or
    return whole


def _meets(each: Traffic, condition: TestCondInfo | MeasurementLabel, plmn: bytes, qci: bool) -> bool:
    if isinstance(condition, TestCondInfo):
        return passes(condition, each, qci)
    return (
        (condition.five_qi is None or condition.five_qi == each.ue.five_qi)
        and (condition.slice_id is None or in_slice(each.ue.slice, condition.slice_id))
        and (condition.plmn_id is None or condition.plmn_id == plmn)
    )


def passes(test: TestCondInfo, each: Traffic, qci: bool) -> bool:
    """Whether a UE passes one test, by its latest figures; tests of what it does not have fail."""
    kind = test.test_type[0]
    if kind == "sNSSAI":
        whole = each.ue.slice.sst + (each.ue.slice.sd or b"")
        asked = _plain(test.test_value)
        own = whole[:1] if isinstance(asked, bytes) and len(asked) == 1 else whole
        return _compares(own, test.test_expr, test.test_value)
    figure = _FIGURES[kind](each) if kind in _FIGURES else None
    if figure is None or (kind, qci) in (("fiveQI", True), ("qCI", False)):
        return False
    if test.test_value is None and isinstance(figure, bool):
        return figure
    return _compares(figure, test.test_expr, test.test_value)


_FIGURES: dict[str, Callable[[Traffic], Any]] = {
    "gBR": lambda each: each.ue.guaranteed,
    "aMBR": lambda each: _AGGREGATE_MAXIMUM_KBPS,
    "rSRP": lambda each: each.rsrp,
    "rSRQ": lambda each: each.rsrp // 2 + 20,
    "ul-rSRP": lambda each: each.rsrp - 5,
    "cQI": lambda each: each.cqi,
    "fiveQI": lambda each: each.ue.five_qi,
    "qCI": lambda each: each.ue.five_qi,
}


def _plain(value: Any) -> Any:
    return value[1] if isinstance(value, tuple) else value


def _compares(own: Any, expression: str | None, asked: Any) -> bool:
    """Whether a figure compares so with a value of another type perhaps; without a value it need but be there."""
    value = _plain(asked)
    if value is None or expression == "present":
        return True
    numbers = isinstance(own, int | float) and isinstance(value, int | float)
    if not numbers and type(own) is not type(value):
        return False
    if expression == "greaterthan":
        return bool(own > value)
    if expression == "lessthan":
        return bool(own < value)
    if expression == "contains":
        return value in own if isinstance(own, bytes | str) else bool(own == value)
    return bool(own == value)

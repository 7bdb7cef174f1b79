"""Which UEs and values meet the conditions of a KPM action."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.peers.ran_functions.kpm_matching import meets_conditions, meets_tests, passes, reportable
from oran_harness.peers.ran_functions.radio_event import Ue
from oran_harness.peers.ran_functions.traffic import Traffic
from oran_harness.service_models.common.build import TEST_PLMN, s_nssai
from oran_harness.service_models.kpm import elements as k
from oran_harness.service_models.kpm.build import condition, five_qi_label, no_label, plmn_label, slice_label

UE = Traffic(Ue(0, 1, 0, s_nssai(1, 2), 9, True), 20.0, 12, 60)


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (condition("rSRP", "greaterthan", 59), True),
        (condition("rSRP", "greaterthan", 60), False),
        (condition("rSRP", "lessthan", 61.5), True),
        (condition("rSRP", "present"), True),
        (condition("rSRP"), True),
        (condition("rSRP", "equal", b"\x3c"), False),
        (condition("cQI", "equal", 12), True),
        (condition("cQI", "contains", 12), True),
        (condition("rSRQ", "present"), True),
        (condition("ul-rSRP", "present"), True),
        (condition("aMBR", "greaterthan", 1000), True),
        (condition("gBR"), False),
        (condition("gBR", "equal", False), True),
        (condition("gBR", "present"), False),
        (condition("isStat", "present"), False),
        (condition("isCatM"), False),
        (condition("sNSSAI", "equal", b"\x01"), True),
        (condition("sNSSAI", "equal", b"\x01\x00\x00\x02"), True),
        (condition("sNSSAI", "equal", b"\x01\x00\x00\x03"), False),
        (condition("sNSSAI", "equal", b"\x02"), False),
        (condition("sNSSAI", "contains", b"\x00\x02"), True),
        (condition("sNSSAI", "equal", "1"), False),
        (condition("sNSSAI", "equal", 1), False),
        (condition("sNSSAI", "greaterthan", True), False),
        (condition("gBR", "contains", "yes"), False),
        (condition("sNSSAI", "present"), True),
        (k.TestCondInfo(("cQI", "true"), "equal", ("valueBitS", BitString(b"\x80", 1))), False),
    ],
)
def test_tests(test: k.TestCondInfo, expected: bool) -> None:
    """A test compares the latest figures of a UE; what it does not have, or what cannot be compared, fails."""
    assert passes(test, UE, False) is expected


def test_flows_of_the_core() -> None:
    """A 5QI is there with a 5G core, a QCI with an EPC."""
    assert [passes(condition("fiveQI", "equal", 9), UE, qci) for qci in (False, True)] == [True, False]
    assert [passes(condition("qCI", "equal", 9), UE, qci) for qci in (False, True)] == [False, True]


TRUE, FALSE = condition("rSRP"), condition("isStat")


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ([(TRUE, False), (TRUE, False)], True),
        ([(TRUE, False), (FALSE, False)], False),
        ([(FALSE, True), (TRUE, False)], True),
        ([(FALSE, True), (FALSE, True), (TRUE, False)], True),
        ([(TRUE, True), (FALSE, False), (FALSE, False)], False),
        ([(FALSE, False), (FALSE, True), (TRUE, False)], True),
    ],
)
def test_and_or(tests: list[tuple[Any, bool]], expected: bool) -> None:
    """Conditions are joined by AND to the next unless they say OR, from the first to the last."""
    items = [k.MatchingUeCondPerSubItem(test, "true" if says_or else None) for test, says_or in tests]
    assert meets_tests(UE, items, False) is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (no_label(), True),
        (five_qi_label(9), True),
        (five_qi_label(7), False),
        (slice_label(1), True),
        (slice_label(1, 3), False),
        (plmn_label(TEST_PLMN), True),
        (plmn_label(b"\x02\xf8\x59"), False),
    ],
)
def test_labels_as_conditions(label: k.MeasurementLabel, expected: bool) -> None:
    """In style 3 a label is a condition too: the UE has the slice, the 5QI, the PLMN."""
    items = [k.MatchingCondItem(("measLabel", label)), k.MatchingCondItem(("testCondInfo", TRUE))]
    assert meets_conditions(UE, items, TEST_PLMN, False) is expected


def test_reporting_conditions() -> None:
    """A value is reported if its conditions hold; where nothing was measured nothing has to hold."""
    more = k.MatchCondReportItem(k.MeasValueReportCond("greaterthan", ("valueInt", 5)))
    assert [reportable(value, [more]) for value in (6, 5, 5.5, None)] == [True, False, True, True]
    assert reportable(5, [])

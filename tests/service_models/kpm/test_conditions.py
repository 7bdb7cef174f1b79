"""The tests of action definitions."""

from oran_harness.service_models.kpm import conditions, elements
from oran_harness.service_models.kpm.conditions import SNSSAI_LENGTHS, slice_length
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition,
    E2SM_KPM_ActionDefinition_Format3,
    MatchingCondItem,
    MeasurementCondItem,
)
from tests.service_models.samples import NO_LABEL, measurement, style_1, style_4

CQI = elements.TestCondInfo(("cQI", "true"), "lessthan", ("valueInt", 5))


def test_tests_of_style_4() -> None:
    """The UE conditions of format 4 are tests."""
    (test,) = conditions.tests(style_4(measurement("A"), slice_octets=b"\1\xff\xff\xff"))
    assert slice_length(test) == 4
    assert slice_length(test) in SNSSAI_LENGTHS


def test_tests_of_style_3() -> None:
    """A matching condition of format 3 is a label or a test; labels are passed over."""
    both = (MatchingCondItem(("measLabel", NO_LABEL)), MatchingCondItem(("testCondInfo", CQI), "true"))
    content = E2SM_KPM_ActionDefinition_Format3((MeasurementCondItem(("measName", "A"), both),), 1000)
    assert conditions.tests(E2SM_KPM_ActionDefinition(3, ("actionDefinition-Format3", content))) == (CQI,)


def test_other_formats_have_no_tests() -> None:
    """Formats without conditions, and values that could not be read, have none."""
    assert conditions.tests(style_1(measurement("A"))) == ()
    assert conditions.tests(E2SM_KPM_ActionDefinition(4, ("actionDefinition-Format4", None))) == ()  # type: ignore[arg-type]
    assert conditions.tests(None) == ()


def test_only_slices_in_octets_have_a_length() -> None:
    """Another test, or a slice compared with something else, has no length to judge."""
    assert slice_length(CQI) is None
    assert slice_length(elements.TestCondInfo(("sNSSAI", "true"), "equal", ("valueInt", 1))) is None
    assert slice_length(elements.TestCondInfo(("sNSSAI", "true"), "present")) is None
    assert (
        slice_length(elements.TestCondInfo(("sNSSAI", "true"), "equal", ("valueOctS", b"\1\2"))) not in SNSSAI_LENGTHS
    )

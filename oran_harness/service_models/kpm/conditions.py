"""The tests of KPM action definitions: UE conditions and matching conditions (KPM 8.3.22, 8.3.23)."""

from typing import Any

from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.elements import TestCondInfo

SNSSAI_LENGTHS = (1, 4)
"""Octets of an S-NSSAI in a test: the SST, or the SST and the SD."""


def tests(action_definition: Any) -> tuple[TestCondInfo, ...]:
    """The tests in an action definition of format 3 or 4, in their order."""
    content = content_of(action_definition)
    found = [getattr(item, "test_cond_info", None) for item in getattr(content, "matching_ue_cond_list", None) or ()]
    for measurement in getattr(content, "meas_cond_list", None) or ():
        for item in getattr(measurement, "matching_cond", None) or ():
            choice = getattr(item, "matching_cond_choice", None)
            found.append(choice[1] if choice and choice[0] == "testCondInfo" else None)
    return tuple(test for test in found if isinstance(test, TestCondInfo))


def slice_length(test: TestCondInfo) -> int | None:
    """How many octets a test for an S-NSSAI compares with; None for another test, or a value of another kind."""
    if not test.test_type or test.test_type[0] != "sNSSAI" or not test.test_value:
        return None
    kind, value = test.test_value
    return len(value) if kind == "valueOctS" and isinstance(value, bytes) else None

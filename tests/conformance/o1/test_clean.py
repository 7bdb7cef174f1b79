"""Our managed element, and our manager, pass all cases of O1."""

import pytest

from oran_harness.conformance import load
from oran_harness.model import Role
from tests.conformance.o1.performing import managing, performed

CASES = [case.id for case in load() if case.description.under_test is Role.O1_PROVIDER]
MANAGER_CASES = [case.id for case in load() if case.description.under_test is Role.O1_MANAGER]


@pytest.mark.parametrize("id", CASES)
def test_a_clean_element_passes(id: str) -> None:
    """Nothing is found where nothing is wrong."""
    assert performed(id).outcome is None


@pytest.mark.parametrize("id", MANAGER_CASES)
def test_a_clean_manager_passes(id: str) -> None:
    """Nothing is found where nothing is wrong."""
    assert managing(id).outcome is None

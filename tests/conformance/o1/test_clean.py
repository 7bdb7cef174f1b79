"""Our managed element passes all cases of O1."""

import pytest

from oran_harness.conformance import load
from oran_harness.model import Role
from tests.conformance.o1.performing import performed

CASES = [case.id for case in load() if case.description.under_test is Role.O1_PROVIDER]


@pytest.mark.parametrize("id", CASES)
def test_a_clean_element_passes(id: str) -> None:
    """Nothing is found where nothing is wrong."""
    assert performed(id).outcome is None

"""Our managed element, and our manager, pass all cases of O1."""

import pytest

from oran_harness.conformance import find, load
from oran_harness.model import Role
from oran_harness.runner.judgement import audit
from tests.conformance.o1.performing import managing, performed

CASES = [case.id for case in load() if case.description.under_test is Role.O1_PROVIDER]
MANAGER_CASES = [case.id for case in load() if case.description.under_test is Role.O1_MANAGER]


@pytest.mark.parametrize("id", CASES)
def test_a_clean_element_passes(id: str) -> None:
    """Nothing is found where nothing is wrong, by the case or by the rules."""
    done = performed(id)
    assert done.outcome is None
    found = audit(find(id).description, id, done.header, done.events)
    assert (found.of_case, found.of_run) == ((), ())


@pytest.mark.parametrize("id", MANAGER_CASES)
def test_a_clean_manager_passes(id: str) -> None:
    """Nothing is found where nothing is wrong, by the case or by the rules."""
    done = managing(id)
    assert done.outcome is None
    found = audit(find(id).description, id, done.header, done.events)
    assert (found.of_case, found.of_run) == ((), ())

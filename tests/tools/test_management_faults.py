"""What F41 is made of: each fault has a case that finds it, or says what else does."""

import pytest
from management_faults import MANAGEMENT_FAULTS, ManagementFault, management_faults_as_markdown

from oran_harness import conformance
from oran_harness.model import Role

CASES = {case.id: case.description for case in conformance.load()}
PAGE = management_faults_as_markdown()


@pytest.mark.parametrize("fault", MANAGEMENT_FAULTS, ids=lambda fault: fault.seen[:40])
def test_each_fault_is_found(fault: ManagementFault) -> None:
    """By cases of O1 that have it as their tag, or by something that is said."""
    assert bool(fault.cases) != bool(fault.otherwise)
    for id in fault.cases:
        assert CASES[id].under_test is Role.O1_PROVIDER
        assert "F41" in CASES[id].tags
        assert f"`{id}`" in PAGE


def test_each_case_that_has_the_tag_is_there_for_one() -> None:
    """A table row for each fault."""
    assert PAGE.count("\n| ") == len(MANAGEMENT_FAULTS) + 1

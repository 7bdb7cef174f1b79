"""The page of faults seen in the field."""

from field_faults import FIELD_FAULTS
from field_faults_page import field_faults_as_markdown

from oran_harness.conformance import load
from oran_harness.peers.flaws import FLAWS


def test_each_fault_has_its_row_and_its_flaws() -> None:
    """With the cases that catch them; without a flaw it has its reason."""
    page = field_faults_as_markdown(FIELD_FAULTS, FLAWS.values(), (case.id for case in load()))
    for fault in FIELD_FAULTS:
        assert f"| {fault.id} |" in page or f"| [{fault.id}]" in page, fault.id
    for flaw in FLAWS.values():
        if flaw.field_fault is not None and flaw.field_fault in {fault.id for fault in FIELD_FAULTS}:
            assert flaw.id in page


def test_a_fault_without_flaws_says_so() -> None:
    """Nothing is caught then, and nothing is claimed to be."""
    page = field_faults_as_markdown(FIELD_FAULTS[:1], (), ())
    assert not any(flaw.id in page for flaw in FLAWS.values())

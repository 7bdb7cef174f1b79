"""What a check of the contract comes to."""

from oran_harness.testing import ContractResult


def test_what_is_skipped_is_not_broken() -> None:
    """Only a problem breaks the contract."""
    assert ContractResult("a", "A").kept
    assert ContractResult("a", "A", skipped="does not fit").kept
    assert not ContractResult("a", "A", problem="broken").kept

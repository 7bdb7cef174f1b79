"""The contract with a vendor's adapter."""

from oran_harness.adapters import Adapter, StimulusStatus
from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.adapters.python_adapter import CALLS


def test_seven_calls() -> None:
    """The contract has seven calls, and each adapter of ours has them."""
    assert {name for name in vars(Adapter) if not name.startswith("_")} == set(CALLS)
    for ours in (PresentAdapter, ProcessAdapter):
        assert all(callable(getattr(ours, call)) for call in CALLS)


def test_answers_are_the_words_of_the_contract() -> None:
    """What a stimulus is answered with, on every wire."""
    assert list(StimulusStatus) == ["done", "unsupported", "failed"]

"""Texts that patterns match."""

import pytest

from oran_harness.peers.o1_provider.datastore.pattern_sample import sample


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"\d{3}[a-f]+", "000a"), (r"(ab|cd)?x", "x"), (r"[^a]\.", "0."), (r"\p{L}\p{N}+", "a0"), (r"a{2,}|b", "aa")],
)
def test_samples_of_patterns(pattern: str, text: str) -> None:
    """A sample takes the first of what a pattern allows."""
    assert sample(pattern, lambda below: 0) == text

"""Tampering in words."""

from oran_harness.steps.attempts import Tampering


def test_words() -> None:
    """A history says what becomes of the request."""
    assert Tampering("altered", b"", b"").text == "send a request past a stranger, by whom it is altered"

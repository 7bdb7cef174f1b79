"""Demands are values: a driver compares and records them as it likes."""

from oran_harness.drivers.demand import AskStimulus, CloseLink, OpenLink, SendOctets


def test_demands_are_values() -> None:
    """Equal if they ask for the same."""
    assert OpenLink(1) == OpenLink(1)
    assert SendOctets("1", b"x", 0, 70) != SendOctets("1", b"x", 1, 70)
    assert CloseLink("1", "abort") != CloseLink("1", "shutdown")
    assert AskStimulus(1, "reset") == AskStimulus(1, "reset", {})

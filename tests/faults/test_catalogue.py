"""What faults there are."""

import pytest

from oran_harness.faults import FAULTS


def test_each_fault_is_explained() -> None:
    """Its id, a title, and an example that it takes itself."""
    assert list(FAULTS) == ["delay", "jitter", "loss"]
    for id, kind in FAULTS.items():
        assert kind.id == id
        assert kind.title
        assert kind.example.startswith(f"{id}=")
        assert kind.read(kind.example.partition("=")[2]) is not None


@pytest.mark.parametrize(
    ("id", "text", "value"),
    [
        ("delay", "50ms", 0.05),
        ("delay", "0.5s", 0.5),
        ("delay", "1s", 1.0),
        ("jitter", "1.5ms", 0.0015),
        ("loss", "1%", 0.01),
        ("loss", "0.5%", 0.005),
        ("loss", "50%", 0.5),
    ],
)
def test_values_are_read(id: str, text: str, value: float) -> None:
    """Times in seconds, shares from 0 to 1."""
    assert FAULTS[id].read(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "50", "0ms", "-1ms", "1.5s", "50 ms", "1e3ms", "٥ms", "1%"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """Without a unit, nothing, or more than anybody waits for."""
    assert FAULTS["delay"].read(text) is None


@pytest.mark.parametrize("text", ["", "1", "0%", "51%", "100%", "-1%", "50ms"])
def test_what_is_no_share_is_refused(text: str) -> None:
    """Without a sign, nothing, or more than a link can bear."""
    assert FAULTS["loss"].read(text) is None

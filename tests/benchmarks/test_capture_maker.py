from pathlib import Path

from benchmarks.capture_maker import SOURCE, life, make_capture
from oran_harness.captures import read_recording


def test_repeats_what_was_recorded(tmp_path: Path) -> None:
    """A made capture has about the size asked for, and holds the source's messages on many associations at once."""
    path = tmp_path / "made.pcapng"
    messages = make_capture(path, 0.5, copies=3, indications=2)
    assert 500_000 <= path.stat().st_size < 800_000
    with read_recording(path) as recording:
        events = list(recording.events)
    octets = [event.octets for event in events if event.octets is not None]
    assert len(octets) == messages
    assert set(octets) == {event.octets for event in life(SOURCE, 1) if event.octets is not None}
    assert len({event.association for event in events}) > 12
    assert [event for event in events if event.message is not None] == []

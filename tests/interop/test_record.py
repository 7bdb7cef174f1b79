"""The record of a tap."""

from itertools import pairwise
from pathlib import Path

import pytest

from oran_harness.captures import read_recording
from oran_harness.interop import Record
from oran_harness.model import Event, EventKind, Role, UsageError
from oran_harness.transports import Delivery

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
MESSAGE = Delivery(b"\x00\x01\x00", 3, 99)


def record(folder: Path, apart: bool = False) -> tuple[Record, list[str]]:
    """A new one, and what it complains of."""
    troubles: list[str] = []
    return Record(folder, apart=apart, seed=7, on_trouble=troubles.append), troubles


def events(path: Path) -> list[Event]:
    """What a history holds."""
    return list(read_recording(path).events)


def test_both_sides_see_the_same(tmp_path: Path) -> None:
    """Where nothing is done each message is written once, before it is passed on, and both sides are judged by it."""
    kept, _ = record(tmp_path)
    (path,) = kept.paths
    assert path == tmp_path / "history" / "tap.jsonl"
    kept.up(1, "ends: a, b")
    kept.heard(NODE, 1, MESSAGE)
    assert events(path)[-1].octets == MESSAGE.octets
    kept.passed(NODE, 1, MESSAGE, False)
    kept.ended(RIC, 1, "shutdown", "closed")
    kept.end_passed(RIC, 1, "shutdown", "closed")
    kept.close()
    kinds = [(event.kind, event.source) for event in events(path)]
    assert kinds == [
        (EventKind.UP, NODE),
        (EventKind.NOTE, None),
        (EventKind.OCTETS, NODE),
        (EventKind.SHUTDOWN, RIC),
        (EventKind.DOWN, RIC),
    ]
    message = events(path)[2]
    assert (message.stream, message.ppid, message.target, message.association) == (3, 99, RIC, "1")
    assert message.message == "E2setupRequest"
    with read_recording(path) as recording:
        assert (recording.header.judged, recording.header.seed) == (None, 7)


def test_each_side_has_its_own(tmp_path: Path) -> None:
    """Where faults are injected: what was dropped is its sender's alone, what was put in its receiver's alone."""
    kept, _ = record(tmp_path, apart=True)
    of_node, of_ric = kept.paths
    kept.heard(NODE, 1, MESSAGE)
    kept.passed(RIC, 1, MESSAGE, True)
    kept.note("fault: something", 1, injected=True)
    kept.cut(1, "abort")
    kept.close()
    seen = [(event.kind, event.source, event.injected) for event in events(of_node)]
    assert seen == [
        (EventKind.OCTETS, NODE, False),
        (EventKind.OCTETS, RIC, True),
        (EventKind.NOTE, None, True),
        (EventKind.ABORT, RIC, True),
    ]
    seen = [(event.kind, event.source, event.injected) for event in events(of_ric)]
    assert seen == [(EventKind.NOTE, None, True), (EventKind.ABORT, NODE, True)]
    for path, side in ((of_node, NODE), (of_ric, RIC)):
        with read_recording(path) as recording:
            assert recording.header.judged == side


def test_what_is_nobodys_doing_names_nobody(tmp_path: Path) -> None:
    """An association that the harness had to end has no source of its end."""
    kept, _ = record(tmp_path)
    kept.ended(None, 1, "abort", "too large")
    kept.close()
    (event,) = events(kept.paths[0])
    assert (event.kind, event.source, event.message) == (EventKind.ABORT, None, "too large")


def test_times_rise(tmp_path: Path) -> None:
    """Each event is later than the one before, and has the next number."""
    kept, _ = record(tmp_path)
    for _ in range(50):
        kept.heard(NODE, 1, MESSAGE)
    kept.close()
    found = events(kept.paths[0])
    assert [event.n for event in found] == list(range(1, 51))
    assert all(one.t < other.t for one, other in pairwise(found))


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """One sentence, and no half of a record."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="choose another place"):
        record(tmp_path / "file")


def test_what_an_earlier_tap_left_is_no_part_of_a_record(tmp_path: Path) -> None:
    """Nothing of it stays."""
    first, _ = record(tmp_path, apart=True)
    first.note("first")
    first.close()
    second, _ = record(tmp_path)
    second.close()
    assert [path.name for path in (tmp_path / "history").iterdir()] == ["tap.jsonl"]


def test_a_full_disk(tmp_path: Path) -> None:
    """It is told once, and nothing raises: messages are passed on all the same."""
    kept, troubles = record(tmp_path)

    def full(line: bytes) -> int:
        raise OSError(28, "No space left on device")

    kept._books[0]._writer._write = full  # type: ignore[method-assign, assignment]
    for _ in range(3):
        kept.heard(NODE, 1, MESSAGE)
    assert kept.broken == "the record cannot be written any more (no space left on device)"
    assert len(troubles) == 1
    kept.close()

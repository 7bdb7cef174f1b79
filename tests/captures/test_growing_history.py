"""A history that is read while it is written."""

import resource
from pathlib import Path

import pytest

from oran_harness.captures import GrowingHistory, HistoryWriter, read_recording
from oran_harness.model import Event, EventKind, HistoryHeader, InputError, UsageError

HEADER = HistoryHeader(1.5, {"e2-node": "e2-node"}, 7, "e2-node")


def event(n: int) -> Event:
    """One message."""
    return Event(n, n / 10, EventKind.OCTETS, "1", "e2-node", "near-rt-ric", 0, 70, b"\x01\x02")


def test_each_event_is_there_at_once(tmp_path: Path) -> None:
    """What was added can be read before the file is closed, by whoever follows it and by anybody else."""
    path = tmp_path / "a.jsonl"
    writer = HistoryWriter(path, HEADER)
    with GrowingHistory(path) as reader:
        assert list(reader.more()) == []
        assert reader.header == HEADER
        for n in (1, 2):
            writer.add(event(n))
            assert not reader.at_end
            assert list(reader.more()) == [event(n)]
            assert reader.at_end
    assert [each.n for each in read_recording(path).events] == [1, 2]
    writer.close()


def test_half_a_line_waits_for_the_rest(tmp_path: Path) -> None:
    """A line counts when its end is there."""
    path = tmp_path / "a.jsonl"
    HistoryWriter(path, HEADER).close()
    whole = b'{"n":1,"t":0.1,"kind":"note","message":"m"}\n'
    with path.open("ab", buffering=0) as file, GrowingHistory(path) as reader:
        file.write(whole[:9])
        assert list(reader.more()) == []
        file.write(whole[9:])
        assert [each.message for each in reader.more()] == ["m"]


def test_a_file_that_takes_no_more_ends_with_a_whole_line(tmp_path: Path) -> None:
    """A line of which only the beginning fits is taken back, so that all before it can be read."""
    path = tmp_path / "a.jsonl"
    writer = HistoryWriter(path, HEADER)
    writer.add(event(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 20, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            writer.add(event(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [each.n for each in read_recording(path).events] == [1]
    writer.add(event(3))
    assert [each.n for each in read_recording(path).events] == [1, 3]
    writer.close()


def test_what_is_no_history_is_told(tmp_path: Path) -> None:
    """A file that is not there, a line that is none, a place that cannot be written: one sentence each."""
    path = tmp_path / "a.jsonl"
    with pytest.raises(InputError, match="cannot be read"):
        GrowingHistory(path)
    path.write_text("[]\n")
    with GrowingHistory(path) as reader, pytest.raises(InputError, match="none of a history"):
        list(reader.more())
    with pytest.raises(UsageError, match="choose another place"):
        HistoryWriter(tmp_path / "none" / "a.jsonl", HEADER)

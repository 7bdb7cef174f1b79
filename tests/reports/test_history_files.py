"""Each case that ran has its history, as JSON lines and as a capture."""

from pathlib import Path

from oran_harness.captures import read_recording
from oran_harness.model import Event, EventKind, Verdict
from oran_harness.model.run_event import EventRecorded, MeetingEnded, MeetingStarted
from oran_harness.reports import HistoryFiles
from tests.reports.a_run import HEADER, events, result, tell


def test_both_files_hold_the_case(tmp_path: Path) -> None:
    """What is read back from either is what was told."""
    (tmp_path / "history").mkdir()
    tell(HistoryFiles(tmp_path), events([result(), result(id="E2AP-A-002")]))
    assert sorted(path.name for path in (tmp_path / "history").iterdir()) == [
        "E2AP-A-001.jsonl", "E2AP-A-001.pcapng", "E2AP-A-002.jsonl", "E2AP-A-002.pcapng",
    ]  # fmt: skip
    for name in ("E2AP-A-001.jsonl", "E2AP-A-001.pcapng"):
        recording = read_recording(tmp_path / "history" / name)
        octets = [event.octets for event in recording.events if event.kind is EventKind.OCTETS]
        assert octets == [b"\x00\x01\x02"] * 2


def test_a_case_that_did_not_run_has_none(tmp_path: Path) -> None:
    """A skipped case leaves no file."""
    (tmp_path / "history").mkdir()
    told = [event for event in events([result(Verdict.SKIP)]) if type(event).__name__ not in ("CaseStarted",)]
    tell(HistoryFiles(tmp_path), told)
    assert list((tmp_path / "history").iterdir()) == []


def test_the_meeting_has_one_too(tmp_path: Path) -> None:
    """It is written when the meeting is over: no case has to come behind it."""
    (tmp_path / "history").mkdir()
    met = Event(1, 0.0, EventKind.OCTETS, "1", "e2-node", "near-rt-ric", octets=b"\x00\x01")
    told = [MeetingStarted("history/MEETING", HEADER, None), EventRecorded("MEETING", met), MeetingEnded()]
    tell(HistoryFiles(tmp_path), told)
    assert sorted(path.name for path in (tmp_path / "history").iterdir()) == ["MEETING.jsonl", "MEETING.pcapng"]
    assert [event.octets for event in read_recording(tmp_path / "history/MEETING.jsonl").events] == [b"\x00\x01"]

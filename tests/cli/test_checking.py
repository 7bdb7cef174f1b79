"""Reading, judging, charting and exporting in one stream."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.captures import write_history
from oran_harness.checkers import RULES
from oran_harness.cli.checking import Checking, rules_to_judge_by
from oran_harness.cli.shown.chart import Chart
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import Event, EventKind, HistoryHeader, InputError, UsageError
from tests.cli.recordings import DRIFT, ROLES, clean, exchange, history, read_all


def checked(path: Path, export: Path | None = None) -> Checking:
    """A recording that was checked by all rules."""
    checking = Checking(str(path), RULES)
    checking.run(None if export is None else str(export))
    return checking


def test_a_recording_is_judged() -> None:
    """Messages, findings and notes are there afterwards."""
    checking = checked(DRIFT)
    assert checking.result is not None
    assert checking.result.messages == 1
    assert checking.result.findings
    assert [note.first.message.split(":")[0] for note in checking.notes.values() if note.first.message] == ["checksum"]
    assert not checking.interrupted
    assert checking.broken is None


def test_the_chart_is_written_as_it_goes(tmp_path: Path) -> None:
    """Heading, then the messages."""
    screen = Terminal(io.StringIO())
    Checking(str(clean(tmp_path)), RULES, Chart(screen)).run()
    lines = screen.stream.getvalue().splitlines()  # type: ignore[attr-defined]
    assert "near-rt-ric" in lines[0]
    assert "ResetRequest" in lines[2]


@pytest.mark.parametrize("suffix", [".pcapng", ".jsonl"])
def test_what_is_exported_says_the_same(tmp_path: Path, suffix: str) -> None:
    """The exported history holds the same messages, and gets the same findings."""
    out = tmp_path / f"out{suffix}"
    before = checked(DRIFT, out)
    after = checked(out)
    assert before.result is not None
    assert after.result is not None
    octets = [event.octets for event in read_all(DRIFT) if event.octets]
    assert [event.octets for event in read_all(out) if event.octets] == octets
    rules = [sorted({finding.rule for finding in each.result.findings}) for each in (before, after) if each.result]
    assert rules[0] == rules[1]


def test_exports_that_cannot_be_written(tmp_path: Path) -> None:
    """A sentence, and nothing is left behind."""
    with pytest.raises(UsageError, match="cannot be written"):
        checked(DRIFT, tmp_path / "none" / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_history_that_breaks_off_is_judged_so_far(tmp_path: Path) -> None:
    """What could be read is judged; the error is kept for the end."""
    path = clean(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    checking = checked(path)
    assert checking.result is not None
    assert checking.result.messages == 1
    assert isinstance(checking.broken, InputError)
    assert "line 3" in str(checking.broken)


def test_what_is_judged_by_one_side_says_so(tmp_path: Path) -> None:
    """A history of what one side saw judges that side alone; people and programs are told."""
    assert "judged" not in checked(clean(tmp_path)).verdict().document()
    path = tmp_path / "one.jsonl"
    write_history(path, HistoryHeader(0.0, ROLES, judged="e2-node"), exchange())
    verdict = checked(path).verdict()
    assert verdict.document()["judged"] == "e2-node"
    assert any("Only the e2-node is judged" in line for line in verdict.lines(Terminal(io.StringIO())))


def test_notes_are_counted_by_kind(tmp_path: Path) -> None:
    """Thousands of notes cost no more than a few."""
    notes = [
        Event(0, 1.0 + n / 1000, EventKind.NOTE, "1", message=text)
        for n in range(500)
        for text in ("missing: chunk", f"remark {n}")
    ]
    checking = checked(history(tmp_path / "notes.jsonl", [*exchange(), *notes]))
    assert checking.notes["missing"].count == 500
    assert len(checking.notes) < 30
    assert sum(note.count for note in checking.notes.values()) == 1000


def test_rules_are_chosen_by_id_and_text() -> None:
    """Ids in any case, all texts in id, title or clause; the rules about the harness itself always apply."""
    assert rules_to_judge_by([], []) == list(RULES)
    assert [rule.id for rule in rules_to_judge_by(["e2-ppid"], [])] == ["E2-PPID", "HARNESS-FAILED"]
    assert [rule.id for rule in rules_to_judge_by([], ["ppid", "E2GAP"])] == ["E2-PPID", "HARNESS-FAILED"]
    with pytest.raises(UsageError, match="did you mean E2-PPID"):
        rules_to_judge_by(["E2-PIPD"], [])
    with pytest.raises(UsageError, match="No rule has these texts"):
        rules_to_judge_by(["E2-PPID"], ["criticality"])


def test_only_the_chosen_rules_judge() -> None:
    """Other rules find nothing."""
    checking = Checking(str(DRIFT), rules_to_judge_by(["E2-PPID"], []))
    checking.run()
    assert checking.result is not None
    assert {finding.rule for finding in checking.result.findings} == {"E2-PPID"}


def test_verdicts_know_whether_they_are_strict(tmp_path: Path) -> None:
    """The same result, judged in two ways."""
    checking = checked(clean(tmp_path))
    assert checking.verdict() == replace(checking.verdict(strict=True), strict=False)

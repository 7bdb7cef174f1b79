"""What is written down of a run."""

from pathlib import Path

import pytest

from oran_harness.cli.run_record import LEFT_BEHIND, RunRecord
from oran_harness.model import UsageError
from oran_harness.runner import Outcome
from tests.reports.a_run import events, result


def test_who_is_told(tmp_path: Path) -> None:
    """All files, metrics, and others; one that breaks is told no more, which is said."""
    said: list[str] = []
    seen = []

    def breaks(event: object) -> None:
        seen.append(event)
        raise ValueError("odd")

    with RunRecord(tmp_path / "out") as record:
        announcer = record.announcer(said.append, breaks)
        for event in events([result()]):
            announcer.tell(event)
        record.keep(Outcome((result(),), left={"../../core": b"x", "empty": b""}))
    assert said == ["function is told no more: odd."]
    assert len(seen) == 1
    assert record.unwritten == []
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"results.json", "junit.xml", "metrics.prom"}
    assert [path.name for path in (tmp_path / "out" / LEFT_BEHIND).iterdir()] == ["core"]


def test_a_run_that_did_not_begin_leaves_no_folder(tmp_path: Path) -> None:
    """And the next one may have it."""
    with pytest.raises(UsageError, match="not configured"), RunRecord(tmp_path / "out"):
        raise UsageError("It is not configured.")
    assert not (tmp_path / "out").exists()


def test_what_could_not_be_kept(tmp_path: Path) -> None:
    """It is remembered, and fails nothing."""
    with RunRecord(tmp_path / "out") as record:
        (tmp_path / "out" / LEFT_BEHIND).write_text("in the way")
        record.keep(Outcome((), left={"core": b"x"}))
    assert [type(error) for error in record.unwritten] == [FileExistsError]

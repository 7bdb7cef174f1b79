"""A run's folder holds one run."""

import json
from pathlib import Path

import pytest

from oran_harness.model import UsageError
from oran_harness.reports import RunFolder
from tests.reports.a_run import events, result, tell


def test_it_is_made_with_all_files(tmp_path: Path) -> None:
    """Folders that are missing are made; each history that results.json names is there."""
    folder = tmp_path / "new" / "run"
    tell(RunFolder(folder), events([result()]))
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert names == {"results.json", "junit.xml", "history/E2AP-A-001.jsonl", "history/E2AP-A-001.pcapng"}
    assert (folder / json.loads((folder / "results.json").read_text())["cases"][0]["history"]).is_file()


def test_nothing_of_an_earlier_run_stays(tmp_path: Path) -> None:
    """Nor what one that was killed had half written. What is not ours is left alone."""
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / ".notes.part").write_text("mine")
    earlier = RunFolder(tmp_path)
    tell(earlier, events([result(id="E2AP-A-009")]))
    earlier.close()
    for half in (".results.json.7.part", "history/.E2AP-A-009.jsonl.7.part"):
        (tmp_path / half).write_text("{")
    tell(RunFolder(tmp_path), events([result()]))
    assert sorted(path.name for path in (tmp_path / "history").iterdir()) == ["E2AP-A-001.jsonl", "E2AP-A-001.pcapng"]
    assert {path.name for path in tmp_path.iterdir()} == {
        "results.json",
        "junit.xml",
        "history",
        "notes.txt",
        ".notes.part",
    }


def test_two_runs_at_once_do_not_share_a_folder(tmp_path: Path) -> None:
    """The second is refused, and takes nothing from the first; when the first is over it may."""
    first = RunFolder(tmp_path)
    tell(first, events([result()]))
    with pytest.raises(UsageError, match=r"another run writes to .* choose another place with --out"):
        RunFolder(tmp_path)
    assert (tmp_path / "results.json").is_file()
    first.close()
    RunFolder(tmp_path).close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """The error says what to do."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="choose another place with --out"):
        RunFolder(tmp_path / "file" / "run")

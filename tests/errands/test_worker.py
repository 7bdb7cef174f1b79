"""What a worker does, without a cluster around it."""

import asyncio
import time
from pathlib import Path

from oran_harness.errands import Done, Errand, Parcel, Shipped
from oran_harness.errands.worker import done_in, under_way, version
from oran_harness.resources import harness_version
from tests.errands.dask_cluster import alive
from tests.errands.test_cluster import entries, errand


def do(one: Errand, scratch: Path, wanted: bool = True) -> Done:
    """Do an errand in a folder."""
    scratch.mkdir()
    return asyncio.run(done_in(one, scratch, lambda: wanted))


def test_a_folder_that_is_there_is_used_and_any_other_is_unpacked(tmp_path: Path) -> None:
    """Where it is the same, paths in a profile that lead out of it are right, too."""
    sent = tmp_path / "sent"
    sent.mkdir()
    (sent / "words.txt").write_text("as sent", "utf-8")
    diary = tmp_path / "diary"
    shipped = Shipped.of(sent)
    same = do(errand(diary, "same", {"sent": shipped}), tmp_path / "one")
    (sent / "words.txt").write_text("changed", "utf-8")
    other = do(errand(diary, "other", {"sent": shipped}), tmp_path / "two")
    for done, words in ((same, "same: as sent"), (other, "other: as sent")):
        assert done.results is not None
        done.results.unpack(tmp_path / words)
        assert (tmp_path / words / "result.txt").read_text("utf-8") == words
    assert not (tmp_path / "two" / "sent").exists()


def test_what_is_not_wanted_any_more_is_stopped(tmp_path: Path) -> None:
    """Soon, and its program has ended then."""
    began = time.monotonic()
    done = do(errand(tmp_path / "diary", "unwanted", takes_s=60), tmp_path / "one", wanted=False)
    assert done == Done("it was not wanted any more")
    assert time.monotonic() - began < 30
    assert not any(alive(pid) for pid, _ in entries_of(tmp_path / "diary"))


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    """Nothing is left, and it is said why."""
    missing = Errand("oran_harness.no_such_module", {}, {}, "left", "an errand", harness_version())
    done = do(missing, tmp_path / "one")
    assert done.results is not None
    assert done.results == Parcel.of(tmp_path / "one" / "left", 1)
    assert done.problem.startswith("an errand ended with status 1: ")
    assert "No module named" in done.problem


def test_nothing_is_under_way_here() -> None:
    """What is asked of each worker when a cluster is left, and when it is joined."""
    assert under_way() == 0
    assert version() == harness_version()


def entries_of(diary: Path) -> list[tuple[int, int]]:
    """What ran, if it came to that."""
    return entries(diary, "unwanted") if diary.exists() else []

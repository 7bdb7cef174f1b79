"""Files of the user's cache directory; test_cache and test_code_cache hold that a broken cache only costs time."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from oran_harness.codec.asn1 import kept
from tests.architecture.sources import ROOT


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Whole, and by this user alone."""
    path = tmp_path / "a" / "entry"
    kept.write(path, b"body\nof two lines")
    assert kept.read(path) == b"body\nof two lines"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_what_others_could_have_written_is_not_read(tmp_path: Path) -> None:
    """Nor what is not whole, or no file."""
    path = tmp_path / "entry"
    assert kept.read(path) is None
    assert kept.read(tmp_path) is None
    kept.write(path, b"body")
    path.chmod(0o622)
    assert kept.read(path) is None
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1])
    assert kept.read(path) is None


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe in an entry's place would never say anything; a folder there is in the way."""
    os.mkfifo(tmp_path / "pipe", 0o600)
    read = "import sys; from pathlib import Path; from oran_harness.codec.asn1 import kept; "
    read += "assert kept.read(Path(sys.argv[1])) is None"
    subprocess.run([sys.executable, "-c", read, str(tmp_path / "pipe")], check=True, cwd=ROOT, timeout=20)
    kept.write(tmp_path / "pipe", b"body")
    assert kept.read(tmp_path / "pipe") == b"body"
    (tmp_path / "folder").mkdir()
    kept.write(tmp_path / "folder", b"body")
    assert kept.read(tmp_path / "folder") is None
    assert {each.name for each in tmp_path.iterdir()} == {"pipe", "folder"}


def test_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the XDG specification has it: a relative path does not count."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert kept.folder() == Path("/somewhere/oran-harness")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert kept.folder() == Path("/home/somebody/.cache/oran-harness")


def test_folders_are_made_for_the_user_alone(tmp_path: Path) -> None:
    """All that are missing, whatever the umask."""
    before = os.umask(0o002)
    try:
        kept.write(tmp_path / "a" / "b" / "entry", b"body")
    finally:
        os.umask(before)
    assert [each.stat().st_mode & 0o777 for each in (tmp_path / "a", tmp_path / "a" / "b")] == [0o700, 0o700]


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o1777])
def test_a_folder_that_others_may_write_is_not_trusted(tmp_path: Path, mode: int) -> None:
    """There others could put one of this user's files under another name."""
    path = tmp_path / "entry"
    kept.write(path, b"body")
    tmp_path.chmod(mode)
    assert kept.read(path) is None
    tmp_path.chmod(0o700)
    assert kept.read(path) == b"body"


def test_what_belongs_to_another_user_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the entry nor the folder."""
    path = tmp_path / "entry"
    kept.write(path, b"body")
    another = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: another)
    assert kept.read(path) is None


def test_an_entry_under_another_name_is_not_read(tmp_path: Path) -> None:
    """It is whole, but what was kept under that name was something else."""
    kept.write(tmp_path / "one", b"body")
    (tmp_path / "one").rename(tmp_path / "two")
    assert kept.read(tmp_path / "two") is None


def test_what_was_used_longest_ago_is_removed(tmp_path: Path) -> None:
    """Down to as many entries, or as many octets, as may be; reading is use, folders stay, leftovers go, too."""
    (tmp_path / "folder").mkdir()
    paths = [tmp_path / name for name in ("a", "b", "c", ".new-left-behind")]
    for age, path in enumerate(paths):
        kept.write(path, bytes(1000))
        os.utime(path, (1000 - age, 1000 - age))
    assert kept.read(tmp_path / "c") == bytes(1000)
    kept.prune(tmp_path, most=3)
    assert {each.name for each in tmp_path.iterdir()} == {"a", "b", "c", "folder"}
    kept.prune(tmp_path, largest=2500)
    assert {each.name for each in tmp_path.iterdir()} == {"a", "c", "folder"}
    kept.prune(tmp_path, largest=1500)
    assert {each.name for each in tmp_path.iterdir()} == {"c", "folder"}


def test_a_process_prunes_a_folder_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it first writes there."""
    pruned: list[Path] = []
    monkeypatch.setattr(kept, "prune", pruned.append)
    for name in ("one", "two"):
        kept.write(tmp_path / name, b"body")
    assert pruned == [tmp_path]


def test_pruning_while_others_read_and_write(tmp_path: Path) -> None:
    """An entry is there whole, or it is not."""

    def work(number: int) -> None:
        path = tmp_path / str(number % 10)
        kept.write(path, b"%d" % (number % 10) * 1000)
        assert kept.read(path) in (None, b"%d" % (number % 10) * 1000)
        kept.prune(tmp_path, most=5)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(300)))
    kept.prune(tmp_path, most=5)
    # Two that prune at once may each remove one too many; entries are made again.
    assert 0 < len(list(tmp_path.iterdir())) <= 5


LIMITED = """
import resource, signal, sys
from pathlib import Path
from oran_harness.codec.asn1 import kept
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
path = Path(sys.argv[1]) / "entry"
kept.write(path, bytes(1000))
assert kept.read(path) is None
kept.write(path, b"")
assert kept.read(path) == b""
"""


def test_a_disk_that_takes_no_more(tmp_path: Path) -> None:
    """What the kernel writes in part only is not kept, and nothing is left behind; a shorter entry is."""
    subprocess.run([sys.executable, "-c", LIMITED, str(tmp_path)], check=True, cwd=ROOT, timeout=60)
    assert [each.name for each in tmp_path.iterdir()] == ["entry"]


@pytest.mark.parametrize("place", ["/proc", "/sys", "/dev/null"])
def test_a_file_system_that_takes_nothing(place: str) -> None:
    """Whoever runs this, root too: no folder can be made there."""
    path = Path(place) / "oran-harness" / "entry"
    kept.write(path, b"body")
    assert kept.read(path) is None

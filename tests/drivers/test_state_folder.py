"""What outlives a process: whole or not at all."""

import os
from pathlib import Path

import pytest

from oran_harness.drivers.state_folder import StateFolder
from oran_harness.model import UsageError


def test_kept(tmp_path: Path) -> None:
    """What is stored last is read; of what was never stored, nothing."""
    folder = StateFolder(tmp_path / "new" / "folder")
    for octets in (b"first", b"second"):
        folder.store("a", octets)
    assert folder.read(("a", "b")) == {"a": b"second"}
    folder.close()


def test_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ends anywhere in storing leaves what was there before."""
    folder = StateFolder(tmp_path)
    folder.store("a", b"before")
    for step in ("fsync", "open"):
        with monkeypatch.context() as patched:

            def crash(*_: object, **__: object) -> int:
                raise KeyboardInterrupt

            patched.setattr(os, step, crash)
            with pytest.raises(KeyboardInterrupt):
                folder.store("a", b"after")
        assert folder.read(("a",)) == {"a": b"before"}
    folder.close()


def test_synced_before_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The octets are on the disk before the name is theirs, and the name before the next thing is done."""
    done: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        done.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")
        assert (tmp_path / "a").exists() is (done[-1] == "folder")
        real(descriptor)

    folder = StateFolder(tmp_path)
    monkeypatch.setattr(os, "fsync", fsync)
    folder.store("a", b"octets")
    assert done == ["file", "folder"]
    folder.close()


def test_one_process_at_a_time(tmp_path: Path) -> None:
    """A second one is told to take another folder."""
    folder = StateFolder(tmp_path)
    with pytest.raises(UsageError, match="another process"):
        StateFolder(tmp_path)
    folder.close()
    StateFolder(tmp_path).close()


def test_folder_that_cannot_be(tmp_path: Path) -> None:
    """It is told in a sentence, and so is a disk that takes no more."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot keep a state"):
        StateFolder(tmp_path / "file" / "folder")
    folder = StateFolder(tmp_path / "full")
    with pytest.raises(UsageError, match="cannot keep a state"):
        folder.store("no/such/folder", b"")
    folder.close()


def test_a_pipe_is_no_state(tmp_path: Path) -> None:
    """Nobody may ever write to it: it is refused, and not waited for."""
    os.mkfifo(tmp_path / "a", 0o600)
    folder = StateFolder(tmp_path)
    with pytest.raises(UsageError, match="is no file; remove it"):
        folder.read(("a",))
    folder.close()

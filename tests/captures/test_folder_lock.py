"""One writer for a folder at a time."""

import os
from pathlib import Path

import pytest

from oran_harness.captures import alone_in, lock_folder
from oran_harness.model import UsageError


def test_the_second_is_refused_until_the_first_is_done(tmp_path: Path) -> None:
    """Whoever has the descriptor open has the folder; a folder that is not there is an error of the system."""
    lock = lock_folder(tmp_path)
    with pytest.raises(UsageError, match="choose another place with --out"):
        lock_folder(tmp_path)
    os.close(lock)
    os.close(lock_folder(tmp_path))
    with pytest.raises(FileNotFoundError):
        lock_folder(tmp_path / "none")


def test_alone_in_a_folder(tmp_path: Path) -> None:
    """Also in one that has to be made; where there can be none, whoever writes there says so."""
    with (
        alone_in(tmp_path / "new"),
        pytest.raises(UsageError, match="another run writes to"),
        alone_in(tmp_path / "new"),
    ):
        pass
    with alone_in(tmp_path / "new"):
        pass
    (tmp_path / "file").write_text("")
    with alone_in(tmp_path / "file"):
        pass

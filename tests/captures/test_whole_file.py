import os
from pathlib import Path

import pytest

from oran_harness.captures.whole_file import whole_file
from oran_harness.model import UsageError


def test_written_whole(tmp_path: Path) -> None:
    """The file is there when the block ended well, in place of what was there, and nothing beside it."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with whole_file(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_only_files_are_replaced(tmp_path: Path) -> None:
    """A pipe or a device, such as /dev/null, and a folder stay what they are."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    for there in (path, tmp_path):
        with pytest.raises(UsageError, match="it is no plain file"), whole_file(there):
            pass
    assert path.is_fifo()


def test_or_not_at_all(tmp_path: Path) -> None:
    """When the block fails nothing is changed and nothing left behind."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), whole_file(path) as file:
        file.writelines([b"new", "text"])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is missing, or a folder in the file's place, is one clear sentence."""
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "none" / "file", tmp_path / "folder", tmp_path / ("x" * 300), "a\0b"):
        with pytest.raises(UsageError, match="cannot be written"), whole_file(path):
            pass
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]

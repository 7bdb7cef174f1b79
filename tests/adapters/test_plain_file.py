"""Files that people wrote."""

import os
from pathlib import Path

import pytest

from oran_harness.adapters.plain_file import WaitingFile, beginning_of


def test_only_what_was_asked_for_is_read(tmp_path: Path) -> None:
    """Of a long file, and of a device without an end, not more; an empty device is an empty file."""
    (tmp_path / "a").write_bytes(b"12345")
    assert beginning_of(tmp_path / "a", 3) == b"123"
    assert beginning_of(tmp_path / "a", 9) == b"12345"
    assert beginning_of(Path("/dev/zero"), 3) == bytes(3)
    assert beginning_of(Path(os.devnull), 3) == b""


def test_nobody_is_waited_for(tmp_path: Path) -> None:
    """A pipe, be there somebody who writes or not; a folder is no file."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WaitingFile):
        beginning_of(tmp_path / "pipe", 3)
    with pytest.raises(IsADirectoryError):
        beginning_of(tmp_path, 3)
    with pytest.raises(FileNotFoundError):
        beginning_of(tmp_path / "none", 3)

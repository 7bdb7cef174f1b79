"""Files of the user's cache directory; test_cache and test_code_cache hold that a broken cache only costs time."""

from pathlib import Path

import pytest

from oran_harness.codec.asn1 import kept


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


def test_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the XDG specification has it: a relative path does not count."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert kept.folder() == Path("/somewhere/oran-harness")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert kept.folder() == Path("/home/somebody/.cache/oran-harness")

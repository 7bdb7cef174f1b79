"""Passwords and private keys in files and in the environment."""

from pathlib import Path

import pytest

from oran_harness.model import UsageError
from oran_harness.transports.secret import read_file, read_password, read_private

URI = "netconf+ssh://nms@h:830"


def test_a_password_is_read_from_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A variable's value, or a file's first line without its end."""
    monkeypatch.setenv("O1_PASSWORD", "correct horse")
    assert read_password(URI, "env:O1_PASSWORD") == "correct horse"
    file = tmp_path / "password"
    file.touch(0o600)
    file.write_bytes(b" correct horse \r\nmore\n")
    assert read_password(URI, f"file:{file}") == " correct horse "


def test_a_password_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A variable that is not set or empty and an empty file are told with what to do."""
    monkeypatch.setenv("O1_EMPTY", "")
    empty = tmp_path / "empty"
    empty.touch(0o600)
    for place, why in (
        ("env:O1_NOT_SET", "names a variable that is not set; set O1_NOT_SET"),
        ("env:O1_EMPTY", "names a variable that is not set; set O1_EMPTY"),
        (f"file:{empty}", "is empty; write the password there"),
        (f"file:{tmp_path}", r"cannot be read \(Is a directory\)"),
    ):
        with pytest.raises(UsageError, match=why):
            read_password(URI, place)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601])
def test_what_others_can_read_is_no_secret(tmp_path: Path, mode: int) -> None:
    """Any right of others is refused for what is private, and not for what is public."""
    file = tmp_path / "key"
    file.write_bytes(b"x")
    file.chmod(mode)
    with pytest.raises(UsageError, match=f"key={file} can be read by others .mode {mode:04o}.; run chmod 600 {file}"):
        read_private(URI, "key", str(file))
    assert read_file(URI, "cert", str(file)) == b"x"

"""Modules go into their folder, whole, and nowhere else."""

from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.drivers.netconf_client.module_folder import ModuleFolder, nameable
from oran_harness.model import UsageError


def test_a_module_is_written(tmp_path: Path) -> None:
    """NAME@REVISION.yang, or NAME.yang; a second one of the same takes its place."""
    folder = ModuleFolder(tmp_path / "a/b")
    assert folder.put("m", "2026-01-02", "module m {}").name == "m@2026-01-02.yang"
    assert folder.put("m", "", "module m {\r\n}").read_bytes() == b"module m {\r\n}"
    assert folder.put("m", "", "again").read_text() == "again"
    assert sorted(each.name for each in (tmp_path / "a/b").iterdir()) == ["m.yang", "m@2026-01-02.yang"]


@pytest.mark.parametrize(
    ("name", "revision"),
    [
        ("../../x", ""),
        ("/etc/passwd", ""),
        ("a/b", ""),
        ("..", ""),
        (".hidden", ""),
        ("", ""),
        ("a\0b", ""),
        ("a\n", ""),
        ("é", ""),
        ("a" * 300, ""),
        ("m", "../2026"),
        ("m", "2026-1-1"),
        ("m", "2026-01-01\n"),
    ],
)
def test_names_from_the_wire_never_leave_it(tmp_path: Path, name: str, revision: str) -> None:
    """RFC 7950 6.2: no identifier has what a path has."""
    assert not nameable(name, revision)
    with pytest.raises(ValueError, match="names no module"):
        ModuleFolder(tmp_path).put(name, revision, "text")
    assert list(tmp_path.iterdir()) == []


@given(name=st.text(max_size=20), revision=st.text(max_size=12))
def test_whatever_can_be_named_is_in_it(name: str, revision: str) -> None:
    """The path of a name that is taken has one step."""
    if nameable(name, revision):
        assert Path(f"{name}@{revision}.yang").parts == (f"{name}@{revision}.yang",)


def test_a_module_is_whole_or_not_there(tmp_path: Path) -> None:
    """Where the disk is full, what was there before stays, and nothing half."""
    folder = ModuleFolder(tmp_path)
    folder.put("m", "", "before")
    with mock.patch("os.replace", side_effect=OSError(28, "no space")), pytest.raises(UsageError, match="cannot be"):
        folder.put("m", "", "after")
    assert [each.name for each in tmp_path.iterdir()] == ["m.yang"]
    assert (tmp_path / "m.yang").read_text() == "before"


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    """A sentence, before anything is asked for."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="give a folder that can be written"):
        ModuleFolder(tmp_path / "file")

"""A folder on its way."""

import os
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.errands import Parcel
from oran_harness.model import InputError

MOST = 1 << 20
NAMES = st.from_regex(r"[a-z]{1,4}(/[a-z]{1,4}){0,2}\.x", fullmatch=True)


@given(st.dictionaries(NAMES, st.binary(max_size=50), max_size=5))
def test_a_folder_arrives_as_it_was(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    """All files with their paths and contents; the same folder is the same octets."""
    folder, other = tmp_path_factory.mktemp("folder"), tmp_path_factory.mktemp("other")
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    parcel = Parcel.of(folder, MOST)
    parcel.unpack(other)
    found = {path.relative_to(other).as_posix(): path.read_bytes() for path in other.rglob("*") if path.is_file()}
    assert found == files
    assert Parcel.of(other, MOST) == parcel
    assert sorted(parcel.names) == sorted(files)


def test_programs_stay_programs_and_links_are_followed(tmp_path: Path) -> None:
    """Also where a folder is linked into itself; what is made anew is left behind."""
    folder = tmp_path / "folder"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "__pycache__" / "old.pyc").touch()
    (folder / "start").write_text("#!/bin/sh\n", "utf-8")
    (folder / "start").chmod(0o755)
    (tmp_path / "elsewhere").write_text("there", "utf-8")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    Parcel.of(folder, MOST).unpack(tmp_path / "other")
    assert sorted(path.name for path in (tmp_path / "other").iterdir()) == ["linked", "start"]
    assert os.access(tmp_path / "other" / "start", os.X_OK)
    assert not os.access(tmp_path / "other" / "linked", os.X_OK)
    assert (tmp_path / "other" / "linked").read_text("utf-8") == "there"


def test_what_is_too_large_is_not_sent(tmp_path: Path) -> None:
    """With the size that would do."""
    (tmp_path / "build").write_bytes(b"\0" * (MOST + 1))
    with pytest.raises(InputError, match=r"is larger than 1 MiB, too large to be sent to another machine\."):
        Parcel.of(tmp_path, MOST)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A folder that is not there."""
    with pytest.raises(InputError, match="cannot be read"):
        Parcel.of(tmp_path / "none", MOST)


def test_the_last_file_is_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What says that all is there is written when all is there."""
    for name in ("a", "cell.json", "z"):
        (tmp_path / name).write_text(name, "utf-8")
    written: list[str] = []
    original = Path.write_bytes

    def note(path: Path, data: bytes) -> int:
        written.append(path.name)
        return original(path, data)

    parcel = Parcel.of(tmp_path, MOST)
    monkeypatch.setattr(Path, "write_bytes", note)
    parcel.unpack(tmp_path / "other", last="cell.json")
    assert written == ["a", "z", "cell.json"]


@pytest.mark.parametrize("name", ["../out", "/etc/out", "a/../../out"])
def test_no_file_leaves_its_folder(tmp_path: Path, name: str) -> None:
    """Whatever comes from another machine."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(InputError, match="which is none of its folder"):
        Parcel(packed.getvalue()).unpack(tmp_path / "in")
    assert not (tmp_path / PurePosixPath(name).name).exists()


@pytest.mark.parametrize("packed", [b"", b"no archive", b"PK\x05\x06"])
def test_what_is_no_parcel_is_said(tmp_path: Path, packed: bytes) -> None:
    """One sentence."""
    with pytest.raises(InputError, match="cannot be unpacked"):
        Parcel(packed).unpack(tmp_path)


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    """Dask writes what a failed task was given into its log."""
    (tmp_path / "secret").write_text("hunter2", "utf-8")
    assert repr(Parcel.of(tmp_path, MOST)) == "Parcel()"

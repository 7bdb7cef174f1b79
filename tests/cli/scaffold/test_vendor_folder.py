"""The folder of a new vendor."""

import os
import stat
from pathlib import Path

import pytest

from oran_harness.cli.scaffold.vendor_folder import NewVendor, write_vendor
from oran_harness.model import Role, UsageError


def vendor(parent: Path, name: str = "alfa") -> NewVendor:
    """One with an adapter."""
    return NewVendor(name, "adapter", (Role.E2_NODE,), parent)


def test_it_is_written_whole(tmp_path: Path) -> None:
    """All files are named, with the rights of any folder; nothing lies beside it."""
    files = write_vendor(vendor(tmp_path / "deep" / "er"))
    folder = tmp_path / "deep" / "er" / "alfa"
    assert sorted(files) == sorted(folder.iterdir())
    assert list(folder.parent.iterdir()) == [folder]
    assert stat.S_IMODE(folder.stat().st_mode) & 0o500 == 0o500


def test_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full leaves nothing behind."""

    def full(path: Path, *arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(UsageError, match="alfa cannot be written: No space left on device"):
        write_vendor(vendor(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_its_place_is_a_path() -> None:
    """Also of a folder within this one; what a shell would take apart is quoted."""
    assert vendor(Path()).place == f".{os.sep}alfa"
    assert vendor(Path("/v")).place == "/v/alfa"
    assert vendor(Path("my vendors")).place == "'./my vendors/alfa'"


def test_one_name_twice(tmp_path: Path) -> None:
    """Also where the other one's folder is called otherwise."""
    write_vendor(vendor(tmp_path))
    (tmp_path / "alfa").rename(tmp_path / "old")
    with pytest.raises(UsageError, match="There is a vendor alfa already"):
        write_vendor(vendor(tmp_path))

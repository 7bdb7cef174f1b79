"""Finding the data that comes with the harness."""

from pathlib import Path

import pytest

from oran_harness import resources
from oran_harness.model import UsageError
from oran_harness.resources import interface, specs, vendors


def test_every_file_that_the_editions_name_is_there() -> None:
    """Schemas and tables of all editions exist, editions are listed oldest first."""
    for key in ("e2ap", "kpm", "rc", "ni"):
        found = interface(key)
        names = [edition.edition for edition in found.editions]
        assert names == sorted(names)
        for edition in found.editions:
            assert all(path.is_file() for path in edition.schema)
            assert edition.tables is None or edition.tables.is_file()
    assert (specs() / "editions.toml").is_file()


def test_the_samples_of_vendors_are_there() -> None:
    """Each folder in vendors/ has its profile."""
    folders = [folder for folder in vendors().iterdir() if folder.is_dir()]
    assert len(folders) >= 2
    assert all((folder / "profile.toml").is_file() for folder in folders)


def test_what_an_installation_lacks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Said in a sentence that tells what to do."""
    monkeypatch.setattr(resources, "_PACKAGED", tmp_path)
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    for find in (specs, vendors):
        with pytest.raises(UsageError, match="install oran-harness again"):
            find()


def test_unknown_names_are_refused_with_those_that_are_known() -> None:
    """A wrong interface or edition is the caller's mistake; the message names what there is."""
    with pytest.raises(UsageError, match="e2ap, kpm, ni, rc"):
        interface("x2ap")
    with pytest.raises(UsageError, match="choose one of"):
        interface("kpm").edition("1.00")

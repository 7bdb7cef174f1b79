"""Vendors that come with installed packages."""

import importlib.metadata
from importlib.metadata import EntryPoint as Declared
from importlib.metadata import EntryPoints
from pathlib import Path

import pytest

from oran_harness.adapters.entry_points import GROUP, entry_points

PLACE = Path(__file__).parent


def folder() -> Path:
    """A function that gives a folder."""
    return PLACE


NUMBER = 3


def declare(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    """Let these be the entry points of the group."""
    found = EntryPoints(Declared(name, value, GROUP) for name, value in values.items())
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: found.select(group=group))


def test_packages_paths_and_functions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each names a folder in its way."""
    here = "tests.adapters.test_entry_points"
    declare(monkeypatch, package="tests.adapters", path=f"{here}:PLACE", function=f"{here}:folder")
    assert {each.name: each.folder for each in entry_points()} == dict.fromkeys(("package", "path", "function"), PLACE)


def test_what_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing module, a thing that is no folder, a module that is no package: a sentence, not an exception."""
    here = "tests.adapters.test_entry_points"
    declare(monkeypatch, missing="no_such_module", number=f"{here}:NUMBER", module=here)
    problems = {each.name: each.problem for each in entry_points()}
    assert "ModuleNotFoundError" in problems["missing"]
    assert "gave int, no path" in problems["number"]
    assert "is no package" in problems["module"]

"""Vendors that come with installed packages: entry points of the group ``oran_harness.vendors``.

An entry point names a package whose folder holds a ``profile.toml``, or something that is, or gives when called, the
path of such a folder.
"""

import importlib.metadata
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

GROUP = "oran_harness.vendors"


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """One entry point: its name, and the folder that it names or why that is not known."""

    name: str
    folder: Path | None
    problem: str = ""


def entry_points() -> Iterator[EntryPoint]:
    """All entry points of the group, those that cannot be loaded too."""
    for each in importlib.metadata.entry_points(group=GROUP):
        try:
            yield EntryPoint(each.name, _folder(each.load()))
        except (Exception, SystemExit) as error:
            yield EntryPoint(each.name, None, f"loading {each.value} raised {type(error).__name__}: {error}")


def _folder(loaded: Any) -> Path:
    if isinstance(loaded, ModuleType):
        places = list(getattr(loaded, "__path__", []))
        if not places:
            raise TypeError(f"{loaded.__name__} is no package, so it has no folder")
        return Path(places[0])
    given = loaded() if callable(loaded) else loaded
    if not isinstance(given, str | os.PathLike):
        raise TypeError(f"it gave {type(given).__name__}, no path of a folder")
    return Path(given)

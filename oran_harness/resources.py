"""The only place that finds data: the wheel's copy of ``specs/`` and ``vendors/``, else the checkout's."""

import functools
import importlib.metadata
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oran_harness.model.errors import UsageError

_PACKAGED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of an interface or service model: its name and the files that define it."""

    edition: str
    schema: tuple[Path, ...]
    tables: Path | None


@dataclass(frozen=True, slots=True)
class Interface:
    """What ``specs/editions.toml`` says of one interface or service model; ``editions`` are oldest first."""

    key: str
    title: str
    document: str
    short_name: str | None
    oid: str | None
    editions: tuple[Edition, ...]

    def edition(self, name: str) -> Edition:
        """The edition of that name; raises ``UsageError`` if there is none."""
        for edition in self.editions:
            if edition.edition == name:
                return edition
        known = ", ".join(edition.edition for edition in self.editions)
        raise UsageError(f"There is no edition {name} of {self.title} here; choose one of {known}.")


def specs() -> Path:
    """The folder of specifications as data; raises ``UsageError`` if the installation lacks it."""
    return _folder("specs", "editions.toml")


def parsed_schemas() -> Path:
    """Where the schemas of ``specs()`` lie parsed; raises ``UsageError`` if the installation lacks that folder."""
    return specs() / "parsed"


def vendors() -> Path:
    """The folder of sample vendors; raises ``UsageError`` if the installation lacks it."""
    return _folder("vendors", "*/profile.toml")


def _folder(name: str, holding: str) -> Path:
    for parent in (_PACKAGED, _CHECKOUT):
        if any((parent / name).glob(holding)):
            return parent / name
    raise UsageError(f"The folder {name}/ is missing from this installation; install oran-harness again.")


@functools.cache
def interface(key: str) -> Interface:
    """The interface or service model called ``key`` (``e2ap``, ``kpm``, ``rc``); raises ``UsageError`` if unknown."""
    table = _editions_table()
    if key not in table:
        raise UsageError(f"There is no interface {key} here; choose one of {', '.join(sorted(table))}.")
    return _interface(key, table[key])


@functools.cache
def _editions_table() -> dict[str, Any]:
    return tomllib.loads((specs() / "editions.toml").read_text("utf-8"))


def _interface(key: str, row: dict[str, Any]) -> Interface:
    folder = specs()
    editions = tuple(
        Edition(
            edition=each["edition"],
            schema=tuple(folder / name for name in each["schema"]),
            tables=folder / each["tables"] if "tables" in each else None,
        )
        for each in row["editions"]
    )
    return Interface(key, row["title"], row["document"], row.get("short_name"), row.get("oid"), editions)


def harness_version() -> str:
    """The version of oran-harness that runs."""
    try:
        return importlib.metadata.version("oran-harness")
    except importlib.metadata.PackageNotFoundError:
        return "not installed"

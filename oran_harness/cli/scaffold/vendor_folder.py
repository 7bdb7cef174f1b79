"""Writes the folder of a new vendor, whole or not at all."""

import os
import shlex
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oran_harness import resources
from oran_harness.adapters import list_vendors
from oran_harness.adapters.profile_reader import FILE_NAME, NAME_RULE
from oran_harness.cli.scaffold.profile_text import profile_text
from oran_harness.cli.scaffold.texts import (
    ADAPTER,
    adapter_text,
    expected_text,
    has_adapter,
    has_test,
    readme_text,
    test_name,
    test_text,
)
from oran_harness.cli.shown.printable import printable
from oran_harness.model import Role, UsageError


@dataclass(frozen=True, slots=True)
class NewVendor:
    """What was asked for: a vendor, reached in one of ``KINDS`` in each of its roles, in a folder within ``parent``."""

    name: str
    kind: str
    roles: tuple[Role, ...]
    parent: Path

    @property
    def folder(self) -> Path:
        """Its folder."""
        return self.parent / self.name

    @property
    def place(self) -> str:
        """The folder as a command line names it: a path, not a name."""
        path = str(self.folder)
        return shlex.quote(path if self.folder.is_absolute() else f".{os.sep}{path}")


def write_vendor(vendor: NewVendor) -> list[Path]:
    """Write its folder; gives the files.

    Raises ``UsageError`` for a name that cannot be or that another vendor has, for a folder that is there already, and
    where nothing can be written.
    """
    _check(vendor)
    try:
        vendor.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=vendor.parent) as place:
            made = Path(place) / vendor.name
            made.mkdir()
            for name, text in _files(vendor).items():
                (made / name).write_text(text, "utf-8")
            made.rename(vendor.folder)
    except OSError as error:
        raise UsageError(f"{vendor.folder} cannot be written: {error.strerror or error}.") from None
    return [vendor.folder / name for name in _files(vendor)]


def _files(vendor: NewVendor) -> Mapping[str, str]:
    files = {
        FILE_NAME: profile_text(vendor.name, vendor.kind, vendor.roles),
        "README.md": readme_text(vendor.name, vendor.kind, vendor.roles, vendor.place),
        "expected.toml": expected_text(vendor.name, vendor.roles, vendor.place),
    }
    if has_adapter(vendor.kind):
        files[ADAPTER] = adapter_text()
    if has_test(vendor.kind):
        files[test_name(vendor.name)] = test_text(vendor.name, vendor.kind)
    return files


def _check(vendor: NewVendor) -> None:
    expected = NAME_RULE(vendor.name)
    if expected is not None:
        raise UsageError(f"{printable(vendor.name)[:80]!r} cannot be the name of a vendor; expected {expected}.")
    if os.path.lexists(vendor.folder):
        raise UsageError(f"{vendor.folder} is there already; choose another name, or another --out.")
    if vendor.parent.exists() and not vendor.parent.is_dir():
        raise UsageError(f"{vendor.parent} is no folder; --out names the one in which {vendor.name} is made.")
    samples = resources.vendors().resolve()
    for other in list_vendors(vendor.parent if vendor.parent.is_dir() else None):
        # Samples are looked at last: what a user has under the same name comes before them.
        sample = other.folder is not None and other.folder.resolve().parent == samples
        if other.name == vendor.name and not sample:
            where = other.folder if other.folder is not None else other.place
            raise UsageError(f"There is a vendor {vendor.name} already ({where}); choose another name.")

"""Where vendors are found: a folder of the caller's, ``./vendors``, installed packages, the packaged samples."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from oran_harness import resources
from oran_harness.adapters.entry_points import GROUP, entry_points
from oran_harness.adapters.profile import Profile
from oran_harness.adapters.profile_reader import FILE_NAME, read_profile
from oran_harness.model import InputError, Role, UsageError

LOCAL = Path("vendors")


@dataclass(frozen=True, slots=True)
class Vendor:
    """A vendor that was found, under its name; without ``profile`` there is a ``problem`` with it.

    ``place`` says in words where it was found.
    """

    name: str
    place: str
    folder: Path | None
    profile: Profile | None
    problem: str = ""


def list_vendors(folder: Path | None = None) -> list[Vendor]:
    """All vendors; of those with one name the first place counts. ``folder`` is the caller's own.

    Raises ``UsageError`` if that folder does not exist, or if one name stands twice in one place.
    """
    found: dict[str, Vendor] = {}
    seen: set[Path] = set()
    for place in _places(folder):
        fresh = [vendor for vendor in place if vendor.folder is None or vendor.folder.resolve() not in seen]
        _unique(fresh)
        seen.update(vendor.folder.resolve() for vendor in fresh if vendor.folder is not None)
        for vendor in fresh:
            found.setdefault(vendor.name, vendor)
    return list(found.values())


def find_vendor(word: str, folder: Path | None = None) -> tuple[Profile, Role | None]:
    """The profile of ``NAME[:ROLE]``, or at a path or in the folder there, and the role if one is named.

    Raises ``UsageError`` if there is none, ``InputError`` if its profile cannot be used.
    """
    name, role = _split(word)
    if os.sep in name or name in (".", ".."):
        path = Path(name)
        return read_profile(path.parent if path.name == FILE_NAME and path.is_file() else path), role
    vendors = list_vendors(folder)
    for vendor in vendors:
        if vendor.name == name:
            if vendor.profile is None:
                raise InputError(vendor.problem)
            return vendor.profile, role
    if (Path(name) / FILE_NAME).is_file():
        return read_profile(Path(name)), role
    raise UsageError(f"There is no vendor {name!r}; {_hint(name, [vendor.name for vendor in vendors])}")


def _split(word: str) -> tuple[str, Role | None]:
    name, colon, role = word.rpartition(":")
    if not colon or os.sep in role:
        return word, None
    if role not in set(Role):
        raise UsageError(f"There is no role {role!r}; write {name}:{' or '.join(Role)}.")
    return name, Role(role)


def _places(folder: Path | None) -> Iterable[Sequence[Vendor]]:
    if folder is not None:
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder; --vendors names a folder that holds one folder a vendor.")
        yield _in(folder, str(folder))
    if LOCAL.is_dir():
        yield _in(LOCAL, f".{os.sep}{LOCAL}")
    yield [
        _read(each.folder, f"entry point {each.name}")
        if each.folder is not None
        else Vendor(
            each.name, f"entry point {each.name}", None, None, f"The {GROUP} entry point {each.name}: {each.problem}."
        )
        for each in entry_points()
    ]
    yield _in(resources.vendors(), "comes with oran-harness")


def _in(folder: Path, place: str) -> list[Vendor]:
    try:
        inner = sorted(each for each in folder.iterdir() if (each / FILE_NAME).is_file())
    except OSError as error:
        raise UsageError(f"{folder} cannot be read: {error.strerror or error}.") from None
    return [_read(each, place) for each in inner]


def _read(folder: Path, place: str) -> Vendor:
    try:
        profile = read_profile(folder)
    except InputError as error:
        return Vendor(folder.name, place, folder, None, str(error))
    return Vendor(profile.name, place, folder, profile)


def _unique(vendors: Iterable[Vendor]) -> None:
    first: dict[str, Vendor] = {}
    for vendor in vendors:
        other = first.setdefault(vendor.name, vendor)
        if other is not vendor:
            raise UsageError(
                f"The name {vendor.name} stands twice in one place, in {other.folder} and in {vendor.folder}; "
                "rename one of them."
            )


def _hint(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=3)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"there is {', '.join(known)}; a path of a folder with a {FILE_NAME} will do too."

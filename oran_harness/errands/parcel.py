"""A folder as octets, on its way to another machine and back."""

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath

from oran_harness.model import InputError

_LEFT_OUT = frozenset(("__pycache__", ".git"))
"""Folders that are made anew where they are needed."""
_DATE = (1980, 1, 1, 0, 0, 0)
"""One date for all files: the same folder is the same octets."""
_FILE = 0o644
_PROGRAM = 0o755
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Parcel:
    """The files of a folder with their paths, and whether they are programs; links are followed.

    Its octets are not shown where it is: secrets may be among them.
    """

    packed: bytes = field(repr=False)

    @classmethod
    def of(cls, folder: Path, most: int) -> "Parcel":
        """The parcel of a folder whose files have ``most`` octets together.

        Raises ``InputError`` if they have more, or one cannot be read.
        """
        taken = 0
        packed = BytesIO()
        try:
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                for name, path in sorted(_files(folder)):
                    taken += path.stat().st_size
                    if taken > most:
                        raise InputError(
                            f"{folder} is larger than {most // MIB} MiB, too large to be sent to another machine."
                        )
                    archive.writestr(_entry(name, path), path.read_bytes())
        except OSError as error:
            raise InputError(f"{error.filename or folder} cannot be read: {error.strerror or error}.") from error
        return cls(packed.getvalue())

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of its files."""
        with zipfile.ZipFile(BytesIO(self.packed)) as archive:
            return tuple(archive.namelist())

    def unpack(self, folder: Path, last: str = "") -> None:
        """Write its files into a folder, the one named ``last`` after all others.

        Raises ``InputError`` if it is none of ours, ``OSError`` if a file cannot be written.
        """
        try:
            with zipfile.ZipFile(BytesIO(self.packed)) as archive:
                for entry in sorted(archive.infolist(), key=lambda entry: entry.filename == last):
                    place = _within(folder, entry.filename)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(archive.read(entry))
                    place.chmod(_PROGRAM if entry.external_attr >> 16 & stat.S_IXUSR else _FILE)
        except (zipfile.BadZipFile, EOFError) as error:
            raise InputError(f"What came from another machine cannot be unpacked: {error}.") from error


def _within(folder: Path, name: str) -> Path:
    """The path of a file in a folder, which it does not leave."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise InputError(f"What came from another machine holds a file {name!r}, which is none of its folder.")
    return folder / path


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The regular files in and below a folder, with their paths from there; each folder once."""
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, followlinks=True, onerror=_raise):
        real = os.path.realpath(place)
        folders[:] = [] if real in seen else [each for each in folders if each not in _LEFT_OUT]
        if real in seen:
            continue
        seen.add(real)
        for name in names:
            path = Path(place, name)
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path


def _raise(error: OSError) -> None:
    raise error


def _entry(name: str, path: Path) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | (_PROGRAM if os.access(path, os.X_OK) else _FILE)) << 16
    return entry

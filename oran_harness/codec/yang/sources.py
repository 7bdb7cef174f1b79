"""Finds the files of YANG modules in folders, by name and revision."""

import functools
import importlib
import importlib.metadata
import re
from collections.abc import Iterable
from pathlib import Path

from oran_harness.codec.yang.errors import YangError

_FILE = re.compile(r"^(?P<name>[A-Za-z_][A-Za-z0-9_.-]*?)(@(?P<revision>\d{4}-\d\d-\d\d))?\.yang$")
_SUBMODULE = re.compile(r"^\s*submodule\b", re.MULTILINE)


@functools.cache
def installed_modules() -> tuple[Path, ...]:
    """The folders of IETF and IANA modules that pyang brings; none if it is not installed."""
    try:
        importlib.import_module("pyang")
        files = importlib.metadata.files("pyang") or ()
    except (ImportError, importlib.metadata.PackageNotFoundError):
        return ()
    folders = dict.fromkeys(Path(str(file.locate())).resolve().parent for file in files if file.suffix == ".yang")
    return tuple(sorted((folder for folder in folders if folder.name in ("iana", "ietf")), reverse=True))


class Sources:
    """The ``*.yang`` files of ``folders``; an earlier folder wins over a later one."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)
        self._files: dict[str, list[tuple[str, Path]]] = {}
        self._texts: dict[Path, str] = {}
        for folder in self.folders:
            if not folder.is_dir():
                raise YangError(f"There is no folder {folder}; give a folder with YANG modules.")
            for path in sorted(folder.iterdir()):
                match = _FILE.match(path.name)
                if match is not None and path.is_file():
                    self._files.setdefault(match["name"], []).append((match["revision"] or "", path))

    def names(self, folder: Path) -> list[str]:
        """The modules, not submodules, in one of the folders."""
        found = {
            name
            for name, files in self._files.items()
            if any(path.parent == folder and not _SUBMODULE.search(self._text(path)) for _, path in files)
        }
        return sorted(found)

    def find(self, name: str, revision: str | None = None) -> str | None:
        """The text of a module or submodule: of that revision, else the newest of the first folder that has any."""
        files = self._files.get(name, [])
        if revision is not None:
            for named, path in files:
                if named == revision or (not named and f"revision {revision}" in self._text(path).replace('"', "")):
                    return self._text(path)
            return None
        if not files:
            return None
        first = [file for file in files if file[1].parent == files[0][1].parent]
        return self._text(max(first)[1])

    def _text(self, path: Path) -> str:
        if path not in self._texts:
            try:
                self._texts[path] = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise YangError(f"{path} cannot be read as a YANG module: {error}.") from error
        return self._texts[path]

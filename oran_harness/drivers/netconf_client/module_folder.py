"""The folder that modules are written to: each whole or not at all, and none anywhere else."""

import os
import re
import tempfile
from pathlib import Path

from oran_harness.model import UsageError

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*", re.ASCII)
_REVISION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_LONGEST = 128


def nameable(name: str, revision: str) -> bool:
    """Whether a module can have that name and revision (RFC 7950 6.2, 7.1.9): no other becomes a file's name."""
    return (
        len(name) <= _LONGEST
        and _NAME.fullmatch(name) is not None
        and (not revision or _REVISION.fullmatch(revision) is not None)
    )


class ModuleFolder:
    """A folder for modules, made if it is not there. Raises ``UsageError`` where it cannot be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=path):
                pass
        except OSError as error:
            raise self._unusable(error) from None

    def put(self, name: str, revision: str, text: str) -> Path:
        """Write a module, in place of one of the same name and revision; its file. Raises ``UsageError``.

        Raises ``ValueError`` for a name or revision that is not ``nameable``.
        """
        if not nameable(name, revision):
            raise ValueError(f"{name!r} at {revision!r} names no module")
        file = self.path / (f"{name}@{revision}.yang" if revision else f"{name}.yang")
        try:
            handle, half = tempfile.mkstemp(dir=self.path, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                    out.write(text)
                Path(half).chmod(0o644)
                os.replace(half, file)
            except BaseException:
                Path(half).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise self._unusable(error) from None
        return file

    def _unusable(self, error: OSError) -> UsageError:
        why = error.strerror or str(error)
        return UsageError(f"Modules cannot be written to {self.path} ({why}); give a folder that can be written.")

"""A folder that keeps what outlives a process, each name whole or not at all, whatever ends the process."""

import fcntl
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from oran_harness.model import UsageError

_LOCK = "lock"


class StateFolder:
    """A folder for one process at a time; made if it is not there. Raises ``UsageError`` if it cannot be used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            raise UsageError(f"{folder} is used by another process; give each its own folder.") from None

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """What was kept under these names; nothing of those under which nothing was."""
        found = {}
        for name in names:
            try:
                with open(self.folder / name, "rb", opener=_at_once) as file:
                    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                        raise UsageError(f"{self.folder / name} is no file; remove it to begin anew.")
                    found[name] = file.read()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise self._unusable(error) from error
        return found

    def store(self, name: str, octets: bytes) -> None:
        """Keep octets: durably, once this returns, and until then what was kept before."""
        new = self.folder / f"{name}.new"
        try:
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            with open(descriptor, "wb") as file:
                file.write(octets)
                file.flush()
                os.fsync(descriptor)
            new.replace(self.folder / name)
            folder = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        """Let another process use it."""
        os.close(self._lock)

    def _unusable(self, error: OSError) -> UsageError:
        why = error.strerror or str(error)
        return UsageError(f"{self.folder} cannot keep a state ({why}); give a folder that can be written.")


def _at_once(path: str, flags: int) -> int:
    """Opens a pipe, too, without waiting for somebody who writes."""
    return os.open(path, flags | os.O_NONBLOCK)

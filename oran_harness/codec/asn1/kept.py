"""Files of the user's cache directory: whole or not there, and written by nobody else.

Entries lie in ``$XDG_CACHE_HOME/oran-harness`` (``~/.cache/oran-harness``) behind the checksum of their body. One
appears under its name only when it is complete, so processes that start at once do not disturb one another. A cache
that cannot be read or written, or that holds something else, only costs time.
"""

import hashlib
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

LARGEST = 1 << 26
"""Octets of an entry; real ones have less than one in a hundred of that."""


def folder() -> Path | None:
    """Where entries are kept, whether it is there yet or not; None if the user has no cache directory."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # an empty or relative one does not count, says the XDG specification
        try:
            base = str(Path.home() / ".cache")
        except RuntimeError:
            return None
    return Path(base) / "oran-harness"


def read(path: Path) -> bytes | None:
    """The body of an entry; None if it is not there, not whole, or could be another user's."""
    try:
        with path.open("rb") as file:
            if not _trusted(os.fstat(file.fileno())):
                return None
            entry = file.read(LARGEST + 1)
    except OSError:
        return None
    checksum, _, body = entry.partition(b"\n")
    if len(entry) > LARGEST or checksum != hashlib.sha256(body).hexdigest().encode():
        return None
    return body


def write(path: Path, body: bytes) -> None:
    """Keep an entry; one that cannot be written is not kept."""
    entry = hashlib.sha256(body).hexdigest().encode() + b"\n" + body
    temporary = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(entry)
        os.replace(temporary, path)
    except OSError:
        # A full or read-only disk; the next run does the work again.
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def _trusted(status: os.stat_result) -> bool:
    """Whether an entry is a file that only this user can have written."""
    return stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o022

"""Files of the user's cache directory: whole or not there, and written by nobody else.

Entries lie in ``$XDG_CACHE_HOME/oran-harness`` (``~/.cache/oran-harness``) behind the checksum of their name and body.
One appears under its name only when it is complete, so processes that start at once do not disturb one another. A cache
that cannot be read or written, or that holds something else, only costs time.

Some entries are code, which is run. What is trusted is what this user alone can have put there: an entry that belongs
to him, in a folder that belongs to him, neither of which anybody else may write. The checksum finds what is damaged or
lies under another name; it is no seal against someone who can write as this user.

The first time that a process writes into a folder it removes what was used longest ago beyond ``MOST`` entries or
``LARGEST_FOLDER`` octets. A process that reads or writes an entry at that moment does its work again.
"""

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

LARGEST = 1 << 26
"""Octets of an entry; real ones have less than one in a hundred of that."""
MOST = 5000
"""Entries of a folder; work on the generator itself, which changes the code each time, left 2,200 with 33 MB."""
LARGEST_FOLDER = 1 << 28
"""Octets of a folder."""


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
        if not _trusted(path.parent.stat(), stat.S_ISDIR):
            return None
        # Not to wait for a writer, should it be a pipe.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            if not _trusted(os.fstat(file.fileno()), stat.S_ISREG):
                return None
            entry = file.read(LARGEST + 1)
            with suppress(OSError):  # a read-only disk does not keep when an entry was used
                os.utime(file.fileno())
    except OSError:
        return None
    checksum, _, body = entry.partition(b"\n")
    return body if len(entry) <= LARGEST and checksum == _checksum(path, body) else None


def write(path: Path, body: bytes) -> None:
    """Keep an entry; one that cannot be written is not kept."""
    temporary = None
    try:
        _make(path.parent)
        _prune_once(path.parent)
        handle, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(_checksum(path, body) + b"\n" + body)
        os.replace(temporary, path)
    except OSError:
        # A full or read-only disk; the next run does the work again.
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def prune(place: Path, most: int = MOST, largest: int = LARGEST_FOLDER) -> None:
    """Remove the files of a folder that were used longest ago, until as many and as large ones are left.

    What others remove at the same time is gone all the same. Raises ``OSError`` if the folder cannot be read.
    """
    files = []
    with os.scandir(place) as found:
        for each in found:
            with suppress(OSError):
                status = each.stat(follow_symlinks=False)
                if not stat.S_ISDIR(status.st_mode):
                    files.append((status.st_mtime_ns, each.path, status.st_size))
    count, octets = len(files), sum(size for _, _, size in files)
    for _, path, size in sorted(files):
        if count <= most and octets <= largest:
            break
        with suppress(OSError):
            os.unlink(path)
        count, octets = count - 1, octets - size


@cache
def _prune_once(place: Path) -> None:
    """Once in a process: looking at all files for every entry would take longer than the cache saves."""
    prune(place)


def _make(place: Path) -> None:
    """Make a folder, and those around it that are missing, for this user alone."""
    if not place.is_dir():
        _make(place.parent)
        place.mkdir(mode=0o700, exist_ok=True)


def _checksum(path: Path, body: bytes) -> bytes:
    digest = hashlib.sha256(path.name.encode() + b"\n")
    digest.update(body)
    return digest.hexdigest().encode()


def _trusted(status: os.stat_result, kind: Callable[[int], bool]) -> bool:
    """Whether this is a file, or a folder, that only this user can have written."""
    return kind(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o022

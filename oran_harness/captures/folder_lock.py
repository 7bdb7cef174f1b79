"""One writer for a folder at a time."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from oran_harness.model import UsageError


def lock_folder(path: Path) -> int:
    """A descriptor that keeps other runs out of a folder while it is open; also a process that ends closes it.

    Raises ``UsageError`` if somebody writes there, ``OSError`` if it cannot be opened.
    """
    lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise UsageError(f"another run writes to {path} at this moment; choose another place with --out") from None
    except OSError as error:
        # Some file systems know no locks: there two runs at once are not found out.
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS):
            os.close(lock)
            raise
    return lock


@contextmanager
def alone_in(path: Path) -> Iterator[None]:
    """Keep other runs out of a folder, which is made if it is not there; raises ``UsageError`` if one writes there.

    Where it cannot be made nobody is kept out: whoever writes there will say why it cannot be.
    """
    lock = None
    with suppress(OSError):
        path.mkdir(parents=True, exist_ok=True)
        lock = lock_folder(path)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)

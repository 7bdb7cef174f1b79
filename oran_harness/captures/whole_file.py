"""A file that is written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from oran_harness.model import UsageError


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a new file beside ``path`` that takes its place when the block ends well, and vanishes when it does not.

    Raises ``UsageError`` when it cannot be written there.
    """
    final = Path(path)
    if os.path.exists(final) and not os.path.isfile(final):  # a device would be replaced
        raise UsageError(f"{path} cannot be written (it is no plain file); choose another place")
    part = final.with_name(f".{final.name}.{os.getpid()}.part")
    try:
        file = part.open("wb")
    except (OSError, ValueError) as error:
        raise _unwritable(final, error) from error
    try:
        with file:
            yield file
        part.replace(final)
    except OSError as error:
        raise _unwritable(final, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _unwritable(path: Path, error: Exception) -> UsageError:
    reason = getattr(error, "strerror", None) or str(error)
    return UsageError(f"{path} cannot be written ({reason.lower()}); choose another place")

"""A file that people wrote, read without waiting for anybody."""

import os
import stat
from pathlib import Path


class WaitingFile(Exception):
    """It is a pipe or a terminal: whoever reads it waits until somebody writes."""


def beginning_of(path: Path, octets: int) -> bytes:
    """As many octets of a file as it has, and not more than so many.

    Raises ``OSError`` if it cannot be read, ``IsADirectoryError`` for a folder, and ``WaitingFile``.
    """
    with open(path, "rb", opener=_at_once) as file:
        if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode) or file.isatty():
            raise WaitingFile
        return file.read(octets)


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)

"""Passwords and private keys: read from where they are kept, and never shown."""

import os
import stat
from pathlib import Path

from oran_harness.model import UsageError


def read_password(uri: str, place: str) -> str:
    """The password at ``env:NAME`` or ``file:FILE``. Raises ``UsageError``, which does not repeat it."""
    kind, _, where = place.partition(":")
    if kind == "env":
        if not os.environ.get(where):
            raise UsageError(f"{uri}: password={place} names a variable that is not set; set {where}, or give another.")
        return os.environ[where]
    password = read_private(uri, "password", where).decode("utf-8", "surrogateescape").partition("\n")[0].rstrip("\r")
    if not password:
        raise UsageError(f"{uri}: the first line of {where} is empty; write the password there.")
    return password


def read_private(uri: str, option: str, file: str) -> bytes:
    """The content of a file that only its owner may read. Raises ``UsageError``."""
    content = read_file(uri, option, file)
    mode = stat.S_IMODE(os.stat(file).st_mode)
    if mode & 0o077:
        raise UsageError(f"{uri}: {option}={file} can be read by others (mode {mode:04o}); run chmod 600 {file}.")
    return content


def read_file(uri: str, option: str, file: str) -> bytes:
    """The content of a file that an address names. Raises ``UsageError``."""
    try:
        return Path(file).read_bytes()
    except OSError as error:
        why = error.strerror or error
        raise UsageError(f"{uri}: {option}={file} cannot be read ({why}); give a file that can.") from None

"""Secrets of a launch: named in the profile, never written in it."""

import os
import re
from pathlib import Path

from oran_harness.model import UsageError

_LARGEST = 1 << 16
_TELLING = re.compile(r"(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|API_?KEY|PRIVATE_?KEY)$", re.I)
_HIDDEN = "***"
_SHORTEST = 4
"""Characters; a shorter secret stands in any text by chance, and hiding it would only garble."""


def must_be_hidden(name: str, value: str) -> bool:
    """Whether an environment variable is called like a secret and its value stands in the open."""
    return bool(_TELLING.search(name)) and bool(value) and not value.startswith(("env:", "file:"))


def resolve(name: str, given: str, folder: Path) -> tuple[str, bool]:
    """The value of an environment variable of a launch, and whether it is a secret.

    ``env:NAME`` is taken from our environment, ``file:PATH`` (relative to ``folder``) from a file without its last
    line break; all else is itself. Raises ``UsageError`` if it is not there.
    """
    kind, _, rest = given.partition(":")
    if kind == "env" and rest:
        value = os.environ.get(rest)
        if value is None:
            raise UsageError(
                f"The profile takes {name} from the environment variable {rest}, which is not set; set it."
            )
        return value, True
    if kind == "file" and rest:
        return _from_file(name, folder / rest), True
    return given, False


def hidden(text: str, secrets: tuple[str, ...]) -> str:
    """The text without any of the secrets."""
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            text = text.replace(secret, _HIDDEN)
    return text


def _from_file(name: str, path: Path) -> str:
    try:
        with path.open("rb") as file:
            octets = file.read(_LARGEST + 1)
        text = octets.decode("utf-8")
    except OSError as error:
        raise UsageError(f"The profile takes {name} from {path}, which cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The profile takes {name} from {path}, which is not UTF-8.") from None
    if len(octets) > _LARGEST or "\0" in text:
        raise UsageError(f"The profile takes {name} from {path}, which is no secret of usual size and form.")
    return text.removesuffix("\n").removesuffix("\r")

"""Secrets of a launch: named in the profile, never written in it."""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, quote_plus

from oran_harness.adapters.plain_file import WaitingFile, beginning_of
from oran_harness.model import UsageError

LARGEST_SECRET = 1 << 16
"""Octets of a file that holds a secret."""
_TELLING = re.compile(r"(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|API_?KEY|PRIVATE_?KEY)$", re.I)
_HIDDEN = "***"
_SHORTEST = 4
"""Characters; a shorter secret stands in any text by chance, and hiding it would only garble."""

_SHORTEST_LINE = 8


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


def guises(secrets: Iterable[str]) -> tuple[str, ...]:
    """What secrets look like where programs print them: as they are, line by line, in JSON, in URIs; longest first."""
    found = set()
    for secret in secrets:
        read = secret.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # as output is, before it is told
        found |= {secret, secret.strip(), read.strip()}
        found |= {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]}
        found |= {way(secret, safe="", errors="surrogateescape") for way in (quote, quote_plus)}
        lines = [line.strip() for line in secret.splitlines()]
        found |= {line for line in lines if len(lines) > 1 and len(line) >= _SHORTEST_LINE}
    return tuple(sorted((each for each in found if len(each) >= _SHORTEST), key=lambda each: (-len(each), each)))


def hidden(text: str, secrets: tuple[str, ...]) -> str:
    """The text without any of the secrets, which are as ``guises`` gives them."""
    for secret in secrets:
        text = text.replace(secret, _HIDDEN)
    return text


def _from_file(name: str, path: Path) -> str:
    try:
        octets = beginning_of(path, LARGEST_SECRET + 1)
        text = octets.decode("utf-8")
    except (IsADirectoryError, WaitingFile):
        raise UsageError(f"The profile takes {name} from {path}, which is no file; name one that holds it.") from None
    except OSError as error:
        raise UsageError(f"The profile takes {name} from {path}, which cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The profile takes {name} from {path}, which is not UTF-8.") from None
    if len(octets) > LARGEST_SECRET or "\0" in text:
        raise UsageError(f"The profile takes {name} from {path}, which is no secret of usual size and form.")
    return text.removesuffix("\n").removesuffix("\r")

"""What the security cases of O1 are tried with, as a profile says it."""

import re
from dataclasses import dataclass
from pathlib import Path

from oran_harness.adapters.fields import Fields

GUESS = re.compile(r"(?P<name>[A-Za-z0-9._-]+)=(?P<place>(env|file):.+)", re.DOTALL)
"""A user whose password may be guessed, and where the right one is."""
_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Trials:
    """``policy`` is what is asked: a name, or a file. ``client_ca`` is the file of the CA that the product trusts.

    ``guess`` is a user whose password may be guessed, as ``NAME=env:VARIABLE`` or ``NAME=file:FILE``. None is nothing.
    """

    policy: str | None = None
    client_ca: str | None = None
    guess: str | None = None


def read_trials(fields: Fields, folder: Path) -> Trials:
    """What a role says of them; what is wrong is among the problems of the fields. Files are relative to ``folder``."""
    policy = fields.text("policy", check=_policy)
    client_ca = fields.text("client_ca", check=_file)
    guess = fields.text("guess", check=_guess)
    name, _, place = (guess or "").partition("=")
    if place.startswith("file:"):
        guess = f"{name}=file:{_absolute(place, folder)}"
    return Trials(
        policy if policy is None or _NAME.fullmatch(policy) else _absolute(policy, folder),
        None if client_ca is None else _absolute(client_ca, folder),
        guess,
    )


def _absolute(place: str, folder: Path) -> str:
    return str((folder / place.removeprefix("file:")).absolute())


def _policy(text: str) -> str | None:
    return None if _NAME.fullmatch(text) else _expected(text, "the name of a policy, or file:PATH")


def _file(text: str) -> str | None:
    return _expected(text, "file:PATH")


def _expected(text: str, words: str) -> str | None:
    return None if text.startswith("file:") and text != "file:" else words


def _guess(text: str) -> str | None:
    return None if GUESS.fullmatch(text) else "NAME=env:VARIABLE or NAME=file:PATH"

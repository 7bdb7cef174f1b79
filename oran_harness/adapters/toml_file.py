"""A TOML file that people wrote: read, and refused with all that is wrong with it in one sentence."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oran_harness.adapters.key_lines import key_lines
from oran_harness.adapters.plain_file import WaitingFile, beginning_of
from oran_harness.model import InputError, ProblemsError

LARGEST = 1 << 20
"""Octets; a file of usual size has some hundred."""
_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What a file holds, and the line of each key by its path."""

    path: Path
    document: dict[str, Any]
    lines: Mapping[str, int]


def refuse(name: Path | str, problems: Sequence[str]) -> None:
    """Raise ``ProblemsError``, one sentence with all problems of the file of that name, unless there are none."""
    if not problems:
        return
    told = list(problems[:_MOST_PROBLEMS])
    if len(problems) > _MOST_PROBLEMS:
        told.append(f"and {len(problems) - _MOST_PROBLEMS} more problems")
    raise ProblemsError(f"{name} cannot be used: {'; '.join(told)}.")


def read_toml(path: Path, kind: str, missing: str) -> TomlFile:
    """The file at a path; ``kind`` is what it should be, as "profile", ``missing`` what to say where there is none.

    Raises ``InputError`` for one that cannot be read, or is no TOML.
    """
    try:
        octets = beginning_of(path, LARGEST + 1)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist; {missing}.") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder where a {kind} is expected; {missing}.") from None
    except WaitingFile:
        raise InputError(f"{path} is a pipe or a terminal where a {kind} is expected; {missing}.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None
    if len(octets) > LARGEST:
        raise InputError(f"{path} is larger than {LARGEST} octets, which no {kind} is.")
    try:
        text = octets.decode("utf-8-sig")  # editors of Windows put a mark before the text
        return TomlFile(path, tomllib.loads(text), key_lines(text))
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save it as such.") from None
    except RecursionError:
        raise InputError(f"{path} is nested too deeply to be a {kind}.") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is not TOML: {str(error)[:200]}.") from None
    except ValueError:
        raise InputError(f"{path} is not TOML: it holds a number of thousands of digits.") from None

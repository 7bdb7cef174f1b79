"""A JSON document from the command line, a file or standard input."""

import json
import sys
from pathlib import Path
from typing import Any

from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.model.errors import InputError, UsageError

LARGEST = 256 << 20
"""In octets."""


def given_document(source: str) -> Any:
    """What ``json.loads`` makes of a file's content, of JSON itself, or of standard input (``-``).

    Raises ``UsageError`` or ``InputError`` if that is no JSON, ``OSError`` if a file cannot be read.
    """
    if source == "-":
        if sys.stdin is None:
            raise UsageError("Standard input is closed; give JSON or a path.")
        return _parsed(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    if source.lstrip().startswith("{"):
        return _parsed(source.encode("utf-8", "surrogateescape"), "the command line")
    if not source.strip():
        raise InputError("The argument is empty; give JSON, a path, or - for standard input.")
    path = Path(source)
    name = printable(source)
    if "\0" in source:
        raise InputError(f"{name} cannot be a path; give JSON, a path, or - for standard input.")
    if path.is_dir():
        raise InputError(f"{name} is a directory; name a file in it.")
    with path.open("rb") as file:
        return _parsed(file.read(LARGEST + 1), name)


def _parsed(content: bytes, name: str) -> Any:
    if len(content) > LARGEST:
        raise InputError(f"{name} is larger than {LARGEST >> 20} MiB, too large for one message.")
    if not content.strip():
        raise InputError(f"{name} is empty; there is no JSON in it.")
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        raise InputError(f"{name} is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from None
    except UnicodeDecodeError:
        raise InputError(f"{name} is no JSON: it is no text in UTF-8.") from None
    except RecursionError:
        raise InputError(f"{name} is JSON nested too deeply for a message.") from None
    except ValueError as error:  # a number of thousands of digits
        raise InputError(f"{name} cannot be read as JSON: {shortened(str(error), 100)}.") from None

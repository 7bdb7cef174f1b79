"""Where the octets of one message come from: hex, a file, standard input, a frame of a capture."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from oran_harness.cli.given.hex_text import looks_like_hex, octets_of
from oran_harness.cli.shown.printable import printable
from oran_harness.model.errors import InputError, UsageError

LARGEST_MESSAGE = 16 << 20
"""In octets; what the transports accept, too."""
_HEX_CHARACTERS = 4
_CAPTURE_MAGIC = tuple(
    bytes.fromhex(magic) for magic in ("a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1", "0a0d0d0a", "1f8b")
)
_HISTORY = b'{"schema": "oran-harness/history/'


@dataclass(frozen=True, slots=True)
class Given:
    """The octets of one message and where they were found."""

    octets: bytes
    origin: str


def given_octets(words: Sequence[str], frame: int | None = None) -> Given:
    """The octets that the words of a command line name: hex, the path of a file, or ``-`` for standard input.

    A file holds the octets themselves or hex text; of a capture or history, ``frame`` picks the message. Raises
    ``UsageError`` or ``InputError`` if there are no such octets, ``OSError`` if a file cannot be read.
    """
    if list(words) == ["-"]:
        if frame is not None:
            raise UsageError("--frame picks a message of a capture, and a capture must be a file; give its path.")
        return Given(octets_in(_read_standard_input(), "standard input"), "standard input")
    text = " ".join(words)
    path = _existing(text)
    if path is not None:
        return _of_file(path, frame)
    if looks_like_hex(text):
        if frame is not None:
            raise UsageError("--frame picks a message of a capture; give the path of the capture.")
        return Given(octets_of(text), "the command line")
    if "/" in text or Path(text).suffix:
        raise InputError(f"{printable(text)} does not exist; check the path.")
    raise UsageError(
        f"{_brief(text)} is neither hex nor the path of a file; give octets as in 20 01 00 1f, a path, or - for "
        "standard input."
    )


def octets_in(content: bytes, name: str) -> bytes:
    """The octets of a message in a file's content: the content itself, or the hex text that it is.

    Raises ``InputError`` or ``UsageError`` if it holds no single message.
    """
    if not content:
        raise InputError(f"{name} is empty; there is no message in it.")
    if is_recording(content):
        raise UsageError(f"{name} is a capture or a history; pick a message with --frame N, or use check.")
    text = _as_text(content)
    octets = content if text is None else octets_of(text)
    if len(octets) > LARGEST_MESSAGE:
        raise InputError(f"{name} is too long for one message, which has at most {LARGEST_MESSAGE >> 20} MiB.")
    return octets


def is_recording(content: bytes) -> bool:
    """Whether content begins as a capture or a history does."""
    return content.startswith((*_CAPTURE_MAGIC, _HISTORY))


def _existing(text: str) -> Path | None:
    if "\0" in text or len(text) > 4096:
        return None
    try:
        return Path(text) if os.path.lexists(text) else None
    except OSError:
        return None


def _of_file(path: Path, frame: int | None) -> Given:
    name = printable(str(path))
    if path.is_dir():
        raise InputError(f"{name} is a directory; name a file in it.")
    if frame is not None:
        return _of_frame(path, frame)
    with path.open("rb") as file:
        content = file.read(_HEX_CHARACTERS * LARGEST_MESSAGE + 1)
    return Given(octets_in(content, name), name)


def _of_frame(path: Path, frame: int) -> Given:
    from oran_harness.captures import read_recording

    name = printable(str(path))
    with read_recording(path) as recording:
        for event in recording.events:
            if event.octets is not None and frame == (event.n if event.frame is None else event.frame):
                return Given(event.octets, f"{name}, frame {frame}")
    raise UsageError(f"No message ends in frame {frame} of {name}; check --chart {name} shows which frames have one.")


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("Standard input is closed; give octets or a path.")
    return sys.stdin.buffer.read(_HEX_CHARACTERS * LARGEST_MESSAGE + 1)


def _as_text(content: bytes) -> str | None:
    """The content as text if it is text: no E2AP message consists of printable characters alone."""
    try:
        text = content.decode("ascii")
    except UnicodeDecodeError:
        return None
    return text if all(character.isprintable() or character.isspace() for character in text) else None


def _brief(text: str) -> str:
    text = printable(text)
    return repr(text if len(text) <= 40 else text[:37] + "...")

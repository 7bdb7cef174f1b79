"""How an exception becomes one sentence on standard error and an exit code."""

import errno
import os
import traceback
from dataclasses import dataclass

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.shown.printable import printable
from oran_harness.model.errors import HarnessError, ProblemsError

DEBUG_VARIABLE = "ORAN_HARNESS_DEBUG"
_LONGEST = 800
"""Characters of a sentence; of a longer one the middle is left out."""
_LONGEST_LIST = 8000
"""Characters of a sentence that lists problems, each of which somebody has to mend."""
_END = 200


@dataclass(frozen=True, slots=True)
class Failure:
    """What to say, and with which code to end."""

    sentence: str
    exit_code: ExitCode


def failure(error: BaseException) -> Failure:
    """What an exception that reached the top of the command line means.

    ``HarnessError`` and what the operating system refuses is the caller's to put right: code 2. Everything else
    is a mistake of the harness: code 3, and the sentence asks for a report.
    """
    if isinstance(error, HarnessError):
        longest = _LONGEST_LIST if isinstance(error, ProblemsError) else _LONGEST
        return Failure(printable(_sentence(str(error), longest)), ExitCode.USAGE)
    if isinstance(error, OSError):
        return Failure(_refused(error), ExitCode.USAGE)
    if isinstance(error, MemoryError):
        return Failure("There is not enough memory for this; give the process more.", ExitCode.NOTHING_JUDGED)
    what = printable(f"{type(error).__name__}: {error}".rstrip(": "))
    sentence = f"This is a mistake in oran-harness ({what}); please report it with what {DEBUG_VARIABLE}=1 shows."
    return Failure(_sentence(sentence), ExitCode.NOTHING_JUDGED)


def debugging() -> bool:
    """Whether the environment asks for tracebacks."""
    return os.environ.get(DEBUG_VARIABLE, "") not in ("", "0")


def trace(error: BaseException) -> str:
    """The traceback, for people who look for the mistake."""
    return "".join(traceback.format_exception(error))


def _sentence(text: str, longest: int = _LONGEST) -> str:
    if len(text) > longest:
        text = f"{text[: longest - _END]} ... {text[-_END:]}"
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _refused(error: OSError) -> str:
    name = printable(str(error.filename)) if error.filename is not None else "A file or stream"
    advice = {
        errno.ENOENT: "does not exist; check the path",
        errno.EACCES: "may not be opened by this user; change its permissions or the user",
        errno.EPERM: "may not be opened by this user; change its permissions or the user",
        errno.EISDIR: "is a directory; name a file in it",
        errno.ENOSPC: "cannot be written, the disk is full; make room and try again",
    }
    reason = (error.strerror or str(error) or type(error).__name__).rstrip(".")
    return _sentence(f"{name} {advice.get(error.errno or 0, f'cannot be used: {reason}')}")

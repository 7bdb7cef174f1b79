"""How exceptions end."""

import errno

import pytest

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.failure import debugging, failure, trace
from oran_harness.codec.asn1 import EncodeError
from oran_harness.model import HarnessError, InputError, ProblemsError, UsageError


@pytest.mark.parametrize("kind", [HarnessError, InputError, UsageError])
def test_the_callers_mistakes_speak_for_themselves(kind: type[Exception]) -> None:
    """Their text is the sentence, and the code is that of wrong usage; control characters are escaped."""
    told = failure(kind("Do \x1bthis."))
    assert (told.sentence, told.exit_code) == (r"Do \x1bthis.", ExitCode.USAGE)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(errno.ENOENT, "x", "a\nb"), r"a\x0ab does not exist; check the path."),
        (PermissionError(errno.EACCES, "x", "file"), "file may not be opened by this user"),
        (IsADirectoryError(errno.EISDIR, "x", "dir"), "dir is a directory"),
        (OSError(errno.ENOSPC, "x"), "disk is full"),
        (OSError(errno.EIO, "Input/output error", "file"), "file cannot be used: Input/output error."),
        (OSError("odd"), "A file or stream cannot be used: odd."),
    ],
)
def test_what_the_system_refuses_says_what_to_do(error: OSError, said: str) -> None:
    """A missing file, no permission, a full disk: code 2 and what to do about it."""
    told = failure(error)
    assert said in told.sentence
    assert told.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("error", [InputError("a" * 500_000 + "; repair it"), OSError(errno.ENOENT, "x", "a" * 5000)])
def test_sentences_are_short(error: Exception) -> None:
    """However much text of a file or an argument is in it, the sentence keeps its beginning and what to do."""
    sentence = failure(error).sentence
    assert len(sentence) < 1000
    assert sentence.startswith("aaa")
    assert sentence.endswith(("; repair it.", "check the path."))


def test_a_list_of_problems_is_told_in_full() -> None:
    """Somebody has to mend each of them; only one without end is shortened."""
    problems = "; ".join(f"line {n}: known[{n}].reason is empty" for n in range(60))
    assert failure(ProblemsError(f"{problems}.")).sentence == f"{problems}."
    assert len(failure(ProblemsError("a" * 500_000)).sentence) < 9000


def test_everything_else_is_our_mistake() -> None:
    """An unexpected exception asks for a report, and ends with code 3."""
    told = failure(ZeroDivisionError("division by zero"))
    assert told.exit_code == ExitCode.NOTHING_JUDGED
    assert "ZeroDivisionError: division by zero" in told.sentence
    assert "report" in told.sentence
    assert failure(MemoryError()).exit_code == ExitCode.NOTHING_JUDGED


def test_encode_errors_are_the_callers() -> None:
    """A value that does not fit is wrong usage."""
    assert failure(EncodeError("a.b", "out of range")).sentence == "a.b: out of range."


def test_tracebacks_are_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable turns them on; empty and 0 do not."""
    for value, wanted in (("1", True), ("", False), ("0", False)):
        monkeypatch.setenv("ORAN_HARNESS_DEBUG", value)
        assert debugging() is wanted
    assert "ValueError: x" in trace(ValueError("x"))

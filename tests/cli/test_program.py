"""The program: options of all commands, errors, exit codes, streams."""

import subprocess
import sys
import warnings

import pytest

from oran_harness.cli import doctor, program
from oran_harness.cli.exit_code import ExitCode
from tests.cli.run import ROOT, command, process, refused, run


def test_help() -> None:
    """--help and -h show every command and the exit codes, on standard output."""
    ended = run("--help")
    assert ended.code == 0
    assert ended == run("-h")
    for word in ("check", "decode", "encode", "list", "explain", "doctor", "Exit codes:", "Examples:", "--version"):
        assert word in ended.text


def test_without_a_command_there_is_help() -> None:
    """Nothing to do is wrong usage; the help is on standard error."""
    ended = run()
    assert (ended.code, ended.out) == (ExitCode.USAGE, b"")
    assert "Usage: oran-harness" in ended.err


def test_version() -> None:
    """--version is one line."""
    ended = run("--version")
    assert ended.code == 0
    assert ended.text.startswith("oran-harness")
    assert ended.text.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--nope"], "No such option: --nope"),
        (["doctor", "--nope"], "oran-harness doctor --help"),
        (["explain"], "Missing argument"),
        (["decode", "--frame", "x", "00"], "--frame"),
        (["doctor", "a\x1bb"], r"\x1b"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments: list[str], said: str) -> None:
    """An unknown option, a missing argument, a value of the wrong kind: one sentence that says where help is."""
    sentence = refused(run(*arguments))
    assert said in sentence
    assert "--help" in sentence


def test_our_own_mistakes_are_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception ends with code 3; the traceback is only for those who ask."""

    def fail() -> list[object]:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(doctor, "examine", fail)
    sentence = refused(run("doctor"), ExitCode.NOTHING_JUDGED)
    assert "ZeroDivisionError: oh" in sentence
    traced = run("doctor", ORAN_HARNESS_DEBUG="1")
    assert traced.code == ExitCode.NOTHING_JUDGED
    assert "Traceback" in traced.err


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in any command ends with 130 and one word."""

    def interrupt() -> list[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr(doctor, "examine", interrupt)
    assert refused(run("doctor"), ExitCode.INTERRUPTED) == "Interrupted."


def test_warnings_between_libraries_are_kept_from_people() -> None:
    """An old algorithm that a far end asks for is no line with a path of this machine; other warnings are shown."""
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        program.main(["--version"])
        warnings.warn_explicit("old", UserWarning, "dh.py", 30, module="asyncssh.crypto.dh")
        warnings.warn_explicit("ours", UserWarning, "ours.py", 1, module="oran_harness.ours")
    assert [str(warning.message) for warning in shown] == ["ours"]


def test_module_is_the_same_program() -> None:
    """``python -m oran_harness`` does what oran-harness does."""
    assert process("list", "cases").text == run("list", "cases").text


def test_broken_pipe_is_silent() -> None:
    """Whoever stops reading gets no complaint about it; the code is that of a shell."""
    with subprocess.Popen(
        command("explain", "Cause"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
        code = running.wait(timeout=60)
    assert (code, said) == (ExitCode.BROKEN_PIPE, b"")


def test_closed_streams() -> None:
    """With standard output closed the command still does its work and ends as usual."""
    line = " ".join(f"'{word}'" for word in command("list", "cases"))
    done = subprocess.run(["sh", "-c", f"{line} >&-"], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    done = subprocess.run(["sh", "-c", f"{line} 2>&-"], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /dev/full here")
def test_a_full_disk_is_one_sentence() -> None:
    """Output that cannot be written is an error, not a success."""
    line = " ".join(f"'{word}'" for word in command("explain", "Cause"))
    done = subprocess.run(["sh", "-c", f"{line} >/dev/full"], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == ExitCode.USAGE
    assert done.stderr.count(b"\n") == 1
    assert b"disk is full" in done.stderr


def test_any_encoding_of_standard_output() -> None:
    """Characters that standard output cannot write are escaped."""
    ended = process("explain", "Cause", PYTHONIOENCODING="ascii")
    assert ended.code == 0


def test_completion_can_be_shown() -> None:
    """The script for a shell is printed."""
    ended = process("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert ended.code == 0
    assert b"_ORAN_HARNESS_COMPLETE" in ended.out

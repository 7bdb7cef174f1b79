"""Runs the command line, in this process or in one of its own."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from oran_harness.cli import main

ROOT = Path(__file__).resolve().parents[2]
PLAIN = {"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm", "ORAN_HARNESS_DEBUG": ""}


@dataclass(frozen=True)
class Ended:
    """How a run of the command line ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode("utf-8")


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Ended:
    """Run ``oran-harness`` with these arguments in this process."""
    out, err = _stream(b""), _stream(b"")
    with (
        mock.patch.multiple(sys, stdin=_stream(stdin), stdout=out, stderr=err),
        mock.patch.dict(os.environ, PLAIN | environment),
    ):
        code = main(arguments)
        out.flush()
        err.flush()
    return Ended(code, out.buffer.getvalue(), err.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]


def command(*arguments: str) -> list[str]:
    """The command line of ``oran-harness`` with these arguments, for a process of its own."""
    return [sys.executable, "-m", "oran_harness", *arguments]


def process(*arguments: str, stdin: bytes = b"", timeout: float = 60, **environment: str) -> Ended:
    """Run ``oran-harness`` with these arguments in a process of its own, for so many seconds at most."""
    done = subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | PLAIN | environment,
        timeout=timeout,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr.decode("utf-8"))


def refused(ended: Ended, code: int = 2) -> str:
    """The one sentence on standard error of a run that was refused; nothing else was printed."""
    assert ended.code == code, ended
    assert ended.out == b""
    lines = ended.err.splitlines()
    assert len(lines) == 1, ended.err
    assert lines[0].startswith("oran-harness: ")
    assert lines[0].endswith((".", "?", ";"))
    assert "Traceback" not in ended.err
    return lines[0].removeprefix("oran-harness: ")


def _stream(content: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")

"""A command at a terminal of its own, and somebody who reads and types there."""

import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.cli.run import PLAIN, ROOT, command

_LONGEST_S = 90.0
_TAKE = "import os, sys; os.open(os.ttyname(0), os.O_RDWR); os.execv(sys.argv[1], sys.argv[1:])"
"""Who leads a session and opens a terminal has it for his own: then Ctrl-C there is for him."""


class AtTerminal:
    """``text`` is what was on the screen so far, without colours."""

    def __init__(self, process: "subprocess.Popen[bytes]", ours: int) -> None:
        self.text = ""
        self.process = process
        self._ours = ours

    def until(self, true: Callable[[], bool]) -> None:
        """Read on until something is true; it is an error where the command ends before."""
        while not true():
            assert self._read(), self.text

    def type(self, text: str) -> None:
        """Type this; the control character 3 is Ctrl-C."""
        os.write(self._ours, text.encode())

    def end(self) -> int:
        """Read to the end; the exit code."""
        while self._read():
            pass
        return self.process.wait(30)

    def _read(self) -> bool:
        try:
            more = os.read(self._ours, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self.text += re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", more.decode("utf-8", "replace"))
        return True


@contextmanager
def at_terminal(*arguments: str) -> Iterator[AtTerminal]:
    """The command; it is killed if it takes too long, or is not over when the block is."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-ISc", _TAKE, *command(*arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=os.environ | PLAIN,
        start_new_session=True,
    )
    os.close(theirs)
    watchdog = threading.Timer(_LONGEST_S, process.kill)
    watchdog.start()
    try:
        yield AtTerminal(process, ours)
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        os.close(ours)

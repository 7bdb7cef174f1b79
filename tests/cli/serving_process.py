"""``serve`` as a process of its own, with its pipes in the test's hands."""

import json
import os
import signal
import subprocess
import threading
from types import TracebackType
from typing import Any

from tests.cli.run import PLAIN, ROOT, command

_LONGEST = 120.0
"""Seconds after which a process that hangs is killed."""


class ServingProcess:
    """A running ``oran-harness serve``; leaving the ``with`` block kills it, and so does time."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            command("serve", *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | PLAIN,
        )
        self._watchdog = threading.Timer(_LONGEST, self.process.kill)
        self._watchdog.daemon = True
        self._watchdog.start()

    def __enter__(self) -> "ServingProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._watchdog.cancel()
        self.process.kill()
        self.process.communicate()

    def ready(self) -> str:
        """Wait for the line that says so; gives its URI."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline().decode()
        if not line.startswith("ready: "):
            raise AssertionError(line + self.process.communicate(timeout=20)[1].decode())
        return line.removeprefix("ready: ").rstrip("\n")

    def ask(self, stimulus: str, **arguments: Any) -> Any:
        """Give a stimulus; gives its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        line = json.dumps({"stimulus": stimulus, "arguments": arguments}) + "\n"
        self.process.stdin.write(line.encode())
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        """Send a signal; gives exit code, and what is left of standard output and error."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out.decode(), err.decode()

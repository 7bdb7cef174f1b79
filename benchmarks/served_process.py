"""``oran-harness serve`` as a process of its own, and what it takes of the machine (by Linux's ``/proc``)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

MB = 1_000_000


class ServedProcess:
    """A running ``oran-harness serve ... --control``; leaving the ``with`` block ends it."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "oran_harness", "serve", *arguments, "--control"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._told = Path(f"/proc/{self._process.pid}")

    def __enter__(self) -> "ServedProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.communicate()

    def ready(self) -> str:
        """Wait for the line that says so; gives its URI. Raises ``RuntimeError`` if the process ends before."""
        line = self._line()
        if not line.startswith("ready: "):
            raise RuntimeError(f"serve said {line!r}")
        return line.removeprefix("ready: ")

    def ask(self, stimulus: str, **arguments: Any) -> Any:
        """Give a stimulus; gives the details of its answer. Raises ``RuntimeError`` if it is not done."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"stimulus": stimulus, "arguments": arguments}).encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._line())
        if answer["status"] != "done":
            raise RuntimeError(f"{stimulus}: {answer}")
        return answer["details"]

    @property
    def processor_seconds(self) -> float:
        """Seconds of the processor that it has taken since its start, for itself and within the kernel."""
        # What is behind the name, which may hold anything but ends with the last parenthesis, counts from field 3 on.
        fields = (self._told / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[14 - 3]) + int(fields[15 - 3])) / os.sysconf("SC_CLK_TCK")

    @property
    def resident_mb(self) -> float:
        """Its resident memory at this moment, in 10**6 octets."""
        return int((self._told / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MB

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().decode().rstrip("\n")

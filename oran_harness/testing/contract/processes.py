"""Which processes come of an adapter: they inherit a mark in their environment, wherever they go."""

import os
import signal
import sys
import time
from contextlib import suppress
from uuid import uuid4

from oran_harness.adapters import keeper
from oran_harness.adapters.keeper import descendants

MARK = "ORAN_HARNESS_CONTRACT"
_KEEPER = f"/{keeper.__name__.rpartition('.')[2]}.py".encode()
_LOOKING_S = 0.02


class Processes:
    """What has begun since ``begin``: what carries the mark, and what comes from this process. Ends with ``end``."""

    def __init__(self) -> None:
        self._token = f"{MARK}={uuid4().hex}"
        self._outer: str | None = None
        self._before: set[int] = set()

    def begin(self) -> None:
        """Mark what is started from now on."""
        self._outer = os.environ.get(MARK)
        os.environ[MARK] = self._token.partition("=")[2]
        self._before = set(descendants(os.getpid()))

    def end(self) -> None:
        """Mark nothing any more."""
        if self._outer is None:
            os.environ.pop(MARK, None)
        else:
            os.environ[MARK] = self._outer

    def running(self) -> set[int]:
        """Those that run."""
        found = set(descendants(os.getpid())) - self._before
        if sys.platform == "linux":
            token = self._token.encode()
            for name in os.listdir("/proc"):
                if name.isdecimal() and int(name) != os.getpid() and token in _read(name, "environ").split(b"\0"):
                    found.add(int(name))
        return {process for process in found if not _dead(process)}

    def left(self, seconds: float) -> list[str]:
        """Those that still run after so many seconds, in words."""
        until = time.monotonic() + seconds
        while (found := self.running()) and time.monotonic() < until:
            time.sleep(_LOOKING_S)
        if not found:
            # Whoever goes into the background may slip through one look, between two processes.
            time.sleep(_LOOKING_S)
            found = self.running()
        return [f"{process} ({_words(process)})" for process in sorted(found)]


def kill(processes: set[int]) -> None:
    """Kill processes; those that are gone already need not be."""
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def is_keeper(process: int) -> bool:
    """Whether a process is one of the harness's own, which stands between it and a product."""
    return _KEEPER in _read(str(process), "cmdline")


def _words(process: int) -> str:
    return " ".join(_read(str(process), "cmdline").decode(errors="replace").split("\0")).strip()[:80]


def _dead(process: int) -> bool:
    fields = _read(str(process), "stat").rpartition(b")")[2].split()
    return not fields or fields[0] in (b"Z", b"X")


def _read(process: str, file: str) -> bytes:
    try:
        with open(f"/proc/{process}/{file}", "rb") as found:
            return found.read()
    except OSError:  # it is gone, or not ours
        return b""

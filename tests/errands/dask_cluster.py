"""A Dask cluster on loopback: a scheduler and workers, each in a process of its own, as a user starts them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
from distributed import Client

ROOT = Path(__file__).resolve().parents[2]
ALLOWED_FAILURES = "1"
_STARTING_S = 40.0


class DaskCluster:
    """A scheduler, and as many workers as are asked for; all are gone afterwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self._processes: list[subprocess.Popen[bytes]] = []
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._processes):
            for each in (*descendants(process.pid), process.pid):
                kill(each)
            process.wait()

    @property
    def uri(self) -> str:
        """Where the scheduler listens."""
        wait(self._file.exists)
        wait(lambda: bool(self._file.read_text("utf-8")))
        return str(json.loads(self._file.read_text("utf-8"))["address"])

    def worker(self, *options: str) -> subprocess.Popen[bytes]:
        """Start a worker for one errand at a time."""
        uri = self.uri
        process = self._start("dask_worker", uri, "--nthreads", "1", "--local-directory", str(self._folder), *options)
        self.workers.append(process)
        return process

    def addresses(self) -> list[str]:
        """The addresses of the workers that the scheduler knows."""
        with Client(self.uri) as client:
            return list(client.scheduler_info(n_workers=-1)["workers"])

    def _start(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        file = () if program == "dask_worker" else ("--scheduler-file", str(self._file))
        words = [sys.executable, "-m", f"distributed.cli.{program}", *options, *file, "--no-dashboard"]
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": ALLOWED_FAILURES,
        }
        with open(self._folder / f"{program}.log", "ab") as log:
            process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=log, stderr=log)
        self._processes.append(process)
        return process


@contextmanager
def workers(folder: Path, number: int, *options: str) -> Iterator[DaskCluster]:
    """A cluster with so many workers."""
    with DaskCluster(folder) as cluster:
        for _ in range(number):
            cluster.worker(*options)
        yield cluster


def wait(so: Callable[[], bool], seconds: float = _STARTING_S) -> None:
    """Wait until it is so."""
    until = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < until, "it is not so in time"
        time.sleep(0.05)


def descendants(pid: int) -> list[int]:
    """The processes that come from one."""
    try:
        return [each.pid for each in psutil.Process(pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def kill(pid: int) -> None:
    """End a process at once."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return

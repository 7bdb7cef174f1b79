"""The process beside us that judges a record as it grows: forwarding never waits for it."""

import asyncio
import contextlib
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from oran_harness.checkers import AuditResult
from oran_harness.interop.judge import LENGTH, Report
from oran_harness.model import Finding

_COMMAND = "from oran_harness.interop.judge import main; main()"


class Judging:
    """Starts the process, and takes in what it reports.

    ``on_finding`` gets each new finding, ``on_trouble`` sentences for people. The record is its queue: it may fall
    behind as far as it likes, nothing is lost, and ``finish`` waits for it.
    """

    def __init__(
        self, paths: Sequence[Path], on_finding: Callable[[Finding], None], on_trouble: Callable[[str], None]
    ) -> None:
        self.judged = 0
        self._paths = paths
        self._on_finding = on_finding
        self._on_trouble = on_trouble
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[tuple[AuditResult, ...] | None] | None = None

    async def start(self) -> None:
        """Start it; the histories must be there."""
        path = os.pathsep.join(sys.path)
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _COMMAND,
            *map(str, self._paths),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            # Ctrl-C at the terminal is ours: what was written is to be judged before it ends. It stays in our session,
            # for the kernel may weigh whole sessions against each other, and then its niceness would count for nothing.
            process_group=0,
        )
        self._reading = asyncio.create_task(self._read(self._process))

    async def finish(self) -> tuple[AuditResult, ...] | None:
        """Nothing more is written: let it judge the rest; what it came to for each history, None if it broke."""
        if self._process is None or self._reading is None:
            return None
        self._hang_up(self._process)
        try:
            # Who is cancelled here gives the rest up: abandon has to see that it is not done.
            return await asyncio.shield(self._reading)
        finally:
            await self.abandon()

    async def abandon(self) -> None:
        """End it, whatever it has not judged yet."""
        process, self._process = self._process, None
        if process is None:
            return
        self._hang_up(process)
        if self._reading is not None and not self._reading.done():
            self._reading.cancel()
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await asyncio.gather(self._reading, return_exceptions=True)
        await process.wait()

    async def _read(self, process: asyncio.subprocess.Process) -> tuple[AuditResult, ...] | None:
        """Take in reports until the last; None if the process ended without one."""
        assert process.stdout is not None
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
                report = pickle.loads(await process.stdout.readexactly(length))
                assert isinstance(report, Report)
                self.judged = max(self.judged, report.judged)
                for finding in report.findings:
                    self._on_finding(finding)
                for text in report.trouble:
                    self._on_trouble(text)
                if report.results is not None:
                    return report.results
        self._on_trouble(
            "the process that judges has ended before it was done: nothing more is judged now, messages are passed on "
            "and written down all the same, and check judges the record later"
        )
        return None

    def _hang_up(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is not None:
            process.stdin.close()

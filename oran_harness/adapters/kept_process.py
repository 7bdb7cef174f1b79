"""A process under its keeper, as asyncio sees it."""

import asyncio
import contextlib
import json
import socket
import sys
from collections.abc import Callable
from typing import Any

from oran_harness.adapters import keeper
from oran_harness.adapters.adapter import AdapterError
from oran_harness.adapters.launch_line import LaunchLine

_SPAWNING_S = 20.0
_ENDING_S = 10.0
_DRAINING_S = 2.0
_DRAINING_AFTER_DEATH_S = 0.2
_CHUNK = 8192

Reader = Callable[[str, bytes], None]
"""Gets what comes on ``"stdout"`` or ``"stderr"``; nothing at all: the stream is at its end."""


class KeptProcess:
    """A running process. Whatever becomes of the harness, nothing that the process starts outlives it."""

    def __init__(self, process: asyncio.subprocess.Process, writer: asyncio.StreamWriter, line: LaunchLine) -> None:
        self.pid = 0
        self.status: int | None = None
        """The wait status once it has ended; None while it runs, and where it cannot be known."""
        self.left: tuple[int, ...] = ()
        """What could not be killed."""
        self.ended = asyncio.Event()
        self._ending_s = _ENDING_S + (keeper.AFTERWARDS_S if line.afterwards else 0.0)
        self._keeper = process
        self._writer = writer
        self._started: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def start(cls, line: LaunchLine, reader: Reader, *, stdin: bool) -> "KeptProcess":
        """Run a command; with ``stdin`` it can be written to. Raises ``AdapterError`` if it cannot be run."""
        ours, theirs = socket.socketpair()
        try:
            process = await asyncio.create_subprocess_exec(
                *_command(theirs),
                stdin=asyncio.subprocess.PIPE if stdin else asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
            answers, writer = await asyncio.open_connection(sock=ours)
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        kept = cls(process, writer, line)
        await kept._begin(line, reader, answers)
        return kept

    async def _begin(self, line: LaunchLine, reader: Reader, answers: asyncio.StreamReader) -> None:
        self._tasks = [
            asyncio.create_task(self._watch(answers)),
            asyncio.create_task(_pump("stdout", self._keeper.stdout, reader)),
            asyncio.create_task(_pump("stderr", self._keeper.stderr, reader)),
        ]
        try:
            self._send(
                command=list(line.words),
                cwd=str(line.cwd),
                environment=dict(line.environment),
                afterwards=list(line.afterwards),
            )
            failure = await asyncio.wait_for(self._started, _SPAWNING_S)
        except BaseException as error:
            await self.end()
            if isinstance(error, TimeoutError):
                raise AdapterError(f"{line.words[0]} could not be run within {_SPAWNING_S:g} s") from None
            raise
        if failure is not None:
            await self.end()
            raise AdapterError(f"it cannot be run: {failure}")

    def signal(self, number: int) -> None:
        """Send a signal to the process and those of its group."""
        self._send(signal=number)

    async def write(self, octets: bytes) -> None:
        """Write to its standard input; waits while it does not read. Raises ``OSError`` if it has closed it."""
        stream = self._keeper.stdin
        if stream is None:
            raise OSError("the process has no standard input of ours")
        stream.write(octets)
        await stream.drain()

    async def drained(self) -> None:
        """Wait a moment for what an ended process has printed last."""
        if self._tasks:  # of which the first is the watch, which goes on
            await asyncio.wait(self._tasks[1:], timeout=_DRAINING_AFTER_DEATH_S)

    async def end(self) -> None:
        """Kill whatever is left of it, and wait until it is gone."""
        with contextlib.suppress(OSError, RuntimeError):  # the keeper has gone before us
            self._writer.write_eof()
        try:
            await asyncio.wait_for(self._keeper.wait(), self._ending_s)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                self._keeper.kill()
            await self._keeper.wait()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=_DRAINING_S)
            for task in late:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        self._writer.close()
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()
        # What a descendant out of our reach still holds open would keep the pipes, and us, waiting.
        self._keeper._transport.close()  # type: ignore[attr-defined]

    async def _watch(self, answers: asyncio.StreamReader) -> None:
        """Note what the keeper tells; its silence for good means that the process is gone too."""
        try:
            while line := await answers.readline():
                told: dict[str, Any] = json.loads(line)
                if "started" in told:
                    self.pid = told["started"]
                    self._resolve(None)
                elif "failed" in told:
                    self._resolve(told["failed"])
                elif "ended" in told:
                    self.status = told["ended"]
                    self.ended.set()
                elif "left" in told:
                    self.left = tuple(told["left"])
        except (OSError, ValueError) as error:
            self._resolve(f"its keeper broke: {error}")
        finally:
            self._resolve("its keeper ended before it began")
            self.ended.set()

    def _resolve(self, failure: str | None) -> None:
        if not self._started.done():
            self._started.set_result(failure)

    def _send(self, **line: Any) -> None:
        with contextlib.suppress(OSError, RuntimeError):  # then it is over, and _watch says so
            self._writer.write(json.dumps(line).encode() + b"\n")


def _command(channel: socket.socket) -> list[str]:
    path = keeper.__spec__.origin if keeper.__spec__ is not None else None
    if path is None:
        raise AdapterError("oran-harness is installed in a way that has no files; install it from a wheel")
    return [sys.executable, "-I", "-S", path, str(channel.fileno())]


async def _pump(name: str, stream: asyncio.StreamReader | None, reader: Reader) -> None:
    if stream is None:
        return
    try:
        while octets := await stream.read(_CHUNK):
            reader(name, octets)
            await asyncio.sleep(0)  # reading what is there already lets nobody else in
    finally:
        reader(name, b"")

"""A product that is a process of this machine, or a container: the seven calls, done with its profile's launch."""

import asyncio
import json
import re
import shlex
import signal
from collections.abc import Mapping
from typing import Any

from oran_harness.adapters.adapter import (
    NOT_STARTED,
    AdapterError,
    Addresses,
    Description,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.adapters.container import engine_answers
from oran_harness.adapters.kept_process import KeptProcess
from oran_harness.adapters.launch_line import launch_line
from oran_harness.adapters.output import Output, Teller
from oran_harness.adapters.process_end import exit_status, in_words
from oran_harness.adapters.profile import Launch
from oran_harness.adapters.stimulus_lines import Owed, answer_in, stimulus_line
from oran_harness.model.restart import KILL, RESTART, STOP

_LONGEST_COMMAND = 500


class ProcessAdapter:
    """Starts, watches, stimulates and stops one process.

    ``tell`` gets a sentence for each start and end, and the lines that the process prints.
    """

    def __init__(self, product: str, version: str | None, launch: Launch, tell: Teller) -> None:
        self._description = Description(product, version, None if launch.stimuli else (RESTART,))
        self._launch = launch
        self._tell = tell
        self._ready = re.compile(launch.ready) if launch.ready is not None else None
        self._is_ready = asyncio.Event()
        self._output = Output(tell)
        self._process: KeptProcess | None = None
        self._addresses = Addresses()
        self._asking = asyncio.Lock()
        self._waiting: tuple[str, asyncio.Future[StimulusAnswer]] | None = None
        self._owed = Owed()
        self._reported = False

    async def describe(self) -> Description:
        """The product as its profile names it."""
        return self._description

    async def start(self, addresses: Addresses) -> None:
        """Start the process and wait until it is ready.

        Raises ``AdapterError`` if it cannot be run, ends, or is not ready in time, ``UsageError`` if a secret of its
        profile or a container engine cannot be had; nothing of it is left then.
        """
        await self.stop()
        self._addresses = addresses
        self._is_ready.clear()
        self._owed = Owed()
        self._reported = False
        line = launch_line(self._launch, addresses)
        if self._launch.container is not None:
            await engine_answers(line.words[0])
        self._output = Output(self._tell, line.secrets)
        self._process = await KeptProcess.start(line, self._read, stdin=self._launch.stimuli)
        words = self._launch.command if self._launch.container is None else line.words
        self._tell(f"started as process {self._process.pid}: {shlex.join(words)[:_LONGEST_COMMAND]}")
        if self._ready is not None:
            await self._until_ready(self._process)

    async def stop(self) -> None:
        """Stop the process by its signal, and kill what is left of it and of all that it started."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            if not process.ended.is_set():
                process.signal(self._launch.stop_signal)
                await _within(process.ended.wait(), self._launch.stop_timeout_s)
        finally:
            await process.end()
            self._report(process)
            if process.left:
                self._tell(f"these of its processes could not be killed: {', '.join(map(str, process.left))}")

    async def reset(self) -> None:
        """Stop it and start it again, where it was."""
        await self.start(self._addresses)

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Restart it, or write the stimulus to its standard input and wait for the line that answers it.

        Raises ``AdapterError`` if no answer comes in time, and what ``start`` raises.
        """
        if name == RESTART:
            return await self._restart(arguments.get("how", STOP))
        if not self._launch.stimuli:
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        async with self._asking:
            process = self._process
            if process is None or process.ended.is_set():
                raise AdapterError(f"{self._description.product} does not run, so it cannot be asked to {name}")
            waiting: asyncio.Future[StimulusAnswer] = asyncio.get_running_loop().create_future()
            self._waiting = name, waiting
            try:
                async with asyncio.timeout(self._launch.stimulus_timeout_s):
                    return await self._asked(process, name, arguments, waiting)
            except TimeoutError:
                self._owed.missed(name)
                raise AdapterError(
                    f"no answer to the stimulus {name} within {self._launch.stimulus_timeout_s:g} s"
                ) from None
            except OSError as error:
                raise AdapterError(f"the stimulus {name} cannot be written to its standard input: {error}") from None
            finally:
                self._waiting = None

    async def health(self) -> Health:
        """Whether the process runs; if not, how it ended and what it printed last."""
        process = self._process
        if process is None:
            return Health(False, NOT_STARTED)
        if not process.ended.is_set():
            return Health(True, f"process {process.pid} runs")
        await process.drained()
        self._report(process)
        return Health(
            False, self._how_it_ended(process), None if process.status is None else exit_status(process.status)
        )

    async def collect(self) -> Mapping[str, bytes]:
        """The last of what it printed, as ``output.log``."""
        return {"output.log": self._output.kept()}

    async def _restart(self, how: object) -> StimulusAnswer:
        """End it as its profile says, or by a kill, and start it where it was."""
        if how not in (STOP, KILL):
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        if self._process is not None and how == KILL:
            self._process.signal(signal.SIGKILL)
            await _within(self._process.ended.wait(), self._launch.stop_timeout_s)
        await self.start(self._addresses)
        return StimulusAnswer(StimulusStatus.DONE)

    async def _until_ready(self, process: KeptProcess) -> None:
        ready, ended = asyncio.ensure_future(self._is_ready.wait()), asyncio.ensure_future(process.ended.wait())
        try:
            await asyncio.wait(
                (ready, ended), timeout=self._launch.ready_timeout_s, return_when=asyncio.FIRST_COMPLETED
            )
            if self._is_ready.is_set():
                return
            if process.ended.is_set():
                await process.drained()
                raise AdapterError(f"it ended before it was ready: {self._how_it_ended(process)}")
            raise AdapterError(
                f"it was not ready within {self._launch.ready_timeout_s:g} s: no line of its output matches "
                f"{json.dumps(self._launch.ready)}{self._last_line()}"
            )
        except BaseException:
            await self.stop()
            raise
        finally:
            ready.cancel()
            ended.cancel()

    async def _asked(
        self,
        process: KeptProcess,
        name: str,
        arguments: Mapping[str, Any],
        waiting: asyncio.Future[StimulusAnswer],
    ) -> StimulusAnswer:
        """The answer, or an ``AdapterError`` if the process ends instead of giving one."""
        await process.write(stimulus_line(name, arguments))
        ended = asyncio.ensure_future(process.ended.wait())
        try:
            await asyncio.wait((waiting, ended), return_when=asyncio.FIRST_COMPLETED)
        finally:
            ended.cancel()
        if waiting.done():
            return waiting.result()
        await process.drained()
        raise AdapterError(f"it ended when it was asked to {name}: {self._how_it_ended(process)}")

    def _read(self, stream: str, octets: bytes) -> None:
        now = asyncio.get_running_loop().time()
        lines = self._output.take(stream, octets, now) if octets else self._output.end(stream, now)
        for line in lines:
            self._look_at(stream, line)
        if self._ready is not None and not self._is_ready.is_set() and self._ready.search(self._output.pending(stream)):
            self._is_ready.set()

    def _look_at(self, stream: str, line: str) -> None:
        if self._ready is not None and not self._is_ready.is_set() and self._ready.search(line):
            self._is_ready.set()
        answer = answer_in(line) if stream == "stdout" and self._launch.stimuli else None
        if answer is None or self._owed.late(answer[0]):
            return
        if self._waiting is not None and self._waiting[0] == answer[0] and not self._waiting[1].done():
            self._waiting[1].set_result(answer[1])

    def _report(self, process: KeptProcess) -> None:
        """Tell once how it ended."""
        if not self._reported and process.ended.is_set():
            self._reported = True
            self._output.flush()
            self._tell(f"process {process.pid} ended: {self._ending(process)}")

    def _how_it_ended(self, process: KeptProcess) -> str:
        return f"{self._ending(process)}{self._last_line()}"

    def _ending(self, process: KeptProcess) -> str:
        return "killed, with its keeper" if process.status is None else in_words(process.status)

    def _last_line(self) -> str:
        return f'; its last line of output: "{self._output.last}"' if self._output.last else ""


async def _within(waiting: Any, seconds: float) -> bool:
    try:
        await asyncio.wait_for(waiting, seconds)
    except TimeoutError:
        return False
    return True

"""An adapter that a vendor wrote as a class, in a process of its own: what it does there costs nobody else anything.

It is loaded, and served over a socket that nobody else can reach, by ``adapter_process``, under a keeper. When one of
its calls is given up, no other is made: an adapter that blocks would block that, too. The process lives on until it is
stopped, for the product may be in it, and must not seem to die of what its adapter did.
"""

import asyncio
import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from oran_harness.adapters.adapter import (
    NOT_STARTED,
    Addresses,
    BrokenAdapter,
    Description,
    Health,
    StimulusAnswer,
)
from oran_harness.adapters.bounded import LOADING_S
from oran_harness.adapters.endpoint import private_endpoint
from oran_harness.adapters.grpc import GrpcAdapter, LostAdapter
from oran_harness.adapters.kept_process import KeptProcess
from oran_harness.adapters.launch_line import LaunchLine
from oran_harness.adapters.output import Output, Teller
from oran_harness.adapters.process_end import in_words
from oran_harness.model import InputError

READY, PROBLEM = "ready", "problem"
"""The files by which its process says that it is served, and why it cannot be."""
_BOOT = (
    "import json, sys; given = json.loads(sys.argv[1]); sys.path[:] = given['path']; "
    "from oran_harness.adapters.adapter_process import main; main(given['name'], given['folder'], given['place'])"
)
_LOOKING_S = 0.01
_ENDING_S = 1.0
_LONGEST_PLACE = 60
"""Octets of a folder's name; the whole path of a Unix socket has at most 107."""
T = TypeVar("T")


class HostedAdapter:
    """The seven calls of a class ``module:Class``, made in its process, which lives from the first call to ``stop``.

    ``folder`` is the vendor's. ``tell`` gets what the adapter prints.
    """

    def __init__(self, name: str, folder: Path, tell: Teller) -> None:
        self._name = name
        self._folder = folder
        self._output = Output(lambda line: tell(f"adapter {line}"))
        self._process: KeptProcess | None = None
        self._client: GrpcAdapter | None = None
        self._place: Path | None = None
        self._beginning = asyncio.Lock()
        self._given_up = False

    async def describe(self) -> Description:
        """What it drives. Raises ``InputError`` with all that is wrong if it cannot be loaded."""
        return await self._call(lambda client: client.describe())

    async def start(self, addresses: Addresses) -> None:
        """Have it start the product; one whose process has ended, or that hung, begins anew."""
        if not self._usable:
            await self.release()
        await self._call(lambda client: client.start(addresses))

    async def stop(self) -> None:
        """Have it stop the product, and end it: nothing that it has started is left running."""
        try:
            if self._process is not None and self._usable:
                await self._call(lambda client: client.stop())
        finally:
            await self.release()

    async def reset(self) -> None:
        """Have it bring the product back to where it was."""
        await self._call(lambda client: client.reset())

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Have the product do something."""
        return await self._call(lambda client: client.stimulate(name, **arguments))

    async def health(self) -> Health:
        """Whether the product lives."""
        if self._process is None:
            return Health(False, NOT_STARTED)
        return await self._call(lambda client: client.health())

    async def collect(self) -> Mapping[str, bytes]:
        """What the product leaves behind, and the last of what the adapter printed as ``adapter.log``."""
        files: Mapping[str, bytes] = {}
        if self._process is not None and self._usable:
            files = await self._call(lambda client: client.collect())
        return {"adapter.log": self._output.kept(), **files}

    async def release(self) -> None:
        """End its process, and all that this has started."""
        process, self._process = self._process, None
        client, self._client = self._client, None
        place, self._place = self._place, None
        self._given_up = False
        try:
            if client is not None:
                await client.release()
        finally:
            if process is not None:
                await process.end()
            if place is not None:
                shutil.rmtree(place, ignore_errors=True)
            self._output.flush()

    @property
    def _usable(self) -> bool:
        """Whether another call can be made: no process is fine, as it can begin."""
        return not self._given_up and (self._process is None or not self._process.ended.is_set())

    async def _call(self, call: Callable[[GrpcAdapter], Awaitable[T]]) -> T:
        if self._given_up:
            raise BrokenAdapter("it did not come back from a call before, so no other is made")
        try:
            async with self._beginning:
                if self._client is None:
                    self._client = await self._begin()
            return await call(self._client)
        except LostAdapter as lost:
            raise BrokenAdapter(await self._how_it_ended() or str(lost)) from None
        except asyncio.CancelledError:
            self._given_up = self._process is not None
            raise

    async def _begin(self) -> GrpcAdapter:
        """Run its process until it is served."""
        place = self._place = _new_place()
        given = {"path": sys.path, "name": self._name, "folder": str(self._folder), "place": str(place)}
        words = (sys.executable, "-c", _BOOT, json.dumps(given))
        # Should we be killed, its keeper clears the place away.
        line = LaunchLine(words, Path.cwd(), os.environ, afterwards=("rm", "-rf", "--", str(place)))
        process = self._process = await KeptProcess.start(line, self._read, stdin=False)
        try:
            async with asyncio.timeout(LOADING_S):
                while not (place / READY).exists():
                    if process.ended.is_set():
                        await self._refuse(place)
                    await asyncio.sleep(_LOOKING_S)
        except TimeoutError:
            await self.release()
            raise BrokenAdapter(f"the adapter {self._name} was not loaded within {LOADING_S:g} s") from None
        except BaseException:
            await self.release()
            raise
        return GrpcAdapter(private_endpoint(place))

    async def _refuse(self, place: Path) -> None:
        """Raise what its process, which has ended, says of why."""
        with contextlib.suppress(FileNotFoundError):
            raise InputError((place / PROBLEM).read_text("utf-8"))
        raise BrokenAdapter(f"the adapter {self._name} cannot be loaded: {await self._how_it_ended()}")

    async def _how_it_ended(self) -> str | None:
        """How its process came to its end, None if it did not."""
        process = self._process
        if process is None:
            return None
        with contextlib.suppress(TimeoutError):  # the connection ends a little before the process does
            await asyncio.wait_for(process.ended.wait(), _ENDING_S)
        if not process.ended.is_set():
            return None
        await process.drained()
        how = "killed, with its keeper" if process.status is None else in_words(process.status)
        last = f'; its last line of output: "{self._output.last}"' if self._output.last else ""
        return f"its process ended by itself: {how}{last}"

    def _read(self, stream: str, octets: bytes) -> None:
        now = asyncio.get_running_loop().time()
        if octets:
            self._output.take(stream, octets, now)
        else:
            self._output.end(stream, now)


def _new_place() -> Path:
    """A new folder that only this user can enter, with a short name."""
    usual = tempfile.gettempdir()
    return Path(tempfile.mkdtemp(prefix="oran-harness-", dir=usual if len(usual) <= _LONGEST_PLACE else "/tmp"))

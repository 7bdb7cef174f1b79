"""Starts, stimulates and stops one product: an adapter to begin with. Change what it runs, and how that is asked.

As it stands it runs the reference peer of oran-harness, a program that prints ``ready: URI`` when it is ready, and that
takes stimuli as JSON lines on its standard input, one answer a line.
"""

import asyncio
import json
import sys
from collections import deque
from collections.abc import Mapping
from typing import Any

from oran_harness.adapters import (
    AdapterError,
    Addresses,
    Description,
    Health,
    StimulusAnswer,
    StimulusStatus,
)

READY_S, STOP_S = 20.0, 5.0
"""Seconds that the product may take to get ready, and to stop before it is killed."""
MOST_LINES = 5000
"""Lines of its output that are kept."""


def command(addresses: Addresses) -> list[str]:
    """What is run: a near-RT RIC that listens at ``own``, or an E2 node that connects to ``peer``."""
    words = [sys.executable, "-m", "oran_harness", "serve"]
    if addresses.own is not None:
        words += ["near-rt-ric", "--listen", addresses.own]
    else:
        # The harness wants a fresh association for each case: the node comes back at once.
        words += ["e2-node", "--connect", str(addresses.peer), "--reconnect-after", "0.001"]
    return [*words, "--control", *(["--e2ap", addresses.e2ap] if addresses.e2ap else [])]


class ProductAdapter:
    """The seven calls of the contract."""

    def __init__(self) -> None:
        self._addresses = Addresses()
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._asking = asyncio.Lock()
        self._asked = ""
        self._answer: asyncio.Future[StimulusAnswer] | None = None
        self._printed: deque[bytes] = deque(maxlen=MOST_LINES)

    async def describe(self) -> Description:
        """What this drives; the stimuli are not listed, since the product is asked for each."""
        return Description("reference peer of oran-harness")

    async def start(self, addresses: Addresses) -> None:
        """Start the product, and return when it is ready."""
        await self.stop()
        self._addresses = addresses
        self._ready.clear()
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            *command(addresses), stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.STDOUT, limit=1 << 20
        )
        reading = self._reading = asyncio.create_task(self._read(self._process))
        ready = asyncio.create_task(self._ready.wait())
        await asyncio.wait((ready, reading), timeout=READY_S, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if not self._ready.is_set():
            last = self._printed[-1].decode(errors="replace").strip() if self._printed else "nothing"
            await self.stop()
            raise AdapterError(f"the product did not get ready; it printed last: {last}")

    async def stop(self) -> None:
        """Stop the product; nothing of it is left running."""
        process, self._process = self._process, None
        reading, self._reading = self._reading, None
        if process is None or reading is None:
            return
        if process.returncode is None:
            process.terminate()
            await asyncio.wait((reading,), timeout=STOP_S)
        if process.returncode is None:
            process.kill()
        await reading

    async def reset(self) -> None:
        """Bring the product back to where it was after its start."""
        await self.start(self._addresses)

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Have the product do something; it answers ``unsupported`` to what it does not know."""
        async with self._asking:
            process = self._process
            if process is None or process.returncode is not None or process.stdin is None:
                raise AdapterError("the product does not run")
            self._asked = name
            self._answer = asyncio.get_running_loop().create_future()
            process.stdin.write(json.dumps({"stimulus": name, "arguments": arguments}).encode() + b"\n")
            return await self._answer

    async def health(self) -> Health:
        """Whether the product lives."""
        if self._process is None:
            return Health(False, "not started")
        status = self._process.returncode
        return Health(True, "runs") if status is None else Health(False, f"ended with status {status}", status)

    async def collect(self) -> Mapping[str, bytes]:
        """What the product leaves behind for people."""
        return {"product.log": b"".join(self._printed)}

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        """Read what the product prints until it has ended."""
        assert process.stdout is not None
        async for line in process.stdout:
            self._printed.append(line)
            if line.startswith(b"ready: "):
                self._ready.set()
            elif line.startswith(b"{"):
                self._take(json.loads(line))
        await process.wait()
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(AdapterError(f"the product ended when it was asked to {self._asked}"))

    def _take(self, answer: Mapping[str, Any]) -> None:
        if self._answer is not None and not self._answer.done() and answer["stimulus"] == self._asked:
            self._answer.set_result(StimulusAnswer(StimulusStatus(answer["status"]), answer["details"]))

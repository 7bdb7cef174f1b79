"""Adapters that do what none should, in the call that the environment names: to be run in a process of their own."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.adapters import Addresses, Description, Health, StimulusAnswer, StimulusStatus

MISDEED, CALL = "HOSTILE_MISDEED", "HOSTILE_CALL"


def _block() -> None:
    time.sleep(600)


def _exit() -> None:
    print("out of here", flush=True)
    os._exit(7)


def _raise() -> None:
    raise ValueError("no bench")


def _leave() -> None:
    raise SystemExit(3)


def _flood() -> None:
    for _ in range(60):
        os.write(1, b"x" * 79 + b"\n" + b"\xff" * 100_000)
        os.write(2, b"y\n" * 10_000)


def _spawn() -> None:
    # In a session of its own, as a program that goes into the background.
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    print(f"left {process.pid}", flush=True)


_MISDEEDS: Mapping[str, Callable[[], None]] = {
    "block": _block,
    "exit": _exit,
    "raise": _raise,
    "leave": _leave,
    "flood": _flood,
    "spawn": _spawn,
}


class Hostile:
    """Its calls are as they should be, but for one."""

    async def describe(self) -> Description:
        """What it drives."""
        return await self._do("describe", Description("hostile", "1", None))

    async def start(self, addresses: Addresses) -> None:
        """Nothing to do."""
        await self._do("start", None)

    async def stop(self) -> None:
        """Nothing to do."""
        await self._do("stop", None)

    async def reset(self) -> None:
        """Nothing to do."""
        await self._do("reset", None)

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """It knows everything but what there is not."""
        if name == "no-such-stimulus":
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        return await self._do("stimulate", StimulusAnswer(StimulusStatus.DONE))

    async def health(self) -> Health:
        """Fine."""
        return await self._do("health", Health(True))

    async def collect(self) -> Mapping[str, bytes]:
        """A log."""
        return await self._do("collect", {"hostile.log": b"fine"})

    async def _do(self, call: str, usual: Any) -> Any:
        if os.environ.get(CALL) not in (call, "all"):
            return usual
        misdeed = os.environ[MISDEED]
        if misdeed == "nonsense":
            return 7
        if misdeed == "late":
            await asyncio.sleep(600)
        _MISDEEDS[misdeed]()
        return usual

"""Adapters that break one thing each, around a sample near-RT RIC in this process."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.adapters import Addresses, Description, Health, StimulusAnswer, StimulusStatus
from oran_harness.adapters.bounded import Patience
from oran_harness.testing import PeerAdapter, Subject, adapter_subject, sample_peer

SHORT = Patience(*[1.0] * 6)


class Fine(PeerAdapter):
    """Breaks nothing."""

    def __init__(self) -> None:
        super().__init__(lambda: sample_peer("near-rt-ric"))


class Nameless(Fine):
    async def describe(self) -> Description:
        return Description("")


class Fickle(Fine):
    async def describe(self) -> Description:
        return Description(f"product {id(object())} {asyncio.get_running_loop().time()}")


class Odd(Fine):
    async def describe(self) -> Description:
        return Description("odd", None, (1, 2))  # type: ignore[arg-type]


class Nervous(Fine):
    ready = False

    async def start(self, addresses: Addresses) -> None:
        self.ready = True
        await super().start(addresses)

    async def stop(self) -> None:
        if not self.ready:
            raise RuntimeError("nothing to stop")
        await super().stop()


class Absent(Fine):
    async def start(self, addresses: Addresses) -> None:
        """It says nothing, and does nothing."""

    async def health(self) -> Health:
        return Health(True)


class Dead(Fine):
    async def health(self) -> Health:
        return Health(False, "power failure")


class Liar(Fine):
    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        return StimulusAnswer(StimulusStatus.DONE)


class ForgetfulLiar(Fine):
    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        return StimulusAnswer(StimulusStatus.DONE if arguments else StimulusStatus.UNSUPPORTED)


class Unspeakable(Fine):
    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        return StimulusAnswer(StimulusStatus.UNSUPPORTED, {"what": object()})


class Wanderer(Fine):
    async def collect(self) -> Mapping[str, bytes]:
        return {"../../etc/passwd": b""}


class Ender(Fine):
    async def collect(self) -> Mapping[str, bytes]:
        if self.hosting is not None:
            await super().stop()
        return {}


class Resetless(Fine):
    async def reset(self) -> None:
        await super().stop()


class Hanging(Fine):
    async def reset(self) -> None:
        await asyncio.sleep(600)


class Restartless(Fine):
    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        if name == "restart":
            return StimulusAnswer(StimulusStatus.FAILED, {"reason": "no key"})
        return await super().stimulate(name, **arguments)


class Unstoppable(Fine):
    async def stop(self) -> None:
        """It goes on."""


class Zombie(Fine):
    async def health(self) -> Health:
        return Health(True)


class Single(Fine):
    async def start(self, addresses: Addresses) -> None:
        if self._addresses != Addresses() and self.hosting is None:
            raise ConnectionError("one start is all")
        await super().start(addresses)


class Littering(Fine):
    """Leaves a process behind that has gone into the background."""

    async def stop(self) -> None:
        if self.hosting is not None:
            program = "import os, time; os.fork() and os._exit(0); os.setsid(); time.sleep(60)"
            subprocess.run([sys.executable, "-I", "-S", "-c", program], check=True)
        await super().stop()


class Deathless(Fine):
    """Its product has a process, whose end it does not notice."""

    process: asyncio.subprocess.Process | None = None

    async def start(self, addresses: Addresses) -> None:
        """Reset starts it again, so the process of before ends here too."""
        await self._end_process()
        await super().start(addresses)
        self.process = await asyncio.create_subprocess_exec("sleep", "60")

    async def stop(self) -> None:
        await self._end_process()
        await super().stop()

    async def _end_process(self) -> None:
        process, self.process = self.process, None
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()


def subject(make: Callable[[], Any]) -> Subject:
    """It, to be held against the contract with little patience."""
    return adapter_subject(make, "near-rt-ric", scheme="memory", patience=SHORT)

"""Vendors to run suites against: adapters that host the reference peers in the adapter's process."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Any

import psutil

from oran_harness.adapters import Addresses, StimulusAnswer
from oran_harness.model.role import Role
from tests.runner.scene import HostedAdapter, node, ric


class Ric(HostedAdapter):
    """The reference near-RT RIC."""

    def __init__(self) -> None:
        super().__init__(ric)


class Node(HostedAdapter):
    """The reference E2 node."""

    def __init__(self) -> None:
        super().__init__(node)


class MortalRic(Ric):
    """It dies of its first stimulus."""

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        answer = await super().stimulate(name, **arguments)
        if name != "no-such-stimulus":
            await self.die("killed by signal 11 (SIGSEGV)")
        return answer


def harness() -> int:
    """The process that runs this adapter; its keeper stands between the two."""
    keeper = psutil.Process().parent()
    assert keeper is not None
    return keeper.ppid()


class Terminating(Ric):
    """When it is started, the harness is asked to end."""

    async def start(self, addresses: Addresses) -> None:
        await super().start(addresses)
        os.kill(harness(), signal.SIGTERM)
        await asyncio.sleep(600)


class HangingUp(Ric):
    """When it is started, the terminal of the harness goes away."""

    async def start(self, addresses: Addresses) -> None:
        await super().start(addresses)
        os.kill(harness(), signal.SIGHUP)


class NeverRic(HostedAdapter):
    """It does not start."""

    def __init__(self) -> None:
        super().__init__(ric, failing_starts=99)


PROFILE = """
[vendor]
name = "{name}"
product = "{name} under test"
version = "1.2"

[roles.{role}]
adapter = "tests.cli.bench:{adapter}"
transport = ["tcp"]
"""


def vendor(folder: Path, adapter: str = "Ric", role: Role = Role.NEAR_RT_RIC, name: str = "alfa") -> Path:
    """Make a vendor's folder; its path."""
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    (place / "profile.toml").write_text(PROFILE.format(name=name, adapter=adapter, role=role))
    return place

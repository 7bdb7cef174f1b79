"""Two products that meet in this process."""

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from oran_harness.adapters import Addresses, StimulusAnswer, StimulusStatus
from oran_harness.interop.pairs import playing
from oran_harness.interop.pairs.scene import Scene
from oran_harness.interop.pairs.steering import Steering
from oran_harness.interop.pairs.verdicts import Played
from oran_harness.model import CaseResult, Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.flaws import FLAWS
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.runner import Target
from oran_harness.steps import ClaimedModel, Claims
from tests.runner.scene import HostedAdapter, target

PERIOD_MS = 50


class Product(HostedAdapter):
    """A product of this process. ``refused`` are stimuli that it does not know; it subscribes to quick reports."""

    def __init__(self, make: Callable[[], Actor], refused: Sequence[str] = ()) -> None:
        super().__init__(make)
        self.refused = refused

    async def start(self, addresses: Addresses) -> None:
        """Host it, unless it is hosted."""
        if self.hosting is None:
            await super().start(addresses)

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Ask the actor."""
        if name in self.refused:
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        if name == "subscribe":
            arguments["period_ms"] = PERIOD_MS
        return await super().stimulate(name, **arguments)


def a_node(flaw: str | None = None, **config: Any) -> Callable[[], Actor]:
    """An E2 node of today."""
    own = NodeConfig(epoch=time.time() - time.monotonic(), scheme="memory", reconnect_after=0.02, **config)
    return lambda: E2Node(own) if flaw is None else FLAWS[flaw].wrap(E2Node(own))


def a_ric(flaw: str | None = None, **config: Any) -> Callable[[], Actor]:
    """A near-RT RIC."""
    own = RicConfig(**config)
    return lambda: NearRtRic(own) if flaw is None else FLAWS[flaw].wrap(NearRtRic(own))


def product(
    role: Role,
    make: Callable[[], Actor],
    *,
    claims: Claims | None = None,
    refused: Sequence[str] = (),
    startable: bool = True,
) -> Target:
    """What a pair is made of: alfa's node, bravo's RIC."""
    aim = target(Product(make, refused), role, startable=startable)
    vendor = "alfa" if role is Role.E2_NODE else "bravo"
    return _renamed(aim, vendor, claims or Claims())


def _renamed(aim: Target, vendor: str, claims: Claims) -> Target:
    from dataclasses import replace

    return replace(aim, vendor=vendor, claims=claims)


def kpm(revision: str, *styles: int) -> Claims:
    """Claims of an edition of KPM."""
    return Claims(True, (), (), (ClaimedModel("KPM", revision=revision, styles=styles),))


def met(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    scenes: Sequence[Scene],
    node: Target | None = None,
    ric: Target | None = None,
    *,
    edition: str = "3.01",
    timeout: float = 3.0,
    told: Callable[[CaseResult], None] = lambda result: None,
) -> Played:
    """What a pair comes to in these scenes."""
    monkeypatch.setattr(playing, "SCENES", tuple(scenes))
    steering = Steering(edition, timeout, patience=5.0)
    one = node or product(Role.E2_NODE, a_node())
    other = ric or product(Role.NEAR_RT_RIC, a_ric())

    async def work() -> Played:
        async with asyncio.timeout(100):
            return await playing.play(one, other, steering, folder, told=told)

    return asyncio.run(work())

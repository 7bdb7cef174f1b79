"""Starting, watching and stopping two products."""

import asyncio
from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

import pytest

from oran_harness.adapters import AdapterError, Addresses, BoundedAdapter, Health, StimulusAnswer, StimulusStatus
from oran_harness.adapters.present import PresentAdapter
from oran_harness.interop.pairs import backstage as subject
from oran_harness.interop.pairs.backstage import Backstage
from oran_harness.interop.pairs.outcome import Death, SceneOver
from oran_harness.interop.pairs.party import Party
from oran_harness.model import Role
from oran_harness.steps import Claims

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC


class Scripted(PresentAdapter):
    """Fails to start so many times, dies when it is told to, and refuses to stop if it is stubborn."""

    def __init__(self, failing: int = 0, *, stubborn: bool = False) -> None:
        super().__init__("scripted", None)
        self.calls: list[str] = []
        self.dead: str | None = None
        self._failing = failing
        self._stubborn = stubborn

    async def start(self, addresses: Addresses) -> None:
        self.calls.append("start")
        if self.calls.count("start") <= self._failing:
            raise AdapterError("the address is in use")
        self.dead = None

    async def stop(self) -> None:
        self.calls.append("stop")
        if self._stubborn:
            raise AdapterError("it does not stop")

    async def health(self) -> Health:
        return Health(self.dead is None, self.dead or "")


def of(adapters: Mapping[Role, Scripted], *, startable: bool = True) -> Backstage:
    """The stage behind these."""
    parties = {
        role: Party(role, role.value, Claims(), BoundedAdapter(each), startable) for role, each in adapters.items()
    }
    return Backstage(parties, dict.fromkeys(adapters, Addresses()))


def test_a_death_is_told_once() -> None:
    """Then the product is not up any more, until it is started again."""
    node = Scripted()

    async def work() -> None:
        stage = of({NODE: node, RIC: Scripted()})
        await stage.start(NODE)
        assert await stage.deaths() == {}
        node.dead = "signal 6"
        assert await stage.deaths() == {NODE: Death("signal 6")}
        assert await stage.deaths() == {}
        assert stage.up == set()
        await stage.start(NODE)
        assert stage.up == {NODE}

    asyncio.run(work())


def test_who_is_not_started_here_is_not_watched() -> None:
    """Nothing can be known of it."""
    node = Scripted()

    async def work() -> None:
        stage = of({NODE: node}, startable=False)
        await stage.start(NODE)
        node.dead = "gone"
        assert await stage.deaths() == {}

    asyncio.run(work())


def test_a_restart_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address may not be free at once; one that never starts is told with its last reason."""
    monkeypatch.setattr(subject, "_AGAIN_S", (0.0, 0.0))

    async def work() -> None:
        slow, hopeless = Scripted(failing=2), Scripted(failing=9)
        stage = of({NODE: slow, RIC: hopeless})
        await stage.restart(NODE)
        assert slow.calls == ["stop", "start", "start", "start"]
        with pytest.raises(AdapterError, match="in use"):
            await stage.restart(RIC)
        assert stage.up == {NODE}

    asyncio.run(work())


@pytest.mark.parametrize(
    ("status", "expected", "up"),
    [
        (StimulusStatus.DONE, None, True),
        (StimulusStatus.UNSUPPORTED, SceneOver, True),
        (StimulusStatus.FAILED, AdapterError, False),
    ],
)
def test_a_person_is_asked_once_for_a_restart(
    status: StimulusStatus, expected: type[Exception] | None, up: bool
) -> None:
    """One that cannot be done ends the scene, and the product is up as it was."""
    asked: list[str] = []

    class Person(Scripted):
        async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
            asked.append(name)
            return StimulusAnswer(status, {"reason": "no key"})

    async def work() -> None:
        stage = Backstage({NODE: Party(NODE, "alfa", Claims(), BoundedAdapter(Person()), True, by_hand=True)}, {})
        stage.up.add(NODE)
        with pytest.raises(expected) if expected is not None else nullcontext():
            await stage.restart(NODE)
        assert (NODE in stage.up) is up

    asyncio.run(work())
    assert asked == ["restart"]


def test_both_are_stopped_whatever_one_says() -> None:
    """What goes wrong is told."""

    async def work() -> None:
        stubborn, other = Scripted(stubborn=True), Scripted()
        (trouble,) = await of({NODE: stubborn, RIC: other}).stop()
        assert trouble == "e2-node could not be stopped: it does not stop"
        assert other.calls == ["stop"]

    asyncio.run(work())

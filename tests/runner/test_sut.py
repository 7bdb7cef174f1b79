"""A SUT that is brought up, watched, and brought up again."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.adapters import (
    AdapterError,
    Addresses,
    BoundedAdapter,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.adapters.present import PresentAdapter
from oran_harness.drivers import Setting, live_history
from oran_harness.drivers import reach as reaching
from oran_harness.drivers.history import MOST_OCTETS
from oran_harness.model import EventKind, Role, UsageError
from oran_harness.model.run_event import SutChanged
from oran_harness.runner import sut as sut_module
from oran_harness.runner.sut import MOST_ABSENCES, MOST_FAILURES, Sut
from oran_harness.runner.warming import warm
from oran_harness.runner.wire import close
from oran_harness.transports import Link
from tests.runner.scene import HostedAdapter, node, ric, target

SETTING = Setting(Role.NEAR_RT_RIC, timeout=0.3, connect_timeout=0.3)


def play(
    adapter: Any,
    scene: Callable[[Sut, list[SutChanged]], Awaitable[None]],
    role: Role = Role.NEAR_RT_RIC,
    **parts: Any,
) -> None:
    """A scene with a SUT that is reached in memory."""

    async def whole() -> None:
        warm(SETTING.role, SETTING.edition)
        aim = target(adapter, role)
        reach, addresses = await aim.wire.open()
        changes: list[SutChanged] = []
        parts.setdefault("startable", True)
        sut = Sut(BoundedAdapter(adapter), reach, addresses, replace(SETTING, role=role), changes.append, **parts)
        try:
            await scene(sut, changes)
        finally:
            await sut.stop()
            await close(reach)

    asyncio.run(whole())


async def look(sut: Sut, **seen: bool) -> Any:
    """Look after a case, in which the SUT was heard unless it is told otherwise."""
    return await sut.look(replace(SETTING, role=sut.role), live_history(1), **({"heard": True} | seen))


def test_it_is_started_once_and_lives() -> None:
    """Ready again and again; the probe finds it alive."""
    adapter = HostedAdapter(ric)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is await sut.ready() is None
        assert (await look(sut)).alive
        assert sut.distrust is None
        assert await sut.stop() is None
        assert [(each.up, each.why) for each in changes] == [(True, "started"), (False, "the run is over")]

    play(adapter, scene)
    assert adapter.starts == 1


def test_a_ric_that_answers_no_more_is_blamed_if_it_ever_did() -> None:
    """Its process may live: silence on a fresh association after it has spoken is a death as well."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        silent = await look(sut, heard=False)
        assert (silent.alive, silent.blamed) == (False, False)
        assert await sut.ready() is None
        assert (await look(sut, heard=True)).blamed
        assert sut.restarts == 1

    play(Deaf(), scene)


def test_a_node_that_does_not_come_back_is_not_blamed() -> None:
    """When it has to is written nowhere; it is started again all the same."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        fate = await look(sut)
        assert (fate.alive, fate.blamed) == (False, False)
        assert await sut.ready() is None
        assert sut.restarts == 1

    play(Deaf(), scene, Role.E2_NODE)


def test_a_node_that_stays_away_is_not_waited_for_again_and_again() -> None:
    """When it does not come back after some cases it is just started again; one that comes has its time again."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        waited = []
        for _ in range(MOST_ABSENCES + 1):
            assert await sut.ready() is None
            record = live_history(1)
            await sut.look(replace(SETTING, role=Role.E2_NODE, connect_timeout=1.5), record, heard=True)
            waited.append(record.now)
        assert min(waited[:MOST_ABSENCES]) >= 1.5 > waited[-1]

    play(Deaf(), scene, Role.E2_NODE)


def test_the_death_of_a_node_is_noticed_while_it_is_waited_for() -> None:
    """A RIC's is on the wire; of one that we do not start nothing can be known."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert sut.gone is not None
        waiting = asyncio.ensure_future(sut.gone())
        await asyncio.sleep(0.1)
        assert not waiting.done()
        await adapter.die("exit status 3")
        assert await asyncio.wait_for(waiting, 5) == "exit status 3"

    async def nothing(sut: Sut, changes: list[SutChanged]) -> None:
        assert sut.gone is None

    adapter = HostedAdapter(node)
    play(adapter, scene, Role.E2_NODE)
    play(HostedAdapter(ric), nothing)
    play(PresentAdapter("x", None), nothing, Role.E2_NODE, startable=False)


def test_a_node_that_dies_is_blamed() -> None:
    """Death is not silence."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        await adapter.die("exit status 3")
        fate = await look(sut)
        assert (fate.alive, fate.blamed, fate.detail) == (False, True, "exit status 3")

    adapter = HostedAdapter(node)
    play(adapter, scene, Role.E2_NODE)


def test_who_was_taken_down_has_the_fate_it_had() -> None:
    """Asked once more it has not died of that it does not run: we have stopped it ourselves."""

    class Process(Deaf):
        runs = False

        async def start(self, addresses: Addresses) -> None:
            self.runs = True

        async def stop(self) -> None:
            self.runs = False

        async def health(self) -> Health:
            return Health(self.runs, "it runs" if self.runs else "not started")

    async def stays_away(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        fate = await look(sut)
        assert "lives, and does not come back by itself" in fate.detail
        assert (fate.alive, fate.blamed, await look(sut)) == (False, False, fate)

    async def dies(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        await adapter.die("exit status 3")
        fate = await look(sut)
        assert (fate.detail, fate.blamed, await look(sut)) == ("exit status 3", True, fate)

    play(Process(), stays_away, Role.E2_NODE)
    adapter = HostedAdapter(node)
    play(adapter, dies, Role.E2_NODE)


def test_a_node_that_ends_with_its_association_is_not_blamed() -> None:
    """A simulator whose RIC has gone may have nothing left to do; it is started again."""

    class Leaves(Deaf):
        async def health(self) -> Health:
            return Health(False, "exit status 0", 0)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        record = live_history(1)
        record.add(EventKind.UP, source=Role.E2_NODE, association="1")
        record.add(EventKind.SHUTDOWN, source=Role.NEAR_RT_RIC, association="1")
        fate = await sut.look(replace(SETTING, role=Role.E2_NODE), record, heard=True)
        assert (fate.blamed, fate.detail) == (False, "it ended with its association (exit status 0)")
        assert sut.stays_away
        assert await sut.ready() is None

    play(Leaves(), scene, Role.E2_NODE)


def test_one_that_dies_while_it_is_probed_died() -> None:
    """A process that is dying closes its sockets first; its end is waited for a moment."""

    class Dying(Deaf):
        async def health(self) -> Health:
            self.asked = getattr(self, "asked", 0) + 1
            return Health(self.asked < 2, "killed by signal 6 (SIGABRT)")

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        fate = await look(sut, heard=False)
        assert (fate.blamed, fate.detail) == (True, "killed by signal 6 (SIGABRT)")

    play(Dying(), scene)


def test_one_that_dies_of_each_case_is_there_for_the_next() -> None:
    """It took an association each time: a SUT that aborts costs its case; one that dies alone is soon given up."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        for _ in range(MOST_FAILURES + 1):
            assert await sut.ready() is None
            await adapter.die("killed by signal 6 (SIGABRT)")
            assert (await look(sut, heard=False, met=True)).blamed
        for _ in range(MOST_FAILURES):
            assert await sut.ready() is None
            await adapter.die("exit status 1")
            await look(sut, heard=False, met=False)
        assert "given up" in str(await sut.ready())

    adapter = HostedAdapter(ric)
    play(adapter, scene)


def test_a_node_that_connects_long_before_it_is_ready_has_its_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its association is not cut off as one of before."""
    monkeypatch.setattr(reaching, "FRESH_FOR", 0.1)
    cut: list[Link] = []

    async def part(link: Link) -> None:
        cut.append(link)

    monkeypatch.setattr(reaching, "part", part)

    class Slow(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            await super().start(addresses)
            await asyncio.sleep(0.2)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert (await look(sut)).alive
        assert not cut

    play(Slow(node), scene, Role.E2_NODE)


def test_one_that_does_not_say_when_it_is_ready_has_its_time() -> None:
    """It is probed until it answers, or its time is over, or it is dead."""

    class Late(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            asyncio.get_running_loop().call_later(0.3, lambda: tasks.append(asyncio.create_task(_start(addresses))))

    async def _start(addresses: Addresses) -> None:
        await HostedAdapter.start(late, addresses)

    async def ready(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None

    async def never(sut: Sut, changes: list[SutChanged]) -> None:
        assert "no sign of life" in str(await sut.ready())

    tasks: list[Any] = []
    late = Late(ric)
    play(late, ready, settling=10.0)
    play(Deaf(), never, settling=0.3)


def test_one_that_is_not_ours_is_not_stopped_and_is_taken_when_it_is_back() -> None:
    """Where we cannot start it, we can only look again."""
    other = HostedAdapter(ric)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert not (await look(sut, heard=False)).alive
        assert "is not there: no sign of life" in str(await sut.ready())
        await other.start(Addresses(own=sut.reach.uri))
        assert await sut.ready() is None
        assert (await look(sut)).alive
        await other.stop()

    play(PresentAdapter("x", None), scene, startable=False)


def test_who_was_never_there_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case has waited its time; the signs that end the run come soon. One that was there has its time again."""
    monkeypatch.setattr(sut_module, "_STRANGER_S", 0.05)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert (await look(sut, heard=False)).detail.endswith("did not connect within 0.05 s")
        assert str(await sut.ready()).endswith("did not connect within 0.05 s")
        assert (await look(sut, heard=True)).detail.endswith("did not connect within 0.3 s")

    play(Deaf(), scene, Role.E2_NODE, startable=False)


def test_one_that_floods_case_after_case_is_given_up() -> None:
    """It is heard, but all of its histories would fill the disk."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        for _ in range(MOST_FAILURES):
            assert await sut.ready() is None
            history = live_history(1)
            history.heard_octets = MOST_OCTETS + 1
            fate = await sut.look(replace(SETTING, role=sut.role), history, heard=True)
            assert "floods the harness" in fate.detail
        assert "given up" in str(await sut.ready())

    play(HostedAdapter(ric), scene)


def test_configuration_is_the_callers_fault_once() -> None:
    """At its first start it is raised; later it is a reason like others."""

    class Unset(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            raise UsageError("TOKEN is not set.")

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        with pytest.raises(UsageError):
            await sut.ready()
        assert await sut.ready() == "the SUT cannot be started: TOKEN is not set."

    play(Unset(ric), scene)


def test_one_that_cannot_be_stopped() -> None:
    """That is told where it is noticed."""

    class Sticky(Deaf):
        async def stop(self) -> None:
            raise AdapterError("it hangs")

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert (await look(sut)).blamed
        assert await sut.stop() == "it hangs"

    play(Sticky(), scene)


class Deaf(PresentAdapter):
    """Starts, and neither answers nor connects."""

    def __init__(self) -> None:
        super().__init__("deaf", None)


def test_a_case_has_it_restarted() -> None:
    """By a stop and a start, where its adapter has no way of its own; that is no death, and no restart of the run's."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        answer = await sut.stimulate("restart", {"how": "stop"})
        assert answer.status is StimulusStatus.DONE
        assert answer.details == {"return_within_s": 30.0}
        assert (await look(sut)).alive
        assert (sut.restarts, len(changes)) == (0, 1)
        killed = await sut.stimulate("restart", {"how": "kill"})
        assert killed.status is StimulusStatus.UNSUPPORTED

    adapter = HostedAdapter(ric)
    play(adapter, scene, starting=30.0)
    assert adapter.starts == 2


def test_an_adapter_may_restart_it_itself() -> None:
    """What it answers is the answer, with how long a node may be away."""

    class Killing(HostedAdapter):
        async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
            if name != "restart":
                return await super().stimulate(name, **arguments)
            await self.die("killed by signal 9")
            await self.start(Addresses(own=self.place))
            return StimulusAnswer(StimulusStatus.DONE, arguments)

        async def start(self, addresses: Addresses) -> None:
            self.place = addresses.own
            await super().start(addresses)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        answer = await sut.stimulate("restart", {"how": "kill"})
        assert answer.details == {"how": "kill", "return_within_s": 0.3}
        assert (await look(sut)).alive

    play(Killing(ric), scene)


def test_one_that_does_not_come_back_is_not_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What keeps it away may be the machine; it is tried for a while, then it is down until the next case."""
    monkeypatch.setattr(sut_module, "AGAIN_S", (0.0, 0.0))

    class Staying(HostedAdapter):
        lost = 3

        async def start(self, addresses: Addresses) -> None:
            if self.starts and self.lost:
                self.lost -= 1
                raise AdapterError("the port is in use")
            await super().start(addresses)

        async def health(self) -> Health:
            return Health(self.hosting is not None, "not started")

    async def stays_away(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        with pytest.raises(AdapterError, match="the port is in use"):
            await sut.stimulate("restart", {})
        fate = await look(sut)
        assert (fate.alive, fate.blamed) == (False, False)
        assert fate.detail == "the SUT did not come back after a restart: the port is in use"
        assert await sut.ready() is None
        assert (sut.restarts, [each.up for each in changes]) == (1, [True, False, True])

    async def comes_late(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert (await sut.stimulate("restart", {})).status is StimulusStatus.DONE
        assert (await look(sut)).alive

    play(Staying(ric), stays_away)
    late = Staying(ric)
    late.lost = 2
    play(late, comes_late)


def test_one_that_listens_long_after_its_restart_is_not_blamed() -> None:
    """How long its start takes is said nowhere. Who was met again, and is silent then, is to blame."""

    class Late(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            if self.starts:
                self.starts += 1
            else:
                await super().start(addresses)

        async def health(self) -> Health:
            return Health(True)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        for met in (False, True):
            assert await sut.ready() is None
            assert (await look(sut)).alive
            assert (await sut.stimulate("restart", {})).status is StimulusStatus.DONE
            history = live_history(0)
            history.add(EventKind.STEP, message="stimulate restart")
            if met:
                history.add(EventKind.UP, source=Role.E2_NODE, association=history.new_association())
            fate = await sut.look(SETTING, history, heard=True)
            assert (fate.alive, fate.blamed) == (False, met)
            adapter.starts = 0

    adapter = Late(ric)
    play(adapter, scene)


def test_one_that_is_not_met_after_our_start_is_not_blamed() -> None:
    """It lives and listens late: nothing was sent to it that it could have died of."""

    class Late(HostedAdapter):
        late = False

        async def start(self, addresses: Addresses) -> None:
            if not self.late:
                await super().start(addresses)

        async def health(self) -> Health:
            return Health(True)

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert (await look(sut)).alive
        await adapter.stop()
        assert (await look(sut)).blamed
        adapter.late = True
        assert await sut.ready() is None
        assert not (await look(sut, heard=False)).blamed

    adapter = Late(ric)
    play(adapter, scene)


def test_one_that_was_dead_is_not_brought_back_by_a_restart() -> None:
    """Its death would not be seen any more: it is told, and the SUT is to blame."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        await adapter.die("killed by signal 11")
        with pytest.raises(AdapterError, match="it was dead before: killed by signal 11"):
            await sut.stimulate("restart", {"how": "kill"})
        fate = await look(sut)
        assert (fate.blamed, fate.detail) == (True, "killed by signal 11")

    adapter = HostedAdapter(ric)
    play(adapter, scene)


def test_a_restart_is_no_death_to_those_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """While a node is down because a case wants it so, nobody is told that it is gone."""
    monkeypatch.setattr(sut_module, "_WATCHING_S", 0.01)

    class Slow(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            await asyncio.sleep(0.1)
            await super().start(addresses)

        async def health(self) -> Health:
            return Health(self.hosting is not None, "not started")

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        assert sut.gone is not None
        waiting = asyncio.ensure_future(sut.gone())
        await sut.stimulate("restart", {})
        await asyncio.sleep(0.05)
        assert not waiting.done()
        waiting.cancel()

    play(Slow(node), scene, Role.E2_NODE)


def test_a_restart_that_is_broken_off() -> None:
    """It is down, and that is nobody's fault."""

    class Endless(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            if self.starts:
                await asyncio.sleep(60)
            await super().start(addresses)

        async def health(self) -> Health:
            return Health(self.hosting is not None, "not started")

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert await sut.ready() is None
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(sut.stimulate("restart", {}), 0.05)
        fate = await look(sut)
        assert (fate.alive, fate.blamed) == (False, False)

    play(Endless(ric), scene)


def test_one_that_does_not_say_when_it_is_ready_is_asked_until_it_answers() -> None:
    """After a restart as after a start; one that lives and never answers is for the case to judge."""

    async def scene(sut: Sut, changes: list[SutChanged]) -> None:
        assert (await sut.stimulate("restart", {})).status is StimulusStatus.DONE

    play(Deaf(), scene, settling=0.1)
    play(HostedAdapter(ric), scene, settling=5.0)

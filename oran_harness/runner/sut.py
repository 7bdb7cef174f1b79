"""The system under test during a run: brought up when a case needs it, watched, and brought up again."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.adapters import (
    AdapterError,
    Addresses,
    BoundedAdapter,
    BrokenAdapter,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.drivers import History, Reach, Setting, live_history, probe_live
from oran_harness.drivers.live import GoneCall
from oran_harness.model import EventKind, HarnessError, Role
from oran_harness.model.restart import ASKED, RESTART, RETURN_WITHIN, STOP
from oran_harness.model.run_event import SutChanged
from oran_harness.runner.leaving import has_left

MOST_FAILURES = 3
"""Signs that it is not there, one after the other; then nobody waits for it any more."""
MOST_ABSENCES = 2
"""So often a node that lives may stay away after a case; then it is not waited for any more, but started again."""
OVER = "the run is over"
AGAIN_S = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Pauses before a SUT that a case has restarted, and that did not start, is started once more: together longer than TCP
keeps the address of one that was killed (RFC 9293, 3.6.1: twice the segment's life, 60 s as a rule)."""
_ENOUGH_S = 90.0
"""Seconds after which that is not tried once more."""
_LOOKING_AGAIN_S, _WATCHING_S, _AWAY_S = 0.2, 0.5, 1.0
_STRANGER_S = 5.0
"""Seconds that a probe waits for an association where nothing was ever heard: a case has waited in vain before."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a SUT: ``detail`` says how it is dead; ``blamed`` if that is its own doing.

    ``harness`` tells that its adapter is at fault.
    """

    alive: bool
    detail: str = ""
    blamed: bool = False
    harness: bool = False


class Sut:
    """One SUT in one role.

    ``startable`` tells that its adapter starts and stops it, ``settling`` for how many seconds after a start it may not
    answer yet (None: when its start is over it is ready). ``starting`` is for how many seconds a start may go on.
    ``changed`` is told when it comes up and goes down; a restart that a case asks for is no such change.
    """

    def __init__(
        self,
        adapter: BoundedAdapter,
        reach: Reach,
        addresses: Addresses,
        setting: Setting,
        changed: Callable[[SutChanged], None],
        *,
        startable: bool,
        settling: float | None = None,
        starting: float = 0.0,
    ) -> None:
        self.reach = reach
        self.restarts = 0
        self.distrust: str | None = None
        """Why its adapter's stimuli are not to be trusted, None if they are."""
        self.adapter_broke = False
        """Whether it could not be brought up by its adapter's own fault."""
        self._adapter = adapter
        self._addresses = addresses
        self._setting = setting
        self._changed = changed
        self._startable = startable
        self._settling = settling
        self._starting = starting
        self._restarting = False
        self._returning = False
        self._fresh = False
        self._up = False
        self._starts = 0
        self._failures = 0
        self._absences = 0
        self._seen = False
        self._why = ""
        self._fate = Fate(True)

    @property
    def role(self) -> Role:
        """The role under test."""
        return self._setting.role

    @property
    def gone(self) -> GoneCall | None:
        """What waits until it has died, where that is needed: a RIC that dies ends its associations, and takes no more.

        A node that is waited for may come back at any time, if it lives.
        """
        return self._died if self._startable and self.role.connects else None

    @property
    def stays_away(self) -> bool:
        """Whether it is a node that has not come back by itself so far, or has ended with its association."""
        return self._absences > 0

    async def ready(self) -> str | None:
        """Bring it up if it is not; None, or why it cannot be used.

        Raises ``HarnessError`` for what is wrong with its configuration, when it is to be started for the first time.
        """
        self.adapter_broke = False
        if self._up:
            return None
        if self._failures >= MOST_FAILURES:
            return f"{self._why} (given up after {self._failures} attempts)"
        try:
            await self._bring_up()
        except AdapterError as error:
            what = "cannot be started" if self._startable else "is not there"
            self._fail(f"the SUT {what}: {error}")
            self.adapter_broke = isinstance(error, BrokenAdapter)
            return self._why
        except HarnessError as error:
            if self._starts <= 1:
                raise
            self._fail(f"the SUT cannot be started: {error}")
            return self._why
        self._note_up()
        return None

    @property
    def given_up(self) -> str | None:
        """Why nobody waits for it any more, None while somebody does."""
        return self._why if not self._up and self._failures >= MOST_FAILURES else None

    @property
    def startable(self) -> bool:
        """Whether it is started and stopped here."""
        return self._startable

    @property
    def settling(self) -> bool:
        """Whether a start that is over does not mean that it answers already."""
        return self._startable and self._settling is not None

    async def death(self) -> str | None:
        """How its process came to its end, None if it lives for all that is known. Raises nothing."""
        try:
            return await self._death()
        except AdapterError:
            return None

    async def stimulate(self, name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
        """Have it do something; raises ``AdapterError``. Whoever asks decides whether to ask again."""
        if name == RESTART and self._startable:
            return await self._restart(arguments)
        return await self._adapter.stimulate(name, **arguments)

    async def _restart(self, arguments: Mapping[str, Any]) -> StimulusAnswer:
        """Restart it, by its adapter's own means or by a stop and a start.

        Raises ``AdapterError`` if it is dead already, for which its fate is there, or if it does not come back: then it
        is down until the next case needs it, and nobody is blamed.
        """
        died = await self._death()
        if died is not None:
            raise AdapterError(f"it was dead before: {died}")
        self._restarting = True
        back = False
        why = "its restart was broken off"
        try:
            answer = await self._restarted(arguments)
            back = self._returning = True
        except (AdapterError, HarnessError) as error:
            why = str(error)
            raise AdapterError(why) from error
        finally:
            self._restarting = False
            if not back:
                self._fail(f"the SUT did not come back after a restart: {why}", counts=False)
        patience = max(self._setting.connect_timeout, self._starting)
        return StimulusAnswer(answer.status, {**answer.details, RETURN_WITHIN: patience})

    async def _restarted(self, arguments: Mapping[str, Any]) -> StimulusAnswer:
        clock = asyncio.get_running_loop().time
        enough = clock() + _ENOUGH_S
        try:
            answer = await self._adapter.stimulate(RESTART, **arguments)
            if answer.status is StimulusStatus.UNSUPPORTED and arguments.get("how", STOP) == STOP:
                await self._adapter.stop()
                await self._adapter.start(self._addresses)
                answer = StimulusAnswer(StimulusStatus.DONE)
        except AdapterError as error:
            await self._start_again(error, enough)
            answer = StimulusAnswer(StimulusStatus.DONE)
        self.reach.renew()
        if answer.status is StimulusStatus.DONE and self._settling is not None:
            await self._settled(self._settling)
        return answer

    async def _settled(self, seconds: float) -> None:
        """Give it time until it answers; one that lives and does not is for the case to judge."""
        try:
            await self._until_it_answers(seconds)
        except AdapterError:
            if await self._death() is not None:
                raise

    async def _start_again(self, error: AdapterError, enough: float) -> None:
        """Start what did not start; raises the last ``AdapterError``."""
        for pause in AGAIN_S:
            await asyncio.sleep(pause)
            if asyncio.get_running_loop().time() > enough:
                break
            try:
                await self._adapter.stop()
                await self._adapter.start(self._addresses)
            except AdapterError as again:
                error = again
            else:
                return
        raise error

    async def look(self, setting: Setting, history: History, *, heard: bool, met: bool = False) -> Fate:
        """What became of it after a case that was performed with ``setting``; the probe goes into the ``history``.

        ``heard`` tells that it has said something in the case, ``met`` that there was an association. Where it is dead
        it is taken down, until the next case. Who does not come back, or never came, is not blamed (E2AP 8.3.1).
        """
        if self._startable and not self._up:
            return self._fate
        self._fate = await self._looked(setting, history, heard, met)
        return self._fate

    async def _looked(self, setting: Setting, history: History, heard: bool, met: bool) -> Fate:
        self._seen = self._seen or heard
        returning, fresh = self._returning, self._fresh
        self._returning = self._fresh = False
        try:
            detail, died = await self._signs(setting, history)
        except AdapterError as error:
            self._fail(f"its health cannot be known: {error}", counts=not heard)
            await self._take_down()
            return Fate(False, self._why, harness=True)
        if detail is None:
            self._failures, self._seen = 0, True
            return Fate(True)
        # One that dies of what it is sent was there: that costs it this case, and no other.
        # One that floods case after case would fill the disk.
        self._fail(detail, counts=history.flooded is not None or not (heard or (died and met)))
        await self._take_down()
        if returning and not _met_again(history):
            return Fate(False, f"it was not met again after its restart: {detail}")
        if fresh and not (died or heard or met):
            return Fate(False, f"it was not met after its start: {detail}")
        return Fate(False, detail, blamed=died or (self._seen and self.role is Role.NEAR_RT_RIC))

    async def _signs(self, setting: Setting, history: History) -> tuple[str | None, bool]:
        """What speaks against its being alive, None if nothing; and whether it surely died."""
        health = await self._adapter.health()
        if not health.alive:
            return self._ended(health, history)
        before = history.last
        probed = await probe_live(self._patient(setting), self.reach, history, self.gone)
        came = any(event.kind is EventKind.UP for event in history.events[before:])
        if came:
            self._absences = 0
        if probed.alive:
            return None, False
        await asyncio.sleep(_LOOKING_AGAIN_S)  # a process that is dying closes its sockets first
        health = await self._adapter.health()
        if not health.alive:
            return self._ended(health, history)
        if not came and self.gone is not None:
            self._absences += 1
            return f"it lives, and does not come back by itself ({probed.detail})", False
        return probed.detail, False

    def _ended(self, health: Health, history: History) -> tuple[str, bool]:
        if not has_left(health, history.events, self.role):
            return _end_of(health), True
        self._absences += 1
        return f"it ended with its association ({_end_of(health)})", False

    def _patient(self, setting: Setting) -> Setting:
        """The setting of a probe: who was never there, or stays away after cases, is not waited for in vain so long."""
        if not self._seen:
            return replace(setting, connect_timeout=min(setting.connect_timeout, _STRANGER_S))
        if self._startable and self.role.connects and self._absences >= MOST_ABSENCES:
            return replace(setting, connect_timeout=min(setting.connect_timeout, _AWAY_S))
        return setting

    async def stop(self) -> str | None:
        """Stop it for good; None, or what went wrong."""
        try:
            await self._adapter.stop()
        except (AdapterError, HarnessError) as error:
            return str(error)
        finally:
            if self._up:
                self._up = False
                self._changed(SutChanged(False, self.restarts, OVER))
        return None

    async def _bring_up(self) -> None:
        self._starts += 1
        if self._startable or self._starts == 1:
            await self._adapter.start(self._addresses)
            self.reach.renew()
        if self._starts == 1:
            await self._examine()
        elif self._startable:
            self.restarts += 1
        self._fresh = self._startable
        settling = self._settling if self._startable else None
        if settling is not None or (not self._startable and self._failures):
            await self._until_it_answers(settling or 0.0)

    async def _examine(self) -> None:
        """Ask for what nothing can do: who claims to have done it is not trusted."""
        description = await self._adapter.describe()
        if description.stimuli is None or description.stimuli:
            self.distrust = await self._adapter.refuses_the_unknown()

    async def _until_it_answers(self, seconds: float) -> None:
        """Probe until there is an answer; raises ``AdapterError`` if there is none for so long."""
        clock = asyncio.get_running_loop().time
        until = clock() + seconds
        while True:
            died = await self._death()
            probed = await probe_live(
                self._patient(self._setting),
                self.reach,
                live_history(self._setting.seed, interface=self._setting.role.interface),
            )
            if probed.alive:
                return
            if died is not None or clock() >= until:
                raise AdapterError(died or probed.detail)
            await asyncio.sleep(_LOOKING_AGAIN_S)

    async def _died(self) -> str:
        """Wait until it is dead; how it died."""
        while True:
            await asyncio.sleep(_WATCHING_S)
            restarting = self._restarting
            try:
                died = await self._death()
            except AdapterError:
                continue  # whoever looks after it tells that its health cannot be known
            if died is not None and not restarting and not self._restarting:
                return died

    async def _death(self) -> str | None:
        """How it died, None if it lives for all that is known."""
        health = await self._adapter.health()
        return None if health.alive else _end_of(health)

    async def _take_down(self) -> None:
        if not self._startable:
            return
        try:
            await self._adapter.stop()
        except (AdapterError, HarnessError) as error:
            self._why = f"{self._why}; it cannot be stopped: {error}"

    def _note_up(self) -> None:
        self._up = True
        self._changed(SutChanged(True, self.restarts, "restarted" if self._starts > 1 else "started"))

    def _fail(self, why: str, *, counts: bool = True) -> None:
        self._why = why
        self._fate = Fate(False, why)
        self._failures = self._failures + 1 if counts else 0
        if self._up:
            self._up = False
            self._changed(SutChanged(False, self.restarts, why))


def _met_again(history: History) -> bool:
    """Whether an association came up behind the last restart in a history."""
    for event in reversed(history.events):
        if event.kind is EventKind.UP:
            return True
        if event.kind is EventKind.STEP and (event.message or "").startswith(ASKED):
            return False
    return False


def _end_of(health: Health) -> str:
    return health.detail or "it is dead, and nobody knows how"

"""Where cases are performed: the SUT, and the history that is being written."""

from collections.abc import Callable
from dataclasses import replace

from oran_harness.drivers import History, Setting, perform_live
from oran_harness.model import Event, EventKind
from oran_harness.runner.sut import Fate, Sut
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case


class Stage:
    """One history, and the SUT that it is of. Whatever is performed here goes into it, one after the other."""

    def __init__(self, sut: Sut, setting: Setting, history: History, next_number: Callable[[], int]) -> None:
        self.history = history
        self._sut = sut
        self._setting = setting
        self._next_number = next_number

    async def perform(self, case: Case) -> CaseOutcome | None:
        """Perform a case on a fresh association, under an identity of its own; None if it came to its last line."""
        setting = replace(self._setting, number=self._next_number())
        performed = await perform_live(
            case,
            setting,
            self._sut.reach,
            stimulate=self._sut.stimulate,
            history=self.history,
            gone=self._sut.gone,
        )
        return performed.outcome

    @property
    def setting(self) -> Setting:
        """What all that is performed here has in common."""
        return self._setting

    async def ready(self) -> str | None:
        """Bring the SUT up if it is not; None, or why it cannot be used."""
        return await self._sut.ready()

    @property
    def sut_connects(self) -> bool:
        """Whether it is the SUT that opens associations."""
        return self._sut.reach.sut_connects

    @property
    def stays_away(self) -> bool:
        """Whether the SUT has to be started again to be met again."""
        return self._sut.stays_away

    async def look(self) -> Fate:
        """Ask the SUT for a sign of life on a fresh association."""
        setting = replace(self._setting, number=self._next_number())
        return await self._sut.look(setting, self.history, heard=self.heard, met=self.met)

    @property
    def events(self) -> list[Event]:
        """The history so far."""
        return self.history.events

    @property
    def met(self) -> bool:
        """Whether there was an association with the SUT in this history."""
        return any(event.kind is EventKind.UP for event in self.history.events)

    @property
    def heard(self) -> bool:
        """Whether the SUT has said anything in this history."""
        sut = self._setting.role
        return any(event.kind is EventKind.OCTETS and event.source == sut for event in self.history.events)

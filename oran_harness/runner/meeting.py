"""The SUT is met before the first case: one E2 Setup as every case begins, and what is wrong if it does not work."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from oran_harness.conformance.preambles import ready
from oran_harness.drivers import History, Setting
from oran_harness.model import CaseDescription, Diagnosis, DiagnosisKind, Introduction, Level, Role
from oran_harness.model.run_event import MeetingRemarked, RunEvent
from oran_harness.protocols.e2ap.messages import E2setupFailure
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.advice import advice_for
from oran_harness.runner.contact import Contact, contact_of
from oran_harness.runner.diagnosis import Circumstances, diagnose, fitting_edition
from oran_harness.runner.introduction import introduction_of
from oran_harness.runner.stage import Stage
from oran_harness.runner.sut import MOST_FAILURES, Sut
from oran_harness.steps import Peer
from oran_harness.steps.case import Case

MEETING = "MEETING"
"""The name of its history."""
LINGER_S = 0.1
"""Seconds after E2 Setup for which the SUT must stay."""
COMING_UP_S = 2.0
"""Seconds for which a near-RT RIC that nobody here starts may refuse associations, as it may be just coming up."""
_PAUSE_S = 0.5
_DYING_S = 0.2
_RETURN_S = 10.0
_TRIAL_S = 2.0
_LONGEST_WAIT_S = 60
_TRIED = (
    DiagnosisKind.SAYS_NOTHING,
    DiagnosisKind.LEAVES_AT_ONCE,
    DiagnosisKind.REFUSED,
    DiagnosisKind.ERROR_INDICATION,
    DiagnosisKind.DIES,
)
"""What may come of another edition of E2AP, so that others are tried."""


@dataclass(frozen=True, slots=True)
class Met:
    """What a meeting came to: who the SUT says it is, and why it cannot be tested, None each where it is not so."""

    introduction: Introduction | None = None
    diagnosis: Diagnosis | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    works: bool
    contact: Contact
    here: Circumstances


class Meeting:
    """One meeting with a SUT, all of it in one history.

    ``patient``: the first association is waited for as long as it takes, for somebody is there to bring it about.
    ``tell`` gets remarks, ``next_number`` gives the peers their numbers.
    """

    def __init__(
        self,
        sut: Sut,
        setting: Setting,
        history: History,
        next_number: Callable[[], int],
        tell: Callable[[RunEvent], None],
        *,
        patient: bool = False,
    ) -> None:
        self._sut = sut
        self._setting = setting
        self._history = history
        self._next_number = next_number
        self._tell = tell
        self._patient = patient

    async def hold(self) -> Met:
        """Meet the SUT. Raises ``HarnessError`` if its configuration does not let it be started."""
        absent = await self._brought_up()
        if absent is not None and not self._sut.settling:
            return Met(diagnosis=self._plain(DiagnosisKind.NOT_STARTED, absent))
        attempt = await self._first_association()
        if not attempt.works and attempt.contact.up:
            attempt = await self._once_more(attempt)
        if not attempt.works and attempt.contact.up:
            attempt = await self._other_editions(attempt)
        if absent is not None and not attempt.contact.up:
            return Met(diagnosis=self._plain(DiagnosisKind.NOT_STARTED, absent))
        await self._settle(attempt)
        introduction = introduction_of(attempt.contact, self._setting.role)
        return Met(introduction, None if attempt.works else diagnose(attempt.contact, attempt.here))

    async def _brought_up(self) -> str | None:
        """Bring it up; None, or why it does not start: one that is started here gets several chances."""
        absent = await self._sut.ready()
        for _ in range(MOST_FAILURES - 1):
            if absent is None or not self._sut.startable or self._sut.settling:
                break
            absent = await self._sut.ready()
        return absent

    async def _first_association(self) -> _Attempt:
        clock = asyncio.get_running_loop().time
        until = clock() + (0.0 if self._sut.startable else COMING_UP_S)
        while True:
            attempt = await self._attempt()
            if attempt.contact.up or attempt.here.died is not None:
                return attempt
            dialled = not self._sut.reach.sut_connects
            if not self._patient and not (dialled and clock() < until):
                return attempt
            if dialled:
                await asyncio.sleep(_PAUSE_S)

    async def _once_more(self, attempt: _Attempt) -> _Attempt:
        """Try again before anything is said of it: it may be busy, or still hold what was before."""
        wait = _time_to_wait(attempt.contact)
        if wait is not None:
            self._remark(f"E2 Setup is refused with Time to Wait {wait} s: that is waited out")
            await asyncio.sleep(min(wait, _LONGEST_WAIT_S) + LINGER_S)
        if await self._up_again() is not None:
            return attempt
        limit = min(self._setting.connect_timeout, _RETURN_S)
        again = await self._attempt(connect_timeout=limit)
        if again.works:
            self._remark("E2 Setup works now, and did not at first")
        # A node that does not come back shows no more than it did at first.
        return again if again.contact.up else attempt

    async def _other_editions(self, attempt: _Attempt) -> _Attempt:
        """Whether another edition of E2AP is understood; only a RIC can be asked, a node speaks first."""
        kind = diagnose(attempt.contact, attempt.here).kind
        if (
            self._setting.role is not Role.NEAR_RT_RIC
            or kind not in _TRIED
            or fitting_edition(attempt.contact, attempt.here) is not None
            or _time_to_wait(attempt.contact) is not None
        ):
            return attempt
        self._remark("E2 Setup does not work; whether another edition of E2AP does is tried")
        for edition in editions():
            if edition == self._setting.edition:
                continue
            if await self._up_again() is not None:
                break
            trial = await self._attempt(edition=edition, timeout=min(self._setting.timeout, _TRIAL_S))
            if trial.works:
                return replace(attempt, here=replace(attempt.here, answers_to=edition))
        return replace(attempt, here=replace(attempt.here, tried=True))

    async def _attempt(
        self, *, edition: str | None = None, timeout: float | None = None, connect_timeout: float | None = None
    ) -> _Attempt:
        setting = replace(
            self._setting,
            edition=edition or self._setting.edition,
            timeout=timeout or self._setting.timeout,
            connect_timeout=connect_timeout or self._setting.connect_timeout,
        )
        before = self._history.last
        outcome = await Stage(self._sut, setting, self._history, self._next_number).perform(meeting(setting.role))
        contact = contact_of(self._history.events[before:], setting.role)
        works = outcome is None and not contact.ended_after_ours
        here = Circumstances(
            setting.role,
            self._sut.reach.uri,
            setting.edition,
            setting.connect_timeout,
            setting.timeout,
            None if works else await self._death(),
            dialled=not self._sut.reach.sut_connects,
        )
        return _Attempt(works, contact, here)

    async def _death(self) -> str | None:
        if not self._sut.startable:
            return None
        await asyncio.sleep(_DYING_S)  # a process that is dying closes its sockets first
        return await self._sut.death()

    async def _up_again(self) -> str | None:
        """Start it again if it died of the last attempt; None, or why it is not there."""
        if await self._sut.death() is None:
            return None
        await self._look()
        return await self._sut.ready()

    async def _settle(self, attempt: _Attempt) -> None:
        """Look after it, where what became of it matters to the first case."""
        if self._sut.startable and (not attempt.works or self._setting.role is Role.E2_NODE):
            await self._look()

    async def _look(self) -> None:
        await Stage(self._sut, self._setting, self._history, self._next_number).look()

    def _plain(self, kind: DiagnosisKind, why: str) -> Diagnosis:
        setting = self._setting
        seen = f"{why[0].upper()}{why[1:]}".rstrip(".") + "."
        advice = advice_for(kind, setting.role, self._sut.reach.uri, setting.edition)
        return Diagnosis(kind, seen, advice, hopeless=True)

    def _remark(self, sentence: str) -> None:
        self._tell(MeetingRemarked(f"{sentence}."))


def meeting(role: Role) -> Case:
    """What is performed to meet a SUT of that role: what stands before most cases."""

    async def meets(peer: Peer) -> None:
        await ready(peer)
        await peer.pause(LINGER_S)

    return Case(meeting_description(role), meets, __name__)


def meeting_description(role: Role) -> CaseDescription:
    """What is said of it."""
    if role.interface == "o1":
        return CaseDescription(MEETING, "Hellos are exchanged", "RFC 6241 8.1", Level.MUST, role, "o1", "o1")
    return CaseDescription(MEETING, "E2 Setup works", "O-RAN.WG3.E2AP 8.3.1", Level.MUST, role)


def _time_to_wait(contact: Contact) -> int | None:
    """The seconds that a refusal asks us to wait, None if it does not."""
    for each in contact.heard:
        message = each.sighting.decoded.message
        if isinstance(message, E2setupFailure) and isinstance(message.time_to_wait, int):
            return message.time_to_wait
    return None

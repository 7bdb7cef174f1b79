"""Performs a plan, one case after the other, and tells listeners of all that happens."""

import asyncio
import contextlib
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import astuple, dataclass, replace
from enum import StrEnum

from oran_harness.checkers.kept import kept_note
from oran_harness.drivers import History, Setting, live_history
from oran_harness.model import (
    HARNESS,
    CaseDescription,
    CaseResult,
    Diagnosis,
    DiagnosisKind,
    Event,
    Finding,
    HarnessError,
    Role,
    Verdict,
)
from oran_harness.model.run_event import (
    CaseFinished,
    CaseStarted,
    DecodeFailed,
    FindingMade,
    MeetingEnded,
    MeetingRemarked,
    MeetingStarted,
    SutLost,
)
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.runner.advice import advice_for
from oran_harness.runner.announcer import Announcer
from oran_harness.runner.as_found import AsFound
from oran_harness.runner.death import note_of
from oran_harness.runner.diagnosis import NAMES
from oran_harness.runner.hindrance import Hindrance
from oran_harness.runner.interruption import Interrupted, Stop
from oran_harness.runner.journal import Journal
from oran_harness.runner.judgement import Audited, Judgement, audit, judge, result_of
from oran_harness.runner.known import Expectations
from oran_harness.runner.meeting import MEETING, Meeting, Met, meeting_description
from oran_harness.runner.needs import unmet, wants_stimulus
from oran_harness.runner.o1_meeting import O1Meeting
from oran_harness.runner.plan import HISTORIES, Planned, Turn
from oran_harness.runner.repetition import together
from oran_harness.runner.run_lines import RunLines
from oran_harness.runner.stage import Stage
from oran_harness.runner.sut import Fate, Sut
from oran_harness.runner.wire_events import recorded
from oran_harness.steps import CaseOutcome

INTERRUPTED = "interrupted"
_UNWRITTEN = "the results cannot be written"
_NUMBERS = 1 << 18
_LOOKING_S = 300.0


LEFT_OUT = "left out by the person at the bench"
"""Why a case is not performed that the gate did not let pass."""


class Passage(StrEnum):
    """What is to become of a case that is about to be performed."""

    GO = "go"
    LEAVE_OUT = "leave out"
    END = "end"


Gate = Callable[[Planned], Awaitable[Passage]]
"""Is asked before each case that can be performed."""


HandOut = Callable[[Sequence[Planned]], AsyncIterator[Planned]]
"""Hands out the cases of a plan, each once, when it is to be performed; all of them, before it ends."""


async def in_order(plan: Sequence[Planned]) -> AsyncIterator[Planned]:
    """One case after the other, as they are planned."""
    for planned in plan:
        yield planned


@dataclass(frozen=True, slots=True)
class Judged:
    """One turn of a case: its line, and the findings in its history."""

    result: CaseResult
    findings: tuple[Finding, ...] = ()


class Execution:
    """One run over a plan.

    ``setting`` is what all cases have in common, ``scheme`` the transport that is spoken, ``warming`` what has to be
    done before the first case and may go on while the SUT starts. ``patient``, ``gate``, ``known`` and
    ``hand_out`` are as ``Options`` has them.
    """

    def __init__(
        self,
        plan: Sequence[Planned],
        sut: Sut,
        setting: Setting,
        scheme: str,
        announcer: Announcer,
        stop: Stop,
        journal: Journal,
        warming: "asyncio.Future[None]",
        *,
        patient: bool = False,
        gate: Gate | None = None,
        known: Expectations | None = None,
        hand_out: HandOut = in_order,
    ) -> None:
        self.results: list[CaseResult] = []
        self._plan = plan
        self._sut = sut
        self._setting = setting
        self._scheme = scheme
        self._announcer = announcer
        self._stop = stop
        self._journal = journal
        self._warming = warming
        self._lines = RunLines(setting.role.interface)
        self._number = 0
        self._patient = patient
        self._gate = gate
        self._known = known
        self._hand_out = hand_out
        self._hindrance = Hindrance()
        under_test = setting.role is Role.O1_PROVIDER
        self._as_found = AsFound(sut.reach, setting.connect_timeout) if under_test else None
        self._kept: frozenset[RICrequestID] = frozenset()
        """Subscriptions of the cases so far that an E2 node under test may have kept."""

    @property
    def diagnosis(self) -> Diagnosis | None:
        """Why cases were not performed, None if they were; the last reason where there were several."""
        return self._hindrance.latest

    @property
    def understood(self) -> bool:
        """Whether both ends spoke one edition of E2AP in some case."""
        return self._lines.understood

    @property
    def remarks(self) -> tuple[str, ...]:
        """What people should know of the SUT's configuration: what was put back, and what could not be."""
        return () if self._as_found is None else tuple(self._as_found.remarks)

    async def run(self) -> None:
        """Perform all; afterwards every planned case has its line, whatever happened.

        Raises ``HarnessError`` if the SUT's configuration does not let it be started at all; nothing is judged then.
        """
        if any(self._unmet(planned.description) is None for planned in self._plan):
            with contextlib.suppress(Interrupted):
                await self._stop.unless(self._meet())
        async for planned in self._hand_out(self._plan):
            self._finish(*await self._case(planned))
        if self._as_found is not None:
            await self._as_found.end()
        for line, findings in self._lines.lines():
            self._finish(line, findings)

    def _finish(self, result: CaseResult, findings: tuple[Finding, ...]) -> None:
        if self._known is not None:
            result = self._known.marked(result)
        self.results.append(result)
        self._announcer.tell(CaseFinished(result, findings))

    async def _case(self, planned: Planned) -> tuple[CaseResult, tuple[Finding, ...]]:
        """All turns of a case, as one line; a turn that is broken off counts only where there is no other."""
        judged: list[Judged] = []
        for turn in planned.turns:
            if judged and self._left_out() is not None:
                break
            one = await self._turn(planned, turn)
            if judged and one.result.verdict is Verdict.SKIP and one.result.reason == INTERRUPTED:
                break
            judged.append(one)
        return together([each.result for each in judged]), tuple(found for each in judged for found in each.findings)

    async def _turn(self, planned: Planned, turn: Turn) -> Judged:
        """One turn, or why there is none."""
        case = planned.description
        reason = self._left_out() or self._hindrance.hopeless or self._unmet(case)
        if reason is not None:
            return _unperformed(case, Verdict.SKIP, reason)
        try:
            reason = await self._stop.unless(self._hindered(planned))
            if reason is not None:
                return _unperformed(case, Verdict.SKIP, reason)
            absent = await self._stop.unless(self._ready())
        except Interrupted:
            return _unperformed(case, Verdict.SKIP, INTERRUPTED)
        if absent is not None and self._sut.adapter_broke:
            return _unperformed(case, Verdict.ERROR, absent, HARNESS)
        if absent is not None:
            return _unperformed(case, Verdict.INCONC, absent)
        if self._sut.distrust is not None and wants_stimulus(case):
            return _unperformed(case, Verdict.ERROR, f"the adapter cannot be trusted: {self._sut.distrust}", HARNESS)
        return await self._performed(planned, turn)

    def _unmet(self, case: CaseDescription) -> str | None:
        """What the case needs that this run does not have."""
        return unmet(case, self._setting.edition, self._scheme, self._setting.stimuli)

    async def _hindered(self, planned: Planned) -> str | None:
        """Why a case is not performed, None if it can be; the SUT is met again first where that has to be."""
        if self._hindrance.to_be_met:
            await self._meet()
        if self._sut.given_up is not None:
            self._lose(self._sut.given_up)
        reason = self._hindrance.against(planned.description)
        if reason is not None or self._gate is None:
            return reason
        passage = await self._gate(planned)
        if passage is Passage.END:
            self._stop.ask()
        return {Passage.GO: None, Passage.LEAVE_OUT: LEFT_OUT, Passage.END: INTERRUPTED}[passage]

    async def _meet(self) -> None:
        """Meet the SUT, and know afterwards what hinders cases."""
        await self._warm()
        description = meeting_description(self._setting.role)
        name = f"{HISTORIES}/{MEETING}" + (f".{self._hindrance.meetings + 1}" if self._hindrance.meetings else "")
        seed = zlib.crc32(f"{self._setting.seed} {MEETING}".encode())
        history = live_history(seed, lambda event: self._record(description, event), description.under_test.interface)
        patience = None if self._patient else self._setting.connect_timeout
        self._announcer.tell(MeetingStarted(name, history.header, patience))
        self._journal.open(history)
        setting = replace(self._setting, seed=seed)
        met = Met()
        try:
            met = await self._held(self._meeting(setting, history))
            diagnosis = met.diagnosis
            met = replace(met, diagnosis=diagnosis and replace(diagnosis, history=f"{name}.jsonl"))
            self._hindrance.met(met.diagnosis)
            if self._as_found is not None and met.diagnosis is None:
                await self._as_found.begin()
        finally:
            self._journal.close()
            self._announcer.tell(MeetingEnded(met.introduction, met.diagnosis))

    def _meeting(self, setting: Setting, history: History) -> Meeting | O1Meeting:
        if setting.role.interface == "o1":
            stage = Stage(self._sut, setting, history, self._next_number)
            return O1Meeting(stage, startable=self._sut.startable)
        return Meeting(self._sut, setting, history, self._next_number, self._announcer.tell, patient=self._patient)

    async def _held(self, meeting: Meeting | O1Meeting) -> Met:
        """What the meeting came to; one that breaks is no reason to leave cases out."""
        try:
            return await meeting.hold()
        except HarnessError:
            raise
        except Exception as error:
            self._announcer.tell(MeetingRemarked(f"The harness broke in the meeting: {type(error).__name__}: {error}."))
            return Met()

    def _lose(self, why: str) -> None:
        """The SUT is not waited for any more: no case has a chance."""
        if self._hindrance.hopeless is not None:
            return
        role, standing = self._setting.role, self._hindrance.standing
        seen = f"The {NAMES[role].removeprefix('the ')} was there, and is not any more: {why}."
        advice = advice_for(DiagnosisKind.LOST, role, self._sut.reach.uri, self._setting.edition)
        lost = Diagnosis(DiagnosisKind.LOST, seen, advice)
        # What was wrong from the beginning says more.
        lost = replace(standing or lost, hopeless=True)
        self._hindrance.lost(lost)
        self._announcer.tell(SutLost(lost))

    async def _ready(self) -> str | None:
        """Bring the SUT up, and be ready ourselves; None, or why the SUT cannot be used."""
        absent = await self._sut.ready()
        await self._warm()
        return absent

    async def _warm(self) -> None:
        """Be ready ourselves."""
        await asyncio.wait((self._warming,))
        self._warming.result()

    def _left_out(self) -> str | None:
        if self._announcer.broken:
            return _UNWRITTEN
        return INTERRUPTED if self._stop.asked else None

    async def _performed(self, planned: Planned, turn: Turn) -> Judged:
        """Perform, look after the SUT, judge."""
        case = planned.description
        history = live_history(turn.seed, lambda event: self._record(case, event), case.under_test.interface)
        self._announcer.tell(CaseStarted(case, turn.history, history.header))
        self._journal.open(history)
        if self._kept:
            # Reports of those are no matter of this case, in a replay of it neither.
            history.note(kept_note(sorted(self._kept, key=astuple)))
        stage = Stage(self._sut, replace(self._setting, seed=turn.seed), history, self._next_number)
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            outcome = await self._outcome(planned, stage)
            duration = clock() - began
            said = len(history.events)
            fate = await self._fate(stage)
            if fate is not None and fate.blamed:
                history.note(note_of(fate.detail))
        except Interrupted:
            return Judged(result_of(case, Judgement(Verdict.SKIP, INTERRUPTED), clock() - began, turn.history))
        finally:
            self._journal.close()
        # Of a probe that was broken off nothing can be said.
        events = tuple(history.events if fate is not None else history.events[:said])
        self._hindrance.performed(events, alive=fate is not None and fate.alive)
        audited = await asyncio.to_thread(audit, case, turn.history, history.header, events)
        self._kept |= audited.leftovers
        judged = self._judged(case, turn, outcome, fate or Fate(True), audited, duration)
        await self._tidied(judged.result, events, alive=fate is not None and fate.alive)
        return judged

    async def _tidied(self, result: CaseResult, events: Sequence[Event], *, alive: bool) -> None:
        """Have what a case left behind put back; a case that passes has done so itself, which the end looks at."""
        if self._as_found is None:
            return
        self._as_found.performed(events)
        if alive and result.verdict is not Verdict.PASS:
            with contextlib.suppress(Interrupted):
                await self._stop.unless(self._as_found.after(result.id, events))

    async def _outcome(self, planned: Planned, stage: Stage) -> CaseOutcome | None:
        """What the body came to; raises ``Interrupted``."""
        limit = planned.source.limit(max(self._setting.timeout, self._setting.effect_timeout or 0.0))
        try:
            return await self._stop.unless(planned.source.perform(stage), within=limit)
        except TimeoutError:
            return CaseOutcome(Verdict.ERROR, f"the case did not end within {limit:g} s", blame=HARNESS)
        except Interrupted:
            raise
        except Exception as error:
            return CaseOutcome(Verdict.ERROR, f"the harness broke: {type(error).__name__}: {error}", blame=HARNESS)

    async def _fate(self, stage: Stage) -> Fate | None:
        """What became of the SUT; None where somebody asked to stop before that was known."""
        try:
            return await self._stop.unless(stage.look(), within=_LOOKING_S)
        except Interrupted:
            return None
        except Exception as error:
            return Fate(False, f"the probe broke: {type(error).__name__}: {error}", harness=True)

    def _judged(
        self,
        case: CaseDescription,
        turn: Turn,
        outcome: CaseOutcome | None,
        fate: Fate,
        audited: Audited,
        duration: float,
    ) -> Judged:
        self._lines.add(audited.of_run, understood=audited.understood)
        judgement = judge(case, outcome, audited.of_case)
        if fate.harness and judgement.verdict.weight < Verdict.ERROR.weight:
            judgement = replace(judgement, verdict=Verdict.ERROR, reason=fate.detail, blame=HARNESS)
        for rule in audited.complaints:
            self._announcer.tell(DecodeFailed(case.id, rule))
        for finding in (*audited.of_case, *audited.of_run):
            self._announcer.tell(FindingMade(finding))
        return Judged(result_of(case, judgement, duration, turn.history), judgement.findings)

    def _record(self, case: CaseDescription, event: Event) -> None:
        self._announcer.tell(recorded(case, event))

    def _next_number(self) -> int:
        self._number = self._number % (_NUMBERS - 1) + 1
        return self._number


def _unperformed(case: CaseDescription, verdict: Verdict, reason: str, blame: str | None = None) -> Judged:
    return Judged(result_of(case, Judgement(verdict, reason, blame)))

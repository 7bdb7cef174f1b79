"""A managed element is met before the first case: one session with hellos, and what is wrong if it does not work."""

import asyncio
from typing import TYPE_CHECKING

from oran_harness.drivers.performance import outcome_text
from oran_harness.model import Diagnosis, DiagnosisKind, Introduction, Role, Verdict
from oran_harness.runner.meeting import Met, meeting_description
from oran_harness.runner.stage import Stage
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case

if TYPE_CHECKING:
    from oran_harness.steps.manager import Manager

COMING_UP_S = 2.0
"""Seconds for which an element that nobody here starts may refuse sessions, as it may be just coming up."""
_PAUSE_S = 0.5
_ADVICE = {
    DiagnosisKind.NOT_STARTED: "Its output is in the history; does its command run by hand?",
    DiagnosisKind.NO_ASSOCIATION: "Check address, port, user and credentials; the sentence above tells how far it "
    "came. ssh -s -p PORT USER@HOST netconf has to show a hello.",
    DiagnosisKind.SAYS_NOTHING: "Is it NETCONF that listens there? An element says hello first, and unasked.",
}

_ADVICE_AT_HOME = {
    DiagnosisKind.NO_ASSOCIATION: "It has to call home: was it told our address and port (by its configuration, or "
    "by DHCP), and do both ends know user, host key and certificates?",
}
"""Of an element that connects to us (RFC 8071)."""


class O1Meeting:
    """One meeting with a managed element, all of it in the history of ``stage``."""

    def __init__(self, stage: Stage, *, startable: bool) -> None:
        self._stage = stage
        self._startable = startable
        self._advice = _ADVICE | (_ADVICE_AT_HOME if stage.sut_connects else {})

    async def hold(self) -> Met:
        """Meet it. Raises ``HarnessError`` if its configuration does not let it be started."""
        absent = await self._stage.ready()
        if absent is not None:
            return Met(diagnosis=self._diagnosis(DiagnosisKind.NOT_STARTED, absent))
        clock = asyncio.get_running_loop().time
        until = clock() + (0.0 if self._startable else COMING_UP_S)
        while True:
            seen: list[Introduction] = []
            outcome = await self._stage.perform(_meeting(seen))
            if outcome is None:
                return Met(seen[0])
            if self._stage.met or clock() >= until:
                return Met(diagnosis=self._why(outcome))
            await asyncio.sleep(_PAUSE_S)

    def _why(self, outcome: CaseOutcome) -> Diagnosis:
        kind = DiagnosisKind.SAYS_NOTHING if outcome.verdict is Verdict.FAIL else DiagnosisKind.NO_ASSOCIATION
        return self._diagnosis(kind, outcome.reason or outcome_text(outcome))

    def _diagnosis(self, kind: DiagnosisKind, seen: str) -> Diagnosis:
        sentence = f"{seen[0].upper()}{seen[1:]}".rstrip(".") + "."
        return Diagnosis(kind, sentence, self._advice[kind], hopeless=True)


def _meeting(seen: list[Introduction]) -> Case:
    async def meets(manager: "Manager") -> None:
        await manager.open()
        hello = await manager.greet()
        modules = len(hello.capabilities.modules)
        remarks = (
            f"it speaks NETCONF {', '.join(hello.capabilities.versions) or 'of no known version'}",
            f"its hello has {len(hello.capabilities.uris)} capabilities, {modules} of them YANG modules",
        )
        seen.append(Introduction(f"session {hello.session_id}", ("1.1",), remarks=remarks))

    return Case(meeting_description(Role.O1_PROVIDER), meets, __name__)

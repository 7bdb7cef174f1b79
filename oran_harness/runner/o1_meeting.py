"""A SUT on O1 is met before the first case: one session with hellos, and what is wrong if it does not work."""

import asyncio
from typing import TYPE_CHECKING

from oran_harness.drivers.performance import outcome_text
from oran_harness.model import Diagnosis, DiagnosisKind, Introduction, Role, Verdict
from oran_harness.runner.meeting import Met, meeting_description
from oran_harness.runner.stage import Stage
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case

if TYPE_CHECKING:
    from oran_harness.steps.managed_element import ManagedElement
    from oran_harness.steps.manager import Manager

COMING_UP_S = 2.0
"""Seconds for which an element that nobody here starts may refuse sessions, as it may be just coming up."""
_PAUSE_S = 0.5
_ADVICE = {
    DiagnosisKind.NOT_STARTED: "Its output is in the history; does its command run by hand?",
    DiagnosisKind.NO_ASSOCIATION: "Check address, port, user and credentials; the sentence above tells how far it "
    "came.",
    DiagnosisKind.SAYS_NOTHING: "Is it NETCONF that listens there? An element says hello first, and unasked.",
}

_ADVICE_AT_HOME = {
    DiagnosisKind.NO_ASSOCIATION: "It has to call home: was it told our address and port (by its configuration, or "
    "by DHCP), and do both ends know user, host key and certificates?",
}
"""Of an element that connects to us (RFC 8071)."""


_ADVICE_ON_MANAGER = {
    **_ADVICE,
    DiagnosisKind.NO_ASSOCIATION: "Tell it our address, port, user and credentials, and have it manage us; with "
    "--connect we call it home.",
    DiagnosisKind.SAYS_NOTHING: "Is it NETCONF that it speaks? A manager says hello first, and unasked.",
}
_BY_HAND = {
    "netconf+ssh": " ssh -s -p PORT USER@HOST netconf has to show a hello.",
    "netconf+tls": " openssl s_client -connect HOST:PORT -cert FILE -key FILE has to show a hello.",
}
"""How to look at an element without us, by transport."""


class O1Meeting:
    """One meeting with a managed element or a manager, all of it in the history of ``stage``."""

    def __init__(self, stage: Stage, *, startable: bool) -> None:
        self._stage = stage
        self._startable = startable
        self._advice = _ADVICE | (_ADVICE_AT_HOME if stage.sut_connects else {})
        if stage.setting.role is Role.O1_MANAGER:
            self._advice = _ADVICE_ON_MANAGER
        elif not stage.sut_connects:
            scheme = (stage.setting.address or "").partition(":")[0]
            reached = f"{_ADVICE[DiagnosisKind.NO_ASSOCIATION]}{_BY_HAND.get(scheme, '')}"
            self._advice = _ADVICE | {DiagnosisKind.NO_ASSOCIATION: reached}

    async def hold(self) -> Met:
        """Meet it. Raises ``HarnessError`` if its configuration does not let it be started."""
        absent = await self._stage.ready()
        if absent is not None:
            return Met(diagnosis=self._diagnosis(DiagnosisKind.NOT_STARTED, absent))
        role = self._stage.setting.role
        clock = asyncio.get_running_loop().time
        until = clock() + (0.0 if self._startable else COMING_UP_S)
        while True:
            seen: list[Introduction] = []
            outcome = await self._stage.perform(_meeting(role, seen))
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


def _meeting(role: Role, seen: list[Introduction]) -> Case:
    async def meets(ours: "Manager | ManagedElement") -> None:
        await ours.open()
        hello = await ours.greet()
        modules = len(hello.capabilities.modules)
        of_modules = f", {modules} of them YANG modules" if role is Role.O1_PROVIDER else ""
        remarks = (
            f"it speaks NETCONF {', '.join(hello.capabilities.versions) or 'of no known version'}",
            f"its hello has {len(hello.capabilities.uris)} capabilities{of_modules}",
        )
        session = ours.session().session_id
        seen.append(Introduction(f"session {session}", ("1.1",), remarks=remarks))

    return Case(meeting_description(role), meets, __name__)

"""Plain values that every layer speaks: events of a history and of a run, findings, verdicts, roles, complaints.

* ``role`` - what one end of an interface is
* ``level``, ``scope`` - must or should; where a rule counts
* ``verdict``, ``case`` - what a case is, and what it came to
* ``known`` - what was known of a verdict before the run
* ``order`` - in which order the cases of a run are performed
* ``introduction``, ``diagnosis`` - who a SUT says it is; why it cannot be tested
* ``restart`` - how a case has the product restarted
* ``event`` - one thing that happened, and the head of a history
* ``run_event`` - what a run tells its listeners
* ``complaint`` - what a decoder has to say against octets
* ``finding`` - what a rule found, and whom it blames
* ``errors`` - what the caller did wrong, in one sentence
"""

from oran_harness.model.case import CaseDescription, CaseResult
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.model.diagnosis import Diagnosis, DiagnosisKind
from oran_harness.model.errors import HarnessError, InputError, ProblemsError, UsageError
from oran_harness.model.event import Event, EventKind, HistoryHeader
from oran_harness.model.finding import HARNESS, Finding
from oran_harness.model.introduction import IntroducedFunction, Introduction
from oran_harness.model.known import Known, Reckoning, Standing
from oran_harness.model.level import Level
from oran_harness.model.role import Role
from oran_harness.model.scope import Scope
from oran_harness.model.verdict import Verdict

__all__ = [
    "HARNESS",
    "CaseDescription",
    "CaseResult",
    "Complaint",
    "ComplaintKind",
    "Diagnosis",
    "DiagnosisKind",
    "Event",
    "EventKind",
    "Finding",
    "HarnessError",
    "HistoryHeader",
    "InputError",
    "IntroducedFunction",
    "Introduction",
    "Known",
    "Level",
    "ProblemsError",
    "Reckoning",
    "Role",
    "Scope",
    "Standing",
    "UsageError",
    "Verdict",
]

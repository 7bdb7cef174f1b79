"""Plain values that every layer speaks: events of a history, findings, roles, complaints.

* ``role`` - what one end of an interface is
* ``level`` - must or should
* ``event`` - one thing that happened, and the head of a history
* ``complaint`` - what a decoder has to say against octets
* ``finding`` - what a rule found, and whom it blames
* ``errors`` - what the caller did wrong, in one sentence
"""

from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.model.errors import HarnessError, InputError, UsageError
from oran_harness.model.event import Event, EventKind, HistoryHeader
from oran_harness.model.finding import HARNESS, Finding
from oran_harness.model.level import Level
from oran_harness.model.role import Role
from oran_harness.model.scope import Scope

__all__ = [
    "HARNESS",
    "Complaint",
    "ComplaintKind",
    "Event",
    "EventKind",
    "Finding",
    "HarnessError",
    "HistoryHeader",
    "InputError",
    "Level",
    "Role",
    "Scope",
    "UsageError",
]

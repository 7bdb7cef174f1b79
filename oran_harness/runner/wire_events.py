"""Events of a history as listeners are told of them: which procedure a message is of, and which way it went."""

from oran_harness.model import CaseDescription, Event, EventKind
from oran_harness.model.run_event import EventRecorded
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.netconf.operations import counted_as

_PROCEDURES = {message.NAME: PROCEDURES[message.PROCEDURE_CODE].name for message in MESSAGES}
TO_SUT = "to-sut"
FROM_SUT = "from-sut"


def recorded(case: CaseDescription, event: Event) -> EventRecorded:
    """The event of a case, with what metrics want to know of a message; ``procedure`` is None where none is known."""
    if event.kind is not EventKind.OCTETS:
        return EventRecorded(case.id, event)
    direction = FROM_SUT if event.source == case.under_test else TO_SUT
    label = event.message or ""
    procedure = counted_as(label) if case.under_test.interface == "o1" else _PROCEDURES.get(label)
    return EventRecorded(case.id, event, case.interface, procedure, direction)

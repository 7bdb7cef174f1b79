"""The states that things are in, and the shape of a state table."""

from dataclasses import dataclass
from enum import StrEnum

RIC_SERVICE = "any RIC functional message"
"""Stands in the association's table for every message of E2AP 8.2 that has no row of its own."""
GLOBAL = "any other global message"
"""Stands in the association's table for every message of E2AP 8.3 that has no row of its own."""


class ProcedureState(StrEnum):
    """Where one run of a procedure stands."""

    IDLE = "idle"
    REQUESTED = "requested"
    """The initiating message is out, its answer is owed."""
    REPORTED = "reported"
    """An Error Indication has come instead of an answer, or about it."""
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    DONE = "done"
    """A procedure without answer is over with its one message."""
    ABORTED = "aborted"
    """A Reset or a Removal ended it; an answer may still be on its way (8.3.2.2, 8.3.7.2)."""
    GIVEN_UP = "given up"
    """The RIC deletes what it has no answer about; late answers are ignored (8.2.1.3)."""


class AssociationState(StrEnum):
    """Where an association stands."""

    NEW = "new"
    UNKNOWN = "unknown"
    """What was said before is not known: the record begins in the middle, or messages were lost."""
    SETTING_UP = "setting up"
    NOT_SET_UP = "not set up"
    """E2 Setup was refused, or something else came first."""
    JOINING = "joining"
    """A further association of an interface begins, with E2 Node Configuration Update (8.3.6.2)."""
    OPERATIONAL = "operational"
    SETTING_UP_AGAIN = "setting up again"
    REMOVING = "removing"
    REMOVED = "removed"


class SubscriptionState(StrEnum):
    """Where a subscription stands."""

    ABSENT = "absent"
    REQUESTED = "requested"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    DELETING = "deleting"
    GIVEN_UP = "given up"
    """Deleted by a RIC that has no answer to its request: whether the node ever had it is not known (8.2.1.3)."""
    RESETTING = "resetting"
    REFUSED = "refused"
    DELETED = "deleted"
    RESET = "reset"
    RELEASED = "released"
    """Gone with the E2 interface (8.3.7.2)."""

    @property
    def over(self) -> bool:
        """Whether nothing is left of the subscription."""
        return self in _OVER


_OVER = frozenset(
    {
        SubscriptionState.ABSENT,
        SubscriptionState.REFUSED,
        SubscriptionState.DELETED,
        SubscriptionState.RESET,
        SubscriptionState.RELEASED,
    }
)


class LoadState(StrEnum):
    """Where the load reports of one pair of measurement ids stand (8.2.8, 8.2.9)."""

    ABSENT = "absent"
    STARTING = "starting"
    REPORTING = "reporting"
    STOPPING = "stopping"
    STOPPED = "stopped"


class AssistanceState(StrEnum):
    """Where one assistance stands (8.2.11 to 8.2.13)."""

    ABSENT = "absent"
    REQUESTED = "requested"
    UPDATING = "updating"
    HALTED = "halted"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StateTable:
    """One table for people: ``transitions`` holds (state, event, next state), in the order of the text.

    An event is the name of a message, in parentheses behind it what one of its IEs says where that matters. An event
    without a row for a state is not provided for there.
    """

    name: str
    title: str
    clause: str
    initial: str
    transitions: tuple[tuple[str, str, str], ...]

    @property
    def states(self) -> tuple[str, ...]:
        """The states in the order in which the table names them."""
        seen = {self.initial: None}
        for state, _, target in self.transitions:
            seen.setdefault(state)
            seen.setdefault(target)
        return tuple(seen)

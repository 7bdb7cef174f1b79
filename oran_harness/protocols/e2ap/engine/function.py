"""A RAN function, from its offer to its removal."""

from dataclasses import dataclass
from enum import StrEnum


class FunctionStatus(StrEnum):
    """Where a RAN function stands between the two ends (E2AP 8.3.1, 8.3.4)."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class OfferedFunction:
    """A RAN function as the node offered it last.

    ``definition`` is the service model's octets, ``oid`` is None in E2AP 1.01 without it, ``since_n`` the event of the
    offer. ``accepted_revision`` is what the RIC said it accepted, None if it has not.
    """

    id: int
    definition: bytes
    revision: int
    oid: str | None
    since_n: int
    status: FunctionStatus = FunctionStatus.OFFERED
    accepted_revision: int | None = None

"""What E2AP carries for a service model in its octet strings, and one of them as it was read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from oran_harness.model.complaint import Complaint


class PayloadKind(StrEnum):
    """Which of E2AP's octet strings a payload stands in (E2AP 9.3, the IEs that a service model defines)."""

    FUNCTION_DEFINITION = "function-definition"
    EVENT_TRIGGER_DEFINITION = "event-trigger-definition"
    ACTION_DEFINITION = "action-definition"
    INDICATION_HEADER = "indication-header"
    INDICATION_MESSAGE = "indication-message"
    CALL_PROCESS_ID = "call-process-id"
    CONTROL_HEADER = "control-header"
    CONTROL_MESSAGE = "control-message"
    CONTROL_OUTCOME = "control-outcome"
    QUERY_HEADER = "query-header"
    QUERY_DEFINITION = "query-definition"
    QUERY_OUTCOME = "query-outcome"


@dataclass(frozen=True, slots=True)
class DecodedPayload:
    """A payload, and what could be read of it.

    ``model`` is the service model's key (``kpm``, ``rc``), ``edition`` the edition by which ``value`` was read, None
    if no edition of the model has such a payload. ``value`` is None where nothing could be read; members that could
    not be read are None in it. ``octets`` are always those given. ``complaints`` are those of that edition;
    ``accepting`` names the editions, oldest first, to which the octets conform (see ``ServiceModel.accepting``).
    """

    model: str
    kind: PayloadKind
    edition: str | None
    value: Any
    octets: bytes
    complaints: tuple[Complaint, ...] = ()
    accepting: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether the octets conform to ``edition``."""
        return self.value is not None and not any(complaint.kind.breaks_syntax for complaint in self.complaints)

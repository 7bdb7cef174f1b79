"""What the RIC has asked of a node and has no answer to yet, and the subscriptions that it holds."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message

MOST = 4096
"""Requests under way, and subscriptions, with one node; more are refused to whoever asks for them."""

Key = tuple[int, Hashable]
"""Procedure code and id of one run."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A request of ours that waits until ``deadline`` (seconds of the host's clock).

    ``timer`` is the name for its expiry, ``seconds`` how long it runs. ``ticket`` is that of a stimulus which is to be
    answered with the outcome, ``details`` what to tell with it.
    """

    request: Message
    timer: str
    seconds: float
    deadline: float
    ticket: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What tells this run from others."""
        return key_of(self.request)


@dataclass(slots=True)
class Held:
    """A subscription of ours. ``arguments`` are those that it was made from; ``active`` once the node has admitted it.

    ``admitted`` are the actions that it has, ``indications`` how many came.
    """

    request_id: RICrequestID
    function_id: int
    arguments: Mapping[str, Any]
    actions: tuple[int, ...]
    active: bool = False
    admitted: tuple[int, ...] = ()
    indications: int = 0
    suspended: bool = False
    """Whether the node has said that all of it is suspended (8.2.10)."""


def key_of(message: Message) -> Key:
    """The run that a message belongs to: by RIC Request ID, Load Measurement ID or Transaction ID."""
    for name in ("ric_request_id", "ric_load_measurement_id"):
        if hasattr(message, name):
            return message.PROCEDURE_CODE, getattr(message, name)
    return message.PROCEDURE_CODE, getattr(message, "transaction_id", None)

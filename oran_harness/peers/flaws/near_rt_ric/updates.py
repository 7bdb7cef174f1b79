"""Near-RT RICs that misbehave in RIC Service Update and RIC Service Query (E2AP 8.3.4)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RANfunctionID_Item
from oran_harness.protocols.e2ap.messages import (
    RICserviceQuery,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
)

RIC = Role.NEAR_RT_RIC
_NEVER_OFFERED = 4000


class _ForgetsAList(FlawedActor):
    """Acknowledges a RIC Service Update, and says nothing about what one of its lists names."""

    LIST: ClassVar[str]

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._forgotten: set[int] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """See what it names."""
        if isinstance(decoded.message, RICserviceUpdate) and decoded.conforms:
            self._forgotten = {item.ran_function_id for item in getattr(decoded.message, self.LIST) or ()}
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Leave it out."""
        message = decoded.message
        if not isinstance(message, RICserviceUpdateAcknowledge):
            return (say,)
        accepted, rejected = message.ran_functions_accepted or (), message.ran_functions_rejected or ()
        kept = tuple(item for item in accepted if item.ran_function_id not in self._forgotten)
        refused = tuple(item for item in rejected if item.ran_function_id not in self._forgotten)
        said = replace(message, ran_functions_accepted=kept or None, ran_functions_rejected=refused or None)
        return self.say(say.association, said) or (say,)


class _ForgetsDeletions(_ForgetsAList):
    """What was deleted."""

    LIST = "ran_functions_deleted"


class _ForgetsAdditions(_ForgetsAList):
    """What was added."""

    LIST = "ran_functions_added"


def _lists_more(query: Any) -> Any:
    if query.ran_functions_accepted is None:
        return query
    return replace(query, ran_functions_accepted=(*query.ran_functions_accepted, RANfunctionID_Item(_NEVER_OFFERED, 1)))


FLAWS = (
    Flaw(
        "ric-service-update-unanswered",
        "Ignores a RIC Service Update",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(RICserviceUpdate)),
        ("E2AP-SERVUPD-101", "E2AP-SERVUPD-104", "E2AP-SERVUPD-110"),
    ),
    Flaw(
        "ric-dies-on-function-deletion",
        "Crashes on a RIC Service Update that deletes a function",
        RIC,
        "F30",
        lambda actor: Dying(actor, of(RICserviceUpdate, where=lambda update: update.ran_functions_deleted is not None)),
        ("E2AP-SERVUPD-102", "E2AP-SERVUPD-111"),
    ),
    Flaw(
        "ric-deletion-unacknowledged",
        "Acknowledges a RIC Service Update without the functions that it deletes",
        RIC,
        None,
        _ForgetsDeletions,
        ("E2AP-SERVUPD-102", "E2AP-SERVUPD-105", "E2AP-SERVUPD-109", "E2AP-SERVUPD-111", "E2AP-FUNCTIONS-ANSWERED"),
    ),
    Flaw(
        "ric-addition-unacknowledged",
        "Acknowledges a RIC Service Update without the functions that it adds",
        RIC,
        None,
        _ForgetsAdditions,
        ("E2AP-SERVUPD-103", "E2AP-SERVUPD-108", "E2AP-SERVUPD-112", "E2AP-FUNCTIONS-ANSWERED"),
    ),
    Flaw(
        "ric-query-lists-function-never-offered",
        "Lists a RAN function in RIC SERVICE QUERY that the node never offered",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICserviceQuery, _lists_more),
        ("E2AP-SERVUPD-122",),
    ),
)
"""One flaw each."""

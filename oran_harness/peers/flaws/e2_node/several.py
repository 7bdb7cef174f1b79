"""E2 nodes that misbehave when several things happen at once (E2AP 5.2)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Ignoring
from oran_harness.peers.flaws.recognition import Test, of
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID

NODE = Role.E2_NODE
_BUSY_S = 0.0005
_RECORDS = 16


class _KnowsRequestorsOnly(FlawedActor):
    """Takes the instance of every RICrequestID for 1 where it looks for a subscription to delete."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._held: dict[int, RICrequestID] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Delete the newest subscription of the requestor, whichever is meant."""
        message: Any = decoded.message
        name = getattr(message, "ric_request_id", None)
        if name is None:
            return None
        if isinstance(message, m.RICsubscriptionRequest):
            self._held[name.ric_requestor_id] = name
        newest = self._held.get(name.ric_requestor_id)
        if not isinstance(message, m.RICsubscriptionDeleteRequest) or newest in (None, name):
            return None
        failure = m.RICsubscriptionDeleteFailure(name, message.ran_function_id, ("ricRequest", "request-id-unknown"))
        return self.say(heard.association, failure)


class _FallsSilentOnDelete(FlawedActor):
    """Reports nothing any more once any subscription was deleted."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._silent = False

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Fall silent."""
        self._silent |= isinstance(decoded.message, m.RICsubscriptionDeleteResponse)
        return () if self._silent and isinstance(decoded.message, m.RICindication) else (say,)


class _LosesWhatComesBehind(FlawedActor):
    """Loses messages of which ``lost`` is true if one of which ``busy`` is true has come just before."""

    def __init__(self, actor: Actor, busy: Test, lost: Test) -> None:
        super().__init__(actor)
        self._busy = busy
        self._lost = lost
        self._until = 0.0

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Be busy for a moment."""
        lose = now < self._until and self._lost(decoded)
        if self._busy(decoded):
            self._until = now + _BUSY_S
        return () if lose else None


class _IgnoresIdsInUse(FlawedActor):
    """Says nothing to a subscription whose RICrequestID is in use."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._used: set[RICrequestID] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Ignore the second one."""
        message = decoded.message
        if not isinstance(message, m.RICsubscriptionRequest) or message.ric_request_id is None:
            return None
        again = message.ric_request_id in self._used
        self._used.add(message.ric_request_id)
        return () if again else None


class _WaitsForItsOwnReset(FlawedActor):
    """Ignores a Reset while one of its own waits for the answer."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._waits = False

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Ignore it."""
        if isinstance(decoded.message, m.ResetResponse):
            self._waits = False
        return () if self._waits and isinstance(decoded.message, m.ResetRequest) else None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember that it waits."""
        self._waits |= isinstance(decoded.message, m.ResetRequest)
        return (say,)


FLAWS = (
    Flaw(
        "node-knows-requestors-only",
        "Knows subscriptions by their RICrequestorID, and finds only the newest of each requestor",
        NODE,
        None,
        _KnowsRequestorsOnly,
        ("E2AP-SEVERAL-201",),
    ),
    Flaw(
        "node-falls-silent-on-delete",
        "Ends the reports of all subscriptions when one is deleted",
        NODE,
        None,
        _FallsSilentOnDelete,
        ("E2AP-SEVERAL-202",),
    ),
    Flaw(
        "node-sixteen-subscription-records",
        "Answers 16 subscriptions, and no more",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(m.RICsubscriptionRequest), nth=_RECORDS + 1),
        ("E2AP-SEVERAL-203",),
    ),
    Flaw(
        "node-ids-in-use-unanswered",
        "Says nothing to a subscription whose RICrequestID is in use",
        NODE,
        None,
        _IgnoresIdsInUse,
        ("E2AP-SEVERAL-204", "E2AP-SEVERAL-205"),
    ),
    Flaw(
        "node-one-control-at-a-time",
        "Loses a control that comes right behind another one",
        NODE,
        None,
        lambda actor: _LosesWhatComesBehind(actor, of(m.RICcontrolRequest), of(m.RICcontrolRequest)),
        ("E2AP-SEVERAL-206",),
    ),
    Flaw(
        "node-one-procedure-at-a-time",
        "Loses what comes right behind a subscription or a Service Query",
        NODE,
        None,
        lambda actor: _LosesWhatComesBehind(
            actor,
            of(m.RICsubscriptionRequest, m.RICserviceQuery),
            of(m.RICsubscriptionRequest, m.RICsubscriptionDeleteRequest, m.ResetRequest),
        ),
        ("E2AP-SEVERAL-207", "E2AP-SEVERAL-208", "E2AP-SEVERAL-209"),
    ),
    Flaw(
        "node-reset-waits-for-its-own",
        "Ignores a Reset while one of its own is under way",
        NODE,
        None,
        _WaitsForItsOwnReset,
        ("E2AP-SEVERAL-210",),
    ),
)
"""One flaw each."""

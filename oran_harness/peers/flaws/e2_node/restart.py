"""E2 nodes that misbehave when their near-RT RIC is restarted (E2AP 8.3.1.1)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Over, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import GlobalRIC_ID, RICrequestID
from oran_harness.steps.causes import cause

NODE = Role.E2_NODE
_A_PERIOD_S = 0.1
_REPORTS = 5
_MOST_LEFT = 3


class _KeepsIdsOfBefore(FlawedActor):
    """Refuses RICrequestIDs that were in use on an earlier association, and knows nothing to delete under them."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._used: set[RICrequestID | None] = set()
        self._before: set[RICrequestID | None] = set()

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Keep them."""
        if isinstance(happening, Over):
            self._before |= self._used
        return None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Refuse them."""
        request = decoded.message
        if not isinstance(request, m.RICsubscriptionRequest):
            return None
        self._used.add(request.ric_request_id)
        if request.ric_request_id not in self._before:
            return None
        why = cause("duplicate-ric-request-id", self.edition)
        failure = m.RICsubscriptionFailure(request.ric_request_id, request.ran_function_id, why)
        return self.say(heard.association, failure)


class _ReportsOnAfterRestart(FlawedActor):
    """Goes on with its last report on the next association, and knows nothing of the subscription."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._last: Say | None = None
        self._left: Say | None = None

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Keep what was reported last."""
        if isinstance(happening, Over):
            self._left, self._last = self._last, None
        return None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Report it again behind E2 Setup."""
        if isinstance(decoded.message, m.E2setupResponse) and self._left is not None:
            for number in range(_REPORTS):
                self.postpone(replace(self._left, association=heard.association), now + (number + 1) * _A_PERIOD_S)
            self._left = None
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember a report."""
        if isinstance(decoded.message, m.RICindication):
            self._last = say
        return (say,)


class _ChokesOnWhatIsLeft(FlawedActor):
    """Serves nothing any more once several subscriptions stood when an association ended."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._standing: set[RICrequestID | None] = set()
        self._choked = False

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Choke."""
        if isinstance(happening, Over):
            self._choked |= len(self._standing) >= _MOST_LEFT
            self._standing.clear()
        return None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Serve nothing but E2 Setup."""
        return () if self._choked and not isinstance(decoded.message, m.E2setupResponse) else None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Count what stands."""
        if isinstance(decoded.message, m.RICsubscriptionResponse):
            self._standing.add(decoded.message.ric_request_id)
        elif isinstance(decoded.message, m.RICsubscriptionDeleteResponse):
            self._standing.discard(decoded.message.ric_request_id)
        return (say,)


class _KnowsOneRic(FlawedActor):
    """Hears nothing of a near-RT RIC that has another Global RIC ID than the first."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._first: GlobalRIC_ID | None = None
        self._strange: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Hear nothing."""
        if isinstance(decoded.message, m.E2setupResponse):
            self._first = self._first or decoded.message.global_ric_id
            if decoded.message.global_ric_id != self._first:
                self._strange.add(heard.association)
        return () if heard.association in self._strange else None


FLAWS = (
    Flaw(
        "node-keeps-ids-of-before",
        "Refuses RICrequestIDs of an earlier association for good",
        NODE,
        None,
        _KeepsIdsOfBefore,
        ("E2AP-RESTART-201",),
    ),
    Flaw(
        "node-reports-on-after-restart",
        "Goes on reporting on a new association what nobody subscribed there, and cannot delete it",
        NODE,
        None,
        _ReportsOnAfterRestart,
        ("E2AP-RESTART-202",),
    ),
    Flaw(
        "node-chokes-on-what-is-left",
        "Serves nothing any more after three subscriptions stood when its association ended",
        NODE,
        None,
        _ChokesOnWhatIsLeft,
        ("E2AP-RESTART-203",),
    ),
    Flaw(
        "node-knows-one-ric",
        "Serves no near-RT RIC with another Global RIC ID than the first",
        NODE,
        None,
        _KnowsOneRic,
        ("E2AP-RESTART-204",),
    ),
)
"""One flaw each."""

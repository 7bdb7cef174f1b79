"""E2 nodes that misbehave when they lose their association (E2AP 6)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Happening, Heard, Over, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message

NODE = Role.E2_NODE
_OWN = (
    m.RICserviceUpdate,
    m.E2nodeConfigurationUpdate,
    m.RICsubscriptionDeleteRequired,
    m.ResetRequest,
    m.E2RemovalRequest,
    m.RICsubscriptionModificationRequired,
    m.RICassistanceRequest,
)
_SERVICE_REQUESTS = (
    m.RICsubscriptionRequest,
    m.RICsubscriptionDeleteRequest,
    m.RICsubscriptionModificationRequest,
    m.RICsubscriptionAuditRequest,
    m.RICqueryRequest,
    m.RICsubscriptionStateControlRequest,
    m.RICserviceLoadStatusRequest,
)
_GLOBAL_REQUESTS = (m.ResetRequest, m.RICserviceQuery, m.E2connectionUpdate, m.E2RemovalRequest)


class _DiesOfLossBehind(FlawedActor):
    """Crashes when an association ends on which one of ``types`` was the last message, heard or said."""

    def __init__(self, actor: Actor, *types: type[Message], said: bool = False) -> None:
        super().__init__(actor)
        self._types = types
        self._said = said
        self._last: dict[str, bool] = {}

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember it."""
        self._last[heard.association] = not self._said and isinstance(decoded.message, self._types)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember it."""
        if self._said:
            self._last[say.association] = isinstance(decoded.message, self._types)
        return (say,)

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Crash."""
        lost = isinstance(happening, Over) and self._last.pop(happening.association, False)
        return self.react() if lost else None

    def react(self) -> Sequence[Command] | None:
        """What is done about the loss."""
        return (Die(),)


class _DeafAfterLossBehind(_DiesOfLossBehind):
    """Comes back with E2 Setup, and then hears nothing any more."""

    def __init__(self, actor: Actor, *types: type[Message]) -> None:
        super().__init__(actor, *types)
        self._deaf = False

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Hear nothing but the answer to E2 Setup."""
        super().hears(heard, decoded, now)
        return () if self._deaf and not isinstance(decoded.message, m.E2setupResponse) else None

    def react(self) -> Sequence[Command] | None:
        """Be deaf from now on."""
        self._deaf = True
        return None


class _AnswersOnTheNext(FlawedActor):
    """Says the answer to its last control again on the next association, as if it had been asked there."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._owed: Say | None = None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Say it behind E2 Setup."""
        if self._owed is None or not isinstance(decoded.message, m.E2setupResponse):
            return None
        answer, self._owed = replace(self._owed, association=heard.association), None
        return [*self.pass_on(heard, now), answer]

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember the answer."""
        if isinstance(decoded.message, m.RICcontrolAcknowledge | m.RICcontrolFailure):
            self._owed = say
        return (say,)


FLAWS = (
    Flaw(
        "node-dies-of-loss-in-setup",
        "Crashes when its association is lost before E2 Setup is answered",
        NODE,
        None,
        lambda actor: _DiesOfLossBehind(actor, m.E2setupRequest, said=True),
        ("E2AP-LOSS-201",),
    ),
    Flaw(
        "node-deaf-after-loss-behind-setup",
        "Serves nothing any more after its association was lost right behind the answer to E2 Setup",
        NODE,
        None,
        lambda actor: _DeafAfterLossBehind(actor, m.E2setupResponse, m.E2setupFailure),
        ("E2AP-LOSS-202", "E2AP-LOSS-203"),
    ),
    Flaw(
        "node-dies-of-loss-in-ric-service",
        "Crashes when its association is lost right behind a request about subscriptions or loads, or a query",
        NODE,
        None,
        lambda actor: _DiesOfLossBehind(actor, *_SERVICE_REQUESTS),
        tuple(f"E2AP-LOSS-{number}" for number in (204, 205, 211, 212, 213, 220, 221)),
    ),
    Flaw(
        "node-deaf-after-loss-behind-global-request",
        "Serves nothing any more after its association was lost right behind a request of a global procedure",
        NODE,
        None,
        lambda actor: _DeafAfterLossBehind(actor, *_GLOBAL_REQUESTS),
        ("E2AP-LOSS-207", "E2AP-LOSS-208", "E2AP-LOSS-209", "E2AP-LOSS-210", "E2AP-LOSS-214"),
    ),
    Flaw(
        "node-answers-on-next-association",
        "Answers a control on the association that it opens after the loss of the one that carried it",
        NODE,
        None,
        _AnswersOnTheNext,
        ("E2AP-LOSS-206", "E2AP-ANSWER-UNASKED"),
    ),
    Flaw(
        "node-dies-of-loss-in-own-procedure",
        "Crashes when its association is lost while a procedure of its own waits for the answer",
        NODE,
        None,
        lambda actor: _DiesOfLossBehind(actor, *_OWN, said=True),
        tuple(f"E2AP-LOSS-{number}" for number in (*range(215, 220), 222, 223)),
    ),
)
"""One flaw each."""

"""E2 nodes that mix up their near-RT RICs (E2GAP 4.2)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Over, Say, Up
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.message import Message

NODE = Role.E2_NODE
_CAUSE: Cause = ("misc", "om-intervention")
_NO_ID = 0


class _OfSeveral(FlawedActor):
    """Knows which associations are up, and of which near-RT RIC each is."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._rics: dict[str, str | None] = {}

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Remember it."""
        if isinstance(happening, Up):
            self._rics[happening.association] = happening.remote
        elif isinstance(happening, Over):
            self._rics.pop(happening.association, None)
        return None

    def others(self, association: str) -> list[str]:
        """The associations with other near-RT RICs than this one, the newest last."""
        ric = self._rics.get(association)
        return [name for name, far in self._rics.items() if far != ric]

    def is_second(self, association: str) -> bool:
        """Whether the association is with another near-RT RIC than the oldest one."""
        oldest = next(iter(self._rics.values()), None)
        return self._rics.get(association, oldest) != oldest

    def does(self, message: Message, association: str, now: float) -> list[Command]:
        """What the reference does about a message that it believes to have heard, but for answering it."""
        commands: list[Command] = []
        for said in self.say(association, message):
            commands += self.pass_on(Heard(association, said.octets, said.stream), now)
        return [each for each in commands if not isinstance(each, Say)]

    def resets(self, associations: Sequence[str], now: float) -> list[Command]:
        """Forget the subscriptions of these, as a Reset does, and say nothing of it."""
        number = None if self.edition == "1.01" else _NO_ID
        return [each for name in associations for each in self.does(m.ResetRequest(number, _CAUSE), name, now)]


class _JoiningTheSecond(_OfSeveral):
    """Takes a second near-RT RIC for another address of the first: it sets nothing up there."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Tell of the association, as a further one begins (E2AP 8.3.5)."""
        setup = decoded.message
        if not isinstance(setup, m.E2setupRequest) or not self.is_second(say.association):
            return (say,)
        number = setup.transaction_id
        return self.say(say.association, m.E2nodeConfigurationUpdate(number, setup.global_e2_node_id)) or (say,)


class _ForgettingTheFirst(_OfSeveral):
    """Hears nothing any more of the first near-RT RIC once the second has accepted its E2 Setup."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._deaf = False

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Be deaf to one of them."""
        second = self.is_second(heard.association)
        self._deaf |= second and isinstance(decoded.message, m.E2setupResponse)
        return () if self._deaf and not second else None


class _ReportingToTheNewest(_OfSeveral):
    """Sends all reports on the association that came up last."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Send it there."""
        others = self.others(say.association)
        if not isinstance(decoded.message, m.RICindication) or not others or self.is_second(say.association):
            return (say,)
        return (Say(others[-1], say.octets, say.stream, say.ppid),)


class _DeletingForAll(_OfSeveral):
    """Looks a RICrequestID up among the subscriptions of all near-RT RICs when one is deleted."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Delete all that have the id, and confirm it."""
        request, others = decoded.message, self.others(heard.association)
        if not isinstance(request, m.RICsubscriptionDeleteRequest) or not others:
            return None
        commands = [each for name in (*others, heard.association) for each in self.does(request, name, now)]
        confirmed = m.RICsubscriptionDeleteResponse(request.ric_request_id, request.ran_function_id)
        return [*commands, *self.say(heard.association, confirmed)]


class _ResettingAll(_OfSeveral):
    """Deletes the subscriptions of all near-RT RICs when one resets."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Forget those of the others, too."""
        if not isinstance(decoded.message, m.ResetRequest):
            return None
        return [*self.resets(self.others(heard.association), now), *self.pass_on(heard, now)]


class _LosingAll(_OfSeveral):
    """Deletes the subscriptions of all near-RT RICs when one is lost."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Forget those of the others, too."""
        others = self.others(happening.association) if isinstance(happening, Over) else []
        super().meets(happening, now)
        return [*self.resets(others, now), *self.pass_on(happening, now)] if others else None


class _RefusedByAll(_OfSeveral):
    """Reports nothing any more once any near-RT RIC has refused its E2 Setup."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._refused = False

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember it."""
        self._refused |= isinstance(decoded.message, m.E2setupFailure) and bool(self.others(heard.association))
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Keep it back."""
        return () if self._refused and isinstance(decoded.message, m.RICindication) else (say,)


FLAWS = (
    Flaw(
        "node-second-ric-not-set-up",
        "Takes a second near-RT RIC for a further address of the first, and does no E2 Setup with it",
        NODE,
        None,
        _JoiningTheSecond,
        ("E2AP-RICS-201",),
    ),
    Flaw(
        "node-forgets-first-ric",
        "Answers the first near-RT RIC nothing any more once it has set up with a second one, and stays connected",
        NODE,
        None,
        _ForgettingTheFirst,
        ("E2AP-RICS-201",),
    ),
    Flaw(
        "node-reports-to-newest-ric",
        "Sends the reports of all near-RT RICs' subscriptions to the one that came last",
        NODE,
        None,
        _ReportingToTheNewest,
        ("E2AP-RICS-202",),
    ),
    Flaw(
        "node-ids-shared-between-rics",
        "Deletes the subscriptions of all near-RT RICs that have the RICrequestID of a Delete",
        NODE,
        None,
        _DeletingForAll,
        ("E2AP-RICS-203", "E2AP-RICS-205"),
    ),
    Flaw(
        "node-reset-for-all-rics",
        "Deletes the subscriptions of all near-RT RICs when one of them resets",
        NODE,
        None,
        _ResettingAll,
        ("E2AP-RICS-204",),
    ),
    Flaw(
        "node-loss-for-all-rics",
        "Deletes the subscriptions of all near-RT RICs when the association with one of them is lost",
        NODE,
        None,
        _LosingAll,
        ("E2AP-RICS-206", "E2AP-RICS-208"),
    ),
    Flaw(
        "node-refusal-for-all-rics",
        "Reports to no near-RT RIC any more once one of them has refused its E2 Setup",
        NODE,
        None,
        _RefusedByAll,
        ("E2AP-RICS-207",),
    ),
)
"""One flaw each."""

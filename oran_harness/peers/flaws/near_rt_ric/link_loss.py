"""Near-RT RICs that misbehave when an association is lost in the middle of a procedure (E2AP 6, 8)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Happening, Over, Say, Up
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message

RIC = Role.NEAR_RT_RIC
_THINKING_S = 0.002
"""How long these RICs take for an answer."""


def _is_answer(message: Message | None) -> bool:
    return message is not None and message.OUTCOME != "initiatingMessage"


class _ThinksSlowly(FlawedActor):
    """Gives its answers a little later, and looks first whether the association is there still."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._thinking: list[tuple[float, Say]] = []
        self._over: set[str] = set()

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """See who leaves."""
        if isinstance(happening, Over):
            self._over.add(happening.association)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Think."""
        if not _is_answer(decoded.message):
            return (say,)
        self._thinking.append((now + _THINKING_S, say))
        return ()

    def wake(self, now: float) -> Sequence[Command]:
        """Say what has been thought of."""
        ready = [say for due, say in self._thinking if due <= now]
        self._thinking = [each for each in self._thinking if each[0] > now]
        thought = [command for say in ready for command in self.answers(say)]
        return [*thought, *super().wake(now)]

    def answers(self, say: Say) -> Sequence[Command]:
        """Say it."""
        return (say,)

    @property
    def wakes_at(self) -> float | None:
        """When the next answer is ready, or the wrapped actor wants to wake."""
        moments = [due for due, _ in self._thinking]
        wakes_at = super().wakes_at
        return min(moments if wakes_at is None else [*moments, wakes_at], default=None)


class _DiesOfItsAnswer(_ThinksSlowly):
    """Crashes when it has an answer for an association that is no more."""

    def answers(self, say: Say) -> Sequence[Command]:
        """Crash."""
        return (Die(),) if say.association in self._over else (say,)


class _AnswersElsewhere(_ThinksSlowly):
    """Gives an answer for an association that is no more on the next that comes up."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._stranded: list[Say] = []

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Take the next association for the lost one."""
        super().meets(happening, now)
        if not isinstance(happening, Up):
            return None
        stranded, self._stranded = self._stranded, []
        return [*self.pass_on(happening, now), *(replace(say, association=happening.association) for say in stranded)]

    def answers(self, say: Say) -> Sequence[Command]:
        """Keep what cannot be said."""
        if say.association not in self._over:
            return (say,)
        self._stranded.append(say)
        return ()


class _HoldsToRequests(FlawedActor):
    """Keeps in mind where it has asked for something; what becomes of that is for subclasses to say."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._asked: dict[str, Say] = {}

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember the last request of each association."""
        message = decoded.message
        if message is not None and not _is_answer(message):
            self._asked[say.association] = say
        return (say,)


class _DiesOfALostRequest(_HoldsToRequests):
    """Crashes when a node leaves that it has ever asked for something."""

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Crash."""
        return (Die(),) if isinstance(happening, Over) and happening.association in self._asked else None


class _AsksAgain(_HoldsToRequests):
    """Sends what it asked for before an association was lost again, as soon as the next one is up."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._lost: list[Say] = []

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Ask before E2 Setup."""
        if isinstance(happening, Over) and happening.association in self._asked:
            self._lost.append(self._asked.pop(happening.association))
        if not isinstance(happening, Up):
            return None
        lost, self._lost = self._lost, []
        return [*self.pass_on(happening, now), *(replace(say, association=happening.association) for say in lost)]


FLAWS = (
    Flaw(
        "ric-dies-answering-a-lost-node",
        "Crashes when it has an answer for an association that was lost meanwhile",
        RIC,
        None,
        _DiesOfItsAnswer,
        (
            "E2AP-LOSS-101",
            "E2AP-LOSS-102",
            "E2AP-LOSS-103",
            "E2AP-LOSS-104",
            "E2AP-LOSS-105",
            "E2AP-LOSS-106",
            "E2AP-LOSS-107",
        ),
    ),
    Flaw(
        "ric-answers-a-lost-node-elsewhere",
        "Gives an answer whose association was lost on the next association that comes up",
        RIC,
        None,
        _AnswersElsewhere,
        ("E2AP-LOSS-101", "E2AP-LOSS-102", "E2AP-LOSS-103"),
    ),
    Flaw(
        "ric-dies-of-a-lost-request",
        "Crashes when a node leaves that it has asked for something",
        RIC,
        None,
        _DiesOfALostRequest,
        (
            "E2AP-LOSS-111",
            "E2AP-LOSS-112",
            "E2AP-LOSS-113",
            "E2AP-LOSS-114",
            "E2AP-LOSS-115",
            "E2AP-LOSS-116",
            "E2AP-LOSS-117",
            "E2AP-LOSS-118",
            "E2AP-LOSS-119",
            "E2AP-LOSS-120",
            "E2AP-LOSS-121",
            "E2AP-LOSS-122",
        ),
    ),
    Flaw(
        "ric-repeats-a-lost-request",
        "Repeats a request whose association was lost as soon as the next one is up, before E2 Setup",
        RIC,
        "F22",
        _AsksAgain,
        ("E2AP-LOSS-111", "E2AP-LOSS-113", "E2AP-LOSS-116", "E2AP-FIRST-MESSAGE"),
    ),
)
"""One flaw each."""

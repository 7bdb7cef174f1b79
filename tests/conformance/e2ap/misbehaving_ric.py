"""A near-RT RIC that misbehaves in one way: the reference RIC, with something done to what it hears or says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.model import Role
from oran_harness.peers.actor import Actor, Answer, Command, Die, End, Happening, Heard, Over, Say, Up
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupResponse, ErrorIndication
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps.causes import cause

Test = Callable[[Message | None, bytes], bool]
Make = Callable[[Any, str], Message]
"""From the message heard, and the edition, to a message to be said."""


@dataclass
class Misbehaviour:
    """What is done.

    ``hears`` gives the commands instead of the reference's, or None; ``says`` another message, or None for none;
    ``meets`` changes anything else that happens, before the reference is told.
    """

    hears: Callable[["MisbehavingRic", Heard, Message | None], Sequence[Command] | None] | None = None
    says: Callable[["MisbehavingRic", Message], Message | None] | None = None
    meets: Callable[["MisbehavingRic", Happening], Sequence[Command] | Happening] | None = None
    mum: bool = False
    """Whether the answers to stimuli tell nothing, as those of a product may."""
    alters: Callable[[Answer], Answer] | None = None
    """What becomes of the answers to stimuli."""


class MisbehavingRic:
    """The reference RIC under a misbehaviour."""

    role = Role.NEAR_RT_RIC

    def __init__(self, edition: str, misbehaviour: Misbehaviour) -> None:
        self.edition = edition
        self.counts: dict[str, int] = {}
        self.risen: list[str] = []
        self.misbehaviour = misbehaviour
        self.inner: Actor = NearRtRic(RicConfig(edition=edition))

    def begin(self, now: float) -> Sequence[Command]:
        return self.inner.begin(now)

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        if isinstance(happening, Heard) and self.misbehaviour.hears is not None:
            message = codec(self.edition).decode(happening.octets).message
            instead = self.misbehaviour.hears(self, happening, message)
            if instead is not None:
                return instead
        if isinstance(happening, Up):
            self.risen.append(happening.association)
        first: list[Command] = []
        if self.misbehaviour.meets is not None:
            met = self.misbehaviour.meets(self, happening)
            if isinstance(met, Sequence):
                first = list(met)
            else:
                happening = met
        return [*first, *self.spoil(self.inner.handle(happening, now))]

    def wake(self, now: float) -> Sequence[Command]:
        return self.spoil(self.inner.wake(now))

    @property
    def wakes_at(self) -> float | None:
        return self.inner.wakes_at

    def spoil(self, commands: Sequence[Command]) -> list[Command]:
        spoiled: list[Command] = []
        for command in commands:
            if isinstance(command, Answer) and self.misbehaviour.alters is not None:
                spoiled.append(self.misbehaviour.alters(command))
                continue
            if isinstance(command, Answer) and self.misbehaviour.mum:
                spoiled.append(replace(command, details={}))
                continue
            said = codec(self.edition).decode(command.octets).message if isinstance(command, Say) else None
            if said is None or self.misbehaviour.says is None or not isinstance(command, Say):
                spoiled.append(command)
                continue
            changed = self.misbehaviour.says(self, said)
            if changed is said:
                spoiled.append(command)
            elif changed is not None:
                spoiled.append(self.say(command.association, changed))
        return spoiled

    def say(self, association: str, message: Message) -> Say:
        stream = 1 if PROCEDURES[message.PROCEDURE_CODE].service else 0
        return Say(association, codec(self.edition).encode(message), stream)

    def count(self, name: str) -> int:
        self.counts[name] = self.counts.get(name, 0) + 1
        return self.counts[name]


def of(*types: type[Message]) -> Test:
    """Messages of these types."""
    return lambda message, _: isinstance(message, types)


def unread(message: Message | None, _: bytes) -> bool:
    """Octets that are no known message."""
    return message is None


def longer_than(octets: int) -> Test:
    return lambda _, heard: len(heard) > octets


def every(_message: Message | None, _octets: bytes) -> bool:
    return True


def dies(test: Test, *, nth: int = 1) -> Misbehaviour:
    """The process crashes on hearing it for the ``nth`` time."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        return (Die(),) if test(message, heard.octets) and ric.count("dies") >= nth else None

    return Misbehaviour(hears)


def ends(test: Test, *, how: str = "shutdown", nth: int = 1) -> Misbehaviour:
    """It ends the association on hearing it, instead of an answer."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        hit = test(message, heard.octets) and ric.count("ends") >= nth
        return (End(heard.association, how),) if hit else None

    return Misbehaviour(hears)


def ends_all(test: Test) -> Misbehaviour:
    """It drops every association, as a process does that restarts, and then serves on."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        return tuple(End(each, "abort") for each in ric.risen) if test(message, heard.octets) else None

    return Misbehaviour(hears)


def ignores(test: Test, *, nth: int = 1) -> Misbehaviour:
    """It says and does nothing about it, from the ``nth`` time on."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        return () if test(message, heard.octets) and ric.count("ignores") >= nth else None

    return Misbehaviour(hears)


def replies(test: Test, make: Make) -> Misbehaviour:
    """It answers with something else."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not test(message, heard.octets):
            return None
        return (ric.say(heard.association, make(message, ric.edition)),)

    return Misbehaviour(hears)


def complains(test: Test) -> Misbehaviour:
    """It sends an Error Indication about it."""

    def make(message: Any, edition: str) -> Message:
        name = getattr(message, "ric_request_id", None)
        return ErrorIndication(ric_request_id=name, cause=cause("protocol/unspecified", edition))

    return replies(test, make)


def edits(kind: type[Message], change: Callable[[Any], Message | None], *, nth: int = 1) -> Misbehaviour:
    """It says that message otherwise from the ``nth`` time on; None for not at all."""

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        return change(message) if isinstance(message, kind) and ric.count("edits") >= nth else message

    return Misbehaviour(says=says)


def puts(kind: type[Message], *, nth: int = 1, **fields: Any) -> Misbehaviour:
    """It says that message with other fields."""
    return edits(kind, lambda message: replace(message, **fields), nth=nth)


def mute(*kinds: type[Message], nth: int = 1) -> Misbehaviour:
    """It does not say these messages, from the ``nth`` time on."""

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        return None if isinstance(message, kinds) and ric.count("mute") >= nth else message

    return Misbehaviour(says=says)


def mum(misbehaviour: Misbehaviour) -> Misbehaviour:
    """The same, of a RIC that tells nothing of its timers."""
    return replace(misbehaviour, mum=True)


def begins_with(make: Callable[[str], Message]) -> Misbehaviour:
    """It says something as soon as an association is up."""

    def meets(ric: MisbehavingRic, happening: Happening) -> Sequence[Command] | Happening:
        return (ric.say(happening.association, make(ric.edition)),) if isinstance(happening, Up) else happening

    return Misbehaviour(meets=meets)


def dies_when_left() -> Misbehaviour:
    """The process crashes when an association ends."""
    return Misbehaviour(meets=lambda ric, happening: (Die(),) if isinstance(happening, Over) else happening)


def refuses_setup(*, nth: int = 1) -> Misbehaviour:
    """It refuses E2 Setups, from the ``nth`` on."""
    why = cause("misc/unspecified", "3.01")
    return edits(E2setupResponse, lambda response: E2setupFailure(response.transaction_id, why), nth=nth)


def loses_a_function() -> Misbehaviour:
    """It says nothing about the first RAN function of an E2 Setup."""
    return edits(
        E2setupResponse, lambda response: replace(response, ran_functions_accepted=response.ran_functions_accepted[1:])
    )


def loses_a_component() -> Misbehaviour:
    """It says nothing about the first component of an E2 Setup."""
    field = "e2_node_component_config_addition_ack"
    return edits(E2setupResponse, lambda response: replace(response, **{field: getattr(response, field)[1:]}))

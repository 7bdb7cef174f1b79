"""Ways to misbehave in what is said: to say it otherwise, not at all, twice, or late; or to die of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.peers.actor import Actor, Command, Die, Say
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.recognition import Test, of
from oran_harness.protocols.e2ap.decoded import DecodedMessage, ReceivedIe
from oran_harness.protocols.e2ap.message import Message


class _OnSaying(FlawedActor):
    """Does something about messages that ``test`` is true of, from the ``nth`` such one on."""

    def __init__(self, actor: Actor, test: Test, nth: int = 1) -> None:
        super().__init__(actor)
        self._test = test
        self._nth = nth
        self._count = 0

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Do it, if it is time."""
        if not self._test(decoded):
            return (say,)
        self._count += 1
        return self.react(say, decoded, now) if self._count >= self._nth else (say,)

    def react(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """What is done."""
        return ()


class Concealing(_OnSaying):
    """Does not say the messages."""


class Collapsing(_OnSaying):
    """Crashes where the messages are due."""

    def react(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Crash."""
        return (Die(),)


class Repeating(_OnSaying):
    """Says the messages twice."""

    def react(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say it, and again."""
        return (say, say)


class Delaying(_OnSaying):
    """Says the messages ``seconds`` late."""

    def __init__(self, actor: Actor, test: Test, seconds: float) -> None:
        super().__init__(actor, test)
        self._seconds = seconds

    def react(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say it later."""
        self.postpone(say, now + self._seconds)
        return ()


class Rewriting(_OnSaying):
    """Says what ``change`` makes of messages of a type; what the edition cannot say so is said as it is."""

    def __init__(self, actor: Actor, kind: type[Message], change: Callable[[Any], Message], nth: int = 1) -> None:
        super().__init__(actor, of(kind), nth)
        self._change = change

    def react(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say something else, on the same stream."""
        changed = self.say(say.association, self._change(decoded.message))
        return tuple(replace(each, stream=say.stream) for each in changed) or (say,)


class Reshaping(_OnSaying):
    """Says messages of a type with their IEs as ``reshape`` gives them: dropped, repeated, moved, or with other octets.

    IEs come and go as they stand on the wire, with id, criticality and octets.
    """

    def __init__(
        self,
        actor: Actor,
        kind: type[Message],
        reshape: Callable[[tuple[ReceivedIe, ...]], tuple[ReceivedIe, ...]],
    ) -> None:
        super().__init__(actor, of(kind))
        self._reshape = reshape

    def react(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say it otherwise."""
        if decoded.message is None:
            return (say,)
        return self.say(say.association, decoded.message, layout=self._reshape(decoded.ies)) or (say,)


class Scribbling(_OnSaying):
    """Says the messages with other octets, by ``scribble``."""

    def __init__(self, actor: Actor, test: Test, scribble: Callable[[bytes], bytes]) -> None:
        super().__init__(actor, test)
        self._scribble = scribble

    def react(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say them so."""
        return (replace(say, octets=self._scribble(say.octets)),)

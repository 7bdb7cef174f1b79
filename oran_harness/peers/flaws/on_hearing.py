"""Ways to misbehave about what is heard: to ignore it, to die of it, to hang up on it, to answer it otherwise."""

from collections.abc import Callable, Sequence
from typing import Any

from oran_harness.peers.actor import Actor, Command, Die, End, Heard
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.recognition import Test
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message


class _OnHearing(FlawedActor):
    """Does something about messages that ``test`` is true of, from the ``nth`` such one on."""

    def __init__(self, actor: Actor, test: Test, nth: int = 1) -> None:
        super().__init__(actor)
        self._test = test
        self._nth = nth
        self._count = 0

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Do it, if it is time."""
        if not self._test(decoded):
            return None
        self._count += 1
        return self.react(heard, decoded, now) if self._count >= self._nth else None

    def react(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """What is done."""
        return ()


class Ignoring(_OnHearing):
    """Says and does nothing about the messages."""


class Dying(_OnHearing):
    """Crashes on the messages."""

    def react(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Crash."""
        return (Die(),)


class HangingUp(_OnHearing):
    """Ends the association by an abort, where an answer is due."""

    def react(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Abort the association; the reference peer is not told either, as a process that lost its socket."""
        return (End(heard.association, "abort"),)


class Answering(_OnHearing):
    """Answers the messages by ``make``, and does nothing of what they ask for; None for the reference's behaviour.

    Those that do not conform are left to the reference.
    """

    def __init__(self, actor: Actor, test: Test, make: Callable[[Any, str], Message | None], nth: int = 1) -> None:
        super().__init__(actor, test, nth)
        self._make = make

    def react(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Answer: ``make`` gets the typed message and the edition."""
        answer = self._make(decoded.message, self.edition) if decoded.conforms else None
        return None if answer is None else self.say(heard.association, answer)


class Mishearing(_OnHearing):
    """Takes the messages for what ``change`` makes of them."""

    def __init__(self, actor: Actor, test: Test, change: Callable[[Any], Message], nth: int = 1) -> None:
        super().__init__(actor, test, nth)
        self._change = change

    def react(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Tell the wrapped actor something else; what cannot be read, or said so, is told as it is."""
        if decoded.message is None:
            return None
        said = self.say(heard.association, self._change(decoded.message))
        if not said:
            return None
        return self.pass_on(Heard(heard.association, said[0].octets, heard.stream, heard.ppid), now)

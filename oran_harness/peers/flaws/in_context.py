"""Ways to misbehave about a message because of what was said and heard before it."""

from collections.abc import Callable, Sequence
from typing import Any

from oran_harness.peers.actor import Actor, Command, Die, Happening, Heard, Over, Say
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.past import Past
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.steps.causes import cause

Test = Callable[[Past, Any], bool]
"""Whether a message, which conforms, is one that the flaw is about; it is not in the past yet."""
Reaction = Callable[[FlawedActor, Heard, Any, float], Sequence[Command]]
"""What is done about such a message, instead of what the reference peer does."""


class _Remembering(FlawedActor):
    """Knows what was said and heard on each association."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._pasts: dict[str, Past] = {}

    def past(self, association: str) -> Past:
        """That of one association."""
        if association not in self._pasts:
            self._pasts[association] = Past({name: past for name, past in self._pasts.items() if name != association})
            for name, past in self._pasts.items():
                if name != association:
                    past.others[association] = self._pasts[association]
        return self._pasts[association]

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Forget an association that is over."""
        if isinstance(happening, Over):
            self._pasts.pop(happening.association, None)
            for past in self._pasts.values():
                past.others.pop(happening.association, None)
        return None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember it."""
        if decoded.message is not None and decoded.conforms:
            self.past(heard.association).heard.append(decoded.message)
            self.past(heard.association).heard_at.append(now)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember it."""
        if decoded.message is not None:
            self.past(say.association).said.append(decoded.message)
        return (say,)


class Minding(_Remembering):
    """Reacts by ``react`` to the messages that ``test`` is true of, in the light of what came before them."""

    def __init__(self, actor: Actor, test: Test, react: Reaction) -> None:
        super().__init__(actor)
        self._test = test
        self._react = react

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """React, if it is one of them."""
        past = self.past(heard.association)
        past.now = now
        about = decoded.conforms and self._test(past, decoded.message)
        super().hears(heard, decoded, now)
        return self._react(self, heard, decoded.message, now) if about else None


class Withholding(_Remembering):
    """Does not say the messages that ``test`` is true of, in the light of what came before them."""

    def __init__(self, actor: Actor, test: Test) -> None:
        super().__init__(actor)
        self._test = test

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Keep it back, if it is one of them."""
        if decoded.message is not None and self._test(self.past(say.association), decoded.message):
            return ()
        return super().says(say, decoded, now)


# Reactions


def ignore(flawed: FlawedActor, heard: Heard, message: Any, now: float) -> Sequence[Command]:
    """Say and do nothing."""
    return ()


def die(flawed: FlawedActor, heard: Heard, message: Any, now: float) -> Sequence[Command]:
    """Crash."""
    return (Die(),)


def complain(flawed: FlawedActor, heard: Heard, message: Any, now: float) -> Sequence[Command]:
    """Take it as the reference peer does, and report it by an Error Indication all the same."""
    why = cause("message-not-compatible-with-receiver-state", flawed.edition)
    report = ErrorIndication(ric_request_id=getattr(message, "ric_request_id", None), cause=why)
    return (*flawed.pass_on(heard, now), *flawed.say(heard.association, report))


def answering(make: Callable[[Any, str], Message | None]) -> Reaction:
    """Answer by what ``make`` gives for the message and the edition, and do nothing of what it asks for."""

    def react(flawed: FlawedActor, heard: Heard, message: Any, now: float) -> Sequence[Command]:
        made = make(message, flawed.edition)
        return () if made is None else flawed.say(heard.association, made)

    return react

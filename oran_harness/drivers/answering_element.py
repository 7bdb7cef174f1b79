"""Our managed element as the one that answers where a case does not care what is answered."""

import re
from collections.abc import Callable, Sequence

from oran_harness.model import Role
from oran_harness.peers.actor import Actor, Command, End, Heard, Over, Say, Up
from oran_harness.peers.reference import reference
from oran_harness.protocols.netconf import BASE_1_0, Framing, Rpc, frame, speaking
from oran_harness.protocols.netconf.framing import END_OF_MESSAGE
from oran_harness.steps.netconf_participant import OURS

_CLIENT = frame(speaking.hello((BASE_1_0,)), Framing.END_OF_MESSAGE)
"""What its client names: messages come apart most easily so; how they are framed for the SUT is not its matter."""


_REPLY = re.compile(rb"\s*<([^\s:>]+:)?rpc-reply")


class AnsweringElement:
    """A whole managed element behind a case's own.

    It has no timers: a confirmed commit stands until it is asked something else, and it supervises nobody. ``now``
    gives the time in seconds.
    """

    def __init__(self, now: Callable[[], float], make: Callable[[], Actor] | None = None) -> None:
        self._now = now
        self._make = make or (lambda: reference(Role.O1_PROVIDER))
        self._actor: Actor | None = None
        self._numbers: dict[str, int] = {}
        self._known: set[str] = set()
        self._open: set[str] = set()

    @property
    def capabilities(self) -> tuple[str, ...]:
        """What its hello names."""
        managed = getattr(self._element, "managed", None)
        return OURS if managed is None else tuple(managed.capabilities)

    def session_id(self, name: str) -> int:
        """The number of a session."""
        return self._numbers.get(name, len(self._numbers) + 1)

    def up(self, name: str) -> None:
        """A session came up."""
        self._numbers[name] = len(self._numbers) + 1

    def over(self, name: str) -> None:
        """A session is over."""
        if name in self._open:
            self._open.discard(name)
            self._element.handle(Over(name, "shutdown"), self._now())

    def reply(self, name: str, rpc: Rpc) -> bytes | None:
        """Its reply to an rpc on a session, done there and then; None where it has none."""
        return next((each for each in self.answer(name, rpc.octets)[0] if _REPLY.match(each)), None)

    def answer(self, name: str, message: bytes) -> tuple[Sequence[bytes], Sequence[str]]:
        """What it says on the session to a message of the SUT, and which sessions it ends then."""
        if name not in self._numbers:
            return (), ()
        if name not in self._known:
            self._come_up(name)
        if name not in self._open:
            return (), ()
        commands = self._element.handle(Heard(name, frame(message, Framing.END_OF_MESSAGE)), self._now())
        ended = [each.association for each in commands if isinstance(each, End)]
        self._open -= set(ended)
        return _messages(name, commands), ended

    @property
    def _element(self) -> Actor:
        if self._actor is None:
            self._actor = self._make()
            self._actor.begin(self._now())
        return self._actor

    def _come_up(self, name: str) -> None:
        """Open the session there, and all before it, so that numbers are the same."""
        for each in self._numbers:
            if each not in self._known:
                self._element.handle(Up(each, outbound=False, user="oran-harness"), self._now())
                self._element.handle(Heard(each, _CLIENT), self._now())
                self._known.add(each)
                self._open.add(each)
            if each == name:
                return


def _messages(name: str, commands: Sequence[Command]) -> list[bytes]:
    """The messages in what is said on a session, out of their frames."""
    said = b"".join(each.octets for each in commands if isinstance(each, Say) and each.association == name)
    return [each for each in said.split(END_OF_MESSAGE) if each]

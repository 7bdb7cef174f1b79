"""Ways of a managed element to take requests wrongly: for others, for done, for none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from oran_harness.codec.xml import XmlError, parse, write
from oran_harness.peers.actor import Actor, Command, Die, Happening, Heard
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.rpc_error import RpcError

Test = Callable[[ManagedElement, str], bool]
"""Which requests: by the element and the text of the operation."""


def text_of(rpc: Rpc) -> str:
    """The operation of a request as text; empty if there is none."""
    return "" if rpc.operation is None else write(rpc.operation).decode("utf-8")


def every(_: ManagedElement, __: str) -> bool:
    """All requests."""
    return True


def holding(*words: str) -> Test:
    """Requests that hold all of these words."""
    return lambda _, text: all(word in text for word in words)


def replaced(rpc: Rpc, text: str) -> Rpc:
    """The request with another operation, given as text; as it is if that cannot be read."""
    try:
        return replace(rpc, operation=parse(text.encode("utf-8")))
    except XmlError:
        return rpc


class _OnRequest(FlawedElement):
    """Does something about requests that ``test`` is true of."""

    def __init__(self, actor: Actor, test: Test) -> None:
        super().__init__(actor)
        self._test = test

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Do it, if it is one of these."""
        if rpc.operation is None or rpc.message_id is None or not self._test(self.managed, text_of(rpc)):
            return super().asked(session, rpc, now)
        return self.react(session, rpc, now)

    def react(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """What is done."""
        return None


class Unanswering(_OnRequest):
    """Says and does nothing about the requests."""


class DyingOfRequests(_OnRequest):
    """Crashes on the requests."""

    def react(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Crash."""
        self.managed.commands.append(Die())
        return None


class Pretending(_OnRequest):
    """Says that it has done what it does not do."""

    def react(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Say ok."""
        return speaking.ok(rpc)


class Refusing(_OnRequest):
    """Refuses what it has to do, with an error-tag."""

    def __init__(self, actor: Actor, test: Test, tag: str = "operation-failed") -> None:
        super().__init__(actor, test)
        self._tag = tag

    def react(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Refuse it."""
        return speaking.refusal(rpc, RpcError("application", self._tag, message="It is not possible."))


class Misreading(_OnRequest):
    """Takes the requests for others: where a regular expression fits, something else is read."""

    def __init__(self, actor: Actor, pattern: str, instead: str, test: Test = every) -> None:
        super().__init__(actor, test)
        self._pattern = re.compile(pattern, re.DOTALL)
        self._instead = instead

    def react(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Take it for what was read."""
        text = text_of(rpc)
        changed = self._pattern.sub(self._instead, text)
        taken = rpc if changed == text else replaced(rpc, changed)
        return super(_OnRequest, self).asked(session, taken, now)


class Deaf(FlawedElement):
    """Does not hear octets that a test is true of: they are lost, as in a buffer that is too small."""

    def __init__(self, actor: Actor, test: Callable[[bytes], bool]) -> None:
        super().__init__(actor)
        self._test = test

    def meets(self, happening: Happening, now: float) -> Happening | Sequence[Command]:
        """Lose them."""
        return () if isinstance(happening, Heard) and self._test(happening.octets) else happening


class Mishearing(FlawedElement):
    """Hears octets as others."""

    def __init__(self, actor: Actor, change: Callable[[bytes], bytes]) -> None:
        super().__init__(actor)
        self._change = change

    def meets(self, happening: Happening, now: float) -> Happening | Sequence[Command]:
        """Hear it otherwise."""
        if not isinstance(happening, Heard):
            return happening
        return replace(happening, octets=self._change(happening.octets))


class Jamming(FlawedElement):
    """Hears and says nothing more, to anybody, after something has happened."""

    def __init__(self, actor: Actor, test: Callable[[Happening], bool]) -> None:
        super().__init__(actor)
        self._test = test
        self._jammed = False

    def meets(self, happening: Happening, now: float) -> Happening | Sequence[Command]:
        """Nothing, once it has."""
        self._jammed = self._jammed or self._test(happening)
        return () if self._jammed else happening

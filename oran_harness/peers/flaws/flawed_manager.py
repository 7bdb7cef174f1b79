"""Misbehaviours of a manager: another manner than the right one."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from oran_harness.codec.xml import Element, local_name, parse, write
from oran_harness.model.errors import UsageError
from oran_harness.peers.actor import Actor
from oran_harness.peers.o1_manager import O1Manager
from oran_harness.peers.o1_manager.dialogue import Dialogue
from oran_harness.peers.o1_manager.dialogues import Edit
from oran_harness.peers.o1_manager.manner import Manner
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import Capabilities
from oran_harness.protocols.netconf.messages import RpcReply


def mannered(make: Callable[[], Manner]) -> Callable[[Actor], Actor]:
    """What gives a reference manager another manner; raises ``UsageError`` for an actor that is none."""

    def wrap(actor: Actor) -> Actor:
        if not isinstance(actor, O1Manager):
            raise UsageError(
                "A flaw of a manager can be planted into a reference manager only; give wrap an O1Manager."
            )
        actor.manner = make()
        return actor

    return wrap


class Greeting(Manner):
    """Says another hello."""

    def __init__(self, change: Callable[[bytes], bytes | None]) -> None:
        self._change = change

    def greets(self, session: Session, hello: bytes) -> bytes | None:
        """Say it."""
        return self._change(hello)


class Asking(Manner):
    """Sends rpcs for some operations otherwise: ``change`` edits the rpc element. Without names: all of them."""

    def __init__(self, change: Callable[[Element], None], *names: str) -> None:
        self._change = change
        self._names = names

    def asks(self, session: Session, rpc: bytes) -> bytes | None:
        """Change it."""
        root = parse(rpc)
        operation = next(root.iterchildren("*"))
        if not self._names or local_name(operation.tag) in self._names:
            self._change(root)
        return write(root)


class Refusing(Manner):
    """Ends a session when octets come that hold one of these texts."""

    def __init__(self, *texts: bytes) -> None:
        self._texts = texts

    def hears(self, session: Session, octets: bytes) -> bytes | None:
        """End it."""
        return None if any(text in octets for text in self._texts) else octets


class Stunned(Manner):
    """Asks nothing more in its life once it was told something: ``by`` says whether octets, or a breach, were it."""

    def __init__(
        self, *breaches: BreachKind, octets: Callable[[Session, bytes], bool] = lambda session, octets: False
    ) -> None:
        self._breaches = breaches
        self._octets = octets
        self.stunned = False

    def asks(self, session: Session, rpc: bytes) -> bytes | None:
        """Ask, as long as it does."""
        return None if self.stunned else rpc

    def hears(self, session: Session, octets: bytes) -> bytes | None:
        """Be stunned by octets."""
        self.stunned = self.stunned or self._octets(session, octets)
        return octets

    def ends_for(self, session: Session, kind: BreachKind) -> bool:
        """Be stunned by a breach, and stay."""
        self.stunned = self.stunned or kind in self._breaches
        return not self.stunned and super().ends_for(session, kind)

    def ends_for_unreadable(self, session: Session) -> bool:
        """Stay where it is, if it is stunned."""
        return not self.stunned


class Tolerating(Manner):
    """Ends no session for some breaches."""

    def __init__(self, breaches: Collection[BreachKind]) -> None:
        self._breaches = breaches

    def ends_for(self, session: Session, kind: BreachKind) -> bool:
        """Stay."""
        return kind not in self._breaches and super().ends_for(session, kind)


class Leaving(Manner):
    """Ends its session because of what it heard."""

    def __init__(self, because: Callable[[Any], bool]) -> None:
        self._because = because

    def stays(self, session: Session, heard: Any) -> bool:
        """Leave."""
        return not self._because(heard)


class Editing(Manner):
    """Edits in another way: with other values in ``Edit``, whatever is advertised."""

    def __init__(self, **values: Any) -> None:
        self._values: Mapping[str, Any] = values

    def edits(self, wanted: Edit, there: Capabilities) -> Edit:
        """Edit so."""
        return replace(wanted, **self._values)


class Believing(Manner):
    """Takes every reply for a success."""

    def succeeds(self, reply: RpcReply) -> bool:
        """It does."""
        return True


class Instead(Manner):
    """Does something else where a stimulus of some name comes, whatever is advertised."""

    def __init__(self, name: str, make: Callable[[Dialogue, Capabilities], Dialogue]) -> None:
        self._name = name
        self._make = make

    def carries_out(self, name: str, dialogue: Dialogue, there: Capabilities) -> Dialogue:
        """Do it."""
        return self._make(dialogue, there) if name == self._name else dialogue


def operation_of(rpc: Element) -> Element:
    """The operation in an rpc."""
    return next(rpc.iterchildren("*"))


def put(rpc: Element, name: str, text: str = "", namespace: str | None = None) -> None:
    """Put a parameter into the operation of an rpc, before the others."""
    operation = operation_of(rpc)
    space = etree.QName(operation).namespace if namespace is None else namespace
    added = etree.Element(f"{{{space}}}{name}", nsmap={None: space})
    added.text = text or None
    operation.insert(0, added)

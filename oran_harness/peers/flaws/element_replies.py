"""Ways of a managed element to say things wrongly: replies, refusals, hellos and notifications."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from oran_harness.codec.xml import Element, XmlError, parse, write
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.element_requests import Test, every, text_of
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.namespaces import base
from oran_harness.protocols.netconf.rpc_error import RpcError, read_error

Edit = Callable[[Element], None]
"""What becomes of the element of a message."""


def errors_in(reply: bytes) -> tuple[RpcError, ...]:
    """The errors of a reply."""
    if b"rpc-error" not in reply:
        return ()
    return tuple(map(read_error, parse(reply).findall(base("rpc-error"))))


def edited(message: bytes, edit: Edit) -> bytes:
    """The message after an edit; one that cannot be read again, as it is too large, is as it was."""
    try:
        root = parse(message)
    except XmlError:
        return message
    edit(root)
    return write(root)


def without(path: str) -> Edit:
    """Takes away what is at a path (lxml's)."""

    def edit(root: Element) -> None:
        for each in root.findall(path):
            each.getparent().remove(each)

    return edit


class Rewording(FlawedElement):
    """Edits the replies to requests of these names; of all, if there are none."""

    def __init__(self, actor: Actor, edit: Edit, *names: str) -> None:
        super().__init__(actor)
        self._edit = edit
        self._names = names

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Say it so."""
        if rpc is not None and (not self._names or rpc.name in self._names):
            reply = edited(reply, self._edit)
        return super().replies(session, rpc, reply)


class Retelling(FlawedElement):
    """Has other octets in the replies to requests of these names; of all, if there are none."""

    def __init__(self, actor: Actor, old: bytes, new: bytes, *names: str) -> None:
        super().__init__(actor)
        self._old, self._new = old, new
        self._names = names

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Say it so."""
        if rpc is not None and (not self._names or rpc.name in self._names):
            reply = reply.replace(self._old, self._new)
        return super().replies(session, rpc, reply)


class OnRefusal(FlawedElement):
    """Does something about what it refuses with one of the tags, or with any if there are none."""

    def __init__(self, actor: Actor, *tags: str, test: Test = every) -> None:
        super().__init__(actor)
        self._tags = tags
        self._test = test

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Do it."""
        errors = () if rpc is None or not self._test(self.managed, text_of(rpc)) else errors_in(reply)
        if rpc is not None and errors and (not self._tags or any(error.tag in self._tags for error in errors)):
            reply = self.react(rpc, errors, reply)
        return super().replies(session, rpc, reply)

    def react(self, rpc: Rpc, errors: tuple[RpcError, ...], reply: bytes) -> bytes:
        """What is said."""
        return speaking.ok(rpc)


class Tolerating(OnRefusal):
    """Says ok where it has to refuse, and does nothing."""


class FindingNothing(OnRefusal):
    """Says that there are no data where it has to refuse."""

    def react(self, rpc: Rpc, errors: tuple[RpcError, ...], reply: bytes) -> bytes:
        """Say so."""
        return speaking.data(rpc)


class Erring(OnRefusal):
    """Refuses with other errors than the right ones."""

    def __init__(self, actor: Actor, *tags: str, change: Callable[[RpcError], RpcError], test: Test = every) -> None:
        super().__init__(actor, *tags, test=test)
        self._change = change

    def react(self, rpc: Rpc, errors: tuple[RpcError, ...], reply: bytes) -> bytes:
        """Refuse so."""
        return speaking.refusal(rpc, *map(self._change, errors))


def tagged(tag: str) -> Callable[[RpcError], RpcError]:
    """An error with another error-tag, and nothing that goes with the old one."""
    return lambda error: replace(error, type="application", tag=tag, info=())


class Greeting(FlawedElement):
    """Says another hello."""

    def __init__(self, actor: Actor, edit: Edit) -> None:
        super().__init__(actor)
        self._edit = edit

    def greets(self, session: Session, hello: bytes) -> bytes:
        """Say it."""
        return super().greets(session, edited(hello, self._edit))


def capabilities(change: Callable[[str], str | None]) -> Edit:
    """Has each capability of a hello be what ``change`` makes of it; None takes it away."""

    def edit(root: Element) -> None:
        for each in list(root.iter(base("capability"))):
            uri = change(each.text or "")
            if uri is None:
                each.getparent().remove(each)
            else:
                each.text = uri

    return edit


class Misframing(FlawedElement):
    """Puts messages into other frames; hellos stay as they are."""

    def __init__(self, actor: Actor, change: Callable[[bytes, Framing], bytes]) -> None:
        super().__init__(actor)
        self._change = change

    def frames(self, message: bytes, framing: Framing) -> bytes:
        """Put it so."""
        return frame(message, framing) if b"<hello" in message[:80] else self._change(message, framing)


class Telling(FlawedElement):
    """Tells of events otherwise: each notification becomes what ``change`` makes of it, several or none."""

    def __init__(self, actor: Actor, change: Callable[[bytes], Sequence[bytes]]) -> None:
        super().__init__(actor)
        self._change = change

    def notifies(self, session: Session, notification: bytes) -> Sequence[bytes]:
        """Tell it so."""
        return tuple(said for each in super().notifies(session, notification) for said in self._change(each))

"""Charts with the managed element on virtual time: what managers say, and what it makes of that."""

import functools
from collections.abc import Sequence
from typing import Any

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.peers.actor import Command, Connect, End, Heard, Over, Say, Store, Up
from oran_harness.peers.o1_provider import O1Provider, ProviderConfig
from oran_harness.peers.o1_provider.config import RUNNING as RUNNING_KEPT
from oran_harness.peers.o1_provider.datastore import element_models
from oran_harness.protocols.netconf import (
    BASE,
    BASE_1_0,
    BASE_1_1,
    Breach,
    Conversation,
    Notification,
    NotificationHeard,
    ReplyHeard,
    RpcReply,
    Side,
    frame,
    has_frames,
)
from oran_harness.protocols.netconf.speaking import hello, rpc

MODELS = element_models()
ELEMENT = "urn:oran-harness:yang:managed-element"
SUPERVISION = "urn:oran-harness:yang:supervision"
MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"
EVENTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-notifications"
STREAMS = "urn:ietf:params:xml:ns:netmod:notification"
EPOCH = 1_800_000_000.0
CANDIDATE, RUNNING, STARTUP = (f"<target><{name}/></target>" for name in ("candidate", "running", "startup"))


def op(name: str, inside: str = "", space: str = BASE) -> str:
    """An operation."""
    return f'<{name} xmlns="{space}">{inside}</{name}>'


def label(text: str) -> str:
    """A configuration: the label of the element."""
    return f'<config><managed-element xmlns="{ELEMENT}"><user-label>{text}</user-label></managed-element></config>'


def edit(target: str, config: str, more: str = "") -> str:
    """An edit-config."""
    return op("edit-config", f"<target><{target}/></target>{more}{config}")


@functools.cache
def _first() -> dict[str, bytes]:
    """What an element begins with: made once for all tests."""
    return {RUNNING_KEPT: O1Provider(ProviderConfig(MODELS)).managed.datastores.running.octets()}


class Chart:
    """The element with managers that the test plays. What the element says is judged: nothing of it may be irregular.

    ``commands`` is all that it has asked its host for, ``told`` each manager's notifications, ``ended`` the sessions
    that it has ended, ``stored`` what it keeps.
    """

    def __init__(self, **parts: Any) -> None:
        self.stored: dict[str, bytes] = dict(parts.pop("stored", {}))
        known = {**_first(), **self.stored} if not parts else self.stored
        self.provider = O1Provider(ProviderConfig(MODELS, epoch=EPOCH, stored=known, **parts))
        self.now = 0.0
        self.conversations: dict[str, Conversation] = {}
        self.replies: dict[str, list[RpcReply]] = {}
        self.told: dict[str, list[Notification]] = {}
        self.ended: list[str] = []
        self.connects: list[str] = []
        self.commands: list[Command] = []
        self._n = 0
        self._obey(self.provider.begin(self.now))

    def connected(
        self, name: str = "1", user: str = "admin", *, outbound: bool = False, scheme: str = "netconf+ssh"
    ) -> "Chart":
        """An association comes up."""
        near, far = f"{scheme}://192.0.2.1:830", f"{scheme}://192.0.2.9:4000"
        largest = self.provider.managed.config.largest
        self.conversations[name] = Conversation(largest=largest, framed=has_frames(near))
        self.replies[name], self.told[name] = [], []
        self._obey(self.provider.handle(Up(name, outbound, near, far, user), self.now))
        return self

    def up(self, name: str = "1", user: str = "admin", *, versions: Sequence[str] = (BASE_1_0, BASE_1_1)) -> "Chart":
        """A session begins."""
        self.connected(name, user)
        self.say(hello(versions), name)
        return self

    def say(self, message: bytes, name: str = "1") -> list[RpcReply]:
        """A manager says something, in its frame; gives the replies to it."""
        return self.octets(frame(message, self.conversations[name].framing), name)

    def octets(self, octets: bytes, name: str = "1") -> list[RpcReply]:
        """A manager sends octets, whatever they are; gives the replies to them."""
        before = len(self.replies[name])
        self.now += 0.001
        self.conversations[name].heard(Side.CLIENT, octets, self.now)
        self._obey(self.provider.handle(Heard(name, octets), self.now))
        return self.replies[name][before:]

    def ask(self, operation: str, name: str = "1") -> RpcReply:
        """A manager asks for something; gives the reply."""
        self._n += 1
        (reply,) = self.say(rpc(operation.encode(), str(self._n)), name)
        return reply

    def ok(self, operation: str, name: str = "1") -> None:
        """A manager asks for something, and gets it."""
        reply = self.ask(operation, name)
        assert reply.ok, [(error.tag, error.message) for error in reply.errors]

    def refused(self, operation: str, name: str = "1") -> str:
        """A manager asks for something, and is refused: the error-type and error-tag of the first error."""
        reply = self.ask(operation, name)
        assert reply.errors, etree.tostring(reply.element)
        return f"{reply.errors[0].type} {reply.errors[0].tag}"

    def over(self, name: str = "1") -> "Chart":
        """An association is over."""
        self._obey(self.provider.handle(Over(name, "abort"), self.now))
        return self

    def wait(self, seconds: float) -> "Chart":
        """Time passes."""
        end = self.now + seconds
        while (when := self.provider.wakes_at) is not None and when <= end:
            self.now = max(self.now, when)
            self._obey(self.provider.wake(self.now))
        self.now = end
        return self

    def label(self, datastore: str = "running", name: str = "1") -> str | None:
        """The label that a datastore holds."""
        data = self.data(op("get-config", f"<source><{datastore}/></source>"), name)
        found: str | None = data.findtext(f".//{{{ELEMENT}}}managed-element/{{{ELEMENT}}}user-label")
        return found

    def data(self, operation: str, name: str = "1") -> Element:
        """A manager asks for data; gives the element ``data``."""
        reply = self.ask(operation, name)
        assert not reply.errors, [(error.tag, error.message) for error in reply.errors]
        (found,) = reply.content
        return found

    def events(self, name: str = "1") -> list[str]:
        """The local names of what a manager was told of."""
        contents = [each.content for each in self.told[name]]
        return [etree.QName(content).localname for content in contents if content is not None]

    def _obey(self, commands: Sequence[Command]) -> None:
        self.commands += commands
        for command in commands:
            match command:
                case Say(name, octets) if name not in self.ended:
                    self._heard(name, octets)
                case Say(name):
                    raise AssertionError(f"something is said on {name}, which it has ended")
                case End(name):
                    self.ended.append(name)
                case Connect(name):
                    self.connects.append(name)
                case Store(name, octets):
                    self.stored[name] = octets

    def _heard(self, name: str, octets: bytes) -> None:
        for event in self.conversations[name].heard(Side.SERVER, octets, self.now):
            match event:
                case Breach() if event.by is Side.SERVER and not event.open:
                    raise AssertionError(event.sentence)
                case ReplyHeard(reply=reply):
                    self.replies[name].append(reply)
                case NotificationHeard(notification=notification):
                    self.told[name].append(notification)

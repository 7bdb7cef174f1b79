"""A managed element that edits wrongly: ours, with a request changed, or answered otherwise, on its way."""

import functools
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from oran_harness.codec.xml import parse, write
from oran_harness.peers.o1_provider.config import RUNNING, ProviderConfig
from oran_harness.peers.o1_provider.datastore import Edit
from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from oran_harness.peers.o1_provider.operations import OPERATIONS
from oran_harness.peers.o1_provider.provider import O1Provider
from oran_harness.peers.o1_provider.request import Request
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import BreachKind, NetconfEvent, Rpc, RpcError, RpcHeard, speaking
from tests.conformance.o1.performing import EPOCH, models, stored

LEFT_BEHIND = (
    '<config><nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups><group>'
    "<name>oran-harness-left-behind</name></group></groups></nacm></config>"
)
SMALL = (
    '<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups><group><name>sudo</name>'
    "<user-name>somebody</user-name></group></groups><rule-list><name>sudo</name><group>sudo</group></rule-list></nacm>"
)
"""Its access control at first: little, so that it is quick; the user of the cases may do everything."""
Misbehaviour = Callable[["Misediting", Session, Rpc, float], Rpc | bytes | None]
"""What is done instead: another request is carried out, or this is answered; None for the right thing."""
Test = Callable[["Misediting", str], bool]
"""Whether it is done, by the element and the text of the operation."""


@functools.cache
def quick() -> Mapping[str, bytes]:
    """What it begins with."""
    return {RUNNING: re.sub(b"<nacm .*?</nacm>", SMALL.encode(), stored()[RUNNING], flags=re.DOTALL)}


class Misediting(O1Provider):
    """Our managed element under a misbehaviour."""

    def __init__(self, misbehaviour: Misbehaviour) -> None:
        super().__init__(ProviderConfig(models(), epoch=EPOCH, stored=quick(), recovery=("",)))
        self.misbehaviour = misbehaviour

    def _take(self, session: Session, event: NetconfEvent, kinds: list[BreachKind], now: float) -> None:
        if isinstance(event, RpcHeard) and session.open and event.rpc.operation is not None:
            instead = self.misbehaviour(self, session, event.rpc, now)
            if isinstance(instead, bytes):
                self.managed.reply(session, event.rpc, instead)
                return
            if instead is not None:
                event = replace(event, rpc=instead)
        super()._take(session, event, kinds, now)


def text_of(rpc: Rpc) -> str:
    """The operation of a request."""
    assert rpc.operation is not None
    return write(rpc.operation).decode("utf-8")


def always(_: Misediting, __: str) -> bool:
    """Every request."""
    return True


def holding(*words: str) -> Test:
    """Requests that hold all of these words."""
    return lambda _, text: all(word in text for word in words)


def rewrites(pattern: str, instead: str, when: Test = always) -> Misbehaviour:
    """What it takes a request for."""

    def misbehave(element: Misediting, _: Session, rpc: Rpc, now: float) -> Rpc | None:
        text = text_of(rpc)
        changed = re.sub(pattern, instead, text, flags=re.DOTALL)
        if changed == text or not when(element, text):
            return None
        return replace(rpc, operation=parse(changed.encode("utf-8")))

    return misbehave


def says_ok(when: Test) -> Misbehaviour:
    """It says that it has done what it does not do."""

    def misbehave(element: Misediting, _: Session, rpc: Rpc, now: float) -> bytes | None:
        return speaking.ok(rpc) if when(element, text_of(rpc)) else None

    return misbehave


def says_no(when: Test, tag: str = "operation-failed") -> Misbehaviour:
    """It refuses what it has to do."""

    def misbehave(element: Misediting, _: Session, rpc: Rpc, now: float) -> bytes | None:
        error = RpcError("application", tag, message="No.")
        return speaking.refusal(rpc, error) if when(element, text_of(rpc)) else None

    return misbehave


def on_refusal(
    then: Callable[[Misediting, Rpc, tuple[RpcError, ...]], bytes],
    tags: Collection[str] = (),
    when: Test = always,
) -> Misbehaviour:
    """What it does about what it refuses with one of the tags, or with any."""

    def misbehave(element: Misediting, session: Session, rpc: Rpc, now: float) -> bytes | None:
        assert rpc.operation is not None
        operation = OPERATIONS.get(rpc.operation.tag)
        if operation is None or not when(element, text_of(rpc)):
            return None
        request = Request(element.managed, session, rpc, rpc.operation, element.managed.rights(session.user), now)
        try:
            return operation(request)
        except Refusal as refusal:
            errors = tuple(refusal.errors)
        if tags and not any(error.tag in tags for error in errors):
            return speaking.refusal(rpc, *errors)
        return then(element, rpc, errors)

    return misbehave


def ok_for_refused(*tags: str, when: Test = always) -> Misbehaviour:
    """It says ok where it has to refuse, and does nothing."""
    return on_refusal(lambda element, rpc, errors: speaking.ok(rpc), tags, when)


def other_tag(tag: str) -> Misbehaviour:
    """It refuses with the wrong error-tag."""

    def wrong(_: Misediting, rpc: Rpc, errors: tuple[RpcError, ...]) -> bytes:
        return speaking.refusal(rpc, *(replace(error, type="application", tag=tag, info=()) for error in errors))

    return on_refusal(wrong)


def other_path(path: str) -> Misbehaviour:
    """It tells another error-path than that of what it refuses."""

    def wrong(_: Misediting, rpc: Rpc, errors: tuple[RpcError, ...]) -> bytes:
        return speaking.refusal(rpc, *(replace(error, path=path) for error in errors))

    return on_refusal(wrong)


def leaves_behind(element: Misediting, rpc: Rpc, errors: tuple[RpcError, ...]) -> bytes:
    """What it refuses it has half done."""
    config = parse(LEFT_BEHIND.replace("<config>", '<config xmlns="urn:ietf:params:xml:ns:netconf:base:1.0">').encode())
    target = "candidate" if "<candidate" in text_of(rpc) else "running"
    element.managed.datastores.edit(target, Edit(config))
    return speaking.refusal(rpc, *errors)

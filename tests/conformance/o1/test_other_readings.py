"""What a text leaves open, or demands of nobody, accuses nobody."""

from collections.abc import Callable, Sequence

import pytest

from oran_harness.codec.xml import Element
from oran_harness.model import Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.element_replies import Greeting, Rewording, Telling, capabilities, edited
from oran_harness.peers.flaws.element_requests import Misreading, Refusing, holding
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.messages import Rpc
from tests.conformance.o1.performing import performed, quick_provider

_MARK = "{urn:ietf:params:xml:ns:netconf:default:1.0}default"


class _NewIds(FlawedElement):
    """Has another content-id each time that it is asked (RFC 8525 3)."""

    count = 0

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Count it up."""
        if b"content-id>" in reply:
            self.count += 1
            reply = edited(reply, self._number)
        return super().replies(session, rpc, reply)

    def _number(self, root: Element) -> None:
        for each in root.iter("{*}content-id"):
            each.text = str(self.count)


class _ReportingAll(FlawedElement):
    """Its basic mode is report-all: nothing is a default to it, and has a tag (RFC 6243 2.1)."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(Rewording(actor, _untag))
        self.managed.capabilities = tuple(
            each.replace("basic-mode=explicit", "basic-mode=report-all") for each in self.managed.capabilities
        )


def _untag(root: Element) -> None:
    for each in root.iter("*"):
        each.attrib.pop(_MARK, None)


def _untold(message: bytes) -> tuple[bytes, ...]:
    return () if b"subscription-modified" in message else (message,)


def _without_old(uri: str) -> str | None:
    return None if uri.endswith("base:1.0") else uri


@pytest.mark.parametrize(
    ("id", "make"),
    [
        ("O1-LIBRARY-105", _NewIds),
        ("O1-DEFAULTS-106", _ReportingAll),
        ("O1-NOTIF-146", lambda actor: Telling(actor, _untold)),
        ("O1-HELLO-116", lambda actor: Greeting(actor, capabilities(_without_old))),
    ],
)
def test_what_a_text_allows_passes(id: str, make: Callable[[Actor], Actor]) -> None:
    """RFC 8525 3: an id may change; RFC 6243 2.1: no defaults, no tags; RFC 8639 2.7.2: own changes are not told."""
    assert performed(id, lambda: make(quick_provider())).outcome is None


@pytest.mark.parametrize("id", ["O1-NOTIF-142", "O1-NOTIF-146", "O1-NOTIF-147"])
def test_filters_of_subscriptions_are_features(id: str) -> None:
    """RFC 8639 2.2: an element without subtree filters is unsupported, and not wrong."""

    def make() -> Actor:
        return Refusing(quick_provider(), holding("<stream-subtree-filter"), "unknown-element")

    outcome = performed(id, make).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize("id", ["O1-CONFIRM-101", "O1-CONFIRM-108"])
def test_what_is_taken_back_late_accuses_nobody(id: str) -> None:
    """RFC 6241 8.4.1 has a commit taken back after its timeout, and not how soon after it."""

    def make() -> Actor:
        return Misreading(quick_provider(), r"<confirm-timeout>5<", "<confirm-timeout>10<")

    outcome = performed(id, make).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONC
    assert "too late" in outcome.reason

"""The actor around a managed element: what changes nothing, and what may be planted on top of another."""

import pytest

from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import End, Over
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.peers.reference import reference
from oran_harness.protocols.netconf import Rpc
from tests.peers.flaws.element_talk import GET_CONFIG, LOCK, ElementTalk, is_ok, op


class _Marking(FlawedElement):
    """Puts a mark behind each reply."""

    mark = b"<!--a-->"

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> tuple[bytes, ...]:
        return tuple(each + self.mark for each in super().replies(session, rpc, reply))


class _MarkingMore(_Marking):
    mark = b"<!--b-->"


def test_without_a_flaw_nothing_changes() -> None:
    """It greets, answers, tells when it wants to be woken, and ends sessions as the element does."""
    talk, clean = ElementTalk(FlawedElement), ElementTalk(lambda actor: actor)
    assert talk.actor.role is Role.O1_PROVIDER
    assert talk.greeting == clean.greeting
    assert talk.ask(GET_CONFIG) == clean.ask(GET_CONFIG)
    assert talk.actor.wakes_at == clean.actor.wakes_at == 60.0
    assert talk.actor.wake(60.0) == clean.actor.wake(60.0) == []
    assert is_ok(talk.answer(op("close-session")))
    assert talk.commands[-1] == End("1")
    assert talk.actor.handle(Over("1", "shutdown"), 61.0) == []


def test_one_on_top_of_another() -> None:
    """The outer one speaks last, and both do what they do."""
    talk = ElementTalk(lambda actor: _MarkingMore(_Marking(actor)))
    (reply,) = talk.ask(LOCK)
    assert reply.endswith(b"<!--a--><!--b-->")


def test_only_elements_can_have_it() -> None:
    """Another peer has no manner that could be changed."""
    with pytest.raises(UsageError, match="managed element only"):
        FlawedElement(reference(Role.E2_NODE))

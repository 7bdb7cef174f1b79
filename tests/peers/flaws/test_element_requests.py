"""Requests that a flawed element takes wrongly."""

from oran_harness.peers.actor import Die
from oran_harness.peers.flaws.element_requests import (
    Deaf,
    DyingOfRequests,
    Jamming,
    Mishearing,
    Misreading,
    Pretending,
    Refusing,
    Unanswering,
    every,
    holding,
)
from tests.peers.flaws.element_talk import GET_CONFIG, LOCK, UNLOCK, ElementTalk, is_ok, tag_of


def test_pretending() -> None:
    """It says ok and does nothing: what it has locked can be locked again. Others are answered as they should be."""
    talk = ElementTalk(lambda actor: Pretending(actor, holding("<lock", "running")))
    assert is_ok(talk.answer(LOCK))
    assert is_ok(talk.answer(LOCK))
    assert tag_of(talk.answer(UNLOCK)) == "operation-failed"


def test_refusing() -> None:
    """With the tag that it is given, and others not."""
    talk = ElementTalk(lambda actor: Refusing(actor, holding("<lock"), "in-use"))
    assert tag_of(talk.answer(LOCK)) == "in-use"
    assert tag_of(talk.answer(GET_CONFIG)) is None


def test_misreading() -> None:
    """What it reads is carried out, and what it cannot take otherwise as it is."""
    talk = ElementTalk(lambda actor: Misreading(actor, "<running", "<startup", holding("<lock")))
    assert is_ok(talk.answer(LOCK))
    assert tag_of(talk.answer(UNLOCK)) == "operation-failed"
    assert is_ok(talk.answer(UNLOCK.replace("running", "startup")))


def test_what_is_misread_as_no_xml_is_read() -> None:
    """A request that cannot be taken for what a pattern makes of it is taken as it is."""
    talk = ElementTalk(lambda actor: Misreading(actor, "</target>", ""))
    assert is_ok(talk.answer(LOCK))


def test_unanswering_and_dying() -> None:
    """Nothing is said; or all ends."""
    assert ElementTalk(lambda actor: Unanswering(actor, every)).ask(LOCK) == []
    talk = ElementTalk(lambda actor: DyingOfRequests(actor, every))
    assert talk.ask(LOCK) == []
    assert talk.commands == [Die()]


def test_octets() -> None:
    """They are lost, or heard as others; or the last that are heard at all."""
    talk = ElementTalk(lambda actor: Deaf(actor, lambda octets: b"<lock" in octets))
    assert talk.ask(LOCK) == []
    talk = ElementTalk(lambda actor: Mishearing(actor, lambda octets: octets.replace(b"<lock", b"<LOCK")))
    assert b"malformed-message" in talk.ask(LOCK)[0]
    talk = ElementTalk(lambda actor: Jamming(actor, lambda happening: "lock" in str(happening)))
    assert len(talk.ask(GET_CONFIG)) == 1
    assert talk.ask(LOCK) == []
    assert talk.ask(GET_CONFIG) == []

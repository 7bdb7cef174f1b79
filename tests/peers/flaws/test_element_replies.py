"""What a flawed element says wrongly."""

from dataclasses import replace
from datetime import UTC, datetime

from oran_harness.peers.flaws.element_replies import (
    Erring,
    FindingNothing,
    Greeting,
    Misframing,
    Retelling,
    Rewording,
    Telling,
    Tolerating,
    capabilities,
    edited,
    errors_in,
    tagged,
    without,
)
from oran_harness.peers.flaws.element_requests import holding
from oran_harness.protocols.netconf import BASE, Framing, frame
from oran_harness.protocols.netconf.speaking import notification
from tests.peers.flaws.element_talk import GET_CONFIG, LOCK, UNLOCK, ElementTalk, is_ok, op, tag_of

SCHEMA = (
    '<get-schema xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"><identifier>{}</identifier></get-schema>'
)


def test_rewording_and_retelling() -> None:
    """Replies to requests of that name have another content; others not."""
    talk = ElementTalk(lambda actor: Rewording(actor, without(f".//{{{BASE}}}data"), "get-config"))
    assert len(talk.answer(GET_CONFIG)) == 0
    assert is_ok(talk.answer(LOCK))
    talk = ElementTalk(lambda actor: Retelling(actor, b"<ok ", b"<fine ", "lock"))
    assert b"<fine " in talk.ask(LOCK)[0]
    assert is_ok(talk.answer(UNLOCK))


def test_what_cannot_be_read_again_is_as_it_was() -> None:
    """An edit that cannot be made breaks nothing."""
    assert edited(b"<a>", without("b")) == b"<a>"


def test_refusals() -> None:
    """One becomes ok, or nothing, or another one; those with other tags, and of other requests, stay."""
    talk = ElementTalk(lambda actor: Tolerating(actor, "operation-failed", test=holding("<unlock")))
    assert is_ok(talk.answer(UNLOCK))
    assert tag_of(talk.answer(SCHEMA.format("none"))) == "invalid-value"
    assert tag_of(talk.answer(op("kill-session", "<session-id>1</session-id>"))) == "invalid-value"
    talk = ElementTalk(FindingNothing)
    assert talk.answer(UNLOCK).find(f"{{{BASE}}}data") is not None
    talk = ElementTalk(lambda actor: Erring(actor, change=tagged("in-use")))
    assert tag_of(talk.answer(UNLOCK)) == "in-use"
    talk = ElementTalk(lambda actor: Erring(actor, change=lambda error: replace(error, path="/a")))
    (reply,) = talk.ask(UNLOCK)
    assert [(each.tag, each.path) for each in errors_in(reply)] == [("operation-failed", "/a")]


def test_hello() -> None:
    """Capabilities go, or are others."""
    plant = capabilities(lambda uri: None if ":xpath:" in uri else uri.replace("base:1.0", "base:0.9"))
    (hello,) = ElementTalk(lambda actor: Greeting(actor, plant)).greeting
    assert b":xpath:" not in hello
    assert b"netconf:base:0.9<" in hello


def test_frames() -> None:
    """All but the hello are in other frames."""
    talk = ElementTalk(lambda actor: Misframing(actor, lambda message, _: frame(message, Framing.END_OF_MESSAGE)))
    assert len(talk.greeting) == 1
    talk.ask(LOCK)
    assert talk.commands[0].octets.endswith(b"]]>]]>")


def test_notifications() -> None:
    """Each becomes another, several, or none; replies stay."""
    subscribe = '<create-subscription xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0"/>'
    other = notification(datetime(2026, 1, 1, tzinfo=UTC), b"<event xmlns='urn:a'/>")
    talk = ElementTalk(lambda actor: Telling(actor, lambda message: (message, other)))
    assert len(talk.ask(subscribe)) == 1
    told = talk.ask(op("delete-config", "<target><startup/></target>"))
    assert len(told) == 3
    assert told[1] == other

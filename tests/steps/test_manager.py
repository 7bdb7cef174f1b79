"""The manager makes steps, and judges what comes of them."""

from collections.abc import Coroutine
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.netconf import Conversation, Framing, RpcReply, Side, frame, speaking
from oran_harness.steps import CaseOutcome, Close, Expect, Open, Send
from oran_harness.steps.manager import CALLS_AGAIN_S, Manager, errors_text
from oran_harness.steps.netconf_manners import Replies
from tests.steps.netconf import REQUEST, heard

DENIED = (
    b"<rpc-error><error-type>protocol</error-type><error-tag>lock-denied</error-tag><error-severity>error"
    b"</error-severity><error-info><session-id>3</session-id></error-info></rpc-error>"
)


def manager() -> Manager:
    """In a session whose hellos name base:1.1."""
    made = Manager()
    conversation = made.sessions["1"] = Conversation()
    for side, number in ((Side.CLIENT, None), (Side.SERVER, 4)):
        hello = speaking.hello(("urn:ietf:params:netconf:base:1.1", "urn:x?y=z"), number)
        conversation.heard(side, frame(hello, Framing.END_OF_MESSAGE), 0.0)
    made.standing = ["1"]
    made.here = "1"
    return made


def result(body: Coroutine[Any, Any, Any], reply: bytes) -> Any:
    """What comes of asking once, where the reply holds that."""
    sent = body.send(None)
    assert isinstance(sent, Send)
    expected = body.send(None)
    assert isinstance(expected, Expect)
    assert isinstance(expected.wanted.where, Replies)
    with pytest.raises(StopIteration) as end:
        body.send(heard(reply).message)
    return end.value.value


def test_what_it_says_is_framed_as_was_agreed() -> None:
    """In chunks once both hellos name base:1.1, unless another framing is asked for (RFC 6242 4.1)."""
    step = manager().say(b"<a/>")
    assert isinstance(step, Send)
    assert step.octets == b"\n#4\n<a/>\n##\n"
    other = manager().say(b"<a/>", framing=Framing.END_OF_MESSAGE)
    assert isinstance(other, Send)
    assert other.octets == b"<a/>]]>]]>"
    raw = manager().send_octets(b"x")
    assert isinstance(raw, Send)
    assert raw.injected


def test_without_frames_nothing_is_framed() -> None:
    """Where the transport keeps messages apart, no framing can be asked for, and several go one after the other."""
    without = Manager(address="netconf+grpc://nms@192.0.2.1:50051")
    step = without.say(b"<a/>", framing=Framing.END_OF_MESSAGE)
    assert isinstance(step, Send)
    assert step.octets == b"<a/>"
    assert octets_said(without, b"<a/>", b"<b/>") == [b"<a/>", b"<b/>"]
    assert octets_said(manager(), b"<a/>", b"<b/>") == [b"\n#4\n<a/>\n##\n\n#4\n<b/>\n##\n"]


def octets_said(speaker: Manager, *messages: bytes) -> list[bytes]:
    """What is sent when all are said at once."""
    body = speaker.say_all(messages)
    said = []
    try:
        while True:
            step = body.send(None)
            assert isinstance(step, Send)
            assert not step.injected
            said.append(step.octets)
    except StopIteration:
        return said


def test_a_capability_is_one_of_the_suts_hello() -> None:
    """Whatever parameters it has."""
    assert manager().has("urn:ietf:params:netconf:base:1.1")
    assert not manager().has("urn:nothing")
    assert not Manager().has("urn:nothing")


def test_each_rpc_has_a_message_id_of_its_own() -> None:
    """Counted within the case."""
    made = manager()
    assert made.new_message_id() != made.new_message_id()


def test_what_has_to_be_done_and_is() -> None:
    """The reply is what comes of it."""
    assert isinstance(result(manager().done(REQUEST, "it commits"), b""), RpcReply)


def test_what_has_to_be_done_and_is_refused() -> None:
    """The case fails with the error."""
    with pytest.raises(CaseOutcome) as found:
        result(manager().done(REQUEST, "it commits"), DENIED)
    assert (found.value.verdict, found.value.actual) == (Verdict.FAIL, "protocol lock-denied")


def test_what_has_to_be_refused_and_is() -> None:
    """The error with one of the tags is given."""
    assert result(manager().refused(REQUEST, "it refuses", "lock-denied"), DENIED).told("session-id") == "3"


@pytest.mark.parametrize(("reply", "actual"), [(b"", "done, without an rpc-error"), (DENIED, "protocol lock-denied")])
def test_what_has_to_be_refused_and_is_not(reply: bytes, actual: str) -> None:
    """Neither by doing it, nor by another error-tag."""
    with pytest.raises(CaseOutcome) as found:
        result(manager().refused(REQUEST, "it refuses", "in-use"), reply)
    assert (found.value.expected, found.value.actual) == ("an rpc-error with error-tag in-use", actual)


def test_no_error_in_words() -> None:
    """For a reply that has none."""
    assert errors_text(()) == "no rpc-error"


def test_an_element_that_calls_home_decides_how_many_sessions_there_are() -> None:
    """One more beside others is not waited for long, and its lack is nobody's fault; the first is waited for."""
    called = Manager(comes=True)
    assert called.open() == Open()
    called.standing = ["1"]
    assert called.open() == Open(CALLS_AGAIN_S, besides=True)
    closing = called.alone()
    assert closing.send(None) == Close("1")
    closing.close()
    other = manager()
    assert other.open() == Open()
    with pytest.raises(StopIteration):
        other.alone().send(None)

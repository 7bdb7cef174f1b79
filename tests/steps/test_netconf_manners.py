"""How the two ends of a NETCONF session speak with each other."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.netconf import Breach, Conversation, RpcReply, Side
from oran_harness.steps import Claims, Expect, Wanted
from oran_harness.steps.inbox import Asked, Inbox
from oran_harness.steps.netconf_manners import NetconfManners, Replies
from oran_harness.steps.netconf_received import NetconfReceived
from tests.steps.netconf import heard

MANNERS = NetconfManners()
SEVENTH = Wanted((RpcReply,), Replies("7"))


def inbox() -> Inbox:
    """In which one rpc went out."""
    box = Inbox()
    request = heard().request
    assert request is not None
    box.asked.append(Asked(2, 0.1, "1", request))
    return box


def test_a_reply_belongs_to_the_rpc_of_its_message_id() -> None:
    """And to no other (RFC 6241 4.2)."""
    found = MANNERS.request_of(SEVENTH, inbox())
    assert found is not None
    assert found.n == 2
    assert MANNERS.request_of(Wanted((RpcReply,), Replies("8")), inbox()) is None
    assert MANNERS.request_of(Wanted((RpcReply,)), inbox()) is None
    assert MANNERS.request_of(Wanted((RpcReply,), Replies("7"), "2"), inbox()) is None


def test_nothing_but_the_reply_settles() -> None:
    """One to another rpc may just be late."""
    asked = inbox().asked[0]
    assert not MANNERS.settles(heard(answered="8"), SEVENTH, asked, inbox())
    expect = Expect(SEVENTH, otherwise=Verdict.INCONC)
    assert MANNERS.verdict_of(heard(), expect, (), Claims()) is Verdict.INCONC


def test_what_breaks_netconf_is_told() -> None:
    """With the first thing that is wrong."""
    assert MANNERS.text(heard()) == "rpc-reply"
    assert MANNERS.mistaken(heard(), "1.1") is None
    wrong = heard(answered="8")
    assert "message-id" in MANNERS.text(wrong)
    assert MANNERS.mistaken(wrong, "1.1") == MANNERS.text(wrong)


def test_a_reply_with_another_id_is_nearly_it() -> None:
    """Which one it has is told."""
    assert "with message-id '8' in answer to '7'" in MANNERS.near_miss(SEVENTH, (heard(answered="8"),))
    assert MANNERS.near_miss(SEVENTH, ()) == ""
    assert MANNERS.near_miss(Wanted((RpcReply,)), (heard(),)) == ""


def test_octets_that_cannot_be_read_are_told_of() -> None:
    """Where nothing but them came in answer: what is wrong with them."""
    conversation = Conversation()
    events = conversation.heard(Side.SERVER, b'<a x="1" x="2"/>]]>]]>', 0.2)
    breaches = tuple(each for each in events if isinstance(each, Breach))
    broken = NetconfReceived(3, 0.2, "1", b"", None, "unreadable", breaches)
    said = MANNERS.near_miss(SEVENTH, (broken,))
    assert said.startswith(" (")
    assert "Attribute x redefined" in said


@pytest.mark.parametrize("octets", [b"<a>" * 300 + b"</a>" * 300 + b"]]>]]>", b"<a>" + b" " * 2000])
def test_what_is_beyond_us_is_nobodys_fault(octets: bytes) -> None:
    """No RFC sets a limit of depth or size: what we do not read may be what is waited for."""
    events = Conversation(largest=2200 if b"]]>" in octets else 1000).heard(Side.SERVER, octets, 0.2)
    breaches = tuple(each for each in events if isinstance(each, Breach))
    assert "than what is read" in (MANNERS.not_read((NetconfReceived(3, 0.2, "1", b"", None, "x", breaches),)) or "")
    assert MANNERS.not_read((heard(),)) is None

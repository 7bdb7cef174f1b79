"""What one side says, properly."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from oran_harness.codec.xml import parse
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.capabilities import BASE_1_1
from oran_harness.protocols.netconf.flaw import Flaw
from oran_harness.protocols.netconf.messages import Hello, Message, Notification, Rpc, RpcReply
from oran_harness.protocols.netconf.namespaces import BASE
from oran_harness.protocols.netconf.reading import read_message
from oran_harness.protocols.netconf.rpc_error import RpcError, error_info
from oran_harness.protocols.netconf.side import Side

CELLS = '<c:cells xmlns:c="urn:cells"><c:cell/></c:cells>'


def heard(octets: bytes, sender: Side) -> Message:
    """The message of the octets, which nothing may be wrong with."""
    found = read_message(parse(octets), octets, sender)
    assert not isinstance(found, Flaw)
    assert found[1] == []
    return found[0]


def request(text: str) -> Rpc:
    """A request out of its text."""
    rpc = heard(text.encode(), Side.CLIENT)
    assert isinstance(rpc, Rpc)
    return rpc


PLAIN = request(f'<rpc xmlns="{BASE}" message-id="7"><get/></rpc>')
RICH = request(f'<n:rpc xmlns:n="{BASE}" xmlns:c="urn:e" message-id="&lt;7&quot;" c:u="fred"><n:get/></n:rpc>')


@pytest.mark.parametrize(("sender", "session_id"), [(Side.CLIENT, None), (Side.SERVER, 4)])
def test_hello(sender: Side, session_id: int | None) -> None:
    """A hello names its capabilities, and a server's the session."""
    hello = heard(speaking.hello([BASE_1_1, "urn:x?a=b&c=d"], session_id), sender)
    assert isinstance(hello, Hello)
    assert hello.capabilities.uris == (BASE_1_1, "urn:x?a=b&c=d")
    assert hello.session_id == session_id


def test_rpc() -> None:
    """A request carries its operation, message-id and attributes; an operation may be given as octets."""
    kill = speaking.operation("kill-session", session_id="4")
    rpc = heard(speaking.rpc(kill, 'a"<b', {"{urn:e}u": "fred"}), Side.CLIENT)
    assert isinstance(rpc, Rpc)
    assert (rpc.name, rpc.message_id, rpc.attributes) == ("kill-session", 'a"<b', {"{urn:e}u": "fred"})
    assert rpc.operation.findtext("{*}session-id") == "4"
    assert request(speaking.rpc(CELLS.encode(), "1").decode()).namespace == "urn:cells"


@pytest.mark.parametrize("rpc", [PLAIN, RICH])
def test_replies(rpc: Rpc) -> None:
    """A reply has the message-id, the attributes and the namespace declarations of its request."""
    ok, data, refused = (
        heard(octets, Side.SERVER)
        for octets in (
            speaking.ok(rpc),
            speaking.data(rpc, etree.fromstring(CELLS), CELLS.encode()),
            speaking.refusal(
                rpc, RpcError("rpc", "bad-attribute", info=error_info(bad_attribute="x", bad_element="y"))
            ),
        )
    )
    assert isinstance(ok, RpcReply)
    assert isinstance(data, RpcReply)
    assert isinstance(refused, RpcReply)
    for reply in (ok, data, refused):
        assert (reply.message_id, reply.attributes) == (rpc.message_id, rpc.attributes)
        assert dict(rpc.element.nsmap).items() <= dict(reply.element.nsmap).items()
    assert ok.ok
    assert [[each.tag for each in part] for part in data.content] == [["{urn:cells}cells"] * 2]
    assert [error.told("bad-element") for error in refused.errors] == ["y"]


def test_reply_to_what_could_not_be_read() -> None:
    """A reply to nothing has no message-id (RFC 6241 4.3)."""
    reply = heard(speaking.refusal(None, RpcError("rpc", "malformed-message")), Side.SERVER)
    assert isinstance(reply, RpcReply)
    assert reply.message_id is None


def test_reply_to_a_request_in_no_namespace() -> None:
    """A request in the wrong namespace is answered in the right one."""
    octets = b'<rpc message-id="1"><get/></rpc>'
    element = parse(octets)
    reply = heard(speaking.ok(Rpc(element, octets, "1", {}, element[0])), Side.SERVER)
    assert isinstance(reply, RpcReply)
    assert reply.ok


def test_notification() -> None:
    """A notification tells its time with the time zone."""
    time = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    message = heard(speaking.notification(time, CELLS.encode()), Side.SERVER)
    assert isinstance(message, Notification)
    assert (message.event_time, message.content.tag) == (time, "{urn:cells}cells")
    with pytest.raises(ValueError, match="time zone"):
        speaking.notification(datetime(2026, 2, 3), b"<a/>")

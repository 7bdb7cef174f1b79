"""What octets tell of a session before it is read."""

import pytest

from oran_harness.checkers.netconf.evidence import is_netconf, is_text, side_by_hello, side_by_message
from oran_harness.protocols.netconf.side import Side

NOTIFICATION = b'<notification xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0">'


def test_text_with_the_namespace_is_netconf() -> None:
    """In whatever part of a message; E2AP's octets never are text."""
    assert is_netconf(b'...]]>]]><rpc xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"')
    assert not is_netconf(b"<rpc/>")
    assert not is_netconf(b"\0urn:ietf:params:xml:ns:netconf:base:1.0")
    assert is_text("<a>\u00e4</a>\r\n".encode())
    assert not is_text(b"\0\1")


@pytest.mark.parametrize(
    ("octets", "side"),
    [
        (b"<rpc message-id='1'><get/></rpc>", Side.CLIENT),
        (b"<nc:rpc xmlns:nc='x' message-id='1'>", Side.CLIENT),
        (b"... </data></rpc-reply>]]>]]><rpc-reply message-id='2'>", Side.SERVER),
        (NOTIFICATION, Side.SERVER),
        (b"<rpc-reply><data><rpc name='a'/>", Side.SERVER),
        (b"<rpc name='in a YIN module'>", None),
        (b"<notification name='in a YIN module'>", None),
        (b"<hello><session-id>4</session-id></hello>", None),
        (b"", None),
    ],
)
def test_the_first_message_of_one_side_alone_tells(octets: bytes, side: Side | None) -> None:
    """A client asks; a server answers and notifies."""
    assert side_by_message(octets) is side


def test_hellos_tell_by_the_session_id() -> None:
    """A server's has one."""
    assert side_by_hello(b"<hello ><session-id>4</session-id></hello>") is Side.SERVER
    assert side_by_hello(b"<a:hello>") is Side.CLIENT
    assert side_by_hello(b"<session-id>") is None

"""What octets tell of a session before it is read: whether it is NETCONF, and which end is the server."""

import re

from oran_harness.protocols.netconf.side import Side

_NAMESPACE = b"urn:ietf:params:xml:ns:netconf:base:1.0"
_LOOKED_AT = 65536
_TEXT = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]*")
_SPEAKS = re.compile(
    rb"<(?:[\w.-]+:)?(?:(?P<rpc>rpc\s[^<>]*message-id)|(?P<reply>rpc-reply[\s>/])"
    rb"|(?P<notification>notification\s[^<>]*urn:ietf:params:xml:ns:netconf:notification))"
)
_HELLO = re.compile(rb"<(?:[\w.-]+:)?hello[\s>]")
_SESSION_ID = re.compile(rb"<(?:[\w.-]+:)?session-id[\s>]")


def is_netconf(octets: bytes) -> bool:
    """Whether octets are text with NETCONF's namespace in it: a message, or the end of one and more."""
    begin = octets[:_LOOKED_AT]
    return _NAMESPACE in begin and is_text(begin)


def is_text(octets: bytes) -> bool:
    """Whether octets may be from the midst of an XML text; E2AP's never are, for there are zeros in them."""
    return _TEXT.fullmatch(octets[:_LOOKED_AT]) is not None


def side_by_message(octets: bytes) -> Side | None:
    """Which side the octets show their sender to be by the first message of one side alone; None if they do not."""
    found = _SPEAKS.search(octets)
    if found is None:
        return None
    return Side.CLIENT if found.lastgroup == "rpc" else Side.SERVER


def side_by_hello(octets: bytes) -> Side | None:
    """Which side a hello shows its sender to be: a server's has a session-id (RFC 6241 8.1); None without a hello."""
    if _HELLO.search(octets) is None:
        return None
    return Side.CLIENT if _SESSION_ID.search(octets) is None else Side.SERVER

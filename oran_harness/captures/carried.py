"""What a TCP connection carries, as far as captures need to know: NETCONF, NETCONF that is encrypted, anything else."""

import re
from enum import Enum

LOOKED_AT = 65_536
"""Octets of one direction by which a connection is judged."""
_NAMESPACE = b"urn:ietf:params:xml:ns:netconf:base:1.0"
_EVENTS = b"urn:ietf:params:xml:ns:netconf:notification:1.0"
_TEXT = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]*")
_SSH = b"SSH-"
_TLS = re.compile(rb"[\x14-\x17]\x03[\x00-\x04]")
_PORTS = {830: "SSH", 4334: "SSH, call-home", 6513: "TLS", 4335: "TLS, call-home"}
"""The ports of NETCONF, and what carries it there (RFC 6242, RFC 7589, RFC 8071)."""


class Carried(Enum):
    """What was found."""

    NETCONF = "netconf"
    ENCRYPTED = "encrypted"
    OTHER = "other"
    UNDECIDED = "undecided"


def carried(begun: bytes, ports: tuple[int, int]) -> Carried:
    """What the first octets of one direction tell, or those from anywhere within it."""
    usual = netconf_port(ports) is not None
    if begun.startswith(_SSH) or _TLS.match(begun):
        return Carried.ENCRYPTED if usual else Carried.OTHER
    if not _TEXT.fullmatch(begun):
        return Carried.ENCRYPTED if usual else Carried.OTHER
    if usual or _NAMESPACE in begun:
        return Carried.NETCONF
    return Carried.OTHER if len(begun) >= LOOKED_AT else Carried.UNDECIDED


def is_transcript(begun: bytes) -> bool:
    """Whether a file that begins like this may be a text with messages of NETCONF: it names one of the namespaces."""
    return (_NAMESPACE in begun or _EVENTS in begun) and b"\0" not in begun


def netconf_port(ports: tuple[int, int]) -> int | None:
    """Which of two ports is one of NETCONF's; None if neither is."""
    return next((port for port in ports if port in _PORTS), None)


def encryption(port: int) -> str:
    """What encrypts on a port of NETCONF's, for people."""
    return _PORTS[port]

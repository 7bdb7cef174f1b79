"""Transport Layer Information (E2AP 9.2.29) and the URIs that our transports take."""

import ipaddress
import re

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap.elements import TNLinformation

E2_PORT = 36421
"""Where near-RT RICs listen by custom; no port is fixed (E2GAP 6.1)."""

_IPV4, _IPV6, _BOTH, _PORT = 32, 128, 160, 16
_URI = re.compile(r"[a-z+]+://(?:\[(?P<six>[^\]]+)\]|(?P<host>[^:/?\[\]]*))(?::(?P<port>\d{1,5}))?(?:[/?].*)?")


def tnl_of(uri: str) -> TNLinformation | None:
    """The information that stands for a URI; None if its host is no IP address. Without a port it is the usual one."""
    found = _URI.fullmatch(uri)
    if found is None:
        return None
    port = int(found["port"] or E2_PORT)
    try:
        octets = ipaddress.ip_address(found["six"] or found["host"]).packed
    except ValueError:
        return None
    if port >= 1 << _PORT:
        return None
    return TNLinformation(BitString(octets, 8 * len(octets)), BitString(port.to_bytes(2, "big"), _PORT))


def is_anywhere(uri: str) -> bool:
    """Whether a URI is of an address at which one listens and nobody is found: ``0.0.0.0`` or ``[::]``."""
    information = tnl_of(uri)
    return information is not None and not any(information.tnl_address.octets)


def uri_of(information: TNLinformation, scheme: str, default_port: int = E2_PORT) -> str | None:
    """The URI that an address is reached by; of an IPv4 and an IPv6 address together, the IPv4 one.

    None for lengths that no IP address has.
    """
    octets, length = information.tnl_address
    port = default_port
    if information.tnl_port is not None:
        if information.tnl_port.length != _PORT:
            return None
        port = int.from_bytes(information.tnl_port.octets, "big")
    if length in (_IPV4, _BOTH):
        return f"{scheme}://{ipaddress.IPv4Address(octets[:4])}:{port}"
    if length == _IPV6:
        return f"{scheme}://[{ipaddress.IPv6Address(octets)}]:{port}"
    return None


def same_address(one: TNLinformation, other: TNLinformation) -> bool:
    """Whether both mean one end: ports count only where both name one."""
    if one.tnl_address != other.tnl_address:
        return False
    return one.tnl_port is None or other.tnl_port is None or one.tnl_port == other.tnl_port

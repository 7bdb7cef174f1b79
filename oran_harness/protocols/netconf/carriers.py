"""What carries NETCONF, by the scheme of the URI at which the two ends meet."""

from collections.abc import Mapping
from types import MappingProxyType

CARRIERS: Mapping[str, str] = MappingProxyType(
    {
        "netconf+ssh": "netconf-ssh",
        "netconf+tls": "netconf-tls",
        "netconf+grpc": "netconf-grpc",
        "netconf+grpcs": "netconf-grpc",
    }
)
"""The identity of each transport (RFC 6022 2.1.1; gRPC's is one of our own)."""
_WITHOUT_FRAMES = ("netconf+grpc://", "netconf+grpcs://")


def has_frames(uri: str | None) -> bool:
    """Whether messages are in frames there (RFC 6242 4); a transport that keeps messages apart needs none."""
    return uri is None or not uri.startswith(_WITHOUT_FRAMES)

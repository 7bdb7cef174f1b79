"""Whether who connects to one address arrives at another, which is open in this very process."""

import socket

from oran_harness.transports.address import ENCAPSULATION_PORT, Address
from oran_harness.transports.socket_ends import candidates

_SOCKETS = {"grpc": "tcp", "grpcs": "tcp"}
_EVERYWHERE = {"0.0.0.0", "::"}


async def leads_back(connect: Address, opened: Address) -> bool:
    """Whether an association to ``connect`` would be taken at ``opened``; False where a name cannot be resolved.

    ``opened`` has the port that was taken.
    """
    kinds = {_SOCKETS.get(each.scheme, each.scheme) for each in (connect, opened)}
    if len(kinds) > 1 or connect.port != opened.port:
        return False
    if connect.scheme == "memory":
        return connect.host == opened.host
    if connect.scheme == "sctp+udp" and connect.count("remote_encap", ENCAPSULATION_PORT) != int(
        opened.options.get("encap", ENCAPSULATION_PORT)
    ):
        return False
    try:
        there = await _hosts(connect)
        here = await _hosts(opened)
    except OSError:  # connecting will say what is wrong with the name
        return False
    return bool(there & here) or (bool(here & _EVERYWHERE) and any(_is_ours(host) for host in there))


async def _hosts(address: Address) -> set[str]:
    found = await candidates(address.host, address.port, address.also)
    return {str(name[0]) for _, names in found for name in names}


def _is_ours(host: str) -> bool:
    """Whether it is an address of this machine: only those can be bound."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((host, 0))
        except OSError:
            return False
    return True

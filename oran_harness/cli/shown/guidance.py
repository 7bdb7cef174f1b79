"""What a person has to do so that their product and the harness meet: where to point it, and what to look at."""

import fcntl
import socket
import struct
from collections.abc import Iterator
from ipaddress import IPv6Address, ip_address
from pathlib import Path

from oran_harness.model import Role
from oran_harness.runner.advice import LISTENING, tell_the_address
from oran_harness.transports import parse_address
from oran_harness.transports.address import uri_of

HINTS_AFTER_S = 10.0
"""Seconds of waiting after which it is worth looking for what is wrong."""
_EVERYWHERE = ("0.0.0.0", "::")
_SIOCGIFADDR = 0x8915
_INTERFACES_IPV6 = Path("/proc/net/if_inet6")
_LINK_LOCAL = "20"

_NAMES = {
    Role.E2_NODE: "your E2 node",
    Role.NEAR_RT_RIC: "your near-RT RIC",
    Role.O1_PROVIDER: "your managed element",
    Role.O1_MANAGER: "your O1 manager",
}


def where_to_meet(role: Role, uri: str, *, sut_connects: bool, edition: str) -> Iterator[str]:
    """What to configure, as lines; ``uri`` is where the two meet."""
    if sut_connects:
        yield f"Configure {_name(role)} to connect to:"
        for address, note in own_addresses(uri):
            yield f"  {address}{f'  ({note})' if note else ''}"
    else:
        yield f"{_name(role)[0].upper()}{_name(role)[1:]} is expected to listen at {uri}."
    if role.interface == "e2":
        yield f"E2AP {edition} is spoken (--e2ap changes that), with PPID 70; we are PLMN 001/01."
    else:
        yield f"NETCONF {edition} is spoken."


def hints(role: Role, uri: str, *, sut_connects: bool) -> str:
    """What to look at when nobody has come for a while."""
    if sut_connects:
        return tell_the_address(uri)
    look = LISTENING.get(parse_address(uri).scheme, "ss -tal")
    return f"Is {_name(role)} running? {look} on its machine shows where it listens; check address, port and firewalls."


def waiting(role: Role, uri: str, seconds: float, *, sut_connects: bool) -> str:
    """That somebody is waited for, in a line."""
    doing = "to connect to" if sut_connects else "at"
    return f"Waiting for {_name(role)} {doing} {uri}: {seconds:.0f} s  (Ctrl-C ends)"


def own_addresses(uri: str) -> list[tuple[str, str]]:
    """The URIs under which a listening address is reached, each with its interface."""
    address = parse_address(uri)
    if address.host not in _EVERYWHERE:
        return [(str(address), "only from this machine" if _is_loopback(address.host) else "")]
    hosts = [*_ipv4(), *(_ipv6() if address.host == "::" else ())]
    hosts.sort(key=lambda pair: _is_loopback(pair[0]))
    return [(uri_of(address.scheme, host, address.port), interface) for host, interface in hosts] or [
        (str(address), "")
    ]


def _ipv4() -> Iterator[tuple[str, str]]:
    """The first IPv4 address of each interface, with the interface's name."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, interface in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(asking.fileno(), _SIOCGIFADDR, struct.pack("256s", interface.encode()[:15]))
            except OSError:
                continue  # it has none
            yield socket.inet_ntoa(answer[20:24]), interface


def _ipv6() -> Iterator[tuple[str, str]]:
    """The IPv6 addresses that others can reach."""
    try:
        lines = _INTERFACES_IPV6.read_text().splitlines()
    except OSError:
        return
    for digits, _, _, scope, _, interface in (line.split() for line in lines):
        if scope != _LINK_LOCAL:
            yield str(IPv6Address(bytes.fromhex(digits))), interface


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _name(role: Role) -> str:
    return _NAMES[role]

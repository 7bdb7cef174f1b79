"""Addresses and ports for the ends of a history, which names them by address or by role."""

from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address

from oran_harness.model import Role

E2_PORT = 36421
"""Where a near-RT RIC listens (IANA, E2-CP)."""
NETCONF_PORT = 830
"""Where a managed element listens (RFC 6242 7)."""
FIRST_CLIENT_PORT = 49_152
"""Ports from here on are nobody's by registration (RFC 6335)."""
_DOCUMENTATION = (IPv4Address("192.0.2.0"), IPv4Address("198.51.100.0"), IPv4Address("203.0.113.0"))
_MORE = IPv4Address("198.18.0.0")
_DOCUMENTATION_6 = IPv6Address("2001:db8::")
_PORT_DIGITS = 5
_IN_IPV4 = bytes(10) + b"\xff\xff"

Address = tuple[bytes, int]
"""An IP address in 4 or 16 octets, and a port."""


def parse_end(name: str) -> Address | None:
    """The address and port in a name such as ``192.0.2.1:36421`` or ``[2001:db8::1]:36421``, else None."""
    host, colon, port = name.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or len(port) > _PORT_DIGITS or int(port) > 65_535:
        return None
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    elif ":" in host:
        return None
    try:
        return ip_address(host).packed, int(port)
    except ValueError:
        return None


def end_text(address: Address) -> str:
    """The name that ``parse_end`` reads."""
    host = ip_address(address[0])
    return f"{host}:{address[1]}" if host.version == 4 else f"[{host}]:{address[1]}"


def is_server(name: str) -> bool:
    """Whether the end of that name is one that has a port of its own: a near-RT RIC, or a managed element."""
    return name.startswith((Role.NEAR_RT_RIC, Role.O1_PROVIDER))


class EndNames:
    """Gives each name of an end its address, always the same one.

    A name that is an address keeps it; ``addresses`` may give others theirs, as ``ADDRESS:PORT``. What is left gets
    an address reserved for documentation (RFC 5737, RFC 3849): the near-RT RIC 192.0.2.1 and E2's port, the E2 node
    192.0.2.2.

    Raises ``ValueError`` when one of ``addresses`` is none.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._known: dict[str, Address] = {}
        self._given: dict[str, Address] = {}
        for name, text in addresses.items():
            address = parse_end(text)
            if address is None:
                raise ValueError(f"{text!r}, for {name}, is not ADDRESS:PORT")
            self._known[name] = address
        for number, role in enumerate(Role.ends_of("e2"), 1):
            self._given[role.value] = self._invent(number, role.value)
        self._next = len(Role.ends_of("e2")) + 1

    def address(self, name: str) -> Address:
        """The address of one end."""
        found = self._known.get(name) or parse_end(name) or self._given.get(name)
        if found is None:
            found = self._given[name] = self._invent(self._next, name)
            self._next += 1
        return found

    def is_ours(self, name: str) -> bool:
        """Whether the address of a name was chosen here."""
        return name not in self._known and parse_end(name) is None

    def pair(self, source: str, target: str) -> tuple[Address, Address]:
        """The addresses of two ends that speak with each other: both IPv4 or both IPv6."""
        one, two = self.address(source), self.address(target)
        if len(one[0]) == len(two[0]):
            return one, two
        return self._as_ipv6(source, one), self._as_ipv6(target, two)

    def _as_ipv6(self, name: str, address: Address) -> Address:
        if len(address[0]) == 16:
            return address
        if name in self._given:
            number = int.from_bytes(address[0][2:], "big")
            return (_DOCUMENTATION_6 + number).packed, address[1]
        return _IN_IPV4 + address[0], address[1]

    @staticmethod
    def _invent(number: int, name: str) -> Address:
        block, host = divmod(number - 1, 254)
        address = _DOCUMENTATION[block] + host + 1 if block < len(_DOCUMENTATION) else _MORE + (number % 131_070 + 1)
        port = FIRST_CLIENT_PORT + number % 16_000
        if is_server(name):
            port = E2_PORT if name.startswith(Role.NEAR_RT_RIC) else NETCONF_PORT
        return address.packed, port

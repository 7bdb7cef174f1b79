"""Where the harness and the SUT meet: which transport, whose address, and who connects."""

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field

from oran_harness.adapters import Addresses, RoleProfile
from oran_harness.adapters.login import credentials, with_login
from oran_harness.drivers import Dialling, Listening, Reach
from oran_harness.model import Role, UsageError
from oran_harness.protocols.netconf.carriers import CARRIERS
from oran_harness.transports import ClientSide, ServerSide, Side, own_loopback, parse_address, userland_sctp_missing

LOOPBACK = "127.0.0.1"
_SCTP = 132


@dataclass(frozen=True, slots=True)
class Wire:
    """A way to the SUT, not open yet: ``uri`` is where it is met, ``role`` what it is there, if that matters."""

    uri: str
    sut_connects: bool
    role: Role | None = None
    login: Mapping[str, str] = field(default_factory=dict)
    """What a launch has to know of who logs in at O1."""

    @property
    def scheme(self) -> str:
        """The transport."""
        return parse_address(self.uri).scheme

    @property
    def side(self) -> Side | None:
        """Which side of SSH or TLS we are, whoever connects (RFC 8071); None where there are no sides."""
        if self.role is None or not self.scheme.startswith("netconf+"):
            return None
        return ServerSide() if self.role is Role.O1_MANAGER else ClientSide()

    async def open(self) -> tuple[Reach, Addresses]:
        """Open it: how the SUT is reached, and the addresses for its start.

        Raises ``UsageError`` or ``TransportError`` if our address cannot be had.
        """
        if not self.sut_connects:
            return Dialling(self.uri, self.side), Addresses(own=self._told(self.uri), login=self.login)
        listening = Listening(self.uri, self.side)
        return listening, Addresses(peer=self._told(await listening.start()), login=self.login)

    def _told(self, uri: str) -> str:
        """The address as the SUT is told of it: how we log in is for us to know."""
        return str(parse_address(uri)) if self.scheme.startswith("netconf") else uri


async def close(reach: Reach) -> None:
    """Close what ``Wire.open`` opened."""
    if isinstance(reach, Listening):
        await reach.close()


def raw_wire(role: Role, listen: str | None, connect: str | None) -> Wire:
    """The wire to a SUT without a profile. Raises ``UsageError`` unless one address is given, and fits."""
    if (listen is None) == (connect is None):
        raise UsageError(
            "A SUT without a profile is reached by --connect URI (it listens there) or by --listen URI (it connects to "
            "us there); give one of them."
        )
    wire = Wire(listen if listen is not None else str(connect), listen is not None, role)
    if wire.scheme == "memory":
        raise UsageError("memory:// reaches nobody outside of this process; use sctp://, tcp:// or grpc://.")
    return _meeting(wire)


def wire_of(role: RoleProfile) -> Wire:
    """The wire to a SUT with a profile: at the address that it names, else on loopback at a free port.

    Raises ``UsageError`` if this machine has none of the profile's transports, or nobody can be at the address.
    """
    if role.role.interface == "o1":
        return _wire_of_o1(role)
    sut_connects = role.role is Role.E2_NODE
    given = role.listen if sut_connects else role.address
    if given is not None:
        return _meeting(Wire(given, sut_connects, role.role))
    scheme = chosen_scheme(role.transport)
    port = 0 if sut_connects else free_port(scheme)
    # Two that run beside each other cannot have the UDP port of SCTP over UDP at one address.
    host = own_loopback() if scheme == "sctp+udp" else LOOPBACK
    return Wire(f"{scheme}://{host}:{port}", sut_connects, role.role)


def _wire_of_o1(role: RoleProfile) -> Wire:
    """The wire to an end of O1: an element listens and a manager connects, unless the profile says otherwise."""
    sut_connects = role.listen is not None or (role.role is Role.O1_MANAGER and role.address is None)
    given = role.listen if sut_connects else role.address
    if given is None:
        scheme = role.transport[0]
        given = f"{scheme}://{LOOPBACK}:{0 if sut_connects else free_port(scheme)}"
    login = credentials(role.login, role.role)
    return _meeting(Wire(with_login(given, role.login, login.options), sut_connects, role.role, login.words))


def _meeting(wire: Wire) -> Wire:
    """The wire, if the two can meet there at all; raises ``UsageError`` if not."""
    _spoken(wire)
    usable(wire.scheme)
    if not wire.sut_connects and wire.scheme != "memory" and parse_address(wire.uri).port == 0:
        raise UsageError(f"{wire.uri!r} cannot be connected to: port 0 is any free one; name the port of the product.")
    return wire


def _spoken(wire: Wire) -> None:
    """Raise ``UsageError`` if what the SUT speaks does not go over that transport."""
    if wire.role is None or wire.scheme == "memory" or (wire.role.interface == "o1") == (wire.scheme in CARRIERS):
        return
    if wire.role.interface == "o1":
        others = "NETCONF; give netconf+ssh://, netconf+tls:// or netconf+grpc://"
    else:
        others = "E2AP; give sctp://, sctp+udp://, tcp:// or grpc://"
    raise UsageError(f"{wire.scheme}:// does not do for the {wire.role}, which speaks {others}.")


def chosen_scheme(transport: tuple[str, ...]) -> str:
    """The first of these transports that this machine has; raises ``UsageError`` if there is none."""
    for scheme in transport:
        if not lacks(scheme):
            return scheme
    usable(transport[0])
    return transport[0]


def usable(scheme: str) -> None:
    """Raise ``UsageError`` if this machine, or this version, does not have the transport."""
    reason = lacks(scheme)
    if reason is not None:
        raise UsageError(f"{scheme}:// cannot be used: {reason}")


def lacks(scheme: str) -> str | None:
    """Why a transport cannot be used here; None if it can."""
    if scheme == "sctp+udp":
        return userland_sctp_missing()
    if scheme != "sctp":
        return None
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM, _SCTP).close()
    except OSError as error:
        return (
            f"the kernel has no SCTP ({error.strerror or error}); load it with 'modprobe sctp' as root, or use tcp:// "
            "or grpc:// where the product can, or sctp+udp:// where it packs SCTP into UDP."
        )
    return None


def free_port(scheme: str) -> int:
    """A port of loopback that nobody has at this moment."""
    protocol = _SCTP if scheme == "sctp" else 0
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, protocol) as found:
        found.bind((LOOPBACK, 0))
        port: int = found.getsockname()[1]
        return port


def outside(uri: str) -> bool:
    """Whether traffic at an address may leave this machine, or come from elsewhere."""
    address = parse_address(uri)
    hosts = [address.host, *address.also, *((address.bind[0],) if address.bind is not None else ())]
    return address.scheme != "memory" and not all(map(_is_loopback, hosts))


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

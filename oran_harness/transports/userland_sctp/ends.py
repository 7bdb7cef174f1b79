"""Opening associations over SCTP in user space, each packet in a UDP datagram (RFC 6951)."""

import asyncio
import errno
import os
import random
import socket
from collections.abc import Sequence
from ipaddress import ip_address

from oran_harness.transports.address import ENCAPSULATION_PORT, Address, uri_of
from oran_harness.transports.failure import failure
from oran_harness.transports.link import TransportError
from oran_harness.transports.sctp.notification import AssociationState, NotificationType
from oran_harness.transports.socket_ends import Name, candidates, first_answer
from oran_harness.transports.userland_sctp.carrier import Carrier, Passage
from oran_harness.transports.userland_sctp.destination import from_address
from oran_harness.transports.userland_sctp.endpoint import Endpoint
from oran_harness.transports.userland_sctp.link import SCHEME, UserlandSctpLink
from oran_harness.transports.userland_sctp.listener import UserlandSctpListener
from oran_harness.transports.userland_sctp.options import association_options, parse_event
from oran_harness.transports.userland_sctp.stack import Pump, pump
from oran_harness.transports.userland_sctp.way import Way

LARGEST_PACKET = 1400
"""Octets of SCTP in one datagram: with UDP, IP (version 6, too) and a tunnel around it, it fits an Ethernet frame."""
LARGEST_ON_LOOPBACK = 32_768
_FREE_PORTS = range(49_152, 65_535)

_EVERYWHERE = {socket.AF_INET: "0.0.0.0", socket.AF_INET6: "::"}
_shared: dict[tuple[asyncio.AbstractEventLoop, str, int], Carrier] = {}


async def listen_userland_sctp(address: Address) -> UserlandSctpListener:
    """Open an address. Raises ``TransportError``."""
    running = pump()
    uri = str(address)
    encapsulation = address.count("encap", ENCAPSULATION_PORT)
    try:
        family, names = (await candidates(address.host, encapsulation))[0]
    except OSError as error:
        raise failure(uri, error) from error
    carrier = _carrier(running, family, names[0], uri)
    try:
        return _listener(running, carrier, address, names[0])
    except OSError as error:
        raise failure(uri, error) from error
    finally:
        carrier.leave()


def _listener(running: Pump, carrier: Carrier, address: Address, name: Name) -> UserlandSctpListener:
    port = address.port or _free_port(carrier)
    if carrier.is_open(port):
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
    endpoint = _endpoint(running, port, address, name[0])
    own = carrier.sock.getsockname()[1]
    query = "" if own == ENCAPSULATION_PORT else f"?remote_encap={own}"
    uri = uri_of(SCHEME, name[0], port) + query

    return UserlandSctpListener(endpoint, carrier, port, uri)


async def connect_userland_sctp(address: Address, timeout: float) -> UserlandSctpLink:
    """Open an association. Raises ``TransportError``."""
    running = pump()

    async def attempt(family: socket.AddressFamily, names: Sequence[Name]) -> UserlandSctpLink:
        carrier, way = await _towards(running, address, family, names[0])
        try:
            return await _associate(running, carrier, way, address)
        finally:
            carrier.leave()

    return await first_answer(address, timeout, attempt)


async def _towards(running: Pump, address: Address, family: socket.AddressFamily, name: Name) -> tuple[Carrier, Way]:
    """A UDP socket of its own, connected; or the one at a port that was asked for. Held once for the caller."""
    far = (name[0], address.count("remote_encap", ENCAPSULATION_PORT), *name[2:])
    sock = socket.socket(family, socket.SOCK_DGRAM)
    try:
        own = await _own_name(address, family)
        if own is not None:
            sock.bind((own[0], 0, *own[2:]))
        sock.connect(far)
        host, far = sock.getsockname()[0], sock.getpeername()
        encapsulation = address.count("encap", 0)
        if encapsulation == 0:
            carrier = Carrier(running, sock, connected=True)
            carrier.hold()
            return carrier, carrier.way_to(far, host, [])
    except BaseException:
        sock.close()
        raise
    sock.close()
    wildcard = (_EVERYWHERE[family], encapsulation)
    carrier = _carrier(running, family, own or wildcard, str(address))
    return carrier, carrier.way_to(far, host, from_address(family, host)[1] if carrier.everywhere else [])


async def _own_name(address: Address, family: socket.AddressFamily) -> Name | None:
    if address.bind is None:
        return None
    host = address.bind[0]
    for own_family, names in await candidates(host, address.count("encap", 0)):
        if own_family == family:
            return names[0]
    raise failure(uri_of(SCHEME, *address.bind), OSError(errno.EADDRNOTAVAIL, "no address of that family"))


async def _associate(running: Pump, carrier: Carrier, way: Way, address: Address) -> UserlandSctpLink:
    port = (address.bind[1] if address.bind else 0) or _free_port(carrier)
    if carrier.is_taken(way, port, address.port):
        raise failure(uri_of(SCHEME, way.host, port), OSError(errno.EADDRINUSE, "taken"))
    endpoint = _endpoint(running, port, address, way.name[0])
    passage = Passage(way, port, address.port, endpoint.port)
    carrier.begin(passage)
    try:
        await _up(endpoint, passage)
        return UserlandSctpLink(endpoint, carrier, passage, _drop)
    except BaseException:
        _drop(endpoint, carrier, passage)
        raise


async def _up(endpoint: Endpoint, passage: Passage) -> None:
    """Return when the association is up. Raises ``OSError`` when it cannot be."""
    settled: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def fail(error: OSError) -> None:
        if not settled.done():
            settled.set_exception(error)

    def happened() -> None:
        try:
            while not settled.done():
                event = parse_event(endpoint.receive().octets)
                if event.state == AssociationState.COMM_UP:
                    settled.set_result(None)
                elif event.type == NotificationType.ASSOC_CHANGE:
                    number = endpoint.trouble() or errno.ECONNREFUSED
                    fail(OSError(number, os.strerror(number)))
        except BlockingIOError:
            return
        except OSError as error:
            fail(error)

    endpoint.happened = happened
    passage.refused = lambda: fail(OSError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED)))
    endpoint.connect(passage.way.handle, passage.far_port)
    await settled


def _drop(endpoint: Endpoint, carrier: Carrier, passage: Passage) -> None:
    endpoint.close(reset=True)
    carrier.end(passage)


def _endpoint(running: Pump, port: int, address: Address, host: str) -> Endpoint:
    """An endpoint with all its options set, and bound."""
    endpoint = Endpoint(running, running.stack.take_port(port), association_options(address, _largest_packet(host)))
    try:
        endpoint.bind()
    except BaseException:
        endpoint.close(reset=True)
        raise
    return endpoint


def _carrier(running: Pump, family: socket.AddressFamily, name: Name, uri: str) -> Carrier:
    """The UDP socket at an address and port of ours, shared by all who ask for it. Held once for the caller."""
    loop = asyncio.get_running_loop()
    for ended in [key for key, carrier in _shared.items() if carrier.closed]:
        del _shared[ended]
    # What is bound to all addresses has each of them, too.
    carrier = _shared.get((loop, name[0], name[1])) or _shared.get((loop, _EVERYWHERE[family], name[1]))
    if carrier is None:
        sock = socket.socket(family, socket.SOCK_DGRAM)
        try:
            sock.bind(name)
        except OSError as error:
            sock.close()
            if error.errno == errno.EADDRINUSE:
                raise TransportError(
                    f"{uri} cannot be opened: its UDP port {name[1]} is in use: another program has it. Stop that, or "
                    f"choose another by ?encap=PORT (0 takes any free one), and by ?remote_encap=PORT at the far end."
                ) from error
            raise failure(uri, error) from error
        carrier = Carrier(running, sock, connected=False)
        _shared[loop, name[0], sock.getsockname()[1]] = carrier
    carrier.hold()
    return carrier


def _free_port(carrier: Carrier) -> int:
    """An SCTP port at which nobody listens there."""
    port = random.choice(_FREE_PORTS)
    while carrier.is_open(port):
        port = random.choice(_FREE_PORTS)
    return port


def _largest_packet(host: str) -> int:
    """How many octets of SCTP go into one datagram."""
    return LARGEST_ON_LOOPBACK if ip_address(host.partition("%")[0]).is_loopback else LARGEST_PACKET

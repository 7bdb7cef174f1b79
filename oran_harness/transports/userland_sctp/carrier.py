"""One UDP socket that carries SCTP packets (RFC 6951): to whom they go, and for whom those are that come."""

import asyncio
import functools
import socket
import struct
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.transports.sctp.options import SO_RCVBUFFORCE, SO_SNDBUFFORCE, enlarge
from oran_harness.transports.socket_ends import Name
from oran_harness.transports.userland_sctp.destination import ask_for_destinations, destination
from oran_harness.transports.userland_sctp.packet import well_formed
from oran_harness.transports.userland_sctp.stack import NOBODY, Pump
from oran_harness.transports.userland_sctp.way import Control, Way

BUFFER = 4 * 1024 * 1024
"""Octets that the kernel may hold for us; unless root asks, it holds less (net.core.rmem_max)."""
MOST_STRANGERS = 256
"""Far ends without an association that are remembered; setting one up again takes the one that was forgotten longer."""
_LARGEST = 65_535
_AT_ONCE = 64
_CONTROL = 64
_PORTS = struct.Struct("!HH")
_CHECKSUM = struct.Struct("=I")
_NO_CHECKSUM = bytes(4)


@dataclass(slots=True, eq=False)
class Passage:
    """One association on its way: both SCTP ports, and the library's number of ours."""

    way: Way
    port: int
    far_port: int
    number: int
    refused: Callable[[], None] = lambda: None
    """Called when the far end's machine says that nobody is at its UDP port."""


class Carrier:
    """A UDP socket, bound or connected. It is closed when nobody holds it any more.

    Behind one that is bound, each far end that has an association gets a connected one of its own: so what many send at
    once has room for each, and strangers do not fill it.
    """

    def __init__(self, pump: Pump, sock: socket.socket, *, connected: bool) -> None:
        self.sock = sock
        self.host: str = sock.getsockname()[0]
        self._pump, self._stack = pump, pump.stack
        self._connected = connected
        self._ways: dict[tuple[Name, str], Way] = {}
        self._strangers: OrderedDict[Way, None] = OrderedDict()
        self._listening: dict[int, int] = {}
        self._passages: dict[tuple[int, int, int], Passage] = {}
        self._holders = 0
        self._buffer = bytearray(_LARGEST)
        self._view = memoryview(self._buffer)
        self._octets = self._stack.ffi.from_buffer("char[]", self._buffer)
        _prepare(sock)
        self.everywhere = not connected and ask_for_destinations(sock)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(sock, self._readable, sock, None)
        pump.begin_carrier(self)

    @property
    def closed(self) -> bool:
        """Whether nobody holds it any more, or its event loop has ended."""
        return self.sock.fileno() < 0 or self._loop.is_closed()

    def hold(self) -> None:
        """One more holds it."""
        self._holders += 1

    def leave(self) -> None:
        """One less holds it; after the last it is closed."""
        self._holders -= 1
        if not self._holders:
            self._loop.remove_reader(self.sock)
            self.bury()

    def bury(self) -> None:
        """Close it: nobody holds it any more, or its event loop has ended."""
        for way in self._ways.values():
            self._take_back(way)
        self.sock.close()
        self._pump.end_carrier(self)
        for way in self._ways.values():
            self._stack.forget_way(way.handle)
        self._ways.clear()

    def way_to(self, name: Name, host: str, control: Control) -> Way:
        """The way to a far end, from one address of ours."""
        way = self._ways.get((name, host))
        if way is None:
            way = Way(self.sock, name, self._connected, control, host)
            way.refused = functools.partial(self._loop.call_soon_threadsafe, self._sending_refused, way)
            way.handle = self._stack.add_way(way)
            self._ways[name, host] = way
            self._strangers[way] = None
            if len(self._strangers) > MOST_STRANGERS:
                oldest, _ = self._strangers.popitem(last=False)
                del self._ways[oldest.name, oldest.host]
                self._stack.forget_way(oldest.handle)
        return way

    def is_open(self, port: int) -> bool:
        """Whether somebody listens at an SCTP port."""
        return port in self._listening

    def open(self, port: int, number: int) -> None:
        """What comes for this SCTP port is for the endpoint whose port the library knows by that number."""
        self._listening[port] = number
        self.hold()

    def shut(self, port: int) -> None:
        """Nobody listens at the SCTP port any more."""
        del self._listening[port]
        self.leave()

    def is_taken(self, way: Way, port: int, far_port: int) -> bool:
        """Whether there is an association between these ports."""
        return (way.handle, port, far_port) in self._passages

    def begin(self, passage: Passage) -> None:
        """What comes that way between these ports is for an endpoint of its own."""
        self._passages[passage.way.handle, passage.port, passage.far_port] = passage
        if not passage.way.users and not self._connected:
            self._give_own(passage.way)
        passage.way.users += 1
        self._strangers.pop(passage.way, None)
        self.hold()

    def end(self, passage: Passage) -> None:
        """The association is over; another may have taken its place."""
        place = passage.way.handle, passage.port, passage.far_port
        if self._passages.get(place) is passage:
            del self._passages[place]
        passage.way.users -= 1
        if not passage.way.users:
            self._strangers[passage.way] = None
            self._take_back(passage.way)
        self.leave()

    def _give_own(self, way: Way) -> None:
        """Give a far end a socket of its own, at the same port; else it goes on over the shared one."""
        own = socket.socket(self.sock.family, socket.SOCK_DGRAM)
        try:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            # Only for this moment: at all other times the shared socket keeps other programs from the port.
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                own.bind((way.host, self.sock.getsockname()[1], *way.name[2:]))
            finally:
                self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
            own.connect(way.name)
        except OSError:
            own.close()
            return
        _prepare(own)
        way.sock, way.connected = own, True
        self._loop.add_reader(own, self._readable, own, way)

    def _take_back(self, way: Way) -> None:
        """Close the socket that a far end has of its own."""
        if way.sock is not self.sock:
            own, way.sock, way.connected = way.sock, self.sock, False
            self._loop.remove_reader(own)
            own.close()

    def _readable(self, sock: socket.socket, own: Way | None) -> None:
        refused = False
        for _ in range(_AT_ONCE):
            try:
                length, control, _, name = sock.recvmsg_into([self._buffer], _CONTROL)
            except (BlockingIOError, InterruptedError):
                break
            except ConnectionRefusedError:
                # What came before is still to be read.
                refused = True
            except OSError:
                # About a packet that was sent: it is lost, as any may be.
                continue
            else:
                self._came(length, control, name, own)
        if refused:
            for way in [own] if own is not None else list(self._ways.values()):
                self._refused(way)

    def _sending_refused(self, way: Way) -> None:
        """The same was told when something was sent: what came before is still to be read."""
        if way.sock.fileno() >= 0:
            self._readable(way.sock, None if self._connected else way)
            self._refused(way)

    def _refused(self, way: Way) -> None:
        for passage in [each for each in self._passages.values() if each.way is way]:
            passage.refused()

    def _came(self, length: int, control: Control, name: Name, own: Way | None) -> None:
        """Give the library a packet whose checksum and lengths are right."""
        packet = self._view[:length]
        if not well_formed(packet):
            return
        (stored,) = _CHECKSUM.unpack_from(packet, 8)
        packet[8:12] = _NO_CHECKSUM
        if self._stack.checksum(self._octets, length) != stored:
            return
        if own is not None:
            host, back = own.host, own.control
        else:
            host, back = destination(control) if self.everywhere else (self.host, [])
        way = self._ways.get((name, host)) or self.way_to(name, host, back)
        far_port, port = _PORTS.unpack_from(packet)
        passage = self._passages.get((way.handle, port, far_port))
        number = passage.number if passage is not None else self._listening.get(port, NOBODY)
        self._stack.stray_port = port
        _PORTS.pack_into(packet, 0, far_port, number)
        self._stack.lib.usrsctp_conninput(way.handle, self._octets, length, 0)


def _prepare(sock: socket.socket) -> None:
    sock.setblocking(False)
    enlarge(sock, socket.SO_RCVBUF, SO_RCVBUFFORCE, BUFFER)
    enlarge(sock, socket.SO_SNDBUF, SO_SNDBUFFORCE, BUFFER)

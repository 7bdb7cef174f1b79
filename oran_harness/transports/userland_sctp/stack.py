"""libusrsctp in this process: packets out, time, and who is to be told that something happened.

The library has one state a process, and runs only while it is called: no thread of it ever calls us. It knows a far
end as a number, our ``Way``; ports of ours are its own numbers, too, so that two addresses may have the same SCTP port.
"""

import asyncio
import atexit
import errno
import functools
import itertools
import os
import struct
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from oran_harness.transports.userland_sctp.library import begin, library

TICK = 0.01
"""Seconds between two looks at the library's timers."""
NOBODY = 65_535
"""The library's port at which nothing ever is: what comes for a port that is not open is answered from there."""
_PORT = struct.Struct("!H")
_CHECKSUM = struct.Struct("=I")


class Way(Protocol):
    """How packets get to one far end."""

    def send(self, packet: Any) -> None:
        """Send a packet, or lose it: SCTP repeats what is lost."""
        ...


class Leftover(Protocol):
    """What an event loop may leave open when it ends."""

    def bury(self) -> None:
        """Close it, as far as that can be done after the loop; the far end sees an ABORT."""
        ...


class Stack:
    """The library, started."""

    def __init__(self) -> None:
        loaded = library()
        self.ffi, self.lib = loaded.ffi, loaded.lib
        self.ways: dict[int, Way] = {}
        self.endpoints: dict[int, Callable[[], None]] = {}
        self.stray_port = 0
        self.process = os.getpid()
        self._handles = 0
        self._free_handles: deque[int] = deque()
        self._keys = itertools.count(1)
        self._ports: dict[int, list[int]] = {}
        self._next_port = itertools.cycle(range(1, NOBODY))
        self._ticking = threading.Lock()
        self._ticked = time.monotonic()
        # Kept alive here: the library holds no references.
        self._output = self.ffi.callback("int(uintptr_t, char *, size_t, uint8_t, uint8_t)", self._send)
        self.upcall = self.ffi.callback("void(socket_t *, uintptr_t, int)", self._happened)
        begin(loaded, self._output)

    def add_endpoint(self, happened: Callable[[], None]) -> int:
        """A key for a new endpoint, whose ``happened`` is called whenever something did."""
        if not self.endpoints:
            # Nothing had timers: what is set from now on counts from now.
            self._ticked = time.monotonic()
        key = next(self._keys)
        self.endpoints[key] = happened
        return key

    def add_way(self, way: Way) -> int:
        """A number by which the library shall know a far end. There are as many as were ever needed at once."""
        if self._free_handles:
            handle = self._free_handles.popleft()
        else:
            self._handles = handle = self._handles + 1
            # The library believes that packets come to an address of its own, too, which it takes for the same. To
            # take it back would have it look through everything, in a thread of its own: so it is used again instead.
            self.lib.usrsctp_register_address(handle)
        self.ways[handle] = way
        return handle

    def forget_way(self, handle: int) -> None:
        """The number may stand for another far end."""
        del self.ways[handle]
        self._free_handles.append(handle)

    def take_port(self, port: int) -> int:
        """A number by which the library shall know one use of an SCTP port of ours."""
        for number in self._next_port:
            if number not in self._ports:
                self._ports[number] = [port, 1]
                return number
            if len(self._ports) >= NOBODY - 1:
                break
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    def share_port(self, number: int) -> None:
        """One more endpoint uses it."""
        self._ports[number][1] += 1

    def leave_port(self, number: int) -> None:
        """One endpoint less uses it."""
        use = self._ports[number]
        use[1] -= 1
        if not use[1]:
            del self._ports[number]

    def checksum(self, packet: Any, length: int) -> int:
        """The CRC32c of a packet whose own is zero, as the number to be stored in the machine's order."""
        return int(self.lib.usrsctp_crc32c(packet, length))

    def tick(self) -> None:
        """Let the library see how much time has passed; whoever else is at it does it for all."""
        if not self._ticking.acquire(blocking=False):
            return
        try:
            elapsed = int((time.monotonic() - self._ticked) * 1000)
            if elapsed > 0:
                self._ticked += elapsed / 1000
                self.lib.usrsctp_handle_timers(elapsed)
        finally:
            self._ticking.release()

    def _send(self, handle: int, octets: Any, length: int, _: int, __: int) -> int:
        """A packet is to go out. Called by the library, which holds locks: nothing of it may be called from here."""
        way = self.ways.get(handle)
        if way is not None:
            packet = self.ffi.buffer(octets, length)
            (number,) = _PORT.unpack_from(packet)
            use = self._ports.get(number)
            _PORT.pack_into(packet, 0, use[0] if use else self.stray_port)
            _CHECKSUM.pack_into(packet, 8, self.checksum(octets, length))
            way.send(packet)
        return 0

    def _happened(self, _: Any, key: int, __: int) -> None:
        happened = self.endpoints.get(key)
        if happened is not None:
            happened()


@functools.cache
def stack() -> Stack:
    """The library, started when it is used first. Raises ``TransportError`` where it is not installed."""
    return Stack()


class Pump:
    """What an event loop does for the library: its time, and telling endpoints of this loop what happened."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.stack = stack()
        self.buffer = self.stack.ffi.new("char[]", 64 * 1024)
        self._loop = loop
        self._thread = threading.get_ident()
        self._waiting: dict[Callable[[], None], None] = {}
        self._endpoints: dict[Leftover, None] = {}
        self._carriers: dict[Leftover, None] = {}
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, endpoint: Leftover) -> None:
        """One more endpoint is here."""
        self._endpoints[endpoint] = None
        if self._timer is None:
            self._timer = self._loop.call_later(TICK, self._tick)

    def end(self, endpoint: Leftover) -> None:
        """One endpoint less is here."""
        self._endpoints.pop(endpoint, None)

    def begin_carrier(self, carrier: Leftover) -> None:
        """One more UDP socket is here."""
        self._carriers[carrier] = None

    def end_carrier(self, carrier: Leftover) -> None:
        """One UDP socket less is here."""
        self._carriers.pop(carrier, None)

    def bury(self) -> None:
        """Abort what the loop, which has ended, left open: endpoints first, since carriers carry their ABORTs."""
        for leftover in (*self._endpoints, *self._carriers):
            leftover.bury()

    def wake(self, happened: Callable[[], None]) -> None:
        """Call this soon in the loop: once, however often it is asked for."""
        asked = bool(self._waiting)
        self._waiting[happened] = None
        if asked:
            return
        if threading.get_ident() == self._thread:
            self._loop.call_soon(self._tell)
        else:
            # The loop may have ended with this endpoint still open.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for happened in waiting:
            happened()

    def _tick(self) -> None:
        self.stack.tick()
        self._timer = self._loop.call_later(TICK, self._tick) if self._endpoints else None


_pumps: dict[asyncio.AbstractEventLoop, Pump] = {}


def pump() -> Pump:
    """The running event loop's. Raises ``TransportError`` where the library is not installed."""
    loop = asyncio.get_running_loop()
    found = _pumps.get(loop)
    if found is None:
        _bury_ended()
        found = _pumps[loop] = Pump(loop)
    return found


def _bury_ended() -> None:
    for ended in [each for each in _pumps if each.is_closed()]:
        _pumps.pop(ended).bury()


@atexit.register
def _leave() -> None:
    """Abort what is still open, as the kernel does for a process that ends; a forked process leaves that alone."""
    if _pumps and stack().process == os.getpid():
        _bury_ended()

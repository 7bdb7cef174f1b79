"""One socket of libusrsctp: listening, or one association."""

import errno
import os
import socket
import struct
import sys
from collections.abc import Callable, Sequence

from oran_harness.transports.userland_sctp.options import (
    AF_CONN,
    IPPROTO_SCTP,
    MSG_NOTIFICATION,
    RCVINFO,
    SEND_BUFFER,
    SENDV_SNDINFO,
    STATUS,
    Option,
    endpoint_options,
    packed_name,
    parse_name,
    parse_status,
    send_information,
)
from oran_harness.transports.userland_sctp.stack import Pump

_BACKLOG = 128
_NAME = 16
_MSG_EOR = int(socket.MSG_EOR)
_ABORT_ON_CLOSE = struct.pack("=ii", 1, 0)


class Received:
    """What was received: octets of a message, or a notification. ``last``: the message is complete."""

    __slots__ = ("last", "notification", "octets", "ppid", "stream")

    def __init__(self, octets: bytes, flags: int, information: bytes | None) -> None:
        self.octets = octets
        self.notification = bool(flags & MSG_NOTIFICATION)
        self.last = bool(flags & _MSG_EOR)
        self.stream = 0
        self.ppid: int | None = None
        if information is not None:
            self.stream, _, _, ppid, *_ = RCVINFO.unpack(information)
            self.ppid = socket.ntohl(ppid)


class Endpoint:
    """A socket that never blocks. ``happened`` is called, in the event loop, after anything may have changed.

    ``port`` is the number by which the library knows our SCTP port; the endpoint gives it back when it is closed. All
    calls raise ``OSError`` as the calls of the operating system do.
    """

    def __init__(self, pump: Pump, port: int, options: Sequence[Option] = (), accepted: object = None) -> None:
        self.pump = pump
        self.port = port
        self.happened: Callable[[], None] = lambda: None
        self._send_buffer = SEND_BUFFER
        self._ffi, self._lib = pump.stack.ffi, pump.stack.lib
        null = self._ffi.NULL
        self._socket = accepted or self._lib.usrsctp_socket(
            AF_CONN, socket.SOCK_STREAM, IPPROTO_SCTP, null, null, 0, null
        )
        if self._socket == null:
            pump.stack.leave_port(port)
            raise self._error()
        self._key = pump.stack.add_endpoint(self.wake)
        self._length = self._ffi.new("uint32_t *")
        self._flags = self._ffi.new("int *")
        self._kind = self._ffi.new("unsigned int *")
        self._information = self._ffi.new("char[]", RCVINFO.size)
        pump.begin(self)
        try:
            self._check(self._lib.usrsctp_set_non_blocking(self._socket, 1))
            for level, number, value in (*endpoint_options(), *options):
                self._check(self._lib.usrsctp_setsockopt(self._socket, level, number, value, len(value)))
            self._check(self._lib.usrsctp_set_upcall(self._socket, pump.stack.upcall, self._key))
        except BaseException:
            self.close(reset=True)
            raise

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._socket is None

    def wake(self) -> None:
        """Have ``happened`` called soon."""
        self.pump.wake(self._tell)

    def bind(self) -> None:
        """Take its port."""
        name = packed_name(0, self.port)
        self._check(self._lib.usrsctp_bind(self._socket, name, len(name)))

    def listen(self) -> None:
        """Let associations come."""
        self._check(self._lib.usrsctp_listen(self._socket, _BACKLOG))

    def connect(self, handle: int, port: int) -> None:
        """Begin to set up an association."""
        name = packed_name(handle, port)
        if self._lib.usrsctp_connect(self._socket, name, len(name)) and self._ffi.errno != errno.EINPROGRESS:
            raise self._error()

    def accept(self) -> tuple["Endpoint", int, int]:
        """An association that came, with the far end's number and SCTP port."""
        name = self._ffi.new("char[]", _NAME)
        self._length[0] = _NAME
        accepted = self._lib.usrsctp_accept(self._socket, name, self._length)
        if accepted == self._ffi.NULL:
            raise self._error()
        self.pump.stack.share_port(self.port)
        return Endpoint(self.pump, self.port, accepted=accepted), *parse_name(self._ffi.buffer(name)[:])

    def send(self, octets: bytes, stream: int, ppid: int) -> None:
        """Send a message, whole or not at all."""
        information = send_information(stream, ppid)
        null = self._ffi.NULL
        sent = self._lib.usrsctp_sendv(
            self._socket, octets, len(octets), null, 0, information, len(information), SENDV_SNDINFO, 0
        )
        if sent < 0:
            raise self._error()

    def receive(self) -> Received:
        """What comes next; no octets at the end."""
        buffer = self.pump.buffer
        self._length[0] = RCVINFO.size
        self._flags[0] = 0
        self._kind[0] = 0
        count = self._lib.usrsctp_recvv(
            self._socket,
            buffer,
            len(buffer),
            self._ffi.NULL,
            self._ffi.NULL,
            self._information,
            self._length,
            self._kind,
            self._flags,
        )
        if count < 0:
            raise self._error()
        known = self._kind[0] != 0 and self._length[0] == RCVINFO.size
        information = self._ffi.buffer(self._information)[:] if known else None
        return Received(self._ffi.buffer(buffer, count)[:], self._flags[0], information)

    def status(self) -> tuple[int, int]:
        """DATA chunks that are not acknowledged yet, and streams on which we may send."""
        return parse_status(self._get(IPPROTO_SCTP, STATUS, 256))

    def send_buffer(self, least: int) -> None:
        """Let it hold so many octets that wait to be acknowledged."""
        if self._send_buffer < least:
            value = struct.pack("=i", least)
            number = socket.SO_SNDBUF
            self._check(self._lib.usrsctp_setsockopt(self._socket, socket.SOL_SOCKET, number, value, len(value)))
            self._send_buffer = least

    def trouble(self) -> int:
        """The number of the error that it has, or 0."""
        return int.from_bytes(self._get(socket.SOL_SOCKET, socket.SO_ERROR, 4), sys.byteorder, signed=True)

    def shutdown(self) -> None:
        """Tell the far end that nothing follows, once it has everything."""
        self._check(self._lib.usrsctp_shutdown(self._socket, socket.SHUT_WR))

    def close(self, *, reset: bool) -> None:
        """Give everything back; with ``reset`` the far end sees an ABORT."""
        if self.closed:
            return
        if reset:
            linger = _ABORT_ON_CLOSE
            self._lib.usrsctp_setsockopt(self._socket, socket.SOL_SOCKET, socket.SO_LINGER, linger, len(linger))
        self.happened = lambda: None
        self._lib.usrsctp_set_upcall(self._socket, self._ffi.NULL, 0)
        self._lib.usrsctp_close(self._socket)
        self._socket = None
        del self.pump.stack.endpoints[self._key]
        self.pump.stack.leave_port(self.port)
        self.pump.end(self)

    def bury(self) -> None:
        """Abort it: its event loop has ended."""
        self.close(reset=True)

    def _tell(self) -> None:
        self.happened()

    def _get(self, level: int, number: int, size: int) -> bytes:
        value = self._ffi.new("char[]", size)
        self._length[0] = size
        self._check(self._lib.usrsctp_getsockopt(self._socket, level, number, value, self._length))
        return bytes(self._ffi.buffer(value, self._length[0]))

    def _check(self, result: int) -> None:
        if result:
            raise self._error()

    def _error(self) -> OSError:
        number = self._ffi.errno
        return OSError(number, os.strerror(number))

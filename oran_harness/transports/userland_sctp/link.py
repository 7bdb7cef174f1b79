"""One association over libusrsctp."""

import errno
from collections.abc import Callable

from oran_harness.transports.address import uri_of
from oran_harness.transports.link import Ending
from oran_harness.transports.sctp.association import AssociationLink
from oran_harness.transports.sctp.notification import Notification
from oran_harness.transports.userland_sctp.carrier import Carrier, Passage
from oran_harness.transports.userland_sctp.endpoint import Endpoint
from oran_harness.transports.userland_sctp.options import parse_event, tells_silence

SCHEME = "sctp+udp"
_READS_AT_ONCE = 64

Packed = tuple[bytes, int, int]
"""A message, its stream and its PPID."""


class UserlandSctpLink(AssociationLink[Packed]):
    """An association. ``on_restart`` gets the endpoint and what it came by when the far end starts it anew."""

    def __init__(
        self,
        endpoint: Endpoint,
        carrier: Carrier,
        passage: Passage,
        on_restart: Callable[[Endpoint, Carrier, Passage], None],
    ) -> None:
        _, streams = endpoint.status()
        self._agreed(streams)
        way = passage.way
        local, remote = uri_of(SCHEME, way.host, passage.port), uri_of(SCHEME, way.name[0], passage.far_port)
        super().__init__(local, remote)
        self._endpoint = endpoint
        self._carrier = carrier
        self._passage = passage
        self._on_restart = on_restart
        self._silent = False
        endpoint.happened = self._happened
        passage.refused = self.refused
        endpoint.wake()

    def refused(self) -> None:
        """The far end's machine says that nobody is at its UDP port any more."""
        # It may have said before that it ends: then that is how it ended.
        self._happened()
        self._end(Ending("down", True, "nobody is at the far end's UDP port any more"))

    def _pack(self, octets: bytes, stream: int, ppid: int) -> Packed:
        self._check_stream(stream)
        # What is larger than the buffer would never be taken.
        self._endpoint.send_buffer(len(octets))
        return bytes(octets), stream, ppid

    def _flush(self) -> None:
        """Give the library what it takes now; the rest when something happened."""
        try:
            while self._outgoing:
                self._endpoint.send(*self._outgoing[0])
                self._outgoing.popleft()
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno in (errno.EPIPE, errno.ENOTCONN, errno.ESHUTDOWN):
                self._write_failed(Ending("shutdown", True, "the far end closed the association"))
            else:
                self._write_failed(Ending("abort", True, f"the far end aborted the association ({error.strerror})"))
        self._written()

    def _unacknowledged(self) -> bool:
        return self._endpoint.status()[0] > 0

    def _read_on(self) -> None:
        if not self._endpoint.closed:
            self._endpoint.wake()

    def _say_goodbye(self) -> None:
        try:
            self._endpoint.shutdown()
        except OSError:
            # The far end ended it meanwhile; that is read next.
            self._endpoint.wake()

    def _happened(self) -> None:
        if self._outgoing:
            self._flush()
        for _ in range(_READS_AT_ONCE):
            if self._closed.is_set() or self._paused():
                return
            try:
                self._read()
            except BlockingIOError:
                return
            except OSError as error:
                self._failed(error.errno or 0)
        self._endpoint.wake()

    def _read(self) -> None:
        received = self._endpoint.receive()
        if received.notification:
            self._silent = self._silent or tells_silence(received.octets)
            self._notified(parse_event(received.octets))
        elif not received.octets:
            self._eof()
        else:
            self._part(received.octets, received.stream, received.ppid, last=received.last)

    def _lost(self, notification: Notification) -> None:
        self._failed(self._endpoint.trouble(), notification.error)

    def _failed(self, number: int, cause: int = 0) -> None:
        """The library gave the association up, or the far end did."""
        if number in (errno.ECONNRESET, errno.ECONNREFUSED):
            self._aborted(cause)
        elif self._silent or number in (errno.ETIMEDOUT, 0):
            self._end(Ending("down", True, "the far end does not answer any more (what was sent, or heartbeats)"))
        else:
            self._end(Ending("abort", True, "the far end broke SCTP's rules, and our SCTP aborted the association"))

    def _release(self, *, reset: bool) -> None:
        if self._restarted:
            self._on_restart(self._endpoint, self._carrier, self._passage)
        else:
            self._endpoint.close(reset=reset)
            self._carrier.end(self._passage)

"""An open address: a listening endpoint of libusrsctp behind a UDP socket."""

from contextlib import suppress

from oran_harness.transports.backlog import Backlog
from oran_harness.transports.failure import failure
from oran_harness.transports.userland_sctp.carrier import Carrier, Passage
from oran_harness.transports.userland_sctp.endpoint import Endpoint
from oran_harness.transports.userland_sctp.link import UserlandSctpLink
from oran_harness.transports.userland_sctp.way import Way


class UserlandSctpListener:
    """An open address."""

    def __init__(self, endpoint: Endpoint, carrier: Carrier, port: int, uri: str) -> None:
        self.uri = uri
        self._endpoint = endpoint
        self._carrier = carrier
        self._port = port
        self._backlog: Backlog[UserlandSctpLink] = Backlog(uri, endpoint.wake)
        endpoint.happened = self._arrived
        endpoint.listen()
        carrier.open(port, endpoint.port)

    async def accept(self) -> UserlandSctpLink:
        """The next association. Raises ``TransportError`` after ``close``."""
        return await self._backlog.accept()

    async def close(self) -> None:
        """Close the address and abort what nobody accepted; associations that were accepted live on."""
        if not self._backlog.closed:
            self._endpoint.close(reset=True)
            self._carrier.shut(self._port)
            await self._backlog.close()

    def _arrived(self) -> None:
        """Take what came, until as many wait as may: then the library refuses further ones."""
        while not self._backlog.full and not self._backlog.closed:
            try:
                endpoint, handle, far_port = self._endpoint.accept()
            except BlockingIOError:
                return
            except OSError as error:
                self._backlog.fail(failure(self.uri, error))
                return
            way = self._endpoint.pump.stack.ways.get(handle)
            if isinstance(way, Way):
                passage = Passage(way, self._port, far_port, endpoint.port)
                self._carrier.begin(passage)
                self._take(endpoint, self._carrier, passage)
            else:
                endpoint.close(reset=True)

    def _take(self, endpoint: Endpoint, carrier: Carrier, passage: Passage) -> None:
        """Let an association be accepted here; after ``close``, or if it is over already, it is not."""
        if not self._backlog.closed:
            # It may be over already: as if it had never come.
            with suppress(OSError):
                # An association that the far end starts anew is a new one, to be accepted like any other.
                self._backlog.put(UserlandSctpLink(endpoint, carrier, passage, self._take))
                return
        endpoint.close(reset=True)
        carrier.end(passage)

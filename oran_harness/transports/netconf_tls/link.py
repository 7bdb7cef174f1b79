"""One NETCONF session over TLS."""

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress

from oran_harness.transports.link import Delivery, Ending
from oran_harness.transports.message import check_only_stream
from oran_harness.transports.netconf_tls.handshake import PIECE, Tls
from oran_harness.transports.netconf_tls.refusal import sentence_of
from oran_harness.transports.watched_link import KEEPALIVE, WatchedLink

_CUT = "the far end closed the connection without ending TLS (no close_notify): what it sent last may be missing"


class TlsLink(WatchedLink[memoryview]):
    """A session over TLS that was set up; ``user`` is empty where we are the client.

    close_notify is a shutdown, RST an abort, and FIN without close_notify is one, too.
    """

    def __init__(
        self,
        sock: socket.socket,
        tls: Tls,
        local: str,
        remote: str,
        *,
        user: str,
        security: Mapping[str, str],
        keepalive: float = KEEPALIVE,
    ) -> None:
        self.user = user
        self.security = security
        self._tls = tls
        self._sealed = memoryview(b"")
        self._parting = False
        super().__init__(sock, local, remote, keepalive)
        # What came behind the last octets of the set-up.
        self._loop.call_soon(self._unseal)

    def _pack(self, octets: bytes, stream: int, ppid: int) -> memoryview:
        check_only_stream(stream)
        return memoryview(octets)

    def _write(self, piece: memoryview) -> memoryview | None:
        """Seal a piece, or send what was sealed: never both, as what was sealed must not be sealed once more."""
        if not self._sealed:
            if piece:
                piece = piece[self._tls.object.write(piece[:PIECE]) :]
            self._sealed = memoryview(self._tls.outgoing.read())
            return piece if self._sealed else None
        self._sealed = self._sealed[self._socket.send(self._sealed) :]
        return piece if piece or self._sealed else None

    def _read(self) -> None:
        octets = self._socket.recv(PIECE)
        if octets:
            self._tls.incoming.write(octets)
        else:
            self._tls.incoming.write_eof()
        self._unseal()

    def _unseal(self) -> None:
        while not self._closed.is_set():
            try:
                octets = self._tls.object.read(PIECE)
            except ssl.SSLWantReadError:
                break
            except ssl.SSLZeroReturnError:
                octets = b""
            except ssl.SSLEOFError:
                self._end(Ending("shutdown" if self._parting else "abort", True, _CUT))
                return
            except ssl.SSLError as error:
                self._fail(error)
                return
            if not octets:
                self._end(Ending("shutdown", True, "the far end closed the session"))
                return
            self._deliver(Delivery(octets, 0, None))
        if self._tls.outgoing.pending and not self._closed.is_set():
            self._send_own()

    def _fail(self, error: ssl.SSLError) -> None:
        """TLS is broken, or the far end says that it is; tell it if it was us who noticed."""
        self._send_last()
        self._end(Ending("abort", True, sentence_of(self.remote, error)))

    def _send_own(self) -> None:
        """Send what TLS itself has to say."""
        if not self._outgoing:
            self._outgoing.append(memoryview(b""))
            self._flush()

    def _send_last(self) -> None:
        """Send what TLS itself has to say, if the socket takes it now: nothing follows."""
        if not self._sealed:
            with suppress(OSError):
                self._socket.send(self._tls.outgoing.read())

    def _say_goodbye(self) -> None:
        self._parting = True
        with suppress(ssl.SSLError):
            self._tls.object.unwrap()
        self._send_own()

    def _written(self) -> None:
        super()._written()
        if self._parting and not self._outgoing:
            super()._say_goodbye()

    def _release(self, *, reset: bool) -> None:
        if not reset and not self._parting:
            with suppress(ssl.SSLError):
                self._tls.object.unwrap()
            self._send_last()
        super()._release(reset=reset)

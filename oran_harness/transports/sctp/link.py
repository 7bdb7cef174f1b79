"""One association over the kernel's SCTP, one-to-one style (RFC 6458 4)."""

import errno
import socket
from collections.abc import Callable

from oran_harness.transports.link import Ending, NoSuchStream, TransportError
from oran_harness.transports.sctp.notification import (
    AssociationState,
    Notification,
    NotificationType,
    parse_notification,
)
from oran_harness.transports.sctp.options import (
    MSG_NOTIFICATION,
    SO_SNDBUFFORCE,
    enlarge,
    outgoing_streams,
    receive_information,
    send_information,
    unacknowledged_chunks,
)
from oran_harness.transports.sctp.parts import Parts, TooLarge
from oran_harness.transports.socket_link import SocketLink, ending_of, reset_socket

_PIECE = 64 * 1024
_CONTROL = 256

Packed = tuple[bytes, tuple[int, int, bytes]]
"""A message and the control message that goes with it."""


class SctpLink(SocketLink[Packed]):
    """An association. ABORT, SHUTDOWN and silence (heartbeats or retransmissions unanswered) end it in three ways.

    ``on_restart`` gets the socket when the far end starts the association anew (RFC 9260 5.2): this link ends, since
    whatever the far end knew is lost, and the socket carries another.
    """

    def __init__(
        self, sock: socket.socket, local: str, remote: str, on_restart: Callable[[socket.socket], None] = reset_socket
    ) -> None:
        self._parts = Parts()
        self._streams = outgoing_streams(sock)
        self._on_restart = on_restart
        self._restarted = False
        super().__init__(sock, local, remote)

    def _pack(self, octets: bytes, stream: int, ppid: int) -> Packed:
        if stream >= self._streams:
            raise NoSuchStream(
                f"Stream {stream} cannot be used: both ends agreed on {self._streams} streams (0 to "
                f"{self._streams - 1}); ask for more by ?streams=N, and see what the far end grants.",
                self._streams,
            )
        self._make_room(len(octets))
        return octets, send_information(stream, ppid)

    def _make_room(self, length: int) -> None:
        """Let the kernel take a message of that length: it refuses what is larger than the send buffer."""
        granted = enlarge(self._socket, socket.SO_SNDBUF, SO_SNDBUFFORCE, length)
        if granted >= length:
            return
        raise TransportError(
            f"The kernel sends no message of {length} octets over SCTP, since its send buffer is limited to {granted}; "
            f"raise the limit (sysctl -w net.core.wmem_max={length}) or run as root."
        )

    def _write(self, piece: Packed) -> None:
        octets, information = piece
        # SCTP takes a message whole or not at all.
        self._socket.sendmsg([octets], [information])

    def _unacknowledged(self) -> bool:
        return unacknowledged_chunks(self._socket) > 0

    def _read(self) -> None:
        octets, control, flags, _ = self._socket.recvmsg(_PIECE, _CONTROL)
        if flags & MSG_NOTIFICATION:
            self._notified(parse_notification(octets))
        elif not octets:
            self._end(self._send_failure or Ending("shutdown", True, "the far end closed the association"))
        else:
            stream, ppid = receive_information(control)
            self._part(octets, stream, ppid, last=bool(flags & socket.MSG_EOR))

    def _part(self, octets: bytes, stream: int, ppid: int | None, *, last: bool) -> None:
        if self._goodbye is not None:
            return
        try:
            delivery = self._parts.add(octets, stream, ppid, last=last)
        except TooLarge as error:
            self._abort(Ending("abort", True, f"{error}; we aborted the association"))
            return
        if delivery is not None:
            self._deliver(delivery)

    def _notified(self, notification: Notification) -> None:
        if notification.type == NotificationType.PARTIAL_DELIVERY_EVENT:
            self._parts.give_up(notification.stream)
        elif notification.type == NotificationType.SHUTDOWN_EVENT:
            # Nothing can be sent any more; what came before is still read.
            self._write_failed(Ending("shutdown", True, "the far end closed the association"))
        elif notification.state == AssociationState.SHUTDOWN_COMP:
            self._end(Ending("shutdown", True, "the far end closed the association"))
        elif notification.state == AssociationState.COMM_LOST:
            self._lost(notification)
        elif notification.state == AssociationState.RESTART:
            self._restarted = True
            self._end(Ending("abort", True, "the far end started the association anew without ending it"))

    def _lost(self, notification: Notification) -> None:
        number = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if notification.aborted or number in (errno.ECONNRESET, errno.ECONNABORTED):
            cause = f" (cause {notification.error})" if notification.error else ""
            self._end(Ending("abort", True, f"the far end aborted the association{cause}"))
        elif number:
            self._end(ending_of(OSError(number, "no answer to what was sent, nor to heartbeats")))
        else:
            self._end(self._send_failure or Ending("down", True, "the far end does not answer any more"))

    def _release(self, *, reset: bool) -> None:
        if self._restarted:
            self._leave_socket()
            self._on_restart(self._socket)
        else:
            super()._release(reset=reset)

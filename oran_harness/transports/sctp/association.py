"""What links over SCTP share, whoever implements it: messages that come in parts, and what is told between them."""

from abc import abstractmethod
from typing import TypeVar

from oran_harness.transports.buffered_link import BufferedLink
from oran_harness.transports.link import Ending, NoSuchStream
from oran_harness.transports.sctp.notification import AssociationState, Notification, NotificationType
from oran_harness.transports.sctp.parts import Parts, TooLarge

P = TypeVar("P")


class AssociationLink(BufferedLink[P]):
    """An association. ABORT, SHUTDOWN and silence (heartbeats or retransmissions unanswered) end it in three ways.

    When the far end starts it anew (RFC 9260 5.2) it ends, since whatever the far end knew is lost, and is
    ``_restarted``: what carried it carries another.
    """

    _parts: Parts
    _streams: int
    _restarted = False

    def _agreed(self, streams: int) -> None:
        """Begin with so many streams of ours; called before anything is read."""
        self._parts = Parts()
        self._streams = streams

    @abstractmethod
    def _lost(self, notification: Notification) -> None:
        """The association is lost: ``_end`` it, and say why."""

    def _check_stream(self, stream: int) -> None:
        """Raise ``NoSuchStream`` for a stream that the two ends did not agree on."""
        if stream >= self._streams:
            raise NoSuchStream(
                f"Stream {stream} cannot be used: both ends agreed on {self._streams} streams (0 to "
                f"{self._streams - 1}); ask for more by ?streams=N, and see what the far end grants.",
                self._streams,
            )

    def _eof(self) -> None:
        """Nothing comes any more."""
        self._end(self._send_failure or Ending("shutdown", True, "the far end closed the association"))

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

    def _aborted(self, cause: int) -> None:
        """An ABORT came, with a cause of RFC 9260 3.3.10 or 0."""
        told = f" (cause {cause})" if cause else ""
        self._end(Ending("abort", True, f"the far end aborted the association{told}"))

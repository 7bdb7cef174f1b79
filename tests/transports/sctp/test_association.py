"""What links over SCTP share, whoever implements it."""

import asyncio

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import LARGEST_MESSAGE, Delivery, Ending
from oran_harness.transports.sctp.association import AssociationLink
from oran_harness.transports.sctp.notification import AssociationState, Notification, NotificationType


class PlainLink(AssociationLink[bytes]):
    """Over nothing; what is told of it is said by the test."""

    released: bool | None = None

    def _pack(self, octets: bytes, stream: int, ppid: int) -> bytes:
        self._check_stream(stream)
        return octets

    def _flush(self) -> None:
        self._outgoing.clear()
        self._written()

    def _read_on(self) -> None:
        """There is nothing to read from."""

    def _say_goodbye(self) -> None:
        """There is nobody to say it to."""

    def _release(self, *, reset: bool) -> None:
        self.released = reset

    def _lost(self, notification: Notification) -> None:
        self._aborted(notification.error)


def plain() -> PlainLink:
    link = PlainLink("sctp://h:1", "sctp://h:2")
    link._agreed(4)
    return link


@pytest.mark.parametrize(
    ("notification", "how", "said"),
    [
        (Notification(NotificationType.ASSOC_CHANGE, AssociationState.SHUTDOWN_COMP), "shutdown", "closed"),
        (Notification(NotificationType.ASSOC_CHANGE, AssociationState.COMM_LOST, 12), "abort", "(cause 12)"),
        (Notification(NotificationType.ASSOC_CHANGE, AssociationState.RESTART), "abort", "anew"),
    ],
)
def test_ends(notification: Notification, how: str, said: str) -> None:
    """Each notification that ends an association ends the link in its way."""

    async def test() -> None:
        link = plain()
        link._notified(notification)
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer, link.released) == (how, True, False)
        assert said in ending.reason
        assert link._restarted is (said == "anew")

    asyncio.run(test())


def test_messages_in_parts() -> None:
    """Parts become whole messages by their streams; one that is given up is forgotten, one too large is an abort."""

    async def test() -> None:
        link = plain()
        link._part(b"a", 1, 70, last=False)
        link._part(b"lost", 2, 70, last=False)
        link._notified(Notification(NotificationType.PARTIAL_DELIVERY_EVENT, stream=2))
        link._part(b"whole", 2, 71, last=True)
        link._part(b"b", 1, 70, last=True)
        assert [await link.receive() for _ in range(2)] == [Delivery(b"whole", 2, 71), Delivery(b"ab", 1, 70)]
        link._part(bytes(LARGEST_MESSAGE), 0, 70, last=False)
        link._part(b"!", 0, 70, last=True)
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, link.released) == ("abort", True)

    asyncio.run(test())


def test_streams_are_those_that_both_agreed_on() -> None:
    """Another is the caller's mistake."""

    async def test() -> None:
        with pytest.raises(UsageError, match=r"4 streams \(0 to 3\)"):
            await plain().send(b"x", stream=4)

    asyncio.run(test())


def test_the_end_of_what_comes() -> None:
    """After a SHUTDOWN nothing can be sent, and the end of what comes is that shutdown."""

    async def test() -> None:
        link = plain()
        link._notified(Notification(NotificationType.SHUTDOWN_EVENT))
        link._eof()
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("shutdown", True)

    asyncio.run(test())

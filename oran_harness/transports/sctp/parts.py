"""Messages that the kernel hands over in parts, put together for each stream."""

from oran_harness.transports.link import LARGEST_MESSAGE, Delivery


class TooLarge(Exception):
    """The far end sends more than is carried; the text says so."""


class Parts:
    """What has come of messages whose last part has not. Holds at most ``LARGEST_MESSAGE`` octets in all."""

    def __init__(self) -> None:
        self._parts: dict[int, bytearray] = {}

    def add(self, octets: bytes, stream: int, ppid: int | None, *, last: bool) -> Delivery | None:
        """The message that this part completes. Raises ``TooLarge``."""
        before = self._parts.get(stream)
        if before is None and last:
            return Delivery(octets, stream, ppid)
        if before is None:
            before = self._parts[stream] = bytearray()
        before += octets
        if sum(len(part) for part in self._parts.values()) > LARGEST_MESSAGE:
            raise TooLarge(
                f"the far end sent a message of more than {LARGEST_MESSAGE} octets, the most that is carried"
            )
        if not last:
            return None
        del self._parts[stream]
        return Delivery(bytes(before), stream, ppid)

    def give_up(self, stream: int | None) -> None:
        """Forget what came of a message that will not be completed: of one stream, or of all."""
        if stream is None:
            self._parts.clear()
        else:
            self._parts.pop(stream, None)

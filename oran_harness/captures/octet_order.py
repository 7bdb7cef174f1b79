"""The octets of one direction of a TCP connection, in order and each once (RFC 9293 3.4)."""

from collections.abc import Iterator

MOST_WAITING = 1024 * 1024
"""Octets that wait for others before them; beyond that those are given up."""
_MOST_SEGMENTS = 1024
_SPACE = 1 << 32
_HALF = 1 << 31


class OctetOrder:
    """Takes segments as they were captured. ``next`` is the number of the octet to come, None while unknown."""

    def __init__(self) -> None:
        self.next: int | None = None
        self._waiting: dict[int, bytes] = {}
        self._octets = 0

    @property
    def waits(self) -> bool:
        """Whether octets wait for others before them."""
        return bool(self._waiting)

    def start(self, sequence: int) -> None:
        """Say which octet comes next."""
        self.next = sequence % _SPACE

    def receive(self, sequence: int, text: bytes) -> Iterator[bytes | int]:
        """What follows in order once these octets are there; a number stands for so many that are lacking."""
        if self.next is None:
            self.next = sequence
        ahead = _apart(sequence, self.next)
        if ahead > 0:
            if len(text) > len(self._waiting.get(sequence, b"")):
                self._octets += len(text) - len(self._waiting.get(sequence, b""))
                self._waiting[sequence] = text
            while self._octets > MOST_WAITING or len(self._waiting) > _MOST_SEGMENTS:
                yield from self.give_up()
            return
        yield from self._pass_on(text[-ahead:] if ahead else text)
        yield from self._follow()

    def acknowledged(self, number: int) -> Iterator[bytes | int]:
        """The far end has all octets before ``number``: what is not here by now is not in the capture."""
        if self._waiting and self.next is not None and _apart(number, self.next) > 0:
            yield from self.give_up()

    def give_up(self) -> Iterator[bytes | int]:
        """Go on behind what is lacking, as far as the next octets that wait."""
        if not self._waiting or self.next is None:
            return
        place = self.next
        first = min(self._waiting, key=lambda sequence: _apart(sequence, place))
        lacking = _apart(first, place)
        if lacking > 0:
            self.next = first
            yield lacking
        yield from self._follow()

    def skip(self, octets: int) -> None:
        """So many octets were on the wire and not captured."""
        if self.next is not None:
            self.next = (self.next + octets) % _SPACE

    def _pass_on(self, text: bytes) -> Iterator[bytes]:
        if text and self.next is not None:
            self.next = (self.next + len(text)) % _SPACE
            yield text

    def _follow(self) -> Iterator[bytes]:
        """What waited and can follow now."""
        while self._waiting and self.next is not None:
            place = self.next
            first = min(self._waiting, key=lambda sequence: _apart(sequence, place))
            ahead = _apart(first, place)
            if ahead > 0:
                return
            text = self._waiting.pop(first)
            self._octets -= len(text)
            yield from self._pass_on(text[-ahead:] if ahead else text)


def _apart(one: int, other: int) -> int:
    """How far one number is ahead of another, modulo 2^32."""
    return (one - other + _HALF) % _SPACE - _HALF

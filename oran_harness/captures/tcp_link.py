"""One association that is written as a TCP connection."""

from collections.abc import Iterator
from dataclasses import dataclass

from oran_harness.captures.end_names import Address
from oran_harness.captures.segments import TcpFlag, tcp_segment

LARGEST_SEGMENT = 60_000
"""Octets in one segment; more are spread over several."""
DRAWN = (
    "octets of a session as its ends see them: within SSH or TLS they were encrypted, the TCP around them is drawn here"
)
"""What the first packet of such a connection is told to be."""
_MASK = 0xFFFFFFFF

Packet = tuple[Address, Address, bytes]
"""Source, target, and the segment between them."""


@dataclass(slots=True)
class _Side:
    name: str
    address: Address
    sequence: int = 1
    finished: bool = False


class TcpLink:
    """A connection between two named ends; each call gives the packets of what happened.

    A connection of which no beginning was recorded has no handshake: the first octets are simply there.
    """

    def __init__(self, one: tuple[str, Address], two: tuple[str, Address]) -> None:
        self._sides = _Side(*one), _Side(*two)
        self._begun = False

    @property
    def addresses(self) -> frozenset[Address]:
        """Both ends' addresses."""
        return frozenset(side.address for side in self._sides)

    @property
    def silent(self) -> bool:
        """Whether nothing of it was written yet."""
        return not self._begun

    def up(self, source: str) -> Iterator[Packet]:
        """``source`` connects; once only."""
        if self._begun:
            return
        client, server = self._ordered(source)
        client.sequence = server.sequence = 0
        yield self._packet(client, server, TcpFlag.SYN)
        yield self._packet(server, client, TcpFlag.SYN | TcpFlag.ACK)
        yield self._packet(client, server, TcpFlag.ACK)

    def octets(self, source: str, octets: bytes) -> Iterator[Packet]:
        """``source`` sends."""
        sender, receiver = self._ordered(source)
        for at in range(0, len(octets), LARGEST_SEGMENT):
            text = octets[at : at + LARGEST_SEGMENT]
            yield self._packet(sender, receiver, TcpFlag.PSH | TcpFlag.ACK, text)

    def finish(self, source: str) -> Iterator[Packet]:
        """``source`` sends nothing more; once only."""
        sender, receiver = self._ordered(source)
        if not sender.finished:
            sender.finished = True
            yield self._packet(sender, receiver, TcpFlag.FIN | TcpFlag.ACK)

    def down(self, source: str) -> Iterator[Packet]:
        """It is over, in order: neither sends anything more."""
        sender, receiver = self._ordered(source)
        yield from self.finish(sender.name)
        yield from self.finish(receiver.name)
        yield self._packet(sender, receiver, TcpFlag.ACK)

    def abort(self, source: str) -> Iterator[Packet]:
        """``source`` cuts it off."""
        yield self._packet(*self._ordered(source), TcpFlag.RST | TcpFlag.ACK)

    def _ordered(self, source: str) -> tuple[_Side, _Side]:
        one, two = self._sides
        return (one, two) if source == one.name else (two, one)

    def _packet(self, sender: _Side, receiver: _Side, flags: TcpFlag, text: bytes = b"") -> Packet:
        self._begun = True
        segment = tcp_segment(sender.address, receiver.address, flags, sender.sequence, receiver.sequence, text)
        counted = len(text) + bool(flags & (TcpFlag.SYN | TcpFlag.FIN))
        sender.sequence = sender.sequence + counted & _MASK
        return sender.address, receiver.address, segment

"""SCTP packets in, events of a history out: what each chunk means for its association (RFC 9260)."""

from dataclasses import replace
from struct import unpack_from

from oran_harness.captures.assembly import Budget, Fragment
from oran_harness.captures.association import Association, Direction
from oran_harness.captures.association_table import MOST_ASSOCIATIONS, AssociationTable
from oran_harness.captures.checksum import has_right_checksum
from oran_harness.captures.chunks import (
    COMMON_HEADER,
    DATA_HEADER,
    FIRST,
    I_DATA_HEADER,
    LAST,
    UNORDERED,
    ChunkType,
    added_addresses,
    causes_text,
    read_opening,
)
from oran_harness.captures.note_kind import NoteKind
from oran_harness.captures.statistics import Statistics
from oran_harness.codec.asn1 import maker
from oran_harness.model import Event, EventKind

MOST_WAITING = 64 * 1024 * 1024
"""Octets that may wait for missing chunks or fragments in the whole capture."""
_MASK = 0xFFFFFFFF
_WHOLE = FIRST | LAST
_CHECKED_FIRST = 8
_CHECKED_EACH = 64
_LARGEST_CHECKED = 4096
_DATA, _SACK, _INIT, _I_DATA = int(ChunkType.DATA), int(ChunkType.SACK), int(ChunkType.INIT), int(ChunkType.I_DATA)
_SMALLEST = 16
_event = maker(Event)


class Dissector:
    """Follows all associations of a capture.

    ``events`` is taken and cleared by the caller after each packet. The CRC32c costs more in Python than all else
    together: it is checked on an association's first eight packets and every 64th after them, if they have at most
    4,096 octets, and where a packet cannot be parsed. A wrong one drops nothing: captures are often taken where the
    network card still has to fill it in.
    """

    def __init__(self, statistics: Statistics) -> None:
        self.events: list[Event] = []
        self._statistics = statistics
        self._budget = Budget()
        self._table = AssociationTable(self._budget)
        self._paths = self._table.paths
        self._written = 0
        self._numbered = 0
        self._frame = 0
        self._now = 0
        self._t = 0.0
        self._cut = False
        self._stubs = 0

    def at(self, frame: int, now: int, t: float) -> None:
        """Say where in the capture what comes next was found: ``now`` in nanoseconds, ``t`` in seconds."""
        self._frame, self._now, self._t = frame, now, t

    def new_number(self) -> str:
        """The number of one more association."""
        self._numbered += 1
        return str(self._numbered)

    def add(
        self,
        kind: EventKind,
        number: str | None,
        source: str | None,
        target: str | None,
        octets: bytes | None,
        message: str | None,
    ) -> None:
        """Add an event of an association that somebody else follows."""
        self._written += 1
        event = Event(self._written, self._t, kind, number, source, target, octets=octets, message=message)
        self.events.append(replace(event, frame=self._frame))

    def packet(self, frame: int, now: int, t: float, addresses: bytes, packet: bytes, cut: bool) -> None:
        """Take in one SCTP packet: ``now`` in nanoseconds, ``t`` in seconds, ``cut`` if its end is missing."""
        self._frame, self._now, self._t, self._cut = frame, now, t, cut
        direction = self._paths.get(addresses + packet[:8])
        if direction is None:
            direction = self._direction(addresses, packet)
            if direction is None:
                return
        association = direction.association
        association.last_frame = frame
        count = association.packets = association.packets + 1
        if (count <= _CHECKED_FIRST or not count % _CHECKED_EACH) and not cut and len(packet) <= _LARGEST_CHECKED:
            association.checked += 1
            association.wrong_checksums += not has_right_checksum(packet)
        self._chunks(direction, packet)
        if self._budget.used > MOST_WAITING:
            self._relieve()

    def _chunks(self, direction: Direction, packet: bytes) -> None:
        reassembly = direction.reassembly
        position, end = COMMON_HEADER, len(packet)
        while position + 4 <= end:
            kind, flags, length = unpack_from(">BBH", packet, position)
            stop = position + length
            if stop > end or length < 4:
                self._broken(direction, packet, position)
                return
            if kind == _DATA and length >= DATA_HEADER:
                tsn, stream, sequence, ppid = unpack_from(">IHHI", packet, position + 4)
                octets = packet[position + DATA_HEADER : stop]
                association = direction.association
                if not association.up:
                    self._establish(association, direction)
                if not reassembly.busy and flags & _WHOLE == _WHOLE and tsn == reassembly.next_tsn & _MASK:
                    reassembly.pass_on(stream, sequence, flags & UNORDERED)
                    self._octets(direction, stream, ppid, octets, self._frame)
                else:
                    reassembly.receive(tsn, Fragment(flags & 7, stream, sequence, ppid, octets, self._frame), self._now)
                    self._deliver(direction)
            elif kind == _SACK and length >= 8:
                other = direction.reverse.reassembly
                tsn = int.from_bytes(packet[position + 4 : position + 8], "big")
                if other.next_tsn < 0 or (tsn + 1 - other.next_tsn) & _MASK:
                    other.acknowledge(tsn, self._now)
                    self._deliver(direction.reverse)
            else:
                self._control(direction, packet, kind, flags, position, stop)
            position += length + 3 & ~3
        if self._cut:
            self._truncated(direction)

    def _octets(self, direction: Direction, stream: int, ppid: int, octets: bytes, frame: int) -> None:
        association = direction.association
        self._written = n = self._written + 1
        self.events.append(
            _event(
                n,
                self._t,
                EventKind.OCTETS,
                association.number,
                direction.source.name,
                direction.target.name,
                stream,
                ppid,
                octets,
                None,
                False,
                frame,
            )
        )

    def _deliver(self, direction: Direction) -> None:
        """Turn what a reassembly has ready into events."""
        reassembly = direction.reassembly
        for note in reassembly.notes:
            self._event(EventKind.NOTE, direction, note)
        reassembly.notes.clear()
        for stream, ppid, octets, frame in reassembly.ready:
            self._octets(direction, stream, ppid, octets, frame)
        reassembly.ready.clear()

    def _event(self, kind: EventKind, direction: Direction, message: str | None) -> None:
        """An event from the source of ``direction``, at the current frame."""
        number = self._number(direction.association)
        self.add(kind, number, direction.source.name, direction.target.name, None, message)

    def _note(self, direction: Direction, kind: NoteKind, text: str) -> None:
        self._event(EventKind.NOTE, direction, kind.text(text))

    def note(self, kind: NoteKind, text: str, frame: int | None = None) -> None:
        """A note that belongs to no association."""
        self._written += 1
        self.events.append(Event(self._written, self._t, EventKind.NOTE, message=kind.text(text), frame=frame))

    def _number(self, association: Association) -> str:
        if association.number is None:
            association.number = self.new_number()
        return association.number

    # Which association

    def _direction(self, addresses: bytes, packet: bytes) -> Direction | None:
        """The direction of a packet on a path that is not known yet; None for what opens no association."""
        if len(packet) < _SMALLEST:
            self._stubs += self._cut
            self._statistics.malformed += not self._cut
            return None
        length = packet[14] << 8 | packet[15]
        if length < 4 or (COMMON_HEADER + length > len(packet) and not self._cut):
            self._statistics.malformed += 1
            return None
        if packet[12] != _INIT:
            direction = self._table.find(addresses, packet)
        else:
            opening = read_opening(packet, COMMON_HEADER, min(COMMON_HEADER + length, len(packet)))
            if opening is None or packet[4:8] != bytes(4):
                self._stubs += self._cut
                self._statistics.malformed += not self._cut
                return None
            direction = self._table.open(addresses, packet[:4], opening)
        direction.association.last_frame = self._frame
        crowd = self._table.crowded()
        for association in crowd:
            if association.up and not association.closed:
                why = f"more than {MOST_ASSOCIATIONS} associations at once, this one was silent longest"
                self._note(association.directions[0], NoteKind.GIVEN_UP, why)
            self._finish(association)
            self._table.forget(association)
        return direction

    # What chunks mean

    def _control(self, direction: Direction, packet: bytes, kind: int, flags: int, start: int, stop: int) -> None:
        """Every chunk but DATA and SACK."""
        match kind:
            case ChunkType.INIT_ACK:
                opening = read_opening(packet, start, stop)
                if opening is not None:
                    self._table.answer(direction, opening)
            case ChunkType.COOKIE_ECHO:
                self._cookie(direction, packet[4:8])
            case ChunkType.COOKIE_ACK:
                self._come_up(direction.association, direction.reverse, None)
            case ChunkType.ABORT:
                self._abort(direction, causes_text(packet, start, stop))
            case ChunkType.ERROR:
                self._note(direction, NoteKind.ERROR, f"{causes_text(packet, start, stop)} (SCTP ERROR)")
            case ChunkType.SHUTDOWN:
                self._shutdown(direction, packet, start, stop)
            case ChunkType.SHUTDOWN_COMPLETE:
                self._down(direction)
            case ChunkType.NR_SACK if stop - start >= 8:
                direction.reverse.reassembly.acknowledge(
                    int.from_bytes(packet[start + 4 : start + 8], "big"), self._now
                )
                self._deliver(direction.reverse)
            case ChunkType.I_DATA if stop - start >= I_DATA_HEADER:
                tsn, stream, sequence, ppid = unpack_from(">IHxxII", packet, start + 4)
                self._fragment(
                    direction, tsn, flags, stream, sequence, ppid, packet[start + I_DATA_HEADER : stop], True
                )
            case ChunkType.FORWARD_TSN | ChunkType.I_FORWARD_TSN if stop - start >= 8:
                direction.reassembly.forward(int.from_bytes(packet[start + 4 : start + 8], "big"))
                self._deliver(direction)
            case ChunkType.ASCONF:
                addresses = direction.source.addresses
                addresses.update(list(added_addresses(packet, start, stop))[: max(0, 64 - len(addresses))])
            case ChunkType.DATA | ChunkType.I_DATA | ChunkType.FORWARD_TSN | ChunkType.I_FORWARD_TSN | ChunkType.SACK:
                self._broken(direction, packet, start)

    def _fragment(
        self,
        direction: Direction,
        tsn: int,
        flags: int,
        stream: int,
        sequence: int,
        ppid: int,
        octets: bytes | None,
        interleaved: bool,
    ) -> None:
        if not direction.association.up:
            self._establish(direction.association, direction)
        fragment = Fragment(flags & 7, stream, sequence, ppid, octets, self._frame, interleaved)
        direction.reassembly.receive(tsn, fragment, self._now)
        self._deliver(direction)

    def _cookie(self, direction: Direction, tag: bytes) -> None:
        """COOKIE ECHO: its tag tells which of several INIT ACKs the initiator took."""
        association = direction.association
        association.initiator = association.initiator or direction.source
        if tag in association.offers:
            direction.tag = tag
            direction.reverse.reassembly.start(association.offers[tag])

    def _establish(self, association: Association, direction: Direction) -> None:
        """DATA before a COOKIE ACK: behind a COOKIE ECHO, or the capture lacks the handshake."""
        message = None
        if not association.handshake:
            message = "the capture starts in the middle of this association: it begins with DATA, no INIT was seen"
        self._come_up(association, direction, message)

    def _come_up(self, association: Association, direction: Direction, message: str | None) -> None:
        if association.up:
            return
        association.up = True
        if association.initiator is not None:
            there = association.directions[0]
            direction = there if there.source is association.initiator else there.reverse
        old = association.predecessor
        association.predecessor = None
        if old is not None and not old.closed:
            self._close(old)
            follower = self._number(association)
            self._note(old.directions[0], NoteKind.RESTART, f"association {follower} takes its place, without an end")
        self._event(EventKind.UP, direction, message)

    def _abort(self, direction: Direction, causes: str) -> None:
        association = direction.association
        if association.closed:
            return
        if association.handshake and not association.up:
            causes = f"{'handshake broken off' if association.offers else 'INIT refused'}: {causes}"
        self._close(association)
        self._event(EventKind.ABORT, direction, causes)

    def _shutdown(self, direction: Direction, packet: bytes, start: int, stop: int) -> None:
        if stop - start >= 8:
            direction.reverse.reassembly.acknowledge(int.from_bytes(packet[start + 4 : start + 8], "big"), self._now)
            self._deliver(direction.reverse)
        if not direction.association.shutting:
            direction.association.shutting = True
            self._event(EventKind.SHUTDOWN, direction, None)

    def _down(self, direction: Direction) -> None:
        if not direction.association.closed:
            self._close(direction.association)
            self._event(EventKind.DOWN, direction, None)

    def _close(self, association: Association) -> None:
        """The association ended: nothing that waits can still be completed."""
        association.closed = True
        association.predecessor = None
        for direction in association.directions:
            direction.reassembly.finish()
            self._deliver(direction)

    def _broken(self, direction: Direction, packet: bytes, position: int) -> None:
        """A chunk that does not fit into its packet, or is too short to be what it says."""
        association = direction.association
        kind, flags, length = unpack_from(">BBH", packet, position)
        if self._cut and length >= 4:
            if kind in (_DATA, _I_DATA) and position + I_DATA_HEADER <= len(packet):
                layout = ">IHxxII" if kind == _I_DATA else ">IHHI"
                tsn, stream, sequence, ppid = unpack_from(layout, packet, position + 4)
                self._fragment(direction, tsn, flags, stream, sequence, ppid, None, kind == _I_DATA)
            self._truncated(direction)
            return
        association.malformed += 1
        self._statistics.malformed += 1
        if association.malformed == 1:
            state = "its checksum is right" if has_right_checksum(packet) else "its checksum is wrong too"
            self._note(direction, NoteKind.MALFORMED, f"an SCTP chunk of type {kind} has length {length}, {state}")

    def _truncated(self, direction: Direction) -> None:
        """The end of the packet was not captured, and nothing of the chunk there is delivered."""
        direction.association.truncated += 1
        if direction.association.truncated == 1:
            self._note(direction, NoteKind.TRUNCATED, "the end of this packet was not captured (snap length)")

    # The end

    def _relieve(self) -> None:
        for association in self._table.everything():
            for direction in association.directions:
                direction.reassembly.relieve()
                self._deliver(direction)

    def _finish(self, association: Association) -> None:
        """No more packets of this association: deliver what waits and sum up."""
        there, back = association.directions
        for direction in (there, back):
            direction.reassembly.finish()
            self._deliver(direction)
            self._statistics.retransmissions += direction.reassembly.duplicates
        if association.number is None:
            return
        if association.truncated > 1:
            self._note(there, NoteKind.TRUNCATED, f"{association.truncated} packets in all were not captured whole")
        if association.malformed > 1:
            self._note(there, NoteKind.MALFORMED, f"{association.malformed} chunks in all")
        if association.wrong_checksums:
            wrong, checked = association.wrong_checksums, association.checked
            why = "the capture may have been taken where the network card fills it in"
            self._note(there, NoteKind.CHECKSUM, f"{wrong} of {checked} packets checked carry a wrong CRC32c; {why}")

    def finish(self) -> None:
        """End of the capture."""
        for association in self._table.everything():
            self._finish(association)
        if self._stubs:
            self.note(NoteKind.TRUNCATED, f"{self._stubs} SCTP packets are too short to tell anything (snap length)")

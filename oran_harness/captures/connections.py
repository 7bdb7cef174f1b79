"""TCP connections of a capture: those that carry NETCONF become events, the others are left alone."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from oran_harness.captures.association_table import end_name
from oran_harness.captures.carried import LOOKED_AT, Carried, carried, encryption, netconf_port
from oran_harness.captures.dissector import Dissector
from oran_harness.captures.note_kind import NoteKind
from oran_harness.captures.octet_order import OctetOrder
from oran_harness.captures.segments import TcpFlag
from oran_harness.captures.statistics import Statistics
from oran_harness.captures.tcp_packet import Segment
from oran_harness.model import EventKind

MOST_CONNECTIONS = 4096
"""Connections followed at once; the oldest are given up beyond."""
_MOST_OTHERS = 65_536
_MOST_HELD = 32 * 1024 * 1024
_IN_THE_MIDDLE = "the capture starts in the middle of this connection: no SYN was seen"


@dataclass(slots=True, eq=False)
class _Way:
    """One direction."""

    name: str
    order: OctetOrder = field(default_factory=OctetOrder)
    begun: bytearray = field(default_factory=bytearray)
    finished: int | None = None
    done: bool = False


@dataclass(slots=True, eq=False)
class _Connection:
    """One connection; ``held`` is what came, in order, while it is not known what it carries."""

    keys: tuple[bytes, bytes]
    ways: dict[bytes, _Way]
    ports: tuple[int, int]
    opener: bytes | None = None
    number: str | None = None
    carries: Carried = Carried.UNDECIDED
    held: list[tuple[_Way, bytes | int]] = field(default_factory=list)
    size: int = 0

    def other(self, way: _Way) -> _Way:
        """The other direction."""
        one, two = self.ways.values()
        return two if way is one else one


class Connections:
    """Follows TCP connections, and adds to the events of ``dissector``."""

    def __init__(self, dissector: Dissector, statistics: Statistics) -> None:
        self._dissector = dissector
        self._statistics = statistics
        self._known: OrderedDict[bytes, _Connection] = OrderedDict()
        self._others: OrderedDict[bytes, bool] = OrderedDict()
        self._held = 0

    def segment(self, frame: int, now: int, t: float, segment: Segment) -> None:
        """Take in one segment: ``now`` in nanoseconds, ``t`` in seconds."""
        opening = bool(segment.flags & TcpFlag.SYN)
        if segment.path in self._others and not opening:
            return
        self._dissector.at(frame, now, t)
        connection = self._known.get(segment.path)
        if opening:
            connection = self._open(connection, segment)
        elif connection is None:
            if not segment.text and not segment.missing:
                return
            connection = self._add(segment)
        if segment.flags & TcpFlag.RST:
            self._abort(connection, connection.ways[segment.path])
        elif not opening:
            self._take(connection, segment)

    def finish(self) -> None:
        """End of the capture."""
        for connection in list(dict.fromkeys(self._known.values())):
            for way in connection.ways.values():
                while way.order.waits:
                    self._deliver(connection, way, way.order.give_up())
            self._forget(connection)

    def _open(self, connection: _Connection | None, segment: Segment) -> _Connection:
        answer = bool(segment.flags & TcpFlag.ACK)
        following = (segment.sequence + 1) % (1 << 32)
        repeated = connection is not None and connection.ways[segment.path].order.next in (None, following)
        if connection is None or not repeated:
            if connection is not None:
                self._replace(connection)
            connection = self._add(segment)
        way = connection.ways[segment.path]
        if way.order.next is None:
            way.order.start(following)
        if connection.opener is None:
            connection.opener = segment.way_back if answer else segment.path
        return connection

    def _add(self, segment: Segment) -> _Connection:
        half = (len(segment.path) - 4) // 2
        source, target = segment.path[:half], segment.path[half : 2 * half]
        from_port, to_port = segment.path[-4:-2], segment.path[-2:]
        keys = segment.path, segment.way_back
        ways = {keys[0]: _Way(end_name(source, from_port)), keys[1]: _Way(end_name(target, to_port))}
        connection = _Connection(keys, ways, (int.from_bytes(from_port, "big"), int.from_bytes(to_port, "big")))
        for key in keys:
            self._known[key] = connection
            self._others.pop(key, None)
        if len(self._known) > 2 * MOST_CONNECTIONS:
            oldest = next(iter(self._known.values()))
            if oldest.number is not None:
                self._note(oldest, None, NoteKind.GIVEN_UP, "too many connections at once, this one is given up")
            self._forget(oldest)
        return connection

    def _take(self, connection: _Connection, segment: Segment) -> None:
        way = connection.ways[segment.path]
        if segment.flags & TcpFlag.ACK:
            back = connection.other(way)
            self._deliver(connection, back, back.order.acknowledged(segment.acknowledged))
        if segment.text:
            self._deliver(connection, way, way.order.receive(segment.sequence, segment.text))
        if segment.missing and connection.carries is not Carried.OTHER:
            way.order.skip(segment.missing)
            self._deliver(connection, way, (segment.missing,))
        if segment.flags & TcpFlag.FIN:
            way.finished = (segment.sequence + len(segment.text) + segment.missing) % (1 << 32)
        self._end(connection, way)

    def _deliver(self, connection: _Connection, way: _Way, pieces: Iterable[bytes | int]) -> None:
        for piece in pieces:
            if connection.carries is Carried.UNDECIDED:
                self._hold(connection, way, piece)
            elif connection.carries is Carried.NETCONF:
                self._pass_on(connection, way, piece)

    def _hold(self, connection: _Connection, way: _Way, piece: bytes | int) -> None:
        connection.held.append((way, piece))
        if isinstance(piece, int):
            return
        connection.size += len(piece)
        self._held += len(piece)
        way.begun += piece[: LOOKED_AT - len(way.begun)]
        found = carried(bytes(way.begun), connection.ports)
        if found is Carried.UNDECIDED and (connection.size > 2 * LOOKED_AT or self._held > _MOST_HELD):
            found = Carried.OTHER
        if found is not Carried.UNDECIDED:
            self._decide(connection, way, found)

    def _decide(self, connection: _Connection, way: _Way, found: Carried) -> None:
        connection.carries = found
        held, connection.held = connection.held, []
        self._held -= connection.size
        connection.size = 0
        if found is not Carried.NETCONF:
            port = netconf_port(connection.ports)
            if found is Carried.ENCRYPTED and port is not None:
                self._encrypted(way, encryption(port), port)
            self._forget(connection)
            return
        connection.number = self._dissector.new_number()
        opener = connection.ways[connection.opener] if connection.opener is not None else way
        self._event(EventKind.UP, connection, opener, message=None if connection.opener is not None else _IN_THE_MIDDLE)
        for each, piece in held:
            self._pass_on(connection, each, piece)

    def _encrypted(self, way: _Way, what: str, port: int) -> None:
        self._statistics.encrypted = self._statistics.encrypted or f"{what}, port {port}"
        self._dissector.note(
            NoteKind.ENCRYPTED,
            f"NETCONF on port {port} ({what}) is encrypted and is not judged; take a history of a run instead, or "
            "capture behind what ends the encryption",
            None,
        )

    def _pass_on(self, connection: _Connection, way: _Way, piece: bytes | int) -> None:
        if isinstance(piece, int):
            self._note(connection, way, NoteKind.MISSING, f"{piece} octets of this connection are not in the capture")
        else:
            self._event(EventKind.OCTETS, connection, way, octets=piece)

    def _end(self, connection: _Connection, way: _Way) -> None:
        if way.finished is None or way.done or way.order.next not in (None, way.finished):
            return
        way.done = True
        both = connection.other(way).done
        if connection.number is not None:
            if not both:
                self._event(EventKind.SHUTDOWN, connection, way)
            else:
                self._event(EventKind.DOWN, connection, way)
        if both:
            self._forget(connection)

    def _abort(self, connection: _Connection, way: _Way) -> None:
        if connection.number is not None:
            self._event(EventKind.ABORT, connection, way, message="TCP RST")
        self._forget(connection)

    def _replace(self, connection: _Connection) -> None:
        """Its ends open another connection with the same ports."""
        if connection.number is not None:
            self._note(connection, None, NoteKind.RESTART, "another connection takes its place, without an end")
        self._forget(connection)

    def _forget(self, connection: _Connection) -> None:
        self._held -= connection.size
        connection.size = 0
        if connection.carries is Carried.UNDECIDED:
            connection.carries = Carried.OTHER
        for key in connection.keys:
            if self._known.get(key) is connection:
                del self._known[key]
            self._others[key] = True
        while len(self._others) > _MOST_OTHERS:
            self._others.popitem(last=False)

    def _note(self, connection: _Connection, way: _Way | None, kind: NoteKind, text: str) -> None:
        self._event(EventKind.NOTE, connection, way, message=kind.text(text))

    def _event(
        self,
        kind: EventKind,
        connection: _Connection,
        way: _Way | None,
        octets: bytes | None = None,
        message: str | None = None,
    ) -> None:
        source = way.name if way is not None else None
        target = connection.other(way).name if way is not None else None
        self._dissector.add(kind, connection.number, source, target, octets, message)

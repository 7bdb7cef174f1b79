"""Frames of a capture to events: link layer, IP, SCTP, one after the other."""

import logging
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from oran_harness.captures.connections import Connections
from oran_harness.captures.dissector import Dissector
from oran_harness.captures.history_file import read_header
from oran_harness.captures.internet import Internet
from oran_harness.captures.link import LINKS, link_name
from oran_harness.captures.note_kind import NoteKind
from oran_harness.captures.source import DamageError, Source
from oran_harness.captures.statistics import Statistics
from oran_harness.captures.tcp_packet import tcp_in
from oran_harness.model import Event, HistoryHeader, InputError

if TYPE_CHECKING:
    from oran_harness.captures.records import PcapNgRecords, PcapRecords, Record

_KNOWN = (
    "Ethernet, Linux cooked, BSD loopback and raw IP can be read; convert it, or record it again on such an interface"
)
_COUNT_EACH = 4096
_MOST_LINKS = 64


class Capture:
    """One pcap or pcapng file; ``header`` is known at once, ``events`` reads the rest.

    Raises ``InputError`` where nothing at all can be read.
    """

    def __init__(self, source: Source, statistics: Statistics) -> None:
        self._source = source
        self._statistics = statistics
        self._records = self._open()
        self._damage: str | None = None
        self._rest = iter(self._records)
        self._first = self._read_first()
        self._start, self.header = self._clock()

    def _open(self) -> "PcapRecords | PcapNgRecords":
        # scapy logs what is reported here anyway, when it is imported and later.
        logging.getLogger("scapy").setLevel(logging.CRITICAL)
        path = self._source.path
        try:
            from oran_harness.captures.records import PcapNgRecords, PcapRecords
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] != "scapy":
                raise
            # Its licence is another one than ours, so some leave it out.
            raise InputError(
                f"{path} is a capture, and reading those needs scapy; install it (pip install scapy)"
            ) from error
        try:
            if self._source.kind == "pcapng":
                return PcapNgRecords(self._source)
            records = PcapRecords(self._source)
        except DamageError as error:
            raise InputError(f"{path} is no whole capture: {error}; copy or record it again") from error
        if records.link_type not in LINKS:
            raise InputError(f"{path} has link type {link_name(records.link_type)}: {_KNOWN}")
        return records

    def _read_first(self) -> "list[Record]":
        try:
            first = next(self._rest, None)
        except DamageError as error:
            self._damage = str(error)
            first = None
        return [] if first is None else [first]

    def _clock(self) -> tuple[int, HistoryHeader]:
        """When the history began, in nanoseconds, and its head: told by the file itself, or its first packet."""
        start = (self._first[0][2] or 0) if self._first else 0
        header = HistoryHeader(start / 1e9)
        told = read_header(self._records.comment)
        if told is None:
            return start, header
        began = round(told.clock_epoch * 1_000_000_000)
        if began <= start or not self._first:
            return began, told
        return start, HistoryHeader(header.clock_epoch, told.roles, told.seed, told.judged)

    def events(self) -> Iterator[Event]:
        """All events of the capture in order.

        Raises ``InputError`` after the last frame when every frame had a link type that cannot be read.
        """
        statistics = self._statistics
        dissector, internet = Dissector(statistics), Internet()
        connections = Connections(dissector, statistics)
        events = dissector.events
        records = chain(self._first, self._rest)
        frame, last, start = 0, self._start, self._start
        backwards = False
        try:
            for octets, wire_length, stamp, link_type in records:
                frame += 1
                statistics.packets = frame
                when = last if stamp is None else stamp
                if when < last:
                    if not backwards:
                        dissector.note(
                            NoteKind.TIME,
                            "the clock of the capture goes back here; such frames get the latest time so far",
                            frame,
                        )
                        backwards = True
                    when = last
                last = when
                link = LINKS.get(link_type)
                if link is None:
                    self._pass_over(dissector, link_type, frame)
                elif (offset := link(octets)) >= 0:
                    found = internet.find(octets, offset, wire_length, when)
                    if found is not None:
                        statistics.sctp_packets += 1
                        dissector.packet(frame, when, (when - start) / 1e9, *found)
                    elif (segment := tcp_in(octets, offset, wire_length)) is not None:
                        connections.segment(frame, when, (when - start) / 1e9, segment)
                if events:
                    yield from events
                    events.clear()
                if not frame % _COUNT_EACH:
                    statistics.octets = self._source.position
        except DamageError as error:
            self._damage = str(error)
        statistics.octets = self._source.position
        connections.finish()
        self._end(dissector, internet, frame)
        yield from events

    def _pass_over(self, dissector: Dissector, link_type: int, frame: int) -> None:
        unread = self._statistics.unread_links
        if link_type not in unread:
            if len(unread) >= _MOST_LINKS:
                return
            unread[link_type] = 0
            dissector.note(NoteKind.LINK_TYPE, f"packets of link type {link_name(link_type)} are passed over", frame)
        unread[link_type] += 1

    def _end(self, dissector: Dissector, internet: Internet, frame: int) -> None:
        """Say what only the end of the capture shows."""
        dissector.finish()
        lost = internet.finish()
        if lost:
            dissector.note(NoteKind.MISSING, f"{lost} fragmented IP datagrams with SCTP never became whole")
        strays = self._records.strays
        if strays:
            dissector.note(
                NoteKind.INTERFACE,
                f"{strays} packets name an interface that the file does not describe, they are passed over",
            )
        unread = self._statistics.unread_links
        if frame and sum(unread.values()) == frame:
            names = ", ".join(link_name(link_type) for link_type in sorted(unread))
            raise InputError(f"{self._source.path} has link type {names}: {_KNOWN}")
        if self._damage is not None:
            dissector.note(
                NoteKind.CUT_OFF, f"the capture cannot be read beyond frame {frame}: {self._damage}", frame or None
            )

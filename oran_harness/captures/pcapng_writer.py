"""A history as a capture that Wireshark and tshark read: SCTP or TCP over IP, as if it had been on the wire."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO

from oran_harness.captures.chunks import FIRST, LAST, ChunkType
from oran_harness.captures.end_names import FIRST_CLIENT_PORT, Address, EndNames, end_text, is_server
from oran_harness.captures.internet import TCP
from oran_harness.captures.packets import (
    abort,
    bare,
    cookie_echo,
    data,
    init,
    init_ack,
    ip_packet,
    sack,
    sctp_packet,
    shutdown,
)
from oran_harness.captures.pcapng_file import PcapngFile
from oran_harness.captures.tcp_link import DRAWN, TcpLink
from oran_harness.captures.whole_file import whole_file
from oran_harness.model import Event, EventKind, HistoryHeader, Role, UsageError

LARGEST_FRAGMENT = 60_000
"""Octets of a message in one DATA chunk; longer ones are spread over several."""
_MASK = 0xFFFFFFFF
_FIRST_TSN = 1
_FIRST_TAG = 0x10000000
_LOOKED_AHEAD = 64
_ABORT_TEXT = "User-Initiated Abort (12): "
_NETCONF = b"urn:ietf:params:xml:ns:netconf:base:1.0"
"""What shows octets to be NETCONF's where no role does."""
_Key = tuple[str | None, frozenset[str]]
_WIRE = {EventKind.OCTETS, EventKind.UP, EventKind.DOWN, EventKind.ABORT, EventKind.SHUTDOWN}


def write_pcapng(
    file: str | os.PathLike[str] | BinaryIO,
    header: HistoryHeader,
    events: Iterable[Event],
    addresses: Mapping[str, str] | None = None,
) -> None:
    """Write a history as pcapng; a path is written whole or not at all.

    Each association gets a handshake, each message DATA chunks with its stream and PPID and a SACK, each end its
    ABORT or SHUTDOWN. Sessions of O1 are TCP, with their octets as the ends see them, not encrypted. Checksums are
    right, times keep nanoseconds. Ends named ``ADDRESS:PORT`` keep theirs, ``addresses`` may name those of others, the
    rest get documentation addresses. All other events become comments of the packet before them, and the head of the
    history the comment of the file, by which ``read_recording`` finds clock, roles and seed again.

    Raises ``UsageError`` when the file cannot be written or one of ``addresses`` is not ``ADDRESS:PORT``.
    """
    if isinstance(file, str | os.PathLike):
        with whole_file(file) as opened:
            _write(opened, header, events, addresses or {})
    else:
        _write(file, header, events, addresses or {})


def _write(file: BinaryIO, header: HistoryHeader, events: Iterable[Event], addresses: Mapping[str, str]) -> None:
    try:
        names = EndNames(addresses)
    except ValueError as error:
        raise UsageError(f"an address to write is wrong: {error}") from error
    stream = iter(events)
    ahead = list(islice(stream, _LOOKED_AHEAD))
    ends = {name for event in ahead for name in (event.source, event.target) if name is not None}
    sessions = {_key(event) for event in ahead if event.octets is not None and _NETCONF in event.octets}
    writer = PcapngWriter(file, header, ends, names, sessions)
    for event in chain(ahead, stream):
        writer.event(event)
    writer.close()


def _comment(header: HistoryHeader, names: EndNames, ends: Iterable[str]) -> str:
    """The head of the history, its roles by address."""
    roles = {**{role.value: role.value for role in Role}, **header.roles}
    used = {*header.roles, *(name for name in ends if name in roles)}
    by_address = {end_text(names.address(name)): roles[name] for name in sorted(used)}
    return json.dumps(HistoryHeader(header.clock_epoch, by_address, header.seed, header.judged).to_json())


@dataclass(slots=True)
class _Side:
    """One end of a link: its address, the tag that it chose, and what it sends next."""

    name: str
    address: Address
    tag: bytes
    tsn: int = _FIRST_TSN
    sequences: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Link:
    """One association as it is written."""

    sides: tuple[_Side, _Side]
    up: bool = False
    shut_by: _Side | None = None

    @property
    def addresses(self) -> frozenset[Address]:
        """Both ends' addresses."""
        return frozenset(side.address for side in self.sides)

    def ordered(self, name: str) -> tuple[_Side, _Side]:
        """Sender and receiver, by the sender's name."""
        one, two = self.sides
        return (one, two) if name == one.name else (two, one)


class PcapngWriter:
    """Turns events into packets, one after the other, as ``write_pcapng`` does for a whole history.

    The head of the file is written at once; ``ends`` are the names of those whose roles it tells. Nothing but the last
    packet is held back, until ``close``. What is between ends of O1, or among ``sessions``, is written as TCP.
    """

    def __init__(
        self,
        file: BinaryIO,
        header: HistoryHeader,
        ends: Iterable[str] = (),
        names: EndNames | None = None,
        sessions: Iterable[_Key] = (),
    ) -> None:
        names = EndNames({}) if names is None else names
        self._file = PcapngFile(file, _comment(header, names, ends))
        self._names = names
        self._epoch = round(header.clock_epoch * 1_000_000_000)
        self._links: dict[_Key, _Link | TcpLink] = {}
        self._sessions = frozenset(sessions)
        self._of_o1 = {name for name, role in header.roles.items() if role in Role.ends_of("o1")}
        self._of_o1.update(Role.ends_of("o1"))
        self._taken: set[frozenset[Address]] = set()
        self._tags = _FIRST_TAG
        self._when = 0

    def event(self, event: Event) -> None:
        """Write one event."""
        self._when = self._epoch + round(event.t * 1_000_000_000)
        known = event.source is not None or event.target is not None
        if event.kind not in _WIRE or not (known or event.kind is EventKind.OCTETS):
            self._file.remark(_remark(event))
            return
        source, _ = _ends(event)
        key = _key(event)
        link = self._links.get(key)
        if link is None:
            link = self._links[key] = self._open(key, event)
        if isinstance(link, TcpLink):
            self._tcp(link, key, source, event)
            return
        sender, receiver = link.ordered(source)
        match event.kind:
            case EventKind.UP:
                self._establish(link, sender, receiver)
            case EventKind.OCTETS:
                self._establish(link, *link.sides)
                self._message(sender, receiver, event)
            case EventKind.ABORT:
                self._abort(link, sender, receiver, event.message or "")
                self._close(key)
            case EventKind.SHUTDOWN:
                self._shutdown(link, sender, receiver)
            case EventKind.DOWN:
                self._shutdown(link, sender, receiver)
                self._complete(link)
                self._close(key)
        if event.kind is not EventKind.ABORT and (event.message or event.injected):
            self._file.remark(_remark(event))

    def close(self) -> None:
        """Write what is held back."""
        self._file.close()

    def _tcp(self, link: TcpLink, key: _Key, source: str, event: Event) -> None:
        first = link.silent
        match event.kind:
            case EventKind.UP:
                packets = link.up(source)
            case EventKind.OCTETS:
                packets = link.octets(source, event.octets or b"")
            case EventKind.SHUTDOWN:
                packets = link.finish(source)
            case EventKind.ABORT:
                packets = link.abort(source)
            case _:
                packets = link.down(source)
        for (one, _), (two, _), segment in packets:
            self._file.packet(self._when, ip_packet(one, two, segment, TCP))
            if first:
                self._file.remark(DRAWN)
                first = False
        if event.message or event.injected:
            self._file.remark(_remark(event))
        if event.kind in (EventKind.ABORT, EventKind.DOWN):
            self._close(key)

    def _open(self, key: _Key, event: Event) -> _Link | TcpLink:
        source, target = _ends(event)
        if {source, target} & self._of_o1 or key in self._sessions or _NETCONF in (event.octets or b""):
            one, two = self._apart(source, target)
            connection = TcpLink((source, one), (target, two))
            self._taken.add(connection.addresses)
            return connection
        sides = []
        for name, address in zip((source, target), self._apart(source, target), strict=True):
            self._tags = self._tags + 1 & _MASK or _FIRST_TAG
            sides.append(_Side(name, address, self._tags.to_bytes(4, "big")))
        link = _Link((sides[0], sides[1]))
        self._taken.add(link.addresses)
        return link

    def _apart(self, source: str, target: str) -> tuple[Address, Address]:
        """Addresses of a new link; another port where one between the same ends is up, if it is ours to choose."""
        one, two = self._names.pair(source, target)
        ours = [name for name in (source, target) if self._names.is_ours(name)]
        if not ours:
            return one, two
        moving = min(ours, key=is_server)
        for _ in range(65_536):
            if frozenset((one, two)) not in self._taken:
                break
            host, port = one if moving == source else two
            moved = host, max((port + 1) % 65_536, FIRST_CLIENT_PORT)
            one, two = (moved, two) if moving == source else (one, moved)
        return one, two

    def _close(self, key: _Key) -> None:
        self._taken.discard(self._links.pop(key).addresses)

    def _send(self, sender: _Side, receiver: _Side, chunks: bytes, tag: bytes | None = None) -> None:
        (source, source_port), (target, target_port) = sender.address, receiver.address
        packet = sctp_packet(source_port, target_port, receiver.tag if tag is None else tag, chunks)
        self._file.packet(self._when, ip_packet(source, target, packet))

    def _establish(self, link: _Link, client: _Side, server: _Side) -> None:
        if link.up:
            return
        link.up = True
        self._send(client, server, init(client.tag, client.tsn), bytes(4))
        self._send(server, client, init_ack(server.tag, server.tsn))
        self._send(client, server, cookie_echo())
        self._send(server, client, bare(ChunkType.COOKIE_ACK))

    def _message(self, sender: _Side, receiver: _Side, event: Event) -> None:
        octets = event.octets or b""
        stream, ppid = (event.stream or 0) & 0xFFFF, (event.ppid or 0) & _MASK
        sequence = sender.sequences.get(stream, 0)
        sender.sequences[stream] = sequence + 1 & 0xFFFF
        last = max(len(octets) - 1, 0) // LARGEST_FRAGMENT
        for place in range(last + 1):
            piece = octets[place * LARGEST_FRAGMENT : (place + 1) * LARGEST_FRAGMENT]
            flags = (FIRST if place == 0 else 0) | (LAST if place == last else 0)
            self._send(sender, receiver, data(flags, sender.tsn, stream, sequence, ppid, piece))
            sender.tsn = sender.tsn + 1 & _MASK
        self._send(receiver, sender, sack(sender.tsn - 1 & _MASK))

    def _abort(self, link: _Link, sender: _Side, receiver: _Side, reason: str) -> None:
        if not link.up:
            self._send(receiver, sender, init(receiver.tag, receiver.tsn), bytes(4))
        self._send(sender, receiver, abort(reason.removeprefix(_ABORT_TEXT)))

    def _shutdown(self, link: _Link, sender: _Side, receiver: _Side) -> None:
        self._establish(link, *link.sides)
        if link.shut_by is None:
            link.shut_by = sender
            self._send(sender, receiver, shutdown(receiver.tsn - 1 & _MASK))

    def _complete(self, link: _Link) -> None:
        one, two = link.sides
        closer, other = (one, two) if link.shut_by is one else (two, one)
        self._send(other, closer, bare(ChunkType.SHUTDOWN_ACK))
        self._send(closer, other, bare(ChunkType.SHUTDOWN_COMPLETE))


def _key(event: Event) -> _Key:
    return event.association, frozenset(_ends(event))


def _ends(event: Event) -> tuple[str, str]:
    """Names of source and target, also where the event leaves them out."""
    if event.source is None and event.target is None:
        return "unknown", "peer of unknown"
    source = event.source if event.source is not None else f"peer of {event.target}"
    return source, event.target if event.target is not None else f"peer of {source}"


def _remark(event: Event) -> str:
    """What a comment says of an event."""
    where = "" if event.association is None else f" (association {event.association})"
    injected = " [injected by the harness]" if event.injected else ""
    return f"{event.kind.value}{where}: {event.message or 'no text'}{injected}"

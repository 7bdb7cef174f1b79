"""Captures built octet by octet for tests, independently of what the package writes."""

import tempfile
from collections.abc import Iterable
from ipaddress import ip_address
from itertools import islice
from pathlib import Path
from struct import pack

from oran_harness.captures import Recording, read_recording
from oran_harness.captures.source import DamageError, Source
from oran_harness.model import Event, EventKind

FIXTURES = Path(__file__).parent / "fixtures"
A, B = "10.0.0.1", "10.0.0.2"
SECOND = 1_000_000_000


# Files


def pcap(frames: Iterable[bytes], link: int = 101, order: str = "<", nano: bool = False, start: int = SECOND) -> bytes:
    """A pcap file with one frame a millisecond."""
    magic = 0xA1B23C4D if nano else 0xA1B2C3D4
    head = pack(order + "IHHiIII", magic, 2, 4, 0, 0, 262_144, link)
    return head + b"".join(record(frame, start + n * 1_000_000, order, nano) for n, frame in enumerate(frames))


def record(frame: bytes, when: int, order: str = "<", nano: bool = False, wire_length: int | None = None) -> bytes:
    """A record of a pcap file; ``when`` in nanoseconds."""
    fraction = when % SECOND if nano else when % SECOND // 1000
    length = len(frame) if wire_length is None else wire_length
    return pack(order + "IIII", when // SECOND, fraction, len(frame), length) + frame


def block(kind: int, body: bytes, order: str = "<") -> bytes:
    body += bytes(-len(body) % 4)
    return pack(order + "II", kind, 12 + len(body)) + body + pack(order + "I", 12 + len(body))


def option(code: int, value: bytes, order: str = "<") -> bytes:
    return pack(order + "HH", code, len(value)) + value + bytes(-len(value) % 4)


def section(order: str = "<", options: bytes = b"") -> bytes:
    return block(0x0A0D0D0A, pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1) + options, order)


def interface(link: int = 101, order: str = "<", snap: int = 0, options: bytes = b"") -> bytes:
    return block(1, pack(order + "HHI", link, 0, snap) + options, order)


def enhanced(frame: bytes, ticks: int, number: int = 0, order: str = "<", wire_length: int | None = None) -> bytes:
    length = len(frame) if wire_length is None else wire_length
    head = pack(order + "5I", number, ticks >> 32, ticks & 0xFFFFFFFF, len(frame), length)
    return block(6, head + frame, order)


def obsolete(frame: bytes, ticks: int, number: int = 0, order: str = "<") -> bytes:
    head = pack(order + "HH4I", number, 0, ticks >> 32, ticks & 0xFFFFFFFF, len(frame), len(frame))
    return block(2, head + frame, order)


def simple(frame: bytes, order: str = "<", wire_length: int | None = None) -> bytes:
    return block(3, pack(order + "I", len(frame) if wire_length is None else wire_length) + frame, order)


# Below SCTP


def ethernet(packet: bytes, tags: Iterable[int] = ()) -> bytes:
    inner = 0x86DD if packet[:1] and packet[0] >> 4 == 6 else 0x0800
    types = [*tags, inner]
    return bytes(12) + pack(">H", types[0]) + b"".join(pack(">HH", 7, each) for each in types[1:]) + packet


def ipv4(
    payload: bytes, source: str = A, target: str = B, protocol: int = 132, placed: int = 0x4000, ident: int = 0
) -> bytes:
    head = pack(">BBHHHBBH", 0x45, 0, 20 + len(payload), ident, placed, 64, protocol, 0)
    return head + ip_address(source).packed + ip_address(target).packed + payload


def ipv6(payload: bytes, source: str = "2001:db8::1", target: str = "2001:db8::2", following: int = 132) -> bytes:
    head = pack(">IHBB", 6 << 28, len(payload), following, 64)
    return head + ip_address(source).packed + ip_address(target).packed + payload


def udp(payload: bytes, source: int = 9899, target: int = 9899) -> bytes:
    return pack(">HHHH", source, target, 8 + len(payload), 0) + payload


def fragments_of(payload: bytes, size: int, ident: int = 1, protocol: int = 132) -> list[bytes]:
    """An IPv4 datagram in pieces of ``size`` octets, a multiple of eight."""
    places = range(0, len(payload), size)
    more = [0x2000 if place + size < len(payload) else 0 for place in places]
    return [
        ipv4(payload[place : place + size], protocol=protocol, placed=place // 8 | flag, ident=ident)
        for place, flag in zip(places, more, strict=True)
    ]


# SCTP


def crc32c(octets: bytes) -> int:
    """The checksum bit by bit."""
    value = 0xFFFFFFFF
    for octet in octets:
        value ^= octet
        for _ in range(8):
            value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
    return value ^ 0xFFFFFFFF


def sctp(source: int, target: int, tag: int, *chunks: bytes, checksum: int | None = 0) -> bytes:
    """An SCTP packet; ``checksum`` None for the right one (slow), which most tests do not need."""
    body = b"".join(chunks)
    head = pack(">HHI", source, target, tag)
    value = crc32c(head + bytes(4) + body) if checksum is None else checksum
    return head + pack("<I", value) + body


def chunk(kind: int, value: bytes = b"", flags: int = 0) -> bytes:
    return pack(">BBH", kind, flags, 4 + len(value)) + value + bytes(-len(value) % 4)


def data(tsn: int, octets: bytes, stream: int = 0, sequence: int = 0, ppid: int = 70, flags: int = 3) -> bytes:
    return chunk(0, pack(">IHHI", tsn & 0xFFFFFFFF, stream, sequence & 0xFFFF, ppid) + octets, flags)


def i_data(tsn: int, octets: bytes, stream: int = 0, message: int = 0, ppid: int = 70, flags: int = 3) -> bytes:
    """``ppid`` is the fragment sequence number in all but the first fragment."""
    return chunk(64, pack(">IHHII", tsn & 0xFFFFFFFF, stream, 0, message, ppid) + octets, flags)


def sack(tsn: int) -> bytes:
    return chunk(3, pack(">IIHH", tsn & 0xFFFFFFFF, 100_000, 0, 0))


def init(tag: int, tsn: int, addresses: Iterable[str] = (), kind: int = 1) -> bytes:
    parameters = b""
    for text in addresses:
        address = ip_address(text)
        parameters += pack(">HH", 5 if address.version == 4 else 6, 4 + len(address.packed)) + address.packed
    return chunk(kind, pack(">IIHHI", tag, 100_000, 10, 10, tsn) + parameters)


def init_ack(tag: int, tsn: int, addresses: Iterable[str] = ()) -> bytes:
    return init(tag, tsn, addresses, kind=2)


COOKIE_ECHO, COOKIE_ACK = chunk(10, b"cookie!!"), chunk(11)
SHUTDOWN_ACK, SHUTDOWN_COMPLETE = chunk(8), chunk(14)


def shutdown(tsn: int) -> bytes:
    return chunk(7, pack(">I", tsn & 0xFFFFFFFF))


def abort(code: int | None = None, text: bytes = b"", reflected: bool = False) -> bytes:
    cause = b"" if code is None else pack(">HH", code, 4 + len(text)) + text
    return chunk(6, cause, int(reflected))


class Talk:
    """Packets of one association between two hosts; client A has tag 0xA, server B tag 0xB, first TSNs 1 and 1001."""

    def __init__(
        self,
        client: str = A,
        server: str = B,
        ports: tuple[int, int] = (50_000, 36_421),
        tags: tuple[int, int] = (10, 11),
    ):
        self.client, self.server, self.ports, self.tags = client, server, ports, tags
        self.first = (1, 1001)

    def up(self, *chunks: bytes, client: str | None = None, server: str | None = None, tag: int | None = None) -> bytes:
        """A packet of the client."""
        packet = sctp(*self.ports, self.tags[1] if tag is None else tag, *chunks)
        return self._ip(packet, client or self.client, server or self.server)

    def down(
        self, *chunks: bytes, client: str | None = None, server: str | None = None, tag: int | None = None
    ) -> bytes:
        """A packet of the server."""
        packet = sctp(*self.ports[::-1], self.tags[0] if tag is None else tag, *chunks)
        return self._ip(packet, server or self.server, client or self.client)

    @staticmethod
    def _ip(packet: bytes, source: str, target: str) -> bytes:
        return ipv6(packet, source, target) if ":" in source else ipv4(packet, source, target)

    def handshake(self, client: Iterable[str] = (), server: Iterable[str] = ()) -> list[bytes]:
        """INIT to COOKIE ACK, with further addresses of both ends."""
        return [
            self.up(init(self.tags[0], self.first[0], client), tag=0),
            self.down(init_ack(self.tags[1], self.first[1], server)),
            self.up(COOKIE_ECHO),
            self.down(COOKIE_ACK),
        ]


# Reading


def read(octets: bytes) -> tuple[list[Event], Recording]:
    """The events of a file with these octets."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(octets)
        file.flush()
        with read_recording(file.name) as recording:
            return list(recording.events), recording


def events_of(*packets: bytes) -> list[Event]:
    """The events of a capture of raw IP packets, without notes about checksums (tests leave them zero)."""
    events, _ = read(pcap(packets))
    return [event for event in events if not (event.message or "").startswith("checksum")]


def messages(events: Iterable[Event]) -> list[bytes]:
    """The user messages in order."""
    return [event.octets for event in events if event.octets is not None]


def kinds(events: Iterable[Event]) -> list[str]:
    """The kinds of events in order."""
    return [event.kind.value for event in events]


def notes(events: Iterable[Event]) -> list[str]:
    """The texts of notes in order."""
    return [event.message or "" for event in events if event.kind is EventKind.NOTE]


def pieces(octets: bytes, sizes: Iterable[int]) -> list[bytes]:
    """``octets`` cut into pieces of these sizes, the rest last; at least one."""
    cut = iter(octets)
    parts = [bytes(islice(cut, size)) for size in sizes]
    return [part for part in [*parts, bytes(cut)] if part] or [b""]


def records_of(octets: bytes) -> int:
    """How many records a capture with these octets has, up to its damage."""
    from oran_harness.captures.records import PcapNgRecords, PcapRecords

    with tempfile.NamedTemporaryFile() as file:
        file.write(octets)
        file.flush()
        source = Source(file.name)
        count = 0
        try:
            for _ in PcapRecords(source) if source.kind == "pcap" else PcapNgRecords(source):
                count += 1
        except DamageError:
            return count
        finally:
            source.close()
        return count

"""Records of pcap and pcapng files, read by scapy's raw readers behind guards.

scapy is slow to import and writes a cache into the home directory, so nothing imports this module but the
reader, when it has a capture in hand. Its readers are trusted with the layout of records and no further:

* every read goes through ``Source.read``, which refuses absurd lengths before memory is taken;
* they report damage to a log and end as if the file did: here the position in the file tells which it was;
* of pcapng it splits the blocks, while their contents are read here: scapy would look up interfaces of one section in
  the next, passes over time offsets, empties Simple Packet Blocks where the snap length is 0, and loads key logs.
"""

import struct
from collections.abc import Iterator
from typing import Any, cast

from scapy.error import Scapy_Exception
from scapy.utils import RawPcapNgReader, RawPcapReader

from oran_harness.captures.source import DamageError, Source

Record = tuple[bytes, int, int | None, int]
"""Octets captured, octets on the wire, time in nanoseconds since 1970 (None if the record has none), link type."""

LARGEST_PACKET = 262_144
"""Octets; more in one packet is taken for damage, as tcpdump and Wireshark do."""

_MOST_INTERFACES = 4096
_SECOND = 1_000_000_000
_LATEST = 1 << 63
_COMMENT, _RESOLUTION, _OFFSET = 1, 9, 14


class PcapRecords:
    """The records of a pcap file, of either byte order, in micro- or nanoseconds.

    Raises ``DamageError`` where the file header is cut off. The iteration raises it where the file breaks.
    """

    comment: str | None = None
    strays = 0

    def __init__(self, source: Source) -> None:
        self._source = source
        try:
            self._reader: Any = cast(Any, RawPcapReader)(source)
        except Scapy_Exception as error:
            raise DamageError("it is cut off within its file header") from error
        # The upper bits tell the length of a frame check sequence, which the IP length makes superfluous.
        self.link_type: int = self._reader.linktype & 0xFFFF

    def __iter__(self) -> Iterator[Record]:
        read = self._reader._read_packet
        scale = 1 if self._reader.nano else 1000
        link_type = self.link_type
        source = self._source
        while True:
            before = source.consumed
            try:
                octets, about = read(LARGEST_PACKET)
            except EOFError:
                if source.consumed != before or source.damage:
                    raise DamageError(source.damage or "it is cut off within a record") from None
                return
            if about.caplen > LARGEST_PACKET:
                raise DamageError(f"a length field there claims {about.caplen} octets")
            if len(octets) < about.caplen:
                raise DamageError(source.damage or "it is cut off within a record")
            yield octets, about.wirelen, about.sec * _SECOND + about.usec * scale, link_type


class _Interface:
    """One interface of a pcapng section: its link type, snap length, and what its time stamps count."""

    __slots__ = ("divisor", "factor", "link_type", "offset", "snap_length")

    def __init__(self, link_type: int, snap_length: int, ticks_a_second: int, offset: int) -> None:
        self.link_type, self.snap_length, self.offset = link_type, snap_length, offset * _SECOND
        self.factor, self.divisor = _SECOND, ticks_a_second
        if _SECOND % ticks_a_second == 0:
            self.factor, self.divisor = _SECOND // ticks_a_second, 1

    def when(self, high: int, low: int) -> int:
        """A time stamp in nanoseconds since 1970, never before that."""
        return min(max((high << 32 | low) * self.factor // self.divisor + self.offset, 0), _LATEST)


class _GuardedReader(RawPcapNgReader):
    """scapy's reader of pcapng blocks, with our own of what is in them (see the module)."""

    def __init__(self, filename: str, fdesc: Any = None, magic: Any = None) -> None:
        self.began = 0
        self.strays = 0
        self.described: list[_Interface] = []
        self.first_options: dict[int, bytes] | None = None
        self._last_options: dict[int, bytes] = {}
        super().__init__(filename, fdesc, magic)
        self._enhanced = struct.Struct(self.endian + "5I")
        # Key logs and process tables are left out: they are of no use here, and take memory.
        self.blocktypes = {
            1: self._read_block_idb,
            2: self._read_block_pkt,
            3: self._read_block_spb,
            6: self._read_block_epb,
        }

    def _read_block(self, size: int = LARGEST_PACKET) -> Any:
        source: Any = self.f
        self.began = source.consumed
        return super()._read_block(size)

    def _read_options(self, options: bytes) -> Any:
        """The first value of each option."""
        found: dict[int, bytes] = {}
        place = 0
        while place + 4 <= len(options):
            code, length = struct.unpack_from(self.endian + "HH", options, place)
            if code == 0 or place + 4 + length > len(options):
                break
            found.setdefault(code, options[place + 4 : place + 4 + length])
            place += 4 + (length + 3 & ~3)
        self._last_options = found
        return found

    def _read_block_shb(self) -> None:
        self.described = []
        super()._read_block_shb()
        self._enhanced = struct.Struct(self.endian + "5I")
        if self.first_options is None:
            self.first_options = self._last_options

    def _read_block_idb(self, block: bytes, _: int) -> None:
        if len(self.described) >= _MOST_INTERFACES:
            raise DamageError(f"more than {_MOST_INTERFACES} interfaces are described there")
        link_type, snap_length = struct.unpack_from(self.endian + "HxxI", block)
        options = self._read_options(block[8:])
        resolution, offset = options.get(_RESOLUTION, b"\x06"), options.get(_OFFSET, bytes(8))
        ticks = (2 if resolution[0] & 128 else 10) ** (resolution[0] & 127) if len(resolution) == 1 else 10**6
        seconds = struct.unpack(self.endian + "q", offset)[0] if len(offset) == 8 else 0
        self.described.append(_Interface(link_type, snap_length, ticks, seconds))

    def _read_block_epb(self, block: bytes, _: int) -> Any:
        number, high, low, captured, length = self._enhanced.unpack_from(block)
        return self._packet(block, 20, number, captured, length, high, low)

    def _read_block_pkt(self, block: bytes, _: int) -> Any:
        number, high, low, captured, length = struct.unpack_from(self.endian + "Hxx4I", block)
        return self._packet(block, 20, number, captured, length, high, low)

    def _read_block_spb(self, block: bytes, _: int) -> Any:
        length = struct.unpack_from(self.endian + "I", block)[0]
        return self._packet(block, 4, 0, length, length, None, 0)

    def _packet(
        self, block: bytes, start: int, number: int, captured: int, length: int, high: int | None, low: int
    ) -> Record | None:
        if number >= len(self.described):
            self.strays += 1
            return None
        interface = self.described[number]
        if high is None:
            # A Simple Packet Block has no captured length: the snap length tells, 0 meaning none.
            return (
                block[start : start + min(length, interface.snap_length or length)],
                length,
                None,
                interface.link_type,
            )
        if captured > len(block) - start:
            raise DamageError(f"a packet there claims {captured} octets in a block of {len(block)}")
        return block[start : start + captured], length, interface.when(high, low), interface.link_type


class PcapNgRecords:
    """The records of a pcapng file: several sections and interfaces, all three kinds of packet block.

    ``comment`` is the first section's first comment, ``strays`` counts packets of interfaces that the file does not
    describe. Raises ``DamageError`` where the first section header cannot be read. The iteration raises it where the
    file breaks.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        try:
            self._reader: Any = cast(Any, _GuardedReader)(source)
        except Scapy_Exception as error:
            raise DamageError("its first section header is cut off or broken") from error
        comment: bytes = (self._reader.first_options or {}).get(_COMMENT, b"")
        self.comment: str | None = comment.decode("utf-8", "replace") or None

    @property
    def strays(self) -> int:
        """Packets passed over because the file describes no such interface."""
        return int(self._reader.strays)

    def __iter__(self) -> Iterator[Record]:
        reader, source = self._reader, self._source
        read = reader._read_packet
        while True:
            try:
                record = read(LARGEST_PACKET)
            except EOFError:
                if source.damage or source.consumed != reader.began:
                    raise DamageError(source.damage or "a block there is cut off or broken") from None
                return
            except (Scapy_Exception, struct.error) as error:
                raise DamageError("a block there is cut off or broken") from error
            yield record

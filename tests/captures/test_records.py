import tracemalloc
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.records import PcapNgRecords, PcapRecords
from oran_harness.captures.source import DamageError, Source
from tests.captures import packets
from tests.captures.packets import SECOND, block, enhanced, interface, option, section

FRAME = packets.ipv4(b"payload")
Found = list[tuple[bytes, int, int | None, int]]


def records(folder: Path, octets: bytes) -> tuple[Found, str | None, PcapRecords | PcapNgRecords]:
    """All records, the damage at the end, and the reader."""
    path = folder / "file"
    path.write_bytes(octets)
    source = Source(path)
    try:
        reader = PcapRecords(source) if source.kind == "pcap" else PcapNgRecords(source)
        found: Found = []
        try:
            found.extend(reader)
        except DamageError as error:
            return found, str(error), reader
        return found, None, reader
    finally:
        source.close()


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("nano", [False, True])
def test_pcap(tmp_path: Path, order: str, nano: bool) -> None:
    """Both byte orders, micro- and nanoseconds: octets, length on the wire, time in nanoseconds, link type."""
    when = 1_700_000_000_123_456_789
    octets = packets.pcap([], 113, order, nano) + packets.record(FRAME[:20], when, order, nano, len(FRAME))
    found, damage, reader = records(tmp_path, octets)
    assert found == [(FRAME[:20], len(FRAME), when if nano else when // 1000 * 1000, 113)]
    assert (damage, reader.comment) == (None, None)


def test_pcap_link_type_with_check_sequence_bits(tmp_path: Path) -> None:
    """The upper bits of the link type field, which tell of a frame check sequence, do not change the type."""
    octets = bytearray(packets.pcap([], 1))
    octets[23] = 0x24
    _, _, reader = records(tmp_path, bytes(octets))
    assert isinstance(reader, PcapRecords)
    assert reader.link_type == 1


def test_pcap_that_is_cut_off(tmp_path: Path) -> None:
    """Cut anywhere but between records, a file gives what came before and says that it is damaged."""
    octets = packets.pcap([FRAME] * 3)
    size = 16 + len(FRAME)
    for end in range(24, len(octets) + 1):
        found, damage, _ = records(tmp_path, octets[:end])
        whole, rest = divmod(end - 24, size)
        assert (len(found), damage is None) == (whole, rest == 0)
    with pytest.raises(DamageError, match="file header"):
        records(tmp_path, octets[:23])


def test_absurd_lengths_of_pcap(tmp_path: Path) -> None:
    """A record that claims gigabytes is damage, not a packet, and costs no memory."""
    octets = packets.pcap([FRAME]) + pack("<IIII", 1, 2, 0x7FFFFFFF, 0x7FFFFFFF) + bytes(100)
    tracemalloc.start()
    found, damage, _ = records(tmp_path, octets)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 1
    assert damage == "a length field there claims 2147483647 octets"
    assert peak < 8 << 20


@pytest.mark.parametrize("order", "<>")
def test_pcapng_blocks(tmp_path: Path, order: str) -> None:
    """Enhanced, obsolete and simple packet blocks in one file; blocks of other kinds are passed over."""
    octets = b"".join(
        [
            section(order),
            interface(1, order),
            enhanced(FRAME, 1_500_000, order=order, wire_length=99),
            block(5, bytes(12), order),
            packets.obsolete(FRAME, 2_500_000, order=order),
            block(0x0BAD, b"whatever", order),
            packets.simple(FRAME, order),
        ]
    )
    assert records(tmp_path, octets)[:2] == (
        [
            (FRAME, 99, 1_500_000_000, 1),
            (FRAME, len(FRAME), 2_500_000_000, 1),
            (FRAME, len(FRAME), None, 1),
        ],
        None,
    )


def test_several_sections_and_interfaces(tmp_path: Path) -> None:
    """Interfaces count anew in each section, which may have the other byte order."""
    octets = b"".join(
        [
            section("<"),
            interface(1),
            interface(113),
            enhanced(FRAME, 0, 1),
            section(">"),
            interface(101, ">"),
            enhanced(FRAME, 0, 0, ">"),
        ]
    )
    assert [record[3] for record in records(tmp_path, octets)[0]] == [113, 101]


@pytest.mark.parametrize(
    ("options", "ticks", "expected"),
    [
        (b"", 5, 5000),
        (option(9, b"\x09"), 5, 5),
        (option(9, b"\x03"), 5, 5_000_000),
        (option(9, b"\x00"), 5, 5 * SECOND),
        (option(9, b"\x0c"), 5000, 5),
        (option(9, b"\x8a"), 1024, SECOND),
        (option(9, b"\x06") + option(14, pack("<q", 100)), 5, 100 * SECOND + 5000),
        (option(14, pack("<q", -100)), 5, 0),
        (option(9, b"\x00"), 1 << 60, 1 << 63),
        (option(9, b"xx") + option(14, b"short"), 5, 5000),
    ],
)
def test_resolution_and_offset(tmp_path: Path, options: bytes, ticks: int, expected: int) -> None:
    """Powers of ten and of two, an offset in seconds; times before 1970 and after 2262 are held there."""
    octets = section() + interface(options=options) + enhanced(FRAME, ticks)
    assert records(tmp_path, octets)[0][0][2] == expected


def test_simple_packets_and_snap_length(tmp_path: Path) -> None:
    """A simple packet block was captured up to the snap length of the first interface; 0 means no limit."""
    cut = section() + interface(snap=20) + packets.simple(FRAME[:20], wire_length=len(FRAME))
    assert records(tmp_path, cut)[0] == [(FRAME[:20], len(FRAME), None, 101)]


def test_unknown_interfaces(tmp_path: Path) -> None:
    """Packets of an interface that is not described are passed over and counted."""
    octets = section() + packets.simple(FRAME) + interface() + enhanced(FRAME, 0, 7) + enhanced(FRAME, 0, 0)
    found, damage, reader = records(tmp_path, octets)
    assert (len(found), damage, reader.strays) == (1, None, 2)


def test_comment_of_the_section(tmp_path: Path) -> None:
    """The first comment of the first section is kept."""
    octets = section(options=option(1, b"hello") + option(1, b"more") + bytes(4)) + section(options=option(1, b"no"))
    assert records(tmp_path, octets)[2].comment == "hello"
    assert records(tmp_path, section())[2].comment is None


def test_key_logs_are_not_loaded(tmp_path: Path) -> None:
    """A block of decryption secrets is passed over like any other."""
    octets = section() + block(10, pack("<II", 0x544C534B, 8) + b"CLIENT_R") + interface() + enhanced(FRAME, 0)
    assert records(tmp_path, octets)[:2] == ([(FRAME, len(FRAME), 0, 101)], None)


def test_pcapng_that_is_cut_off(tmp_path: Path) -> None:
    """Cut anywhere but between blocks, a file gives what came before and says that it is damaged."""
    parts = [section(), interface(), enhanced(FRAME, 0), enhanced(FRAME, 1)]
    octets = b"".join(parts)
    ends = {sum(map(len, parts[:n])) for n in range(1, 5)}
    for end in range(len(parts[0]), len(octets) + 1):
        assert (records(tmp_path, octets[:end])[1] is None) == (end in ends)
    for end in range(4, len(parts[0])):
        with pytest.raises(DamageError):
            records(tmp_path, octets[:end])


@pytest.mark.parametrize(
    "broken",
    [
        pack("<II", 6, 0x20000000),
        pack("<II", 6, 0xFFFFFFFF),
        pack("<II", 6, 0),
        pack("<II", 6, 11),
        pack("<III", 6, 12, 99),
        pack("<III", 6, 12, 12),
        pack("<III", 3, 12, 12),
        pack("<III", 1, 12, 12),
        block(6, pack("<5I", 0, 0, 0, 1 << 30, 1 << 30)),
        block(0x0A0D0D0A, b"not a byte order magic"),
        pack("<II", 0x0A0D0D0A, 0x20000000) + pack("<IHHq", 0x1A2B3C4D, 1, 0, -1),
    ],
)
def test_broken_blocks(tmp_path: Path, broken: bytes) -> None:
    """Lengths of zero, half a gigabyte or too little, blocks without content: damage behind what was read."""
    tracemalloc.start()
    found, damage, _ = records(tmp_path, section() + interface() + enhanced(FRAME, 0) + broken + bytes(64))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 1
    assert damage is not None
    assert peak < 8 << 20


def test_interfaces_are_bounded(tmp_path: Path) -> None:
    """A file that describes interfaces without end is damaged, not a reason to take memory."""
    found, damage, _ = records(tmp_path, section() + interface() * 5000)
    assert (found, damage) == ([], "more than 4096 interfaces are described there")


@settings(database=None, deadline=None, max_examples=150)
@given(st.booleans(), st.binary(max_size=60), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=4))
def test_garbage_is_damage(ng: bool, tail: bytes, changes: list[tuple[int, int]]) -> None:
    """Changed octets and garbage behind a good beginning: records and damage, no other exception."""
    octets = bytearray(
        section() + interface() + enhanced(FRAME, 0) + enhanced(FRAME, 1) if ng else packets.pcap([FRAME] * 3)
    )
    for place, value in changes:
        octets[4 + place % (len(octets) - 4)] = value
    packets.records_of(bytes(octets) + tail)

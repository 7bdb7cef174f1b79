import random
import sys
from itertools import pairwise
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures import read_recording
from oran_harness.model import Event, EventKind, InputError
from tests.captures import packets
from tests.captures.packets import Talk, data, enhanced, interface, kinds, messages, notes, option, read, section

QUICK = settings(database=None, deadline=None, max_examples=60)
TALK = Talk()
FRAMES = [*TALK.handshake(), TALK.up(data(1, b"one")), TALK.up(data(2, b"two", sequence=1))]


def test_time_counts_from_the_first_packet() -> None:
    """``t`` is in seconds since the first packet, which the header dates."""
    octets = packets.pcap(FRAMES, nano=True, start=1_700_000_000_000_000_001)
    events, recording = read(octets)
    assert recording.header.clock_epoch == pytest.approx(1_700_000_000.0)
    assert [round(event.t, 9) for event in events[:3]] == [0.003, 0.004, 0.005]


def test_a_clock_that_goes_back() -> None:
    """Times never go back in a history: such frames get the latest so far, and one note says so."""
    stamps = [5, 6, 7, 8, 3, 4]
    octets = packets.pcap([]) + b"".join(
        packets.record(frame, when * packets.SECOND) for frame, when in zip(FRAMES, stamps, strict=True)
    )
    events, _ = read(octets)
    assert [event.t for event in events if event.kind is not EventKind.NOTE] == [3, 3, 3]
    assert [note.partition(":")[0] for note in notes(events)] == ["time", "checksum"]


def test_packets_without_a_time() -> None:
    """A simple packet block gets the time of the packet before it."""
    blocks = [enhanced(FRAMES[0], 7_000_000), *(packets.simple(frame) for frame in FRAMES[1:])]
    events, recording = read(section() + interface() + b"".join(blocks))
    assert messages(events) == [b"one", b"two"]
    assert {event.t for event in events} == {0.0}
    assert recording.header.clock_epoch == 7.0


@pytest.mark.parametrize(("link", "wrap"), [(1, packets.ethernet), (101, bytes), (228, bytes)])
def test_link_types(link: int, wrap: type[bytes]) -> None:
    """The same messages through different link layers."""
    assert messages(read(packets.pcap([wrap(frame) for frame in FRAMES], link))[0]) == [b"one", b"two"]


def test_ipv6_and_fragments() -> None:
    """A conversation over IPv6; a message in fragmented IPv4 datagrams, out of order."""
    talk = Talk("2001:db8::1", "2001:db8::2")
    events = packets.events_of(*talk.handshake(), talk.up(data(1, b"six")))
    assert (messages(events), events[0].source) == ([b"six"], "[2001:db8::1]:50000")
    packet = packets.sctp(50_000, 36_421, 11, data(1, bytes(range(200))))
    parts = packets.fragments_of(packet, 64)
    assert messages(packets.events_of(*TALK.handshake(), *parts[::-1])) == [bytes(range(200))]
    lost = packets.events_of(*TALK.handshake(), *parts[:-1])
    assert notes(lost) == ["missing: 1 fragmented IP datagrams with SCTP never became whole"]


def test_sctp_over_udp() -> None:
    """RFC 6951: ends are named by their SCTP ports."""
    frames = []
    for frame in FRAMES:
        source, target = (packets.A, packets.B) if frame[12:16] == bytes([10, 0, 0, 1]) else (packets.B, packets.A)
        frames.append(packets.ipv4(packets.udp(frame[20:]), source, target, protocol=17))
    events = packets.events_of(*frames)
    assert messages(events) == [b"one", b"two"]
    assert events[0].target == "10.0.0.2:36421"


def test_unknown_link_type() -> None:
    """A pcap file of a link type that cannot be read is refused by name, with what to do."""
    with pytest.raises(InputError, match=r"link type 127 \(802.11 with radiotap\).*convert it"):
        read(packets.pcap(FRAMES, 127))


def test_unknown_link_type_of_one_interface() -> None:
    """Among others it is passed over with one note; if nothing else is there, the file is refused in the end."""
    other = interface(127)
    first = section() + interface(101) + other
    events, recording = read(first + b"".join(enhanced(FRAMES[0], 0, number) for number in (1, 0, 1)))
    assert notes(events) == ["link type: packets of link type 127 (802.11 with radiotap) are passed over"]
    assert recording.statistics.unread_links == {127: 2}
    with pytest.raises(InputError, match="link type 127"):
        read(section() + other + enhanced(FRAMES[0], 0))


def test_no_packets() -> None:
    """A capture without any packet is one without any event."""
    for octets in (packets.pcap([]), packets.pcap([], 1, ">"), section(), section() + interface()):
        events, recording = read(octets)
        assert (events, recording.header.clock_epoch, recording.statistics.packets) == ([], 0.0, 0)


def test_no_sctp() -> None:
    """A capture of other traffic gives no event, and its packets are counted."""
    events, recording = read(packets.pcap([packets.ipv4(b"x" * 40, protocol=6)] * 3))
    assert (events, recording.statistics.packets, recording.statistics.sctp_packets) == ([], 3, 0)


def test_cut_off_capture() -> None:
    """Cut at any octet, a capture gives a beginning of its events, and a last note with the frame where it ended."""
    octets = packets.pcap(FRAMES)
    whole = messages(read(octets)[0])
    for end in range(len(octets)):
        if end < 24:
            with pytest.raises(InputError):
                read(octets[:end])
            continue
        events, recording = read(octets[:end])
        assert messages(events) == whole[: len(messages(events))]
        cut = [event for event in events if (event.message or "").startswith("cut off")]
        ends = {24 + sum(16 + len(frame) for frame in FRAMES[:count]) for count in range(len(FRAMES) + 1)}
        assert bool(cut) == (end not in ends)
        if cut:
            assert cut == events[-1:]
            assert cut[0].frame == (recording.statistics.packets or None)


def test_cut_off_pcapng() -> None:
    """The same of pcapng: nothing but a beginning of the events, a note, or one clear sentence."""
    octets = section() + interface() + b"".join(enhanced(frame, 0) for frame in FRAMES)
    whole = messages(read(octets)[0])
    for end in range(len(octets)):
        if end < len(section()):
            with pytest.raises(InputError):
                read(octets[:end])
            continue
        found = messages(read(octets[:end])[0])
        assert found == whole[: len(found)]


@QUICK
@given(
    st.binary(max_size=200), st.sampled_from([b"", packets.pcap([]), section() + interface(1), b"\x1f\x8b\x08", b"{"])
)
def test_garbage_is_refused_or_read(octets: bytes, start: bytes) -> None:
    """Any octets, with or without a good beginning: events or ``InputError``, nothing else."""
    outcome(start + octets)


@QUICK
@given(
    st.sampled_from(sorted(packets.FIXTURES.iterdir())),
    st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(0, 255)), min_size=1, max_size=12),
    st.integers(0, 3000),
)
def test_changed_captures_are_refused_or_read(path: Path, changes: list[tuple[int, int]], end: int) -> None:
    """Real captures with octets changed or cut: events or ``InputError``, nothing else."""
    octets = bytearray(path.read_bytes()[: 3000 + end])
    for place, value in changes:
        octets[place % len(octets)] = value
    outcome(bytes(octets))


@QUICK
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_changed_packets_are_read(seed: int, changes: int) -> None:
    """The same with file headers left alone, so that all changes reach IP and SCTP."""
    source = random.Random(seed)
    frames = [bytearray(frame) for frame in FRAMES]
    for _ in range(changes):
        frame = source.choice(frames)
        frame[source.randrange(9, len(frame))] = source.randrange(256)
    source.shuffle(frames)
    outcome(packets.pcap(bytes(frame) for frame in frames))


def outcome(octets: bytes) -> list[Event]:
    """The events of a file, none where it is refused; what must hold of any."""
    try:
        events, _ = read(octets)
    except InputError as error:
        events, refusal = [], str(error)
    else:
        refusal = ""
    assert "\n" not in refusal
    numbers = [event.n for event in events]
    assert numbers == sorted(set(numbers))
    assert all(before.t <= after.t for before, after in pairwise(events))
    return events


def test_interfaces_that_are_not_described() -> None:
    """Packets of such an interface are passed over, and one note counts them."""
    octets = section() + interface() + b"".join(enhanced(frame, 0, number) for frame in FRAMES for number in (0, 3))
    events, _ = read(octets)
    assert messages(events) == [b"one", b"two"]
    assert notes(events)[-1].startswith("interface: 6 packets")


def test_clock_and_roles_from_the_comment() -> None:
    """The head of a history in the file's comment sets clock, roles and seed; a comment that cannot be is ignored."""
    head = '{"schema": "oran-harness/history/1", "clock_epoch": %s, "roles": {"10.0.0.1:50000": "e2-node"}, "seed": 5}'
    blocks = interface() + b"".join(enhanced(frame, 2_000_000) for frame in FRAMES)
    comment = option(1, (head % "1.5").encode()) + bytes(4)
    events, recording = read(section(options=comment) + blocks)
    assert (recording.header.clock_epoch, recording.header.seed) == (1.5, 5)
    assert recording.header.roles == {"10.0.0.1:50000": "e2-node"}
    assert events[0].t == 0.5
    later = option(1, (head % "99.0").encode()) + bytes(4)
    events, recording = read(section(options=later) + blocks)
    assert (recording.header.clock_epoch, recording.header.seed, events[0].t) == (2.0, 5, 0.0)
    for text in (b"lunch break", b"{", b'{"schema": 1}', b"[" * 5000, b"{" + b'"a":[' * 5000):
        _, recording = read(section(options=option(1, text) + bytes(4)) + blocks)
        assert recording.header.clock_epoch == 2.0


@pytest.mark.parametrize(
    ("name", "associations", "octets", "aborts", "ups", "downs", "sizes"),
    [
        ("e2sim-node_flexric-ric-v2.03.pcap", 1, 2, 0, 1, 0, (1692, 60)),
        ("flexric-e2ap-v2.03-kpm-rc.pcap", 31, 57, 27, 4, 4, None),
        ("flexric-node-v1.01_ric-v2.03-aborts.pcap", 1, 1, 0, 1, 1, (801,)),
    ],
)
def test_real_captures(
    name: str, associations: int, octets: int, aborts: int, ups: int, downs: int, sizes: tuple[int, ...] | None
) -> None:
    """Captures of real stacks yield what tshark counts in them: PPID 0 throughout, every message whole."""
    with read_recording(packets.FIXTURES / name) as recording:
        events = list(recording.events)
    assert len({event.association for event in events} - {None}) == associations
    found = messages(events)
    assert len(found) == octets
    assert {event.ppid for event in events if event.octets is not None} == {0}
    assert {event.stream for event in events if event.octets is not None} == {0}
    if sizes is not None:
        assert tuple(map(len, found)) == sizes
    counted = kinds(events)
    assert (counted.count("abort"), counted.count("up"), counted.count("down")) == (aborts, ups, downs)
    assert [note for note in notes(events) if not note.startswith("checksum")] == []


def test_messages_over_udp_on_a_guessed_port() -> None:
    """A port other than 9899 is found out by shape and checksum of its first packet."""
    first = packets.sctp(50_000, 36_421, 11, data(1, b"one"), checksum=None)
    second = packets.sctp(50_000, 36_421, 11, data(2, b"two", sequence=1), checksum=None)
    frames = [packets.ipv4(packets.udp(packet, 4001, 4002), protocol=17) for packet in (first, second)]
    assert messages(packets.events_of(*frames)) == [b"one", b"two"]


def test_half_a_gigabyte_claimed() -> None:
    """Lengths that claim half a gigabyte are damage where they stand, and cost nothing."""
    huge = 0x20000000
    events, _ = read(packets.pcap(FRAMES) + pack("<IIII", 9, 9, huge, huge))
    assert (messages(events), events[-1].frame) == ([b"one", b"two"], 6)
    assert (
        events[-1].message
        == "cut off: the capture cannot be read beyond frame 6: a length field there claims 536870912 octets"
    )
    octets = section() + interface() + b"".join(enhanced(frame, 0) for frame in FRAMES)
    events, _ = read(octets + pack("<II", 6, huge))
    assert (messages(events), notes(events)[-1].partition(":")[0]) == ([b"one", b"two"], "cut off")


def test_without_scapy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where scapy was left out, a capture is refused with a sentence that says so; another missing module is not it."""
    (tmp_path / "capture.pcap").write_bytes(packets.pcap(FRAMES))
    monkeypatch.delitem(sys.modules, "oran_harness.captures.records", raising=False)
    monkeypatch.setitem(sys.modules, "scapy.error", None)
    with pytest.raises(InputError, match=r"capture\.pcap is a capture, and reading those needs scapy; install it"):
        read_recording(tmp_path / "capture.pcap")
    monkeypatch.setitem(sys.modules, "oran_harness.captures.records", None)
    with pytest.raises(ModuleNotFoundError):
        read_recording(tmp_path / "capture.pcap")

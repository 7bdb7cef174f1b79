import random
from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.assembly import Budget
from oran_harness.captures.association_table import MOST_ASSOCIATIONS
from oran_harness.captures.dissector import MOST_WAITING, Dissector
from oran_harness.captures.statistics import Statistics
from oran_harness.model import EventKind
from tests.captures import packets
from tests.captures.packets import (
    COOKIE_ACK,
    COOKIE_ECHO,
    SHUTDOWN_ACK,
    SHUTDOWN_COMPLETE,
    Talk,
    data,
    events_of,
    kinds,
    messages,
    notes,
    sack,
)

QUICK = settings(database=None, deadline=None, max_examples=60)
CLIENT, SERVER = "10.0.0.1:50000", "10.0.0.2:36421"
HOSTS = bytes([10, 0, 0, 1, 10, 0, 0, 2])


def test_an_association_from_handshake_to_end() -> None:
    """Up from its initiator, messages both ways with stream, PPID and frame, shutdown, down."""
    talk = Talk()
    events = events_of(
        *talk.handshake(),
        talk.up(data(1, b"request", stream=3, ppid=70)),
        talk.down(sack(1), data(1001, b"response", ppid=0)),
        talk.down(packets.shutdown(1)),
        talk.up(SHUTDOWN_ACK),
        talk.down(SHUTDOWN_COMPLETE),
    )
    assert kinds(events) == ["up", "octets", "octets", "shutdown", "down"]
    assert [event.n for event in events] == [1, 2, 3, 4, 5]
    assert {event.association for event in events} == {"1"}
    up, request, response, shutdown, down = events
    assert (up.source, up.target, up.frame, up.message) == (CLIENT, SERVER, 4, None)
    assert (request.source, request.stream, request.ppid, request.octets, request.frame) == (
        CLIENT,
        3,
        70,
        b"request",
        5,
    )
    assert (response.source, response.target, response.ppid, response.octets) == (SERVER, CLIENT, 0, b"response")
    assert request.t == pytest.approx(0.004)
    assert (shutdown.source, down.source, down.frame) == (SERVER, SERVER, 9)


def test_bundled_chunks() -> None:
    """DATA behind COOKIE ECHO, COOKIE ACK and SACK, and several DATA chunks in one packet; up comes first."""
    talk = Talk()
    opening = talk.handshake()[:2]
    events = events_of(
        *opening,
        talk.up(COOKIE_ECHO, data(1, b"a")),
        talk.down(COOKIE_ACK, sack(1), data(1001, b"b"), data(1002, b"c", sequence=1)),
    )
    assert kinds(events) == ["up", "octets", "octets", "octets"]
    assert messages(events) == [b"a", b"b", b"c"]
    assert [event.frame for event in events] == [3, 3, 4, 4]


def test_messages_in_several_chunks() -> None:
    """A message in three chunks is one event, in the frame that completed it."""
    talk = Talk()
    parts = [data(1, b"one ", flags=2), data(2, b"two ", flags=0), data(3, b"three", flags=1)]
    events = events_of(*talk.handshake(), talk.up(*parts[:2]), talk.up(parts[2]))
    assert messages(events) == [b"one two three"]
    assert events[-1].frame == 6


def test_interleaved_messages() -> None:
    """I-DATA chunks of two messages side by side (RFC 8260)."""
    talk = Talk()
    events = events_of(
        *talk.handshake(),
        talk.up(packets.i_data(1, b"a", flags=2), packets.i_data(2, b"x", stream=1, flags=2, ppid=60)),
        talk.up(packets.i_data(3, b"y", stream=1, flags=1, ppid=1), packets.i_data(4, b"b", flags=1, ppid=1)),
    )
    assert [(event.octets, event.stream, event.ppid) for event in events[1:]] == [(b"xy", 1, 60), (b"ab", 0, 70)]


@QUICK
@given(
    st.lists(
        st.tuples(st.binary(min_size=1, max_size=12), st.lists(st.integers(1, 4), max_size=3)), min_size=1, max_size=8
    ),
    st.lists(st.integers(1, 4), max_size=12),
    st.integers(0, 20),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_bundles_and_repetitions_give_the_same_messages(
    sent: list[tuple[bytes, list[int]]], bundles: list[int], repeated: int, shuffled: bool, order: random.Random
) -> None:
    """However messages are fragmented, bundled, repeated and reordered: the same messages in the same order."""
    talk = Talk()
    chunks, tsn = [], 1
    for sequence, (octets, sizes) in enumerate(sent):
        parts = packets.pieces(octets, sizes)
        for place, part in enumerate(parts):
            flags = 2 * (place == 0) + (place == len(parts) - 1)
            chunks.append(data(tsn, part, sequence=sequence, flags=flags))
            tsn += 1
    frames = []
    while chunks:
        size = bundles.pop() if bundles else 1
        frames.append(talk.up(*chunks[:size]))
        chunks = chunks[size:]
    frames += frames[:repeated]
    if shuffled:
        order.shuffle(frames)
    assert messages(events_of(*talk.handshake(), *frames)) == [octets for octets, _ in sent]


def test_several_associations_at_once() -> None:
    """Associations are told apart by addresses and ports, and numbered by their first event."""
    talks = [Talk(ports=(port, 36_421)) for port in (50_000, 50_001)] + [Talk(client="10.0.0.9")]
    frames = [frame for step in zip(*(talk.handshake() for talk in talks), strict=True) for frame in step]
    frames += [talk.up(data(1, bytes([place]))) for place, talk in enumerate(talks)]
    events = events_of(*frames)
    assert [event.association for event in events] == ["1", "2", "3"] * 2
    assert [event.source for event in events[3:]] == ["10.0.0.1:50000", "10.0.0.1:50001", "10.0.0.9:50000"]


def test_multi_homing() -> None:
    """Packets on other addresses of both ends belong to the same association, named by what was seen first."""
    talk = Talk()
    second = {"client": "10.1.0.1", "server": "10.1.0.2"}
    events = events_of(
        *talk.handshake(client=["10.0.0.1", "10.1.0.1"], server=["10.0.0.2", "10.1.0.2"]),
        talk.up(data(1, b"a")),
        talk.up(data(2, b"b", sequence=1), **second),
        talk.down(sack(2), data(1001, b"c"), client="10.1.0.1", server="10.0.0.2"),
        talk.up(data(2, b"b", sequence=1)),
    )
    assert messages(events) == [b"a", b"b", b"c"]
    assert {event.association for event in events} == {"1"}
    assert {event.source for event in events} == {CLIENT, SERVER}


def test_multi_homing_without_handshake() -> None:
    """Other paths join by tag, or by what they acknowledge, where no INIT was seen."""
    talk = Talk()
    events = events_of(
        talk.up(data(1, b"a")),
        talk.up(data(2, b"b", sequence=1), client="10.1.0.1", server="10.1.0.2"),
        talk.down(sack(2), data(1001, b"c"), client="10.2.0.1", server="10.2.0.2"),
    )
    assert messages(events) == [b"a", b"b", b"c"]
    assert {event.association for event in events} == {"1"}


def test_starts_in_the_middle() -> None:
    """Without a handshake the first DATA brings the association up, and says so."""
    talk = Talk()
    events = events_of(talk.down(sack(7)), talk.down(data(500, b"a")), talk.up(sack(500)), talk.up(data(8, b"b")))
    assert kinds(events) == ["up", "octets", "octets"]
    assert events[0].message is not None
    assert "starts in the middle" in events[0].message
    assert events[0].source == SERVER


def test_only_the_end_of_a_handshake() -> None:
    """COOKIE ACK without the INIT: up, from the end that it was sent to."""
    talk = Talk()
    (up,) = events_of(talk.handshake()[3])
    assert (up.kind, up.source) == (EventKind.UP, CLIENT)


def test_missing_packets() -> None:
    """A lost packet that the receiver acknowledged is reported, and what follows is delivered."""
    talk = Talk()
    events = events_of(
        *talk.handshake(), talk.up(data(2, b"b", sequence=1)), talk.down(sack(2)), talk.up(data(3, b"c", sequence=2))
    )
    assert messages(events) == [b"b", b"c"]
    assert notes(events) == [
        "missing: 1 DATA chunk from TSN 1: the receiver acknowledged them, but they are not in the capture"
    ]
    assert kinds(events) == ["up", "note", "octets", "octets"]


def test_the_end_of_the_capture_releases() -> None:
    """What waits behind a gap is delivered at the end, and before an end of the association."""
    talk = Talk()
    waiting = talk.up(data(2, b"b", sequence=1))
    assert kinds(events_of(*talk.handshake(), waiting)) == ["up", "note", "octets"]
    assert kinds(events_of(*talk.handshake(), waiting, talk.down(packets.abort()))) == ["up", "note", "octets", "abort"]


def test_tsn_wraparound() -> None:
    """TSNs and stream sequence numbers wrap."""
    talk = Talk()
    talk.first = (0xFFFFFFFF, 1001)
    frames = [talk.up(data(0xFFFFFFFF + n, bytes([n]), sequence=n)) for n in range(4)]
    assert messages(events_of(*talk.handshake(), *frames[::-1])) == [bytes([n]) for n in range(4)]


def test_a_restart_is_a_new_association() -> None:
    """The same ends, new tags: a new association; the old one is told of it."""
    old, new = Talk(), Talk(tags=(20, 21))
    events = events_of(
        *old.handshake(), old.up(data(1, b"old")), *new.handshake(), new.up(data(1, b"new")), old.up(data(2, b"late"))
    )
    assert [(event.association, event.kind.value) for event in events] == [
        ("1", "up"),
        ("1", "octets"),
        ("1", "note"),
        ("2", "up"),
        ("2", "octets"),
        ("1", "octets"),
    ]
    assert notes(events) == ["restart: association 2 takes its place, without an end"]


def test_init_refused() -> None:
    """INIT answered by ABORT is an abort from the end that refused; each new INIT is an association of its own."""
    talk, again = Talk(), Talk(tags=(12, 0))
    events = events_of(
        talk.handshake()[0], talk.down(packets.abort()), again.handshake()[0], again.down(packets.abort(4))
    )
    assert [(event.kind.value, event.association, event.source) for event in events] == [
        ("abort", "1", SERVER),
        ("abort", "2", SERVER),
    ]
    assert [event.message for event in events] == ["INIT refused: no cause given", "INIT refused: Out of Resource (4)"]


def test_abort_with_its_causes() -> None:
    """The sender, and the causes in words; an ABORT that is repeated is one event; a reflected tag is understood."""
    talk = Talk()
    events = events_of(*talk.handshake(), *[talk.up(packets.abort(12, b"SIGABRT"))] * 2)
    assert kinds(events) == ["up", "abort"]
    assert (events[1].source, events[1].message) == (CLIENT, "User-Initiated Abort (12): SIGABRT")
    events = events_of(*talk.handshake(), talk.down(packets.abort(reflected=True), tag=11))
    assert (events[1].kind, events[1].source, events[1].association) == (EventKind.ABORT, SERVER, "1")


def test_error_chunks_are_notes() -> None:
    """An ERROR chunk is a note with its causes."""
    talk = Talk()
    events = events_of(*talk.handshake(), talk.down(packets.chunk(9, pack(">HHI", 3, 8, 0))))
    assert notes(events) == ["error: Stale Cookie (3) (SCTP ERROR)"]


def test_repeated_init_acks() -> None:
    """A server without state answers a repeated INIT with new tags: the one that COOKIE ECHO uses counts."""
    talk, other = Talk(), Talk(tags=(10, 99))
    other.first = (1, 77)
    events = events_of(
        talk.handshake()[0],
        talk.handshake()[1],
        talk.handshake()[0],
        other.handshake()[1],
        talk.up(COOKIE_ECHO),
        talk.down(COOKIE_ACK),
        talk.down(data(1002, b"b", sequence=1)),
        talk.down(data(1001, b"a")),
        talk.up(data(1, b"c")),
    )
    assert messages(events) == [b"a", b"b", b"c"]
    assert {event.association for event in events} == {"1"}


def test_forward_tsn() -> None:
    """FORWARD TSN: what the sender gave up is not waited for."""
    talk = Talk()
    events = events_of(
        *talk.handshake(), talk.up(data(2, b"b", sequence=1)), talk.up(packets.chunk(192, pack(">I", 1)))
    )
    assert messages(events) == [b"b"]
    assert notes(events)[0].startswith("abandoned")


def test_added_addresses() -> None:
    """An address that ASCONF adds belongs to its sender."""
    talk = Talk()
    address = pack(">HH", 5, 8) + bytes([10, 7, 7, 7])
    asconf = packets.chunk(193, pack(">I", 1) + address + pack(">HHI", 0xC001, 16, 1) + address)
    events = events_of(*talk.handshake(), talk.up(asconf), talk.up(data(1, b"a"), client="10.7.7.7", server="10.8.8.8"))
    assert (messages(events), {event.association for event in events}) == ([b"a"], {"1"})


def test_other_protocols_come_too() -> None:
    """Messages of any PPID are events: what is E2 is decided above."""
    talk = Talk(ports=(38_412, 38_412))
    events = events_of(
        *talk.handshake(), *[talk.up(data(n + 1, b"x", sequence=n, ppid=ppid)) for n, ppid in enumerate((18, 60, 62))]
    )
    assert [event.ppid for event in events[1:]] == [18, 60, 62]


def test_checksums_are_judged_in_one_note() -> None:
    """Wrong checksums drop nothing; one note for each association counts them. Right ones are silent."""
    talk = Talk()
    frames = [*talk.handshake(), *(talk.up(data(n + 1, b"x", sequence=n)) for n in range(200))]
    events, _ = packets.read(packets.pcap(frames))
    assert len(messages(events)) == 200
    (note,) = notes(events)
    assert note.startswith("checksum: 11 of 11 packets checked")
    right = packets.ipv4(packets.sctp(1, 2, 3, data(1, b"x"), checksum=None))
    assert notes(packets.read(packets.pcap([right]))[0]) == []


def test_snap_length() -> None:
    """Nothing is delivered from a chunk that was not captured whole; what is before and after it is."""
    talk = Talk()
    whole = [
        talk.up(data(1, b"a"), data(2, b"x" * 40, sequence=1)),
        talk.up(data(3, b"c", sequence=2), data(4, b"y" * 40, sequence=3)),
    ]
    later = 2 * packets.SECOND
    cut = [packets.record(frame[:-20], later, wire_length=len(frame)) for frame in whole]
    after = packets.record(talk.up(data(5, b"e", sequence=4)), later)
    events, _ = packets.read(packets.pcap(talk.handshake()) + b"".join([*cut, after]))
    assert messages(events) == [b"a", b"c", b"e"]
    assert [note.split(";")[0] for note in notes(events) if "checksum" not in note] == [
        "truncated: the end of this packet was not captured (snap length)",
        "truncated: 2 packets in all were not captured whole",
    ]


def test_very_short_snap_length() -> None:
    """Packets too short to tell anything are counted in one note."""
    talk = Talk()
    frames = [packets.record(frame[:30], packets.SECOND, wire_length=len(frame)) for frame in talk.handshake()]
    events, _ = packets.read(packets.pcap([]) + b"".join(frames))
    assert notes(events) == ["truncated: 4 SCTP packets are too short to tell anything (snap length)"]


def test_snap_length_within_a_handshake() -> None:
    """An INIT cut off behind its fixed part still tells tag and TSN; cut off before, it tells nothing."""
    talk = Talk()
    init = talk.handshake(client=["10.0.0.1", "10.1.0.1"])[0]
    refusal = packets.record(talk.down(packets.abort()), packets.SECOND)
    for end, text in ((20 + 12 + 24, "INIT refused: no cause given"), (20 + 12 + 9, "no cause given")):
        cut = packets.record(init[:end], packets.SECOND, wire_length=len(init))
        events, _ = packets.read(packets.pcap([]) + cut + refusal)
        assert [event.message for event in events if event.kind is EventKind.ABORT] == [text]


@pytest.mark.parametrize("broken", [b"\0\3\xff\xff", b"\0\3\0\x03", packets.chunk(0, b"short")])
def test_malformed_chunks(broken: bytes) -> None:
    """A chunk that cannot be is noted, with its checksum's verdict; chunks before it and packets after it count."""
    talk = Talk()
    events = events_of(*talk.handshake(), *[talk.up(data(1, b"a"), broken)] * 2, talk.up(data(2, b"b", sequence=1)))
    assert messages(events) == [b"a", b"b"]
    first, total = notes(events)
    assert first.startswith("malformed: an SCTP chunk of type 0")
    assert first.endswith("its checksum is wrong too")
    assert total == "malformed: 2 chunks in all"


def test_an_empty_message() -> None:
    """DATA without user data is not legal, and is shown as what it is."""
    talk = Talk()
    assert messages(events_of(*talk.handshake(), talk.up(data(1, b"")))) == [b""]


def test_too_many_associations() -> None:
    """Beyond the bound those silent longest are forgotten, which is said of those that were up."""
    talks = [
        Talk(ports=(1 + n % 60_000, 36_421), client=f"10.3.{n // 250}.{n % 250}") for n in range(MOST_ASSOCIATIONS + 1)
    ]
    events = events_of(*(talk.up(data(1, b"x")) for talk in talks))
    assert len(messages(events)) == MOST_ASSOCIATIONS + 1
    given_up = [note for note in notes(events) if note.startswith("given up")]
    assert len(given_up) == MOST_ASSOCIATIONS // 4


def test_too_much_waiting() -> None:
    """What waits in the whole capture is bounded too."""
    dissector = Dissector(Statistics())
    budget = dissector._budget
    assert isinstance(budget, Budget)
    most = 0
    for number in range(1500):
        packet = packets.sctp(number + 1, 2, 3, data(1, bytes(60_000), flags=2))
        dissector.packet(number, 0, 0.0, HOSTS, packet, False)
        most = max(most, budget.used)
    assert most <= MOST_WAITING + 60_200
    assert any((event.message or "").startswith("given up") for event in dissector.events)


@QUICK
@given(st.lists(st.tuples(st.binary(max_size=50), st.booleans(), st.booleans()), max_size=8))
def test_garbage_raises_nothing(frames: list[tuple[bytes, bool, bool]]) -> None:
    """Any octets as SCTP packets, cut or not, on a known association or not: events, never an exception."""
    dissector = Dissector(Statistics())
    start = packets.sctp(1, 2, 3, data(1, b"x"))
    dissector.packet(1, 0, 0.0, HOSTS, start, False)
    for number, (octets, known, cut) in enumerate(frames):
        dissector.packet(number + 2, 0, 0.0, HOSTS, start[:12] + octets if known else octets, cut)
    dissector.finish()
    assert dissector.events[0].kind is EventKind.UP

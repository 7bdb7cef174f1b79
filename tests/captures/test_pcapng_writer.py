import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures import read_recording, write_pcapng
from oran_harness.model import Event, EventKind, HistoryHeader, UsageError
from tests.captures import packets
from tests.captures.packets import kinds, messages, notes, read

QUICK = settings(database=None, deadline=None, max_examples=80)
RIC, NODE = "near-rt-ric", "e2-node"
ONE, TWO = "10.0.0.1:5000", "10.0.0.2:36421"


def event(
    kind: EventKind,
    t: float = 0.0,
    association: str | None = "1",
    source: str | None = ONE,
    target: str | None = TWO,
    **more: object,
) -> Event:
    return Event(1, t, kind, association, source, target, **more)  # type: ignore[arg-type]


def octets_event(octets: bytes, t: float = 0.0, source: str = ONE, target: str = TWO, **more: object) -> Event:
    return event(EventKind.OCTETS, t, source=source, target=target, octets=octets, **more)


def carriage(each: Event) -> tuple[int | None, int | None, bytes | None]:
    """What SCTP carries, and how."""
    return each.stream, each.ppid, each.octets


def written(events: list[Event], header: HistoryHeader | None = None, addresses: dict[str, str] | None = None) -> bytes:
    file = io.BytesIO()
    write_pcapng(file, header or HistoryHeader(), events, addresses)
    return file.getvalue()


def reread(events: list[Event]) -> list[Event]:
    return read(written(events))[0]


Step = tuple[int, bool, str, int, int, bytes, int]
STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.booleans(),
        st.sampled_from(["octets", "octets", "octets", "up", "shutdown", "note", "step"]),
        st.integers(0, 65_535),
        st.integers(0, 2**32 - 1),
        st.binary(max_size=40),
        st.integers(0, 10**9),
    ),
    max_size=20,
)
ENDS = [(ONE, TWO), ("10.0.0.3:5000", TWO), ("[2001:db8::1]:1", "[2001:db8::2]:2"), ("10.0.0.1:5001", TWO)]


@QUICK
@given(STEPS, st.floats(0, 4e9), st.booleans())
def test_the_same_messages_come_back(steps: list[Step], epoch: float, roles: bool) -> None:
    """Association, direction, stream, PPID, octets and time (to a microsecond) survive, between addresses and roles."""
    t, events = 0.0, []
    for link, forth, kind, stream, ppid, octets, later in steps:
        t += later / 1e9
        ends = (f"{NODE} {link}", RIC) if roles else ENDS[link]
        source, target = ends if forth else ends[::-1]
        carried = {"stream": stream, "ppid": ppid, "octets": octets} if kind == "octets" else {}
        events.append(
            event(EventKind(kind), t, str(link), source, target, message="text" * (kind == "note") or None, **carried)
        )
    header = HistoryHeader(epoch, {RIC: RIC, **{f"{NODE} {link}": NODE for link in range(4)}} if roles else {})
    found, recording = read(written(events, header))
    assert recording.header.clock_epoch == epoch
    assert [found_note for found_note in notes(found) if not found_note.startswith("restart")] == []
    sent = [each for each in events if each.octets is not None]
    got = [each for each in found if each.octets is not None]
    assert [(each.stream, each.ppid, each.octets) for each in got] == [
        (each.stream, each.ppid, each.octets) for each in sent
    ]
    assert all(abs(one.t - two.t) < 1e-6 for one, two in zip(sent, got, strict=True))
    numbers = {one.association: two.association for one, two in zip(sent, got, strict=True)}
    assert [numbers[one.association] for one in sent] == [two.association for two in got]
    assert len(set(numbers.values())) == len(numbers)
    names = {one.source: two.source for one, two in zip(sent, got, strict=True)}
    names |= {one.target: two.target for one, two in zip(sent, got, strict=True)}
    if roles:
        assert [(names[one.source], names[one.target]) for one in sent] == [(two.source, two.target) for two in got]
        assert all(recording.header.roles[names[name]] == (RIC if name == RIC else NODE) for name in names)
    else:
        assert all(name == other for name, other in names.items())


def test_a_whole_life() -> None:
    """Handshake, messages, shutdown and end come back as events, from the ends that they came from."""
    events = [
        event(EventKind.UP),
        octets_event(b"request", 0.5),
        octets_event(b"answer", 0.6, TWO, ONE),
        event(EventKind.SHUTDOWN, 0.7, source=TWO, target=ONE),
        event(EventKind.DOWN, 0.8, source=TWO, target=ONE),
    ]
    found = reread(events)
    assert [(each.kind, each.source, round(each.t, 6)) for each in found] == [
        (each.kind, each.source, each.t) for each in events
    ]


def test_down_without_shutdown() -> None:
    """An end without its beginning is written with both, and a new start on the same ends is another association."""
    found = reread([octets_event(b"a"), event(EventKind.DOWN), octets_event(b"b")])
    assert kinds(found) == ["up", "octets", "shutdown", "down", "up", "octets"]
    assert [each.association for each in found] == ["1"] * 4 + ["2"] * 2


def test_aborts() -> None:
    """An ABORT with its reason, which does not grow from one writing to the next; of an INIT where nothing was up."""
    events = [octets_event(b"a"), event(EventKind.ABORT, source=TWO, target=ONE, message="crash")]
    found = reread(events)
    assert (found[-1].kind, found[-1].source, found[-1].message) == (
        EventKind.ABORT,
        TWO,
        "User-Initiated Abort (12): crash",
    )
    assert reread(found)[-1].message == found[-1].message
    (refused,) = reread([event(EventKind.ABORT, source=TWO, target=ONE)])
    assert (refused.kind, refused.source, refused.message) == (EventKind.ABORT, TWO, "INIT refused: no cause given")


def test_long_messages_in_several_chunks() -> None:
    """A message beyond what one packet holds is fragmented, and comes back whole, at its own time."""
    octets = bytes(range(256)) * 2000
    found = reread([octets_event(octets, 0.25), octets_event(b"next", 0.5), octets_event(b"", 0.75)])
    assert [each.octets for each in found[1:]] == [octets, b"next", b""]
    assert [round(each.t, 6) for each in found[1:]] == [0.25, 0.5, 0.75]


def test_names_that_are_left_out() -> None:
    """Messages whose ends are not named, or only one, are written between made-up ends."""
    events = [
        event(EventKind.OCTETS, 0.0, None, None, None, octets=b"a"),
        event(EventKind.OCTETS, 0.0, None, NODE, None, octets=b"b"),
        event(EventKind.OCTETS, 0.0, None, None, NODE, octets=b"c"),
        event(EventKind.OCTETS, 0.0, "7", NODE, NODE, octets=b"d"),
        event(EventKind.UP, 0.0, None, None, None),
    ]
    assert messages(reread(events)) == [b"a", b"b", b"c", b"d"]


def test_whom_it_judges_is_kept() -> None:
    """A history by which one side is judged stays one as a capture."""
    _, recording = read(written([octets_event(b"a", source=NODE, target=RIC)], HistoryHeader(1e9, judged=NODE)))
    assert recording.header.judged == NODE


def test_addresses_may_be_given() -> None:
    """A caller's addresses are written, and read back as the ends' names; one that is none is refused."""
    events = [octets_event(b"a", source=NODE, target=RIC)]
    found, recording = read(
        written(events, HistoryHeader(roles={NODE: NODE}), {NODE: "10.9.9.9:77", RIC: "10.9.9.1:36421"})
    )
    assert (found[-1].source, found[-1].target) == ("10.9.9.9:77", "10.9.9.1:36421")
    assert recording.header.roles == {"10.9.9.9:77": NODE, "10.9.9.1:36421": RIC}
    with pytest.raises(UsageError, match="ADDRESS:PORT"):
        written(events, addresses={NODE: "nowhere"})


def test_associations_side_by_side_between_roles() -> None:
    """Two associations of the same two roles at once get ports of their own."""
    events = [event(EventKind.OCTETS, 0.0, str(n % 3), NODE, RIC, octets=bytes([n])) for n in range(6)]
    found = [each for each in reread(events) if each.octets is not None]
    assert [each.association for each in found] == ["1", "2", "3"] * 2
    assert len({each.source for each in found}) == 3


def test_a_path_is_written_whole(tmp_path: Path) -> None:
    """A path is written whole or not at all; a place that cannot be written is one sentence."""
    write_pcapng(tmp_path / "a.pcapng", HistoryHeader(), [octets_event(b"x")])
    assert list(tmp_path.iterdir()) == [tmp_path / "a.pcapng"]
    with pytest.raises(UsageError, match="cannot be written"):
        write_pcapng(tmp_path / "none" / "a", HistoryHeader(), [])


@pytest.mark.parametrize("path", sorted(packets.FIXTURES.iterdir()), ids=lambda path: path.name)
def test_real_captures_written_again(path: Path, tmp_path: Path) -> None:
    """A real capture, written as history and read again, yields the same events except for its notes."""
    with read_recording(path) as recording:
        events = [each for each in recording.events if each.kind is not EventKind.NOTE]
        write_pcapng(tmp_path / "again.pcapng", recording.header, events)
    with read_recording(tmp_path / "again.pcapng") as again:
        found = list(again.events)

    def key(each: Event) -> tuple[object, ...]:
        return (
            each.kind,
            each.association,
            each.source,
            each.target,
            each.stream,
            each.ppid,
            each.octets,
            round(each.t, 6),
        )

    assert [key(each) for each in found] == [key(each) for each in events]
    assert again.header == recording.header


def tshark(path: Path, *fields: str) -> list[list[str]]:
    """What tshark reads of each packet."""
    program = shutil.which("tshark")
    if program is None:
        pytest.skip("tshark is not installed")
    command = [
        program,
        "-n",
        "-r",
        str(path),
        "-o",
        "sctp.checksum:CRC 32c",
        "-o",
        "sctp.relative_tsns:FALSE",
        "-T",
        "fields",
    ]
    command += [word for field in fields for word in ("-e", field)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return [line.split("\t") for line in done.stdout.splitlines()]


def test_tshark_reads_what_is_written(tmp_path: Path) -> None:
    """Tshark finds handshake, data with PPID and stream, an end, checksums, times and comments as they should be."""
    events = [
        event(EventKind.UP, 0.25),
        octets_event(b"\1\2\3\4", 0.5, stream=3, ppid=70),
        Event(9, 0.5, EventKind.NOTE, message="look here"),
        octets_event(bytes(130_000), 0.75, TWO, ONE, ppid=123),
        event(EventKind.DOWN, 1.0),
        octets_event(b"six", 1.5, "[2001:db8::1]:7", "[2001:db8::2]:8", ppid=70, association=None),
    ]
    path = tmp_path / "file.pcapng"
    write_pcapng(path, HistoryHeader(1_700_000_000.0), events)
    rows = tshark(path, "sctp.chunk_type", "sctp.checksum.status", "frame.time_epoch", "frame.comment", "_ws.malformed")
    handshake = ["1", "2", "10", "11"]
    assert [row[0] for row in rows] == [*handshake, *"030003", "7", "8", "14", *handshake, "0", "3"]
    assert {row[1] for row in rows} == {"1"}
    assert [row[2] for row in rows][4:7] == ["1700000000.500000000", "1700000000.500000000", "1700000000.750000000"]
    assert [row[3] for row in rows][5] == "note: look here"
    assert {row[4] for row in rows} == {""}
    fields = ("sctp.data_payload_proto_id", "sctp.data_sid", "data.data", "sctp.data_tsn_raw")
    data = [row for row in tshark(path, *fields) if row[0]]
    assert [row[0] for row in data] == ["70", "123", "123", "123", "70"]
    assert data[0][1:3] == ["0x0003", "01020304"]
    assert [row[3] for row in data] == ["1", "1", "2", "3", "1"]

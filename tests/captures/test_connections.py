"""TCP connections of captures: NETCONF is found, the rest is left alone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.captures.carried import LOOKED_AT
from oran_harness.captures.packets import ip_packet
from oran_harness.captures.segments import TcpFlag, tcp_segment
from oran_harness.model import Event, EventKind
from tests.captures.packets import pcap, read

A, B = (bytes([10, 0, 0, 1]), 40000), (bytes([10, 0, 0, 2]), 8300)
ACK = TcpFlag.ACK
HELLO = b'<hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities/></hello>]]>]]>'
LOGIN = b"SSH-2.0-OpenSSH_9.2\r\n"


def frame(
    forth: bool, text: bytes = b"", sequence: int = 1, acknowledged: int = 1, flags: TcpFlag = ACK, port: int = 8300
) -> bytes:
    """One packet, from the client to the server or back."""
    client, server = A, (B[0], port)
    one, two = (client, server) if forth else (server, client)
    return ip_packet(one[0], two[0], tcp_segment(one, two, flags, sequence, acknowledged, text), 6)


def found(*frames: bytes) -> list[Event]:
    """The events of a capture."""
    return read(pcap(frames))[0]


def told(events: list[Event]) -> list[tuple[str, bytes | str | None]]:
    """Kinds with what they carry."""
    return [(each.kind.value, each.octets if each.octets is not None else each.message) for each in events]


OPENING = (frame(True, sequence=0, flags=TcpFlag.SYN), frame(False, sequence=0, flags=TcpFlag.SYN | ACK))


def test_a_session_on_any_port() -> None:
    """Found by its first octets, with its opening and its end; the ends are named by address."""
    events = found(
        *OPENING,
        frame(False, HELLO),
        frame(True, HELLO, flags=ACK | TcpFlag.FIN),
        frame(False, b"", 1 + len(HELLO), flags=ACK | TcpFlag.FIN),
    )
    assert told(events) == [("up", None), ("octets", HELLO), ("octets", HELLO), ("shutdown", None), ("down", None)]
    assert [each.source for each in events[:2]] == ["10.0.0.1:40000", "10.0.0.2:8300"]
    assert [each.frame for each in events] == [3, 3, 4, 4, 5]


def test_other_text_is_no_business_of_ours() -> None:
    """HTTP, SSH and TLS on ports of their own leave no event at all."""
    for text in (b"GET / HTTP/1.1\r\n\r\n" + b"x" * 2 * LOOKED_AT, LOGIN, b"\x16\x03\x01\x02\x00\x01"):
        pieces = [text[at : at + 40_000] for at in range(0, len(text), 40_000)]
        frames = [frame(True, piece, 1 + 40_000 * n) for n, piece in enumerate(pieces)]
        assert found(*OPENING, *frames) == []


@pytest.mark.parametrize(
    ("port", "text", "what"),
    [
        (830, LOGIN, "SSH"),
        (4334, LOGIN, "SSH, call-home"),
        (6513, b"\x16\x03\x01\2\0", "TLS"),
        (4335, b"\x93\0\1", "TLS, call-home"),
    ],
)
def test_encrypted_netconf_is_told(port: int, text: bytes, what: str) -> None:
    """On NETCONF's ports octets that cannot be read are told, from the middle of a connection as well."""
    events, recording = read(pcap([frame(True, text, port=port), frame(False, text, port=port)]))
    assert recording.statistics.encrypted == f"{what}, port {port}"
    (note,) = events
    assert note.kind is EventKind.NOTE
    assert "is encrypted and is not judged" in (note.message or "")


def test_a_gap_is_a_note_of_its_direction() -> None:
    """What the far end acknowledges and the capture lacks."""
    lost = (
        frame(False, HELLO),
        frame(False, b"</x>", 1 + len(HELLO) + 5),
        frame(True, b"", acknowledged=1 + len(HELLO) + 9),
    )
    kinds = told(found(*OPENING, *lost))
    assert kinds[2:] == [("note", "missing: 5 octets of this connection are not in the capture"), ("octets", b"</x>")]


def test_the_end_of_a_packet_that_was_not_captured_is_a_gap() -> None:
    """A snap length loses octets."""
    from tests.captures.packets import record

    whole = frame(True, HELLO)
    cut = (
        pcap([])
        + record(whole[:-10], 10**9, wire_length=len(whole))
        + record(frame(True, b"x", 1 + len(HELLO)), 2 * 10**9)
    )
    assert [kind for kind, _ in told(read(cut)[0])] == ["up", "octets", "note", "octets"]


def test_the_middle_of_a_connection() -> None:
    """Octets that wait are kept until NETCONF shows."""
    events = found(frame(False, b"... </data>"), frame(True, HELLO))
    assert [each.octets for each in events[1:]] == [b"... </data>", HELLO]
    assert "middle of this connection" in (events[0].message or "")


def test_ports_used_again_are_another_connection() -> None:
    """Behind a reset, and without any end."""
    reset = frame(True, flags=TcpFlag.RST)
    events = found(*OPENING, frame(True, HELLO), reset, *OPENING, frame(True, HELLO))
    assert [(each.kind.value, each.association) for each in events if each.octets is None] == [
        ("up", "1"),
        ("abort", "1"),
        ("up", "2"),
    ]
    again = (frame(True, sequence=900, flags=TcpFlag.SYN), frame(True, HELLO, 901))
    events = found(*OPENING, frame(True, HELLO), *again)
    assert [(each.kind.value, each.association) for each in events if each.octets is None] == [
        ("up", "1"),
        ("note", "1"),
        ("up", "2"),
    ]


@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from([HELLO, b"x", b"\0"]), st.integers(0, 2**32 - 1), st.integers(0, 31)),
        max_size=12,
    )
)
def test_nothing_raises(segments: list[tuple[bool, bytes, int, int]]) -> None:
    """Whatever numbers and flags there are."""
    found(*(frame(forth, text, number, number, TcpFlag(flags)) for forth, text, number, flags in segments))


def test_shuffled_segments_come_in_order() -> None:
    """A capture may hold packets in another order than they were sent."""
    text = HELLO * 20
    frames = [frame(True, text[at : at + 50], 1 + at) for at in range(0, len(text), 50)]
    random.Random(3).shuffle(frames)
    assert b"".join(each.octets or b"" for each in found(*OPENING, *frames)) == text

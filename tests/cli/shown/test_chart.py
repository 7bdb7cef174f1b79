"""The sequence chart."""

from collections.abc import Iterable
from dataclasses import replace

from oran_harness.checkers import Audit
from oran_harness.cli.shown.chart import Chart
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import Event, EventKind, HistoryHeader
from tests.cli.recordings import NODE, RIC, ROLES, exchange

HELLO = (
    b'<hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities>'
    b"<capability>urn:ietf:params:netconf:base:1.1</capability></capabilities></hello>]]>]]>"
)


def chart(events: Iterable[Event], limit: int | None = None, roles: dict[str, str] | None = None) -> list[str]:
    """The chart of some events, without its head."""
    return whole(events, limit, roles)[1:]


def whole(events: Iterable[Event], limit: int | None = None, roles: dict[str, str] | None = None) -> list[str]:
    """The chart of some events."""
    drawing = Chart(Terminal(), limit)
    audit = Audit(HistoryHeader(0.0, ROLES if roles is None else roles))
    return [line for event in events for seen in audit.feed(event) for line in drawing.lines(seen)]


def test_the_node_stands_left_and_the_ric_right() -> None:
    """Each message is an arrow from its sender to its receiver, with time, frame, association, name and ids."""
    began, request, response = chart(exchange())
    assert f"association of {RIC} and {NODE}" in began
    assert request.startswith("    0.000000       1     1  |<-- ResetRequest transaction 1 ---")
    assert request.endswith("--|")
    assert response.startswith("    0.100000       2     1  |--- ResetResponse transaction 1 ---")
    assert response.endswith("->|")
    assert len(request) == len(response)


def test_frames_of_captures_are_shown() -> None:
    """The frame where there is one, else the number of the event."""
    framed = [replace(event, frame=41 + event.n) for event in exchange()]
    assert [line.split()[1] for line in chart(framed)] == ["42", "42", "43"]


def test_the_limit_counts_messages() -> None:
    """Beyond the limit one line says that there are more; 0 shows none."""
    events = [replace(each, n=2 * round + each.n, t=round + each.t) for round in range(3) for each in exchange()]
    limited = chart(events, 3)
    assert sum("Reset" in line for line in limited) == 3
    assert limited[-1].strip() == "... more messages are not shown (--chart-limit 3)"
    assert sum("Reset" in line for line in chart(events, 0)) == 0


def test_what_is_wrong_is_remarked() -> None:
    """Octets that no edition accepts, complaints, and what was injected."""
    request, response = exchange()
    bad = replace(request, octets=(request.octets or b"") + b"\x00", injected=True)
    line = chart([bad, response])[1]
    assert line.endswith("|  no edition accepts it, 1 complaint, injected")


def test_ends_and_notes_have_lines() -> None:
    """How an association ended, and notes about it; those about checksums would be in the way."""
    note = Event(3, 1.0, EventKind.NOTE, "1", RIC, NODE, message="missing: two chunks\x1b")
    checksum = Event(4, 1.0, EventKind.NOTE, "1", RIC, NODE, message="checksum: all wrong")
    ended = Event(5, 2.0, EventKind.ABORT, "1", NODE, RIC)
    shown = chart([*exchange(), note, checksum, ended])
    assert any(r"missing: two chunks\x1b" in line for line in shown)
    assert not any("checksum" in line for line in shown)
    assert "association ends: abort by e2-node" in shown[-1]


def test_without_roles_the_first_speaker_is_left() -> None:
    """Where nobody knows who is who, the chart still tells the two apart."""
    garbage = [replace(event, octets=b"\xff\xff\xff") for event in exchange()]
    first, second = (line for line in chart(garbage, roles={}) if "undecodable" in line)
    assert "|--- undecodable" in first
    assert "|<-- undecodable" in second


def test_colour_is_for_terminals() -> None:
    """Directions differ in colour."""
    drawing = Chart(Terminal(colour=True))
    audit = Audit(HistoryHeader(0.0, ROLES))
    shown = [line for event in exchange() for seen in audit.feed(event) for line in drawing.lines(seen)]
    assert "\x1b[35m|<-- Reset" in shown[2]
    assert "\x1b[36m|--- Reset" in shown[3]


def test_the_head_names_the_ends_of_the_interface() -> None:
    """A recording of E2 is headed by node and RIC, one of O1 by element and manager, notes before it included."""
    told = Event(1, 0.0, EventKind.NOTE, message='setting: {"case":"O1-LOCK-101","role":"o1-provider","edition":"1.1"}')
    up = Event(2, 0.1, EventKind.UP, "1", "m", "e")
    hello = Event(3, 0.2, EventKind.OCTETS, "1", "m", "e", octets=HELLO)
    o1 = whole([told, up, hello], roles={"m": "o1-manager", "e": "o1-provider"})
    assert o1[0].split() == ["time", "frame", "assoc", "o1-provider", "o1-manager"]
    assert "O1-LOCK-101 in NETCONF 1.1" in o1[1]
    assert "session of e and m" in o1[2]
    assert "|<-- hello ---" in o1[3]
    assert whole(exchange())[0].split() == ["time", "frame", "assoc", "e2-node", "near-rt-ric"]


def test_a_recording_of_both_interfaces_has_both_heads() -> None:
    """Where it goes over to the other interface the other ends are named."""
    session = [Event(3, 3.0, EventKind.OCTETS, "9", "m", "e", octets=HELLO)]
    roles = {**ROLES, "m": "o1-manager", "e": "o1-provider"}
    heads = [line.split()[3:] for line in whole([*exchange(), *session], roles=roles) if " frame " in line]
    assert heads == [["e2-node", "near-rt-ric"], ["o1-provider", "o1-manager"]]

"""A history numbers and times what happens, hands it on at once, and is bounded."""

import pytest

from oran_harness.drivers import history as module
from oran_harness.drivers.history import History, new_header
from oran_harness.model import Event, EventKind, Role


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_no_two_events_have_the_same_time() -> None:
    """The first is at 0; a clock that stands or goes back does not make times go back."""
    clock = Clock()
    history = History(new_header(3), clock)
    clock.now = 5.0
    history.note("first")
    history.note("second")
    clock.now = 1.0
    history.note("third")
    times = [event.t for event in history.events]
    assert times[0] == 0.0
    assert sorted(set(times)) == times
    assert [event.n for event in history.events] == [1, 2, 3]
    assert (history.last, history.now) == (3, times[-1])


def test_times_survive_a_file() -> None:
    """They are rounded as the file rounds them."""
    clock = Clock()
    history = History(new_header(3), clock)
    history.note("first")
    clock.now = 1 / 3
    assert Event.from_json(history.note("second").to_json()) == history.events[1]


def test_ends_are_named_by_their_roles() -> None:
    """In the head, too."""
    header = new_header(3, 1000.0)
    event = History(header, Clock()).add(EventKind.UP, source=Role.E2_NODE, association="1")
    assert (event.source, event.target) == ("e2-node", "near-rt-ric")
    assert header.roles == {"e2-node": "e2-node", "near-rt-ric": "near-rt-ric", "near-rt-ric 2": "near-rt-ric"}
    assert (header.seed, header.clock_epoch) == (3, 1000.0)


def test_a_second_near_rt_ric_has_a_name_of_its_own() -> None:
    """On the associations that came up at its address, in both directions; others keep the name of the role."""
    history = History(new_header(0), Clock())
    names = [history.new_association(), history.new_association(2), history.new_association()]
    events = [history.add(EventKind.UP, source=Role.E2_NODE, association=name) for name in names]
    assert [event.target for event in events] == ["near-rt-ric", "near-rt-ric 2", "near-rt-ric"]
    sent = history.do(EventKind.OCTETS, Role.NEAR_RT_RIC, names[1], b"x")
    assert (sent.source, sent.target) == ("near-rt-ric 2", "e2-node")


def test_events_are_handed_on_as_they_happen() -> None:
    """Until that fails: then why is kept, and the history goes on."""
    told: list[Event] = []

    def sink(event: Event) -> None:
        if len(told) == 2:
            raise OSError("no space left")
        told.append(event)

    history = History(new_header(0), Clock(), sink)
    for number in range(4):
        history.process(f"line {number}")
    assert told == history.events[:2]
    assert str(history.broken) == "no space left"
    assert history.events[3].kind is EventKind.PROCESS


def test_the_gate_is_asked_before_what_we_do() -> None:
    """And may put something before it."""
    history: History

    def gate(kind: EventKind, association: str | None, octets: bytes | None) -> None:
        history.note(f"{kind.value} {association} {octets!r}")

    history = History(new_header(0), Clock(), gate=gate)
    history.do(EventKind.OCTETS, Role.E2_NODE, "1", b"x")
    assert [event.message for event in history.events] == ["octets 1 b'x'", None]


def test_a_flood_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the number of events and by their size."""
    monkeypatch.setattr(module, "MOST_EVENTS", 3)
    history = History(new_header(0), Clock())
    assert history.flooded is None
    history.heard = 4
    assert history.flooded == "more than 3 events"
    history.heard, history.heard_octets = 0, module.MOST_OCTETS + 1
    assert history.flooded == "more than 64 MiB"


def test_associations_are_counted() -> None:
    """From 1 on, through all that is performed on one history."""
    history = History(new_header(0), Clock())
    assert [history.new_association() for _ in range(2)] == ["1", "2"]

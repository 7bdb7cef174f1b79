"""What an attempt came to, taken from its events."""

from typing import Any

from oran_harness.model import Event, EventKind, Role
from oran_harness.runner.contact import MOST_READ, contact_of, setup_works

RIC, NODE = Role.NEAR_RT_RIC.value, Role.E2_NODE.value


def event(n: int, kind: EventKind, source: str | None = None, **more: Any) -> Event:
    """An event of association 1 unless told."""
    return Event(n, n / 10, kind, **({"association": "1", "source": source} | more))


def test_a_contact_with_a_ric() -> None:
    """Our request, what it said, and how it ended the association."""
    events = [
        event(1, EventKind.UP, NODE),
        event(2, EventKind.OCTETS, NODE, octets=b"\x00", message="E2setupRequest"),
        event(3, EventKind.OCTETS, RIC, octets=b"\x01", message="undecodable octets"),
        event(4, EventKind.ABORT, RIC),
    ]
    contact = contact_of(events, Role.NEAR_RT_RIC)
    assert contact.up
    assert (contact.ours, contact.end, contact.end_follows) == (events[1], events[3], events[2])
    assert [each.event for each in contact.heard] == [events[2]]
    assert contact.ended_after_ours
    assert contact.refusal is None


def test_an_end_of_ours_is_no_end_of_the_sut() -> None:
    """What follows our shutdown is its echo."""
    events = [event(1, EventKind.UP, NODE), event(2, EventKind.SHUTDOWN, NODE), event(3, EventKind.DOWN, RIC)]
    assert contact_of(events, Role.NEAR_RT_RIC).end is None


def test_an_association_that_could_not_be_had() -> None:
    """The reason is in the note; other notes have none."""
    note = 'refused: {"attempt": 1, "reason": "Nobody listens at tcp://a:1"}'
    events = [event(1, EventKind.NOTE, message="hello"), event(2, EventKind.NOTE, message=note)]
    contact = contact_of(events, Role.NEAR_RT_RIC)
    assert (contact.up, contact.refusal, contact.said) == (False, "Nobody listens at tcp://a:1", None)


def test_of_a_flood_the_beginning_is_read() -> None:
    """It tells all."""
    events = [event(n, EventKind.OCTETS, NODE, octets=b"\xff") for n in range(1, MOST_READ + 9)]
    assert len(contact_of(events, Role.E2_NODE).heard) == MOST_READ


def test_whether_an_e2_setup_was_accepted() -> None:
    """By whichever side has to."""
    assert setup_works([event(1, EventKind.OCTETS, RIC, message="E2setupResponse")])
    assert not setup_works([event(1, EventKind.NOTE, message="E2setupResponse")])


def test_an_element_that_says_hello_is_there() -> None:
    """Not so a manager: that is us."""
    assert setup_works([event(1, EventKind.OCTETS, Role.O1_PROVIDER, message="hello")])
    assert not setup_works([event(1, EventKind.OCTETS, Role.O1_MANAGER, message="hello")])

"""Octets wait until it is known who sent them."""

from oran_harness.checkers.netconf.held import Held
from oran_harness.model import Event, EventKind, Role


def event(octets: bytes, source: str = "a") -> Event:
    """Octets from somewhere."""
    return Event(1, 0.0, EventKind.OCTETS, "1", source, "b", octets=octets)


def test_messages_tell_however_they_are_cut() -> None:
    """Evidence may be spread over events."""
    held = Held(None, True)
    assert held.add(event(b"<rpc mess")) is None
    assert held.add(event(b"age-id='1'>")) == ("a", Role.O1_MANAGER)
    assert len(held.events) == 2


def test_hellos_tell_in_the_end() -> None:
    """By who has a session-id."""
    held = Held(None, True)
    assert held.by_hello() is None
    held.add(event(b"<hello><session-id>1</session-id></hello>"))
    assert held.by_hello() == ("a", Role.O1_PROVIDER)


def test_it_is_bounded() -> None:
    """By octets and by events."""
    held = Held(None, True)
    assert not held.full
    held.add(event(bytes(5_000_000)))
    assert held.full
    held = Held(None, True)
    for _ in range(4097):
        held.add(event(b"x"))
    assert held.full
    assert sum(map(len, held.begun.values())) <= 65536

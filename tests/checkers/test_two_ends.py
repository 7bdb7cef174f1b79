"""What everything between two ends has in common."""

from oran_harness.checkers.two_ends import OneEnd, TwoEnds
from oran_harness.model import Event, EventKind, Role

ONE, TWO = OneEnd("one", Role.O1_MANAGER), OneEnd("two", Role.O1_PROVIDER)


def between() -> TwoEnds[OneEnd]:
    """An association of the two."""
    return TwoEnds("1", ONE, TWO)


def test_ends_are_found() -> None:
    """By name, by role, and from the far side; an unknown name is the first's."""
    some = between()
    assert some.ends == (ONE, TWO)
    assert some.end("two") is TWO
    assert some.end("three") is some.end(None) is ONE
    assert some.other(ONE) is TWO
    assert some.with_role(Role.O1_PROVIDER) is TWO
    assert some.with_role(Role.E2_NODE) is None


def test_who_ended_it() -> None:
    """Who began to shut it down, else who is named by the event that ends it; a note tells of nobody."""
    some = between()
    down = Event(1, 0.0, EventKind.DOWN, source="two")
    assert some.ended_by(down) is TWO
    assert some.ended_by(Event(1, 0.0, EventKind.NOTE, source="two")) is None
    some.closing = Event(1, 0.0, EventKind.SHUTDOWN, source="one")
    assert some.closer is some.ended_by(down) is ONE

"""Listeners of a run."""

from oran_harness.model.run_event import Listener, RunEvent, SutChanged
from oran_harness.runner import Announcer
from tests.runner.scene import Told

EVENT = SutChanged(True, 0, "started")


def breaking(event: RunEvent) -> None:
    """A listener that cannot."""
    raise OSError("disk full")


def test_one_that_breaks_is_told_no_more() -> None:
    """It is complained of once; all others hear everything."""
    complaints: list[tuple[Listener, str]] = []
    first, last = Told(), Told()
    announcer = Announcer((first, breaking, last), lambda who, error: complaints.append((who, str(error))))
    announcer.tell(EVENT)
    announcer.tell(EVENT)
    assert first.events == last.events == [EVENT, EVENT]
    assert complaints == [(breaking, "disk full")]
    assert announcer.broken == []


def test_essential_ones_are_remembered() -> None:
    """Whether a run may go on depends on that."""
    announcer = Announcer((breaking,), lambda who, error: None, essential=(breaking,))
    announcer.tell(EVENT)
    assert [who for who, _ in announcer.broken] == [breaking]

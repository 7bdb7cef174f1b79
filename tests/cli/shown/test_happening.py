"""One event of a running case in a line."""

from oran_harness.cli.shown.happening import happening
from oran_harness.model import Event, EventKind
from oran_harness.model.run_event import EventRecorded


def line(kind: EventKind, direction: str | None = None, **more: object) -> str | None:
    """The line of an event."""
    return happening(EventRecorded("A-001", Event(1, 0.25, kind, "1", **more), direction=direction))  # type: ignore[arg-type]


def test_messages_have_a_direction() -> None:
    """Time, association, arrow, name and size; what breaks the rules on purpose is marked."""
    said = line(EventKind.OCTETS, "to-sut", octets=b"abc", message="ResetRequest", injected=True)
    assert said == "    0.250 s    1 --> ResetRequest, 3 octets, injected"
    assert line(EventKind.OCTETS, "from-sut", octets=b"a") == "    0.250 s    1 <-- octets, 1 octets"


def test_associations_and_steps() -> None:
    """Their beginning, their end, what is waited for; notes are not for those who watch."""
    assert (line(EventKind.UP) or "").endswith("the association is up")
    assert (line(EventKind.ABORT, source="e2-node") or "").endswith("the association is aborted by the e2-node")
    assert (line(EventKind.STEP, message="pause 1 s\x1b") or "").endswith("pause 1 s\\x1b")
    assert line(EventKind.NOTE, message="x") is None

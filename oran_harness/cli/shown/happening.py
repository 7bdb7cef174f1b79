"""One event of a running case in a line, for people who watch."""

from oran_harness.cli.shown.printable import shortened
from oran_harness.model import Event, EventKind
from oran_harness.model.run_event import EventRecorded

_WIDTH = 100
_ENDS = {
    EventKind.SHUTDOWN: "the association is closed",
    EventKind.ABORT: "the association is aborted",
    EventKind.DOWN: "the association is over",
}
TO_SUT = "to-sut"


def happening(recorded: EventRecorded) -> str | None:
    """The line of an event: time, direction, association, what; None for what nobody wants to watch."""
    event = recorded.event
    text = _text(event)
    if text is None:
        return None
    arrow = "   "
    if event.kind is EventKind.OCTETS:
        arrow = "-->" if recorded.direction == TO_SUT else "<--"
    return f"{event.t:>9.3f} s  {event.association or '-':>3} {arrow} {shortened(text, _WIDTH)}"


def _text(event: Event) -> str | None:
    if event.kind is EventKind.OCTETS:
        octets = len(event.octets or b"")
        return f"{event.message or 'octets'}, {octets} octets{', injected' if event.injected else ''}"
    if event.kind is EventKind.UP:
        return "the association is up"
    if event.kind in _ENDS:
        by = f" by the {event.source}" if event.source else ""
        return f"{_ENDS[event.kind]}{by}"
    return event.message if event.kind is EventKind.STEP else None

"""The finding that a SUT died."""

from oran_harness.model import Event, EventKind, Level
from oran_harness.runner.death import SUT_DIED, deaths, note_of
from oran_harness.steps import Peer
from tests.runner.scene import case


async def body(peer: Peer) -> None:
    """Nothing."""


CASE = case(body).description
NOTE = Event(9, 2.0, EventKind.NOTE, message=note_of("exit status 3"))


def test_it_shows_what_the_process_did_last() -> None:
    """That event, if there is one, else the note itself."""
    process = Event(5, 1.0, EventKind.PROCESS, message="process 4711 ended: exit status 3")
    (finding,) = deaths(CASE, "history/A", [process, Event(6, 1.5, EventKind.NOTE, message="probe: none"), NOTE])
    assert (finding.rule, finding.level, finding.blame, finding.event) == (SUT_DIED, Level.MUST, "near-rt-ric", 5)
    assert (finding.case, finding.history, finding.actual) == (CASE.id, "history/A.jsonl", "exit status 3")
    assert [each.event for each in deaths(CASE, "history/A", [NOTE])] == [9]


def test_without_the_note_nobody_died() -> None:
    """Other notes are other notes."""
    assert deaths(CASE, "h", [Event(1, 0.0, EventKind.NOTE, message="SUT"), Event(2, 0.0, EventKind.NOTE)]) == ()

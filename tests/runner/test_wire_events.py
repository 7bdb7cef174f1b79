"""Events as listeners are told of them."""

from oran_harness.model import Event, EventKind
from oran_harness.runner.wire_events import recorded
from oran_harness.steps import Peer
from tests.runner.scene import case


async def body(peer: Peer) -> None:
    """Nothing."""


CASE = case(body).description


def message(name: str, source: str) -> Event:
    """A message event."""
    return Event(1, 0.0, EventKind.OCTETS, source=source, octets=b"x", message=name)


def test_messages_have_procedure_and_direction() -> None:
    """By name and sender; what is no message of E2AP has no procedure."""
    sent = recorded(CASE, message("E2setupRequest", "e2-node"))
    assert (sent.interface, sent.procedure, sent.direction) == ("e2", "E2setup", "to-sut")
    heard = recorded(CASE, message("E2setupResponse", "near-rt-ric"))
    assert (heard.procedure, heard.direction) == ("E2setup", "from-sut")
    assert recorded(CASE, message("undecodable octets", "near-rt-ric")).procedure is None


def test_other_events_have_neither() -> None:
    """A note is a note."""
    found = recorded(CASE, Event(1, 0.0, EventKind.NOTE, message="E2setupRequest"))
    assert (found.case, found.interface, found.procedure, found.direction) == (CASE.id, None, None, None)

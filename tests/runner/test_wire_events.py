"""Events as listeners are told of them."""

from dataclasses import replace

import pytest

from oran_harness.model import Event, EventKind, Role
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


@pytest.mark.parametrize(
    ("label", "procedure"),
    [
        ("hello", "hello"),
        ("rpc get-config", "get-config"),
        ("rpc-reply data-missing, data-exists to edit-config", "edit-config"),
        ("rpc-reply ok", None),
        ("rpc-reply data to supervision-watchdog-reset", "supervision-watchdog-reset"),
        ("notification netconf-session-start", "notification"),
        ("rpc no-such-operation", None),
        ("rpc lock, rpc unlock", "lock"),
        ("unreadable", None),
        ("", None),
    ],
)
def test_messages_of_netconf_have_their_operation(label: str, procedure: str | None) -> None:
    """Requests and replies count by the operation that they are about, if a standard has it."""
    element = replace(CASE, under_test=Role.O1_PROVIDER)
    assert recorded(element, message(label, "o1-provider")).procedure == procedure

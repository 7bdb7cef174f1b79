"""An inbox keeps what has come until a step takes it, and no more than its bound."""

import pytest

from oran_harness.steps import inbox as module
from oran_harness.steps.inbox import Inbox, Moment, moment
from tests.steps.record import RESET, Record


def test_moments_are_ordered_by_time_then_by_event() -> None:
    """A moment that a deadline made is behind all that came by then."""
    assert Moment(1.0, 9) < Moment(2.0, 1) < Moment(2.0, 2) < Moment(2.0)


def test_messages_wait_in_order_until_they_are_taken() -> None:
    """``since`` gives those behind a number; taking one that is gone is harmless."""
    record = Record()
    received = [record.heard(RESET, float(t)) for t in range(1, 5)]
    inbox = record.inbox
    assert list(inbox.since(-1)) == received
    assert list(inbox.since(received[1].n)) == received[2:]
    inbox.take(received[2].n)
    inbox.take(received[2].n)
    assert list(inbox.since(received[1].n)) == received[3:]
    assert moment(received[0]) == Moment(1.0, received[0].n)


def test_the_oldest_is_given_up_beyond_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SUT may not make it grow without end; how many were given up is known."""
    monkeypatch.setattr(module, "MOST_WAITING", 3)
    record = Record()
    received = [record.heard(RESET, float(t)) for t in range(5)]
    assert record.inbox.messages == received[2:]
    assert (record.inbox.forgotten, Inbox().forgotten) == (2, 0)

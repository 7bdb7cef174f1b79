"""A property is judged once more from the history of its run: the same examples, the same verdict."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from oran_harness.conformance import load_properties
from oran_harness.drivers import recorded_examples
from oran_harness.model import Event, EventKind, HistoryHeader, InputError, Verdict
from oran_harness.model.run_event import CaseStarted, EventRecorded
from oran_harness.peers.actor import Actor
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ResetRequest
from oran_harness.runner import Finds, Options, Outcome, PropertySource, replay_property
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Test, ends_all
from tests.runner.scene import HostedAdapter, perform, ric, target

PROPERTY = next(each for each in load_properties() if each.id == "E2AP-PROP-104")


def without_transaction(message: Message | None, octets: bytes) -> bool:
    """A Reset without its TransactionID."""
    return isinstance(message, ResetRequest) and message.transaction_id is None


def third() -> Test:
    """The third Reset of all, by chance."""
    seen = count(1)
    return lambda message, octets: isinstance(message, ResetRequest) and next(seen) == 3


def performed(make: Callable[[], Actor], folder: Path) -> tuple[Outcome, HistoryHeader, list[Event]]:
    """A run of the property, and its history."""
    source = PropertySource(PROPERTY, Finds(folder), examples=12)
    outcome, told = perform([source], target(HostedAdapter(make)), options=Options(timeout=5))
    (started,) = told.of(CaseStarted)
    return outcome, started.header, [each.event for each in told.of(EventRecorded) if each.case == PROPERTY.id]


def test_a_property_that_held_holds_again(tmp_path: Path) -> None:
    """Each example is performed on what was recorded of it; the probe behind the last is none."""
    outcome, header, events = performed(ric, tmp_path)
    assert [result.verdict for result in outcome.results] == [Verdict.PASS]
    assert len(list(recorded_examples(events, PROPERTY.id))) == 12
    assert replay_property(PROPERTY, header, events) is None


def test_a_failure_is_the_same_again(tmp_path: Path) -> None:
    """With all that explains it; where its find was kept is not known to a replay."""
    outcome, header, events = performed(lambda: MisbehavingRic("3.01", ends_all(without_transaction)), tmp_path)
    (result,) = outcome.results
    again = replay_property(PROPERTY, header, events)
    assert again is not None
    assert result.verdict is again.verdict is Verdict.FAIL
    assert (again.requirement, again.expected, again.actual) == (result.requirement, result.expected, result.actual)
    assert again.reason.startswith("ResetRequest in which TransactionID is left out")


def test_what_failed_once_only_is_inconclusive_again(tmp_path: Path) -> None:
    """As it was in the run."""
    fails = third()
    outcome, header, events = performed(lambda: MisbehavingRic("3.01", ends_all(fails)), tmp_path)
    again = replay_property(PROPERTY, header, events)
    assert again is not None
    assert [result.verdict for result in outcome.results] == [again.verdict] == [Verdict.INCONC]
    assert again.reason == outcome.results[0].reason


def changed(events: Sequence[Event], n: int, **what: object) -> list[Event]:
    """The events, the one of that number with something else in it."""
    return [replace(each, **what) if each.n == n else each for each in events]  # type: ignore[arg-type]


def test_an_example_that_sends_something_else_diverges(tmp_path: Path) -> None:
    """Also one in the middle: an error that names the event."""
    _, header, events = performed(ric, tmp_path)
    sent = [each for each in events if each.kind is EventKind.OCTETS and each.source == "e2-node"][20]
    again = replay_property(PROPERTY, header, changed(events, sent.n, octets=b"\x00"))
    assert again is not None
    assert again.verdict is Verdict.ERROR
    assert f"at event {sent.n}" in again.reason


@pytest.mark.parametrize("drawn", [None, "x", [["none such", 1, 2]], [[1]]])
def test_notes_that_no_run_writes(tmp_path: Path, drawn: object) -> None:
    """The caller's mistake, told with the event."""
    _, header, events = performed(ric, tmp_path)
    first = next(each for each in events if (each.message or "").startswith("setting: "))
    told = json.loads((first.message or "").removeprefix("setting: ")) | {"example": drawn}
    with pytest.raises(InputError, match=f"Event {first.n} "):
        replay_property(PROPERTY, header, changed(events, first.n, message=f"setting: {json.dumps(told)}"))

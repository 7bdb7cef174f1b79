"""Events and the head of a history, as the history file has them."""

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model.event import HISTORY_SCHEMA, Event, EventKind, HistoryHeader
from oran_harness.model.role import Role

QUICK = settings(database=None, deadline=None, max_examples=100)
TEXT = st.none() | st.text(max_size=20)
NUMBER = st.none() | st.integers(0, 2**32)

EVENTS = st.builds(
    Event,
    n=st.integers(0, 2**40),
    t=st.floats(0, 1e6).map(lambda t: round(t, 9)),
    kind=st.sampled_from(EventKind),
    association=TEXT,
    source=TEXT,
    target=TEXT,
    stream=NUMBER,
    ppid=NUMBER,
    octets=st.none() | st.binary(max_size=40),
    message=TEXT,
    injected=st.booleans(),
    frame=NUMBER,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = ("n", "t", "kind", "association", "from", "to", "stream", "ppid", "octets", "message", "injected", "frame")


@QUICK
@given(EVENTS)
def test_an_event_survives_the_file(event: Event) -> None:
    """What is written as a line of a history is read back the same."""
    assert Event.from_json(json.loads(json.dumps(event.to_json()))) == event


def test_what_is_unknown_is_not_written() -> None:
    """A line holds n, t and kind, and beyond them only what is known; octets are hexadecimal."""
    assert Event(n=0, t=0.0, kind=EventKind.UP).to_json() == {"n": 0, "t": 0.0, "kind": "up"}
    event = Event(n=1, t=0.5, kind=EventKind.OCTETS, source="a", target="b", octets=b"\x00\xff", injected=True)
    assert event.to_json() == {
        "n": 1,
        "t": 0.5,
        "kind": "octets",
        "from": "a",
        "to": "b",
        "octets": "00ff",
        "injected": True,
    }


@QUICK
@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), JSON))
def test_a_line_that_is_no_event_is_refused(line: dict[str, Any]) -> None:
    """Any JSON object is either an event or one of three errors: a history is a file that anyone may have written."""
    try:
        event = Event.from_json(line)
    except (KeyError, TypeError, ValueError):
        return
    assert isinstance(event.n, int)
    assert math.isfinite(event.t)


@pytest.mark.parametrize(
    "line",
    [
        {"n": True, "t": 0, "kind": "up"},
        {"n": 0, "t": math.nan, "kind": "up"},
        {"n": 0, "t": math.inf, "kind": "up"},
        {"n": 0, "t": "0", "kind": "up"},
        {"n": 0, "t": 0, "kind": "sideways"},
        {"n": 0, "t": 0, "kind": "up", "from": 7},
        {"n": 0, "t": 0, "kind": "octets", "octets": "0g"},
        {"n": 0, "t": 0, "kind": "octets", "octets": 12},
        {"n": 0, "t": 0, "kind": "octets", "ppid": 1.5},
        {"n": 2**64, "t": 0, "kind": "up"},
        {"n": 0, "t": 0, "kind": "up", "frame": 10**400},
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(line: dict[str, Any]) -> None:
    """Numbers are numbers, times are finite, kinds are those of the contract, octets are hexadecimal."""
    with pytest.raises((TypeError, ValueError)):
        Event.from_json(line)


@pytest.mark.parametrize("key", ["n", "t", "kind", "stream", "octets"])
@pytest.mark.parametrize("value", ["x" * 100_000, ["x" * 1000] * 1000, 10**4000], ids=["text", "list", "number"])
def test_a_refusal_is_short(key: str, value: object) -> None:
    """What stands in place of a value is told in brief, and in words that say nothing of Python."""
    with pytest.raises((TypeError, ValueError)) as caught:
        Event.from_json({"n": 0, "t": 0, "kind": "octets", "octets": "00", key: value})
    assert len(str(caught.value)) < 400
    assert "fromhex" not in str(caught.value)


HEADERS = st.builds(
    HistoryHeader,
    clock_epoch=st.floats(0, 4e9),
    roles=st.dictionaries(st.text(max_size=10), st.text(max_size=10), max_size=3),
    seed=st.none() | st.integers(),
    judged=st.none() | st.sampled_from([role.value for role in Role]),
)


@QUICK
@given(HEADERS)
def test_a_head_survives_the_file(header: HistoryHeader) -> None:
    """The first line of a history names its schema and is read back the same."""
    line = json.loads(json.dumps(header.to_json()))
    assert line["schema"] == HISTORY_SCHEMA
    assert HistoryHeader.from_json(line) == header


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"schema": "oran-harness/history/2"},
        {"schema": HISTORY_SCHEMA, "roles": ["a"]},
        {"schema": HISTORY_SCHEMA, "roles": {"a": 1}},
        {"schema": HISTORY_SCHEMA, "clock_epoch": "now"},
        {"schema": HISTORY_SCHEMA, "seed": "x"},
        {"schema": HISTORY_SCHEMA, "judged": "nobody"},
    ],
)
def test_a_line_that_is_no_head_is_refused(line: dict[str, Any]) -> None:
    """Another schema, roles that are no table of names, or a time that is no number: an error, not a guess."""
    with pytest.raises((TypeError, ValueError)):
        HistoryHeader.from_json(line)

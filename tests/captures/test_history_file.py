import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures import read_recording, write_history
from oran_harness.captures.history_file import read_header
from oran_harness.model import Event, EventKind, HistoryHeader, InputError, UsageError
from tests.captures import packets

QUICK = settings(database=None, deadline=None, max_examples=60)
HEAD = b'{"schema": "oran-harness/history/1", "clock_epoch": 1.5, "roles": {}, "seed": null}\n'
TEXT = st.none() | st.text(max_size=8)
EVENTS = st.lists(
    st.builds(
        Event,
        n=st.integers(0, 99),
        t=st.floats(0, 1e6).map(lambda t: round(t, 9)),
        kind=st.sampled_from([kind for kind in EventKind if kind is not EventKind.OCTETS]),
        association=TEXT,
        source=TEXT,
        target=TEXT,
        stream=st.none() | st.integers(0, 65_535),
        message=TEXT,
        injected=st.booleans(),
        frame=st.none() | st.integers(1, 9),
    )
    | st.builds(
        Event, n=st.integers(0, 9), t=st.just(0.5), kind=st.just(EventKind.OCTETS), octets=st.binary(max_size=9)
    ),
    max_size=6,
)
HEADERS = st.builds(
    HistoryHeader,
    clock_epoch=st.floats(0, 1e10),
    roles=st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
    seed=st.none() | st.integers(),
)


@QUICK
@given(HEADERS, EVENTS)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, header: HistoryHeader, events: list[Event]
) -> None:
    """Head and events come back as they were, whatever text is in them."""
    path = tmp_path_factory.mktemp("history") / "file.jsonl"
    write_history(path, header, events)
    with read_recording(path) as recording:
        assert recording.kind == "history"
        assert recording.header == header
        assert list(recording.events) == events
    assert recording.statistics.octets == path.stat().st_size


def test_one_event_a_line(tmp_path: Path) -> None:
    """The file is lines of JSON: the head, then events."""
    path = tmp_path / "file.jsonl"
    write_history(path, HistoryHeader(1.5), [Event(1, 0.25, EventKind.OCTETS, "1", "a", "b", 0, 70, b"\1\2")])
    first, second = map(json.loads, path.read_text("utf-8").splitlines())
    assert first["schema"] == "oran-harness/history/1"
    assert second == {
        "n": 1,
        "t": 0.25,
        "kind": "octets",
        "association": "1",
        "from": "a",
        "to": "b",
        "stream": 0,
        "ppid": 70,
        "octets": "0102",
    }


def test_not_written_when_events_fail(tmp_path: Path) -> None:
    """Events that raise leave no file; a place that cannot be written is one sentence."""

    def failing() -> object:
        yield Event(1, 0.0, EventKind.UP)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_history(tmp_path / "file", HistoryHeader(), failing())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UsageError, match="cannot be written"):
        write_history(tmp_path / "none" / "file", HistoryHeader(), [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "not JSON at column"),
        (b"[]", "not a JSON object"),
        (b"{}", "n is missing"),
        (b'{"n": 1, "t": 0, "kind": "lunch"}', "lunch"),
        (b'{"n": 1, "t": NaN, "kind": "up"}', "nan"),
        (b'{"n": true, "t": 0, "kind": "up"}', "True"),
        (b'{"n": 1, "t": 0, "kind": "octets"}', "has no octets"),
        (b'{"n": 1, "t": 0, "kind": "octets", "octets": "0g"}', "hex"),
        (b'{"n": 1, "t": 0, "kind": "octets", "octets": 5}', "line 3"),
        (b'{"n": 1, "t": 0, "kind": [], "octets": 5}', "line 3"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"n": ' + b"1" * 10_000 + b"}", "line 3"),
    ],
)
def test_broken_lines(line: bytes, words: str) -> None:
    """A line that is no event is refused with its number, after the events before it."""
    good = b'{"n": 1, "t": 0, "kind": "up"}\n'
    with pytest.raises(InputError) as caught:
        packets.read(HEAD + good + line + b"\n")
    assert "line 3" in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "head",
    [b"{}", b'{"schema": "other"}', b"{", b'{"schema": "oran-harness/history/1", "roles": []', b'{"a":' * 50_000],
)
def test_broken_heads(head: bytes) -> None:
    """A first line that is not the head of a history is refused as such."""
    with pytest.raises(InputError, match="line 1"):
        packets.read(head + b"\n")


def test_empty_lines_do_not_matter() -> None:
    """Lines without anything are passed over, a byte order mark too."""
    events, _ = packets.read(b"\xef\xbb\xbf" + HEAD + b'\n\n{"n": 1, "t": 0, "kind": "up"}\n\n')
    assert len(events) == 1


def test_a_history_that_is_cut_off() -> None:
    """Compressed and broken off, a history ends with the number of the line that it reached."""
    octets = gzip.compress(HEAD + b'{"n": 1, "t": 0, "kind": "up"}\n' * 3)
    with pytest.raises(InputError, match=r"line \d+"):
        packets.read(octets[:-9])


def test_lines_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond all measure is refused, not kept."""
    monkeypatch.setattr("oran_harness.captures.history_file.LONGEST_LINE", 1000)
    with pytest.raises(InputError, match=r"line 2.*longer than 1000 octets"):
        packets.read(HEAD + b'{"n": 1, "message": "' + b"x" * 1000)


def test_parts_are_bounded() -> None:
    """A line of countless tiny values, which would take a multiple of its size in memory, is not parsed."""
    parts = b'{"n": 1, "t": 0, "kind": "note", "x": [' + b"[]," * 200_000 + b"[]]}\n"
    with pytest.raises(InputError, match=r"line 2.*more parts"):
        packets.read(HEAD + parts)


def test_heads_in_comments() -> None:
    """A head in a text is found, anything else is none."""
    assert read_header(HEAD.decode()) == HistoryHeader(1.5)
    for text in (None, "", "text", "{", "{}", "[1]", '{"a":' * 50_000):
        assert read_header(text) is None

"""Stimuli as lines of JSON."""

import json

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.adapters import StimulusStatus
from oran_harness.adapters.stimulus_lines import Owed, answer_in, stimulus_line

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["done", "failed"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def test_the_line_that_asks() -> None:
    """One line, whatever is in its arguments."""
    line = stimulus_line("subscribe", {"text": "a\nb", "style": 1})
    assert line.count(b"\n") == 1
    assert json.loads(line) == {"stimulus": "subscribe", "arguments": {"text": "a\nb", "style": 1}}


def test_the_line_that_answers() -> None:
    """Details may be missing."""
    found = answer_in(' {"stimulus": "x", "status": "done"}')
    assert found is not None
    assert (found[0], found[1].status, found[1].details) == ("x", StimulusStatus.DONE, {})


@given(st.text() | st.fixed_dictionaries({"stimulus": JSON, "status": JSON, "details": JSON}).map(json.dumps))
def test_anything_else_is_no_answer(line: str) -> None:
    """A line is an answer of the contract's form, or none; nothing raises."""
    found = answer_in(line)
    if found is not None:
        assert isinstance(found[0], str)
        assert isinstance(found[1].details, dict)


def test_deep_nesting_and_long_numbers_are_no_answer() -> None:
    """What JSON cannot be read is a line of output like others."""
    assert answer_in('{"a":' * 100_000) is None
    assert answer_in('{"a": ' + "1" * 5000 + "}") is None


def test_late_answers_are_counted_by_name() -> None:
    """Each miss is made good by one late answer of that name."""
    owed = Owed()
    assert not owed.late("x")
    owed.missed("x")
    assert not owed.late("y")
    assert owed.late("x")
    assert not owed.late("x")

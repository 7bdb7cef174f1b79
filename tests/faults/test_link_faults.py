"""What is done to messages, as values."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.faults import NO_FAULTS, LinkFaults, parse_faults
from oran_harness.model import UsageError


def test_words_of_the_command_line_are_read_and_written() -> None:
    """Each fault once, in any order; what is written is read as the same."""
    faults = parse_faults(("loss=1%", "delay=50ms", "jitter=0.02s"))
    assert faults == LinkFaults(0.05, 0.02, 0.01)
    assert str(faults) == "delay=50ms,jitter=20ms,loss=1%"
    assert parse_faults(faults.words) == faults


def test_nothing_is_no_fault() -> None:
    """Nothing asked for, nothing done."""
    assert parse_faults(()) == NO_FAULTS
    assert not NO_FAULTS
    assert LinkFaults(loss=0.01)
    assert NO_FAULTS.way(Random(1)) == NO_FAULTS.repetition(Random(1)) == NO_FAULTS.opening(Random(1)) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dealy=50ms",), "There is no fault 'dealy=50ms'; there are delay, jitter, loss, written like delay=50ms."),
        (("delay",), "The fault 'delay' cannot be; delay takes a time above 0 and up to 1 s, like 50ms or 0.2s."),
        (("loss=2",), "The fault 'loss=2' cannot be; loss takes a share above 0 % and up to 50 %, like 1% or 0.5%."),
        (("loss=1%", "loss=2%"), "The fault loss is given twice; give it once."),
    ],
)
def test_what_cannot_be_is_said(words: tuple[str, ...], said: str) -> None:
    """What is wrong, and what would be right."""
    with pytest.raises(UsageError) as told:
        parse_faults(words)
    assert str(told.value) == said


@given(st.integers(0, 1000), st.floats(0, 1), st.floats(0, 1))
def test_a_way_lies_within_the_jitter(seed: int, delay: float, jitter: float) -> None:
    """Never back in time, never more than was asked for."""
    faults = LinkFaults(delay, jitter)
    way = faults.way(Random(seed))
    assert max(0.0, delay - jitter) <= way <= faults.longest_way == delay + jitter


def test_each_repetition_waits_twice_as_long() -> None:
    """1 s, then 2 s more and no more: 5 s, which a step waits, are not over; as often as was asked for."""
    random = Random(5)
    late = [LinkFaults(loss=0.1).repetition(random) for _ in range(100_000)]
    assert set(late) == {0.0, 1.0, 3.0}
    assert sum(each > 0 for each in late) == pytest.approx(10_000, rel=0.05)
    assert sum(each > 1 for each in late) == pytest.approx(1_000, rel=0.15)


def test_to_open_takes_a_way_there_and_back() -> None:
    """As a handshake does."""
    assert LinkFaults(delay=0.05).opening(Random(1)) == pytest.approx(0.1)

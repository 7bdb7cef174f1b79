"""Whether each asked item is answered, once, and no other."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.protocols.e2ap.engine.tally import present, tally

ITEMS = st.lists(st.integers(0, 6), max_size=8)


@settings(database=None, deadline=None, max_examples=100)
@given(ITEMS, ITEMS, ITEMS)
def test_it_finds_what_a_count_finds(asked: list[int], one: list[int], other: list[int]) -> None:
    """Unanswered, unasked and repeated items are those of a plain count."""
    found = tally(asked, one, other)
    given_items = Counter(one + other)
    assert set(found.unanswered) == set(asked) - set(given_items)
    assert set(found.unasked) == set(given_items) - set(asked)
    assert set(found.repeated) == {x for x, n in given_items.items() if n > max(1, asked.count(x))}


def test_a_dict_stands_for_its_keys() -> None:
    """Items may come as a dict's keys."""
    assert tally(dict.fromkeys((5, 6)), (5,)).unanswered == (6,)


def test_what_could_not_be_read_is_left_out() -> None:
    """A list may be absent, and hold items that are not readable."""
    assert present(None) == ()
    assert present((1, None, 2)) == (1, 2)

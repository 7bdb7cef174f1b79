"""A mapping that forgets its oldest entries."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.protocols.e2ap.engine.bounded_map import BoundedMap


@settings(database=None, deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 9)), st.integers(1, 5))
def test_it_never_holds_more_than_its_limit(keys: list[int], limit: int) -> None:
    """The newest entries stay, and that something was forgotten is known."""
    held: BoundedMap[int, int] = BoundedMap(limit)
    for position, key in enumerate(keys):
        held[key] = position
        assert len(held) <= limit
        assert held[key] == position
    assert held.overflowed is (len(set(keys)) > len(held))


def test_a_copy_is_apart() -> None:
    """What is tried on a copy does not touch the original."""
    held: BoundedMap[int, str] = BoundedMap(2)
    held[1] = "a"
    twin = held.copy()
    twin[2] = "b"
    del twin[1]
    assert dict(held) == {1: "a"}
    assert held.get_or_none(2) is None
    assert twin.limit == 2

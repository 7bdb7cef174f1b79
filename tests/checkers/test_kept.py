"""A note that names subscriptions of before a history."""

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.checkers.association import History
from oran_harness.checkers.kept import MOST_KEPT, kept_by, kept_note
from oran_harness.protocols.e2ap.elements import RICrequestID

HALF = st.integers(0, 65535)


@given(st.lists(st.builds(RICrequestID, HALF, HALF), max_size=20))
def test_what_is_noted_is_read_again(request_ids: list[RICrequestID]) -> None:
    """All of them, in their order."""
    assert kept_by(kept_note(request_ids)) == tuple(request_ids)


def test_a_note_has_its_bounds() -> None:
    """Of very many the last are told."""
    many = [RICrequestID(number % 65536, number // 65536) for number in range(3 * MOST_KEPT)]
    assert kept_by(kept_note(many)) == tuple(many[-MOST_KEPT:])


@given(st.none() | st.text())
def test_other_notes_name_none(note: str | None) -> None:
    """Whatever they say."""
    assert kept_by(note) == ()


def test_many_notes_have_the_same_bounds() -> None:
    """A history with a note for each of its lines is followed as fast, and keeps no more."""
    history = History()
    for number in range(3 * MOST_KEPT):
        history.keep((RICrequestID(number, 1), RICrequestID(number, 1)))
    assert len(history.kept) == MOST_KEPT
    assert history.kept[-1] == RICrequestID(3 * MOST_KEPT - 1, 1)

"""What happened in a radio network between two times, and when something will happen next."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.peers.ran_functions.radio import AWAY_S, Radio
from oran_harness.peers.ran_functions.radio_events import LONGEST_S, events, next_event_at, own_events


def radio(seed: int = 1, **more: int) -> Radio:
    """A network that began at 0."""
    one = Radio(seed=seed, **more)
    one.age(0.0)
    return one


@settings(max_examples=50)
@given(st.integers(0, 100), st.floats(0, 1e4), st.lists(st.floats(0.01, 5.0), min_size=1, max_size=8))
def test_no_event_is_lost_or_told_twice(seed: int, start: float, steps: list[float]) -> None:
    """However often one asks, each event is told once, in order."""
    one, now, told = radio(seed), start, []
    for step in steps:
        told += own_events(one, now, now + step)
        now += step
    assert tuple(told) == own_events(one, start, now)
    assert [event.at for event in told] == sorted(event.at for event in told)


@settings(max_examples=50)
@given(st.integers(0, 100), st.floats(0, 1e4))
def test_the_next_event_is_the_next(seed: int, now: float) -> None:
    """Nothing happens before the time that is foretold, and something does by then."""
    one = radio(seed)
    soon = next_event_at(one, now)
    assert soon > now
    told = own_events(one, now, soon + 1e-6)
    assert {event.at for event in told if event.at < soon - 1e-6} == set()
    # A handover of a UE that has but one cell, or a release of one that is gone, wakes for nothing.
    assert told or next_event_at(one, soon) > soon


def test_events_agree_with_what_is_there() -> None:
    """A UE is there from its arrival to its departure, in the cell into which it was handed over."""
    one = radio(4)
    for event in own_events(one, 0.0, 50.0):
        if event.ue is None:
            continue
        just_before, just_after = one.ue(event.ue.slot, event.at - 1e-6), one.ue(event.ue.slot, event.at + 1e-6)
        if event.id_change == 1:
            assert (just_before, just_after) == (None, event.ue)
        elif event.id_change == 2:
            assert just_before is not None
            assert just_before.cell != event.ue.cell
            assert just_after == event.ue
        elif event.state == "rrc-idle":
            assert just_after is None
            assert just_before is not None


def test_one_cell_has_no_handovers() -> None:
    """Where there is but one cell nobody moves."""
    assert not [event for event in own_events(radio(cells=1), 0.0, 50.0) if event.id_change == 2]


def test_what_a_ric_did_is_told_too() -> None:
    """A released UE is heard of once, comes back if it is permanent, and takes its later events with it."""
    one = radio(4)
    first = one.ues(0.0)[0]
    one.release(first, 1.0)
    own = [event for event in events(one, 0.0, 10.0) if event.ue is not None and event.ue.slot == 0]
    assert [(event.at, event.state, event.caused) for event in own] == [
        (1.0, "rrc-idle", True),
        (1.0 + AWAY_S, "rrc-connected", False),
    ]
    assert next_event_at(one, AWAY_S) <= 1.0 + AWAY_S
    arrival = next(event for event in own_events(one, 10.0, 40.0) if event.id_change == 1)
    assert arrival.ue is not None
    one.release(arrival.ue, arrival.at + 0.01)
    later = [event for event in own_events(one, arrival.at + 0.02, arrival.at + 4) if event.ue is not None]
    assert arrival.ue.number not in {event.ue.number for event in later if event.ue is not None}


def test_a_cell_that_a_ric_chose_is_kept() -> None:
    """A UE that a RIC moved does not move on its own any more."""
    one = radio(4)
    arrival = next(event for event in own_events(one, 0.0, 40.0) if event.id_change == 1)
    assert arrival.ue is not None
    one.hand_over(arrival.ue, 0, arrival.at)
    later = own_events(one, arrival.at, arrival.at + 6)
    assert not [event for event in later if event.id_change == 2 and event.ue and event.ue.number == arrival.ue.number]


def test_long_silence() -> None:
    """Who asks seldom hears of the last minute only."""
    told = own_events(radio(), 0.0, 1e6)
    assert told
    assert min(event.at for event in told) > 1e6 - LONGEST_S

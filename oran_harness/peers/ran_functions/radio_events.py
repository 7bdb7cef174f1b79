"""What happened in a radio network between two times, and when something will happen next."""

from collections.abc import Callable, Iterator

from oran_harness.peers.ran_functions.radio import INACTIVE, LEFT, MOVED, NEIGHBOURS_S, PERMANENT_UES, Radio
from oran_harness.peers.ran_functions.radio_event import (
    NEIGHBOURS_CHANGED,
    RadioEvent,
    Ue,
    arrival,
    departure,
    handover,
    node_changed,
    suspension,
)

LONGEST_S = 60.0
"""How far back events are told, in seconds: who asks more seldom has missed the rest."""

_LIFE: tuple[tuple[float, Callable[[Ue, float], RadioEvent]], ...] = (
    (0.0, arrival),
    (MOVED, handover),
    (INACTIVE, suspension),
    (LEFT, departure),
)


def events(radio: Radio, since: float, until: float) -> tuple[RadioEvent, ...]:
    """All that happened after ``since`` and not after ``until``, oldest first."""
    caused = (event for event in radio.caused if since < event.at <= until)
    return tuple(sorted((*caused, *own_events(radio, since, until)), key=lambda event: event.at))


def own_events(radio: Radio, since: float, until: float) -> tuple[RadioEvent, ...]:
    """What happened in that time on its own, not by a RIC, oldest first."""
    radio.age(since)
    start = max(since, until - LONGEST_S)
    found: list[RadioEvent] = []
    for slot in range(radio.slots):
        found += _of_slot(radio, slot, start, until)
    found += _of_cells(radio, start, until)
    return tuple(sorted(found, key=lambda event: event.at))


def next_event_at(radio: Radio, after: float) -> float:
    """When something happens next on its own, later than ``after``."""
    age = radio.age(after)
    soonest = after - age + (age // NEIGHBOURS_S + 1) * NEIGHBOURS_S
    if soonest <= after:
        # Rounding has put the boundary where we are.
        soonest += NEIGHBOURS_S
    for slot in range(radio.slots):
        if slot < PERMANENT_UES:
            back = radio.returns_at(slot)
            times = [] if back is None else [back]
        else:
            generation, _ = radio.life(slot, after)
            times = [radio.moment(slot, generation, place) for place, _ in _LIFE]
            times.append(radio.moment(slot, generation + 1, 0.0))
        soonest = min([soonest, *(time for time in times if time > after)])
    return soonest


def _of_slot(radio: Radio, slot: int, since: float, until: float) -> Iterator[RadioEvent]:
    if slot < PERMANENT_UES:
        back = radio.returns_at(slot)
        if back is not None and since < back <= until:
            yield arrival(radio.ue_at(slot, 0, 0.0), back)
        return
    last, _ = radio.life(slot, until)
    # A generation too many at each end: rounding may put a boundary on either side.
    for generation in range(radio.life(slot, since)[0], last + 2):
        for place, event in _LIFE:
            at = radio.moment(slot, generation, place)
            if not since < at <= until or radio.gone(slot, generation, at):
                continue
            if event is not handover or not (radio.placed(slot, generation) or len(radio.cells) == 1):
                yield event(radio.ue_at(slot, generation, place), at)


def _of_cells(radio: Radio, since: float, until: float) -> Iterator[RadioEvent]:
    age, born = radio.age(until), until - radio.age(until)
    first = max(int((age - (until - since)) // NEIGHBOURS_S), 0)
    for change in range(first, int(age // NEIGHBOURS_S) + 1):
        at = born + change * NEIGHBOURS_S
        if change and since < at <= until:
            yield node_changed((change - 1) % len(radio.cells), NEIGHBOURS_CHANGED, at)

"""Performs a case against a recorded history: the same body and the same decisions, without a SUT."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import replace as changed
from typing import Any

from oran_harness.drivers.associations import PLACE
from oran_harness.drivers.history import History
from oran_harness.drivers.performance import (
    ATTEMPTED,
    GONE,
    LISTENING,
    OUTCOME,
    REFUSED,
    SETTING,
    STIMULUS,
    Performance,
)
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.model import HARNESS, Event, EventKind, HistoryHeader, InputError, Verdict
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case

_ENDS = (EventKind.SHUTDOWN, EventKind.ABORT, EventKind.DOWN)
_NOTES = (STIMULUS, ATTEMPTED, LISTENING, PLACE, REFUSED, GONE, OUTCOME)


def recorded_setting(events: Iterable[Event]) -> tuple[str, Setting]:
    """The case that a history is of, and what it was performed with.

    Raises ``InputError`` for a history that was not written by a run.
    """
    for event in events:
        if _note(event) == SETTING:
            try:
                told = _content(event)
                return str(told["case"]), Setting.from_json(told)
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(f"Event {event.n} does not tell how the case was performed: {error!r}.") from error
    raise InputError("This history was not written by a run: it does not tell which case it is of.")


@dataclass(frozen=True, slots=True)
class RecordedExample:
    """One example of a property: what makes it anew, what it was performed with, and what happened.

    Times are as if nothing had been before; ``associations`` counts those that had come up before.
    """

    drawn: tuple[Any, ...]
    setting: Setting
    events: tuple[Event, ...]
    associations: int


def recorded_examples(events: Iterable[Event], property: str) -> Iterator[RecordedExample]:
    """The examples of a property, in the order in which they were tried; probes between them are left out.

    Raises ``InputError`` for a note that does not tell how an example is made.
    """
    ups = 0
    begun: list[tuple[int, list[Event]]] = []
    for event in events:
        if _note(event) == SETTING:
            begun.append((ups, []))
        if begun:
            begun[-1][1].append(event)
        ups += event.kind is EventKind.UP
    for before, performed in begun:
        id, setting = recorded_setting(performed)
        if id != property:
            continue
        drawn = _content(performed[0]).get("example")
        if not isinstance(drawn, list):
            raise InputError(f"Event {performed[0].n} does not tell which example of {property} was tried.")
        began = performed[0].t
        alone = tuple(changed(event, t=round(event.t - began, 9)) for event in performed)
        yield RecordedExample(tuple(drawn), setting, alone, before)


def replay(
    case: Case, setting: Setting, header: HistoryHeader, events: Iterable[Event], *, associations: int = 0
) -> Performed:
    """Perform a case against what was recorded. What it sends is compared, octet by octet, with what was sent then.

    ``associations`` is how many had come up in the history before these events. Where the body does something else than
    it did, ``diverged`` of the result is the number of that recorded event, and the outcome is ``error``. Raises
    ``InputError`` for notes that a run would not have written.
    """
    return _Replay(case, setting, header, events, associations).run()


@dataclass(frozen=True, slots=True)
class _Own:
    """Something that we did: a message, or the end of an association."""

    event: Event


@dataclass(frozen=True, slots=True)
class _Told:
    """Something that happened to us."""

    event: Event
    how: str = ""


class _Replay:
    """One performance driven by a record. ``_now`` is the clock: it shows the time of what is being replayed."""

    def __init__(
        self, case: Case, setting: Setting, header: HistoryHeader, events: Iterable[Event], associations: int
    ) -> None:
        self._sut = setting.role.value
        self._record = tuple(_Sorter(self._sut).sort(events))
        self._place = 0
        self._now = 0.0
        self._coming_to: str | None = None
        """At which further address of ours the next association comes up."""
        self._diverged: tuple[int, str] | None = None
        self._history = History(header, lambda: self._now, gate=self._gate)
        for _ in range(associations):
            self._history.new_association()
        self._performance = Performance(case, setting, self._history)

    def run(self) -> Performed:
        """Perform the case to the end of its body, or to where it diverges."""
        self._performance.begin()
        while not self._performance.body_over and self._diverged is None:
            self._go_on()
        if self._diverged is None:
            return self._performance.performed()
        number, why = self._diverged
        self._performance.interrupt(why)
        self._performance.outcome = CaseOutcome(Verdict.ERROR, why, blame=HARNESS, event=number)
        return self._performance.performed(number)

    def _go_on(self) -> None:
        """Let the next thing happen: what was recorded next, or a deadline before it."""
        coming = self._record[self._place] if self._place < len(self._record) else None
        deadline = self._performance.deadline
        if deadline is not None and (coming is None or deadline < coming.event.t or self._waits_for_us(coming)):
            self._wake(deadline, coming)
        elif coming is None:
            self._diverge(None, "the record ends, and the case waits for more")
        elif isinstance(coming, _Own):
            self._diverge(coming.event, "the case does not do what it did then")
        else:
            self._place += 1
            self._tell(coming)

    def _waits_for_us(self, coming: "_Own | _Told") -> bool:
        deadline = self._performance.deadline
        ours = isinstance(coming, _Own) or _note(coming.event) == OUTCOME
        return ours and deadline is not None and deadline <= coming.event.t

    def _wake(self, deadline: float, coming: "_Own | _Told | None") -> None:
        self._now = max(self._now, deadline)
        self._performance.wake()
        if self._performance.deadline == deadline and not self._performance.body_over:
            self._diverge(coming.event if coming is not None else None, "the case waits on beyond its own deadline")

    def _gate(self, kind: EventKind, association: str | None, octets: bytes | None) -> None:
        """We are about to do something: put before it what came before it then, and compare."""
        if self._performance.body_over or self._diverged is not None:
            return
        while self._place < len(self._record):
            recorded = self._record[self._place]
            self._place += 1
            if isinstance(recorded, _Own):
                self._now = recorded.event.t
                self._compare(recorded.event, kind, association, octets)
                return
            if _note(recorded.event) == OUTCOME:
                self._diverge(recorded.event, "the case goes on where it ended then")
                return
            self._tell(recorded)
        self._diverge(None, "the case goes on where the record ends")

    def _compare(self, recorded: Event, kind: EventKind, association: str | None, octets: bytes | None) -> None:
        if (recorded.kind, recorded.association) != (kind, association):
            self._diverge(recorded, f"the case does something else: {kind.value} on association {association}")
        elif recorded.octets != octets:
            self._diverge(recorded, "the case sends other octets than it sent then")

    def _tell(self, told: _Told) -> None:
        """Let the performance know of something that happened then."""
        event, name = told.event, told.event.association or ""
        if self._coming_to is None:
            # Else its place was noted at the same time, and that note comes first.
            self._now = max(self._now, event.t)
        if event.kind is EventKind.UP:
            place, self._coming_to = self._coming_to, None
            self._performance.up(opened_by_sut=event.source == self._sut, place=place)
        elif event.kind is EventKind.OCTETS:
            self._performance.heard(name, event.octets or b"", event.stream or 0, event.ppid)
        elif event.kind in _ENDS:
            self._performance.ended(name, told.how, event.source == self._sut, event.message or "")
        else:
            self._tell_note(event)

    def _tell_note(self, event: Event) -> None:
        word = _note(event)
        if word == OUTCOME:
            self._tell_outcome(event)
            return
        try:
            told = _content(event)
            if word == STIMULUS:
                self._performance.replied(int(told["ticket"]), str(told["status"]), dict(told["details"]))
            elif word == ATTEMPTED:
                said = [None if told[each] is None else str(told[each]) for each in ("unmade", "broken")]
                self._performance.attempted(int(told["ticket"]), dict(told["told"]), unmade=said[0], broken=said[1])
            elif word == LISTENING:
                self._performance.listening(int(told["ticket"]), str(told["uri"]))
            elif word == PLACE:
                self._coming_to = str(told["uri"])
            elif word == GONE:
                self._performance.gone(str(told["reason"]))
            else:
                self._performance.refused(int(told["attempt"]), str(told["reason"]))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"Event {event.n} is no note that a run writes: {error!r}.") from error

    def _tell_outcome(self, event: Event) -> None:
        """The body ended there: of its own, or because the run was broken off."""
        verdict, _, reason = (event.message or "").partition(": ")[2].partition(": ")
        if verdict == Verdict.ERROR.value:
            self._performance.interrupt(reason)
        else:
            self._diverge(event, f"the case goes on where it ended then ({verdict})")

    def _diverge(self, event: Event | None, why: str) -> None:
        if self._diverged is None:
            number = event.n if event is not None else (self._record[-1].event.n if self._record else 0)
            self._diverged = number, f"the replay diverges from the record at event {number}: {why}"


class _Sorter:
    """Picks what matters from a recorded history: what we did, and what happened to us."""

    def __init__(self, sut: str) -> None:
        self._sut = sut
        self._closing: dict[str, str] = {}
        self._settings = 0

    def sort(self, events: Iterable[Event]) -> Iterable[_Own | _Told]:
        """The events of the case, without those of the probe behind it."""
        for event in events:
            self._settings += _note(event) == SETTING
            if self._settings > 1:
                return
            sorted_event = self._one(event)
            if sorted_event is not None:
                yield sorted_event

    def _one(self, event: Event) -> _Own | _Told | None:
        ours = event.source != self._sut
        name = event.association or ""
        if event.kind is EventKind.OCTETS:
            return _Own(event) if ours else _Told(event)
        if event.kind is EventKind.UP or _note(event) in _NOTES:
            return _Told(event)
        if event.kind is EventKind.SHUTDOWN:
            self._closing[name] = event.source or ""
            return _Own(event) if ours else _Told(event, "shutdown")
        if event.kind is EventKind.ABORT:
            return _Own(event) if ours and name not in self._closing else _Told(event, "abort")
        if event.kind is EventKind.DOWN and self._closing.get(name) != self._sut:
            return _Told(event, "shutdown" if name in self._closing else "down")
        return None


def _note(event: Event) -> str | None:
    """The word that a note begins with."""
    return (event.message or "").partition(":")[0] if event.kind is EventKind.NOTE else None


def _content(event: Event) -> dict[str, Any]:
    """What a note holds in JSON; raises ``ValueError`` if it is no object."""
    value = json.loads((event.message or "").partition(":")[2])
    if not isinstance(value, dict):
        raise ValueError("it is no JSON object")
    return value

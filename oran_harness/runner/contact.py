"""What one attempt to do E2 Setup with the SUT came to, taken from the events of its history."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from oran_harness.drivers.performance import REFUSED
from oran_harness.model import Event, EventKind, Role
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse
from oran_harness.protocols.e2ap.speaker import Sighting, best_reading

MOST_READ = 16
"""Messages of the SUT that are looked at: its first ones tell all."""
_ENDS = (EventKind.SHUTDOWN, EventKind.ABORT, EventKind.DOWN)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the SUT, and how it reads."""

    event: Event
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class Contact:
    """One attempt.

    ``up`` tells that there was an association, ``heard`` what the SUT said first, ``ours`` our message of E2 Setup,
    None if it did not come to that. ``end`` is the first end of an association that the SUT brought about,
    ``end_follows`` the last message before it on that association. ``refusal`` is why an association that we wanted
    could not be had, None where there was one, or where it is the SUT that opens them.
    """

    up: bool
    heard: tuple[Heard, ...]
    ours: Event | None
    end: Event | None
    end_follows: Event | None
    refusal: str | None = None

    @property
    def ended_after_ours(self) -> bool:
        """Whether the SUT ended the association on which our message of E2 Setup went out."""
        return self.end is not None and self.ours is not None and self.end.association == self.ours.association

    @property
    def said(self) -> Heard | None:
        """What the SUT said first."""
        return self.heard[0] if self.heard else None


def contact_of(events: Sequence[Event], role: Role) -> Contact:
    """The contact with a SUT of that role in these events."""
    spoken = [event for event in events if event.kind is EventKind.OCTETS]
    theirs = [event for event in spoken if event.source == role][:MOST_READ]
    name = E2setupResponse.NAME if role is Role.E2_NODE else E2setupRequest.NAME
    end = _end_by(role, events)
    before = [each for each in spoken if end is not None and each.association == end.association and each.n < end.n]
    return Contact(
        up=any(event.kind is EventKind.UP for event in events),
        heard=tuple(Heard(event, best_reading(event.octets or b"")) for event in theirs),
        ours=next((event for event in spoken if event.source != role and event.message == name), None),
        end=end,
        end_follows=before[-1] if before else None,
        refusal=next((text for event in events if (text := _refusal(event)) is not None), None),
    )


def setup_works(events: Sequence[Event]) -> bool:
    """Whether an E2 Setup was accepted anywhere in these events, or a managed element has said hello."""
    return any(event.kind is EventKind.OCTETS and _begins(event) for event in events)


def _begins(event: Event) -> bool:
    hello = event.source == Role.O1_PROVIDER and event.message == "hello"
    return hello or event.message == E2setupResponse.NAME


def _end_by(role: Role, events: Sequence[Event]) -> Event | None:
    """The first end that the SUT began; what follows an end of ours is no doing of the SUT."""
    over: set[str | None] = set()
    for event in events:
        if event.kind not in _ENDS or event.association in over:
            continue
        over.add(event.association)
        if event.source == role:
            return event
    return None


def _refusal(event: Event) -> str | None:
    """The reason in the note that an association could not be had."""
    text = event.message or ""
    if event.kind is not EventKind.NOTE or not text.startswith(f"{REFUSED}: "):
        return None
    return str(json.loads(text.removeprefix(f"{REFUSED}: "))["reason"])

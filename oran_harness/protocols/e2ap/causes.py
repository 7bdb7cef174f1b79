"""What a cause says: the same octets are another cause in another edition, and no octet names the edition (E2AP 6)."""

from typing import TypeGuard

from oran_harness.protocols.e2ap.speaker import Sighting

_Cause = tuple[object, object]
TRANSFER_SYNTAX_ERROR: _Cause = ("protocol", "transfer-syntax-error")
"""The cause of what could not be read: no failure message answers that."""


def read_causes(sighting: Sighting) -> dict[_Cause, tuple[str, ...]]:
    """What a message gives as its cause, with the editions that read it so; of those that its sender may speak.

    Where no edition accepts the message it is as the best of them reads it. Empty if it gives none.
    """
    found: dict[_Cause, tuple[str, ...]] = {}
    own = sighting.decoded
    if not _is_cause(getattr(own.message, "cause", None)):
        return found
    for edition in sighting.accepting or (own.edition,):
        read = own if edition == own.edition else sighting.read_by(edition)
        cause = getattr(read.message, "cause", None)
        if _is_cause(cause):
            found[cause] = (*found.get(cause, ()), edition)
    return found


def cause_words(sighting: Sighting) -> str:
    """The cause for people, in all readings that it may have; empty if there is none."""
    readings = read_causes(sighting)
    if len(readings) == 1:
        return next(map(_words, readings))
    return " or ".join(f"{_words(cause)} (E2AP {', '.join(editions)})" for cause, editions in readings.items())


def _is_cause(value: object) -> TypeGuard[_Cause]:
    return isinstance(value, tuple) and len(value) == 2


def _words(cause: _Cause) -> str:
    return f"{cause[0]}: {cause[1]}"

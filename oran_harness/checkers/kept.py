"""A note of a history: subscriptions of before it, which its E2 node may have kept."""

import re
from collections.abc import Iterable

from oran_harness.protocols.e2ap.elements import RICrequestID

MOST_KEPT = 1024
"""Subscriptions that a note tells; of more the first are left out."""
_BEGINS = "kept: subscriptions of before, which may stand: "
_NAME = re.compile(r"(\d{1,5})/(\d{1,5})")


def kept_note(request_ids: Iterable[RICrequestID]) -> str:
    """The text of the note: the ids as ``requestor/instance``."""
    names = [(each.ric_requestor_id, each.ric_instance_id) for each in request_ids]
    return _BEGINS + ", ".join(f"{requestor}/{instance}" for requestor, instance in names[-MOST_KEPT:])


def kept_by(note: str | None) -> tuple[RICrequestID, ...]:
    """The subscriptions that a note tells; none of any other note."""
    if note is None or not note.startswith(_BEGINS):
        return ()
    return tuple(RICrequestID(int(one), int(other)) for one, other in _NAME.findall(note)[:MOST_KEPT])

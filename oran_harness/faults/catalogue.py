"""The faults of links that there are, and what a value of each looks like."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_TIME = re.compile(r"(?P<number>[0-9]{1,5}(\.[0-9]{1,3})?)(?P<unit>ms|s)")
_SHARE = re.compile(r"(?P<number>[0-9]{1,2}(\.[0-9]{1,3})?)%")
LONGEST_S = 1.0
"""Seconds that a message may take at most: later ones would come behind the time limits of cases."""
LARGEST_SHARE = 0.5
"""More than every second message lost is no link any more: SCTP gives it up."""


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One kind of fault: its name, what it does, and what its value looks like.

    ``read`` gives the value in seconds, or as a share from 0 to 1; None if it cannot be.
    """

    id: str
    title: str
    example: str
    wanted: str
    read: Callable[[str], float | None]


def _time(text: str) -> float | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    seconds = float(found["number"]) / (1000 if found["unit"] == "ms" else 1)
    return seconds if 0 < seconds <= LONGEST_S else None


def _share(text: str) -> float | None:
    found = _SHARE.fullmatch(text)
    share = 0.0 if found is None else float(found["number"]) / 100
    return share if 0 < share <= LARGEST_SHARE else None


_SOME_TIME = f"a time above 0 and up to {LONGEST_S:g} s, like 50ms or 0.2s"
FAULTS = {
    kind.id: kind
    for kind in (
        FaultKind("delay", "Each message takes so long, in both directions", "delay=50ms", _SOME_TIME, _time),
        FaultKind(
            "jitter", "Each message takes up to that much more or less; order is kept", "jitter=20ms", _SOME_TIME, _time
        ),
        FaultKind(
            "loss",
            "So many messages are lost and sent again: they come 1 s later, after a second loss 2 s more, and so on; "
            "what follows in order waits for them",
            "loss=1%",
            f"a share above 0 % and up to {LARGEST_SHARE:.0%}, like 1% or 0.5%".replace("50%", "50 %"),
            _share,
        ),
    )
}
"""All of them, by id."""

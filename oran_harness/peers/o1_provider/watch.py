"""The watchdog over one manager (O-RAN M-plane 6.7, 14.1)."""

from dataclasses import dataclass


@dataclass(eq=False)
class Watch:
    """``interval`` and ``guard`` are in seconds.

    ``told_by`` is the timer of the next sign of life, ``lost_by`` that at which the manager is given up; None before
    it has to answer.
    """

    interval: int
    guard: int
    told_by: int
    next_at: float
    lost_by: int | None = None

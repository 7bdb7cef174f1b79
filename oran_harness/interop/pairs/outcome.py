"""How a scene ends before its last line, and how a product dies in one."""

import signal
from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.model import Role, Verdict


@dataclass(frozen=False)
class SceneOver(Exception):
    """The scene is over: what it came to, and why.

    ``blame`` is the role whose doing it is, None where what was seen does not settle that; ``expected`` and ``actual``
    are for people. ``late`` tells, once the pair is through, after how many seconds what was missing came after all.
    ``drift`` says which editions the two may speak, where that may be why.
    """

    verdict: Verdict
    reason: str
    blame: Role | None = None
    expected: str = ""
    actual: str = ""
    late: Callable[[], float | None] | None = None
    drift: str | None = None


_SENT = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_BY_OTHERS = frozenset([*(-each for each in _SENT), *(128 + each for each in _SENT)])
"""Exit statuses of a process that was sent a signal which no process gets by its own mistake; also those of a shell."""


@dataclass(frozen=True, slots=True)
class Death:
    """How a product died, in words, and its exit status, or the signal's number as a negative one; None if unknown."""

    how: str
    exit_status: int | None = None

    @property
    def by_others(self) -> bool:
        """Whether somebody has killed it: a person, or a machine that has no memory left."""
        return self.exit_status in _BY_OTHERS

    @property
    def orderly(self) -> bool:
        """Whether it has ended as a program does that is through."""
        return self.exit_status == 0

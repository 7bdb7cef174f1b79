"""What a case came to."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """The six verdicts, best first. Nothing downstream rewrites one; of several the worst counts."""

    PASS = "pass"
    SKIP = "skip"
    """Not run: something that the case needs is not there."""
    UNSUPPORTED = "unsupported"
    """Not claimed by the SUT, and properly refused."""
    INCONC = "inconc"
    """Run, and nothing can be said about the SUT."""
    FAIL = "fail"
    ERROR = "error"
    """The harness, or an adapter, broke."""

    @property
    def weight(self) -> int:
        """How bad it is; ``pass`` is 0."""
        return _ORDER.index(self)

    @classmethod
    def worst(cls, verdicts: Iterable["Verdict"]) -> "Verdict":
        """The worst of some verdicts; ``pass`` if there are none."""
        return max(verdicts, key=lambda verdict: verdict.weight, default=cls.PASS)


_ORDER = (Verdict.PASS, Verdict.SKIP, Verdict.UNSUPPORTED, Verdict.INCONC, Verdict.FAIL, Verdict.ERROR)

"""A case that is performed several times: one verdict, and whether it was always the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oran_harness.model import CaseResult, Verdict

FLAKY = "flaky"


def together(results: Sequence[CaseResult]) -> CaseResult:
    """One line for all times that a case was performed: the first of the worst, named flaky where verdicts differ.

    The seconds are those of all times. There is at least one result.
    """
    worst = Verdict.worst(result.verdict for result in results)
    chosen = next(result for result in results if result.verdict is worst)
    chosen = replace(chosen, duration_s=sum(result.duration_s for result in results))
    counts = Counter(result.verdict for result in results)
    if len(counts) == 1:
        return chosen
    seen = ", ".join(
        f"{verdict} {number} times" if number > 1 else f"{verdict} once" for verdict, number in counts.items()
    )
    reason = f"{FLAKY}: {seen}" + (f"; {chosen.reason}" if chosen.reason else "")
    return replace(chosen, reason=reason, tags=(*chosen.tags, FLAKY))

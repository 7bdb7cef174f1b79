"""What a verdict means to pytest."""

import pytest

from oran_harness.model import CaseResult, Level, Standing, Verdict
from oran_harness.pytest_plugin.markers import AsListed
from oran_harness.reports.junit_file import explanation

_LEFT_OUT = (Verdict.SKIP, Verdict.UNSUPPORTED)


class Judged(Exception):
    """A verdict that fails an item; its text explains it."""


class ShouldLevelWarning(UserWarning):
    """What a product should do, and does not."""


def read(result: CaseResult, item: pytest.Item, *, strict: bool) -> None:
    """Pass, or leave with what pytest makes of the verdict; its first word is the verdict.

    Raises ``AsListed`` for one that is known beforehand, ``Judged`` for what fails.
    """
    item.user_properties += properties(result)
    text = f"{result.verdict}: {result.id} {result.title}\n{explanation(result)}"
    standing = result.known.standing(result.verdict) if result.known is not None else None
    if standing is Standing.CHANGED and result.known is not None:
        raise Judged(f"{text}\nListed: {' or '.join(result.known.verdicts)}: {result.known.reason}")
    if result.verdict in _LEFT_OUT:
        pytest.skip(f"{result.verdict}: {result.reason}")
    if standing is Standing.AS_LISTED and result.verdict is not Verdict.PASS:
        raise AsListed(text)
    if result.verdict is Verdict.FAIL and result.level is Level.SHOULD and not strict:
        item.warn(ShouldLevelWarning(text))
    elif result.verdict is not Verdict.PASS:
        raise Judged(text)


def properties(result: CaseResult) -> list[tuple[str, object]]:
    """What ``--junitxml`` is to have of a result."""
    told = {
        "verdict": result.verdict.value,
        "level": result.level.value,
        "clause": result.clause,
        "blame": result.blame,
        "history": result.history,
    }
    return [(name, value) for name, value in told.items() if value is not None]

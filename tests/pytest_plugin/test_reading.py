"""What a verdict means to pytest."""

from dataclasses import replace

import pytest

from oran_harness.model import CaseResult, Known, Level, Verdict
from oran_harness.pytest_plugin.markers import AsListed
from oran_harness.pytest_plugin.reading import Judged, ShouldLevelWarning, read

RESULT = CaseResult("A-1", "t", "8.3.1", Level.MUST, "e2", "e2ap", (), Verdict.PASS, "why", history="history/A-1.jsonl")
KNOWN = Known((Verdict.FAIL,), "it is slow")


class Item:
    """What is used of an item."""

    def __init__(self) -> None:
        self.user_properties: list[tuple[str, object]] = []
        self.warned: list[Warning] = []

    def warn(self, warning: Warning) -> None:
        """Remember it."""
        self.warned.append(warning)


def judged(verdict: Verdict, level: Level = Level.MUST, known: Known | None = None, *, strict: bool = False) -> Item:
    """The item of which that is the verdict."""
    item = Item()
    read(replace(RESULT, verdict=verdict, level=level, known=known), item, strict=strict)  # type: ignore[arg-type]
    return item


@pytest.mark.parametrize("verdict", [Verdict.FAIL, Verdict.INCONC, Verdict.ERROR])
def test_what_fails_says_the_verdict_first(verdict: Verdict) -> None:
    """Whoever sees only the first word knows whether it is the product or the harness."""
    with pytest.raises(Judged, match=f"^{verdict}: A-1 t\nReason: why"):
        judged(verdict)


def test_a_should_level_fail_warns() -> None:
    """It fails nothing, unless that is asked for."""
    (warning,) = judged(Verdict.FAIL, Level.SHOULD).warned
    assert isinstance(warning, ShouldLevelWarning)
    assert str(warning).startswith("fail: A-1 t")
    with pytest.raises(Judged):
        judged(Verdict.FAIL, Level.SHOULD, strict=True)
    with pytest.raises(Judged):
        judged(Verdict.ERROR, Level.SHOULD)


@pytest.mark.parametrize("verdict", [Verdict.SKIP, Verdict.UNSUPPORTED])
def test_what_was_not_performed_is_skipped(verdict: Verdict) -> None:
    """With verdict and reason."""
    with pytest.raises(pytest.skip.Exception, match=f"^{verdict}: why$"):
        judged(verdict)


def test_known_verdicts() -> None:
    """As listed is expected; another verdict is none, and a pass is for pytest to name."""
    with pytest.raises(AsListed, match=r"^fail: A-1"):
        judged(Verdict.FAIL, known=KNOWN)
    for verdict in (Verdict.ERROR, Verdict.SKIP, Verdict.UNSUPPORTED):
        with pytest.raises(Judged, match=f"^{verdict}: A-1(.|\n)*Listed: fail: it is slow"):
            judged(verdict, known=KNOWN)
    assert judged(Verdict.PASS, known=KNOWN).warned == []
    with pytest.raises(pytest.skip.Exception):
        judged(Verdict.SKIP, known=Known((Verdict.SKIP,), "no stimulus yet"))


def test_what_junit_gets() -> None:
    """Verdict, level, clause, and where the messages are."""
    assert judged(Verdict.PASS).user_properties == [
        ("verdict", "pass"),
        ("level", "must"),
        ("clause", "8.3.1"),
        ("history", "history/A-1.jsonl"),
    ]

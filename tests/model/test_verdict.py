"""Of several verdicts the worst counts."""

import pytest

from oran_harness.model import Verdict


def test_the_order_is_that_of_the_contract() -> None:
    """Worst first: error, fail, inconc, unsupported, skip, pass."""
    ordered = sorted(Verdict, key=lambda verdict: -verdict.weight)
    assert [verdict.value for verdict in ordered] == ["error", "fail", "inconc", "unsupported", "skip", "pass"]


@pytest.mark.parametrize("better", Verdict)
@pytest.mark.parametrize("worse", Verdict)
def test_the_worst_wins(better: Verdict, worse: Verdict) -> None:
    """Whatever the order in which they are given."""
    winner = max(better, worse, key=lambda verdict: verdict.weight)
    assert Verdict.worst([better, worse]) is Verdict.worst([worse, better]) is winner


def test_nothing_wrong_is_a_pass() -> None:
    """No verdict at all means that nothing was found."""
    assert Verdict.worst([]) is Verdict.PASS

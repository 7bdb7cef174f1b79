"""Causes that several cases have, for people."""

from dataclasses import replace

import pytest

from oran_harness.checkers import RULES
from oran_harness.cli.shown.common_causes import counted, look_first, next_step, overview
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import CaseResult, Level, Verdict
from oran_harness.runner.gathering import Gathered, Likeness

FAIL = CaseResult("A-001", "first", "1.2", Level.MUST, "e2", "s", (), Verdict.FAIL, reason="odd")


def cause(likeness: Likeness, subject: str = "it", number: int = 2, verdict: Verdict = Verdict.FAIL) -> Gathered:
    """A cause of so many cases."""
    results = tuple(replace(FAIL, id=f"A-{n:03}", verdict=verdict) for n in range(1, number + 1))
    return Gathered(likeness, subject, results)


@pytest.mark.parametrize("likeness", [each for each in Likeness if each is not Likeness.RULE])
def test_each_kind_has_something_to_try(likeness: Likeness) -> None:
    """A sentence that ends; and the first case is explained."""
    assert next_step(cause(likeness)).endswith((".", "?"))
    assert look_first(cause(likeness)) == "oran-harness explain A-001"


def test_a_rule_has_its_hint() -> None:
    """And is what to look up."""
    rule = RULES[0]
    assert next_step(cause(Likeness.RULE, rule.id)) == rule.hint
    assert look_first(cause(Likeness.RULE, rule.id)) == f"oran-harness explain {rule.id}"


def test_what_is_tried_depends_on_what_was_to_come() -> None:
    """Nobody waits longer for a report of an error, and an error of ours is not the product's."""
    assert "--timeout" in next_step(cause(Likeness.UNSAID, "RICsubscriptionRequest"))
    assert "--timeout" not in next_step(cause(Likeness.UNSAID, "ErrorIndication"))
    assert "not of the product" in next_step(cause(Likeness.WORDS, verdict=Verdict.ERROR))


def test_how_many() -> None:
    """Those that weigh less are counted beside."""
    should = replace(FAIL, level=Level.SHOULD)
    assert counted(cause(Likeness.WORDS, number=1)) == "1 case"
    assert counted(Gathered(Likeness.WORDS, "", (FAIL, should, should))) == "3 cases, 2 of them should"
    assert counted(Gathered(Likeness.WORDS, "", (should, should))) == "2 cases, all of them should"


def test_the_overview_is_bounded() -> None:
    """A dozen causes; the rest is counted."""
    lines = list(overview(Terminal(), [cause(Likeness.WORDS, "\x1b" * 500)] * 15))
    assert lines[0] == "WHERE TO BEGIN: 15 causes of 30 verdicts"
    assert len(lines) == 14
    assert lines[-1].strip() == "and 3 more, told above"
    assert max(map(len, lines)) < 160
    assert "\x1b" not in "".join(lines)

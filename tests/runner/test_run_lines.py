"""Rules that count for a whole run."""

from dataclasses import replace

from oran_harness.checkers import RULES
from oran_harness.model import Finding, Level, Scope, Verdict
from oran_harness.runner.run_lines import SUITE, RunLines

FIRST, SECOND = [rule for rule in RULES if rule.scope is Scope.RUN][:2]


def finding(rule: str, **parts: object) -> Finding:
    """A finding of a rule."""
    made = Finding(rule, "c", Level.MUST, "e2-node", "m", "e", "a", "h", event=4, case="A-001", history="h/A.jsonl")
    return replace(made, **parts)  # type: ignore[arg-type]


def test_each_rule_that_fires_is_one_line() -> None:
    """However many cases it fires in; its id, title and clause are the rule's."""
    lines = RunLines()
    lines.add([finding(SECOND.id), finding(FIRST.id)])
    lines.add([finding(FIRST.id, case="A-002", history="h/B.jsonl", count=2), finding(FIRST.id, actual="b")])
    (first, of_first), (second, of_second) = lines.lines()
    assert (first.id, first.title, first.clause, first.suite) == (FIRST.id, FIRST.title, FIRST.clause, SUITE)
    assert (first.verdict, first.blame, first.requirement) == (Verdict.FAIL, "e2-node", FIRST.requirement)
    assert first.history == "h/A.jsonl"
    assert [(each.count, each.actual) for each in of_first] == [(3, "a"), (1, "b")]
    assert second.id == SECOND.id
    assert len(of_second) == 1


def test_lines_are_of_the_interface_of_the_run() -> None:
    """What is found at O1 is told of O1."""
    lines = RunLines("o1")
    lines.add([finding(FIRST.id)])
    ((line, _),) = lines.lines()
    assert line.interface == "o1"


def test_who_is_blamed_decides_the_verdict() -> None:
    """The harness: error. Nobody: inconclusive. The worst of all findings counts."""
    for blames, verdict in (
        (("harness", "e2-node"), Verdict.ERROR),
        ((None,), Verdict.INCONC),
        ((None, "e2-node"), Verdict.FAIL),
    ):
        lines = RunLines()
        lines.add(finding(FIRST.id, blame=blame) for blame in blames)
        ((line, _),) = lines.lines()
        assert line.verdict is verdict
        assert line.reason == "m"


def test_no_other_edition_is_suspected_of_who_was_understood() -> None:
    """Who closes on a Setup without a word may speak another edition, unless it spoke ours in some case of the run."""
    drift = finding("E2AP-VERSION-DRIFT", level=Level.SHOULD, blame=None)
    for understood, count in ((False, 1), (True, 0)):
        lines = RunLines()
        lines.add([drift])
        lines.add([], understood=understood)
        lines.add([])
        assert len(list(lines.lines())) == count


def test_nothing_fired() -> None:
    """Then there are no lines."""
    assert list(RunLines().lines()) == []

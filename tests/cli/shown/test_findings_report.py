"""Findings for people."""

from dataclasses import replace

from oran_harness.checkers import RULES
from oran_harness.cli.shown.findings_report import counts, grouped, report
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import Finding, Level

CARDS = {rule.id: rule for rule in RULES}
CARD = CARDS["E2-PPID"]
MUST = Finding(
    rule="E2-PPID",
    clause="the clause",
    level=Level.MUST,
    blame="e2-node",
    message="messages are sent with PPID 0",
    expected="70",
    actual="0",
    hint="the hint",
    event=7,
    frame=3,
    association="1",
    blamed_end="10.0.0.1:40000",
)
SHOULD = replace(MUST, rule="E2-STREAMS-SHARED", level=Level.SHOULD, event=2, frame=None, count=5)


def text(*findings: Finding) -> str:
    """The report of findings, for a pipe."""
    return "\n".join(report(Terminal(), findings, CARDS))


def test_a_finding_has_all_its_parts() -> None:
    """Whom it blames, rule, level, title, requirement with clause, what was found, expected and actual, where, hint."""
    assert text(MUST).splitlines() == [
        "",
        "BLAMES e2-node at 10.0.0.1:40000: 1 must-level finding",
        "",
        f"  E2-PPID  must  {CARD.title}",
        f"    Requirement: {CARD.requirement} (the clause)",
        "    Found:       messages are sent with PPID 0",
        "    Expected:    70",
        "    Actual:      0",
        "    Where:       frame 3, association 1",
        "    Hint:        the hint",
    ]


def test_findings_are_grouped_by_blame() -> None:
    """The node's, the RIC's, the harness's, nobody's, each end by itself; must-level before should-level."""
    ric = replace(MUST, blame="near-rt-ric", blamed_end="b")
    nobody = replace(MUST, blame=None, blamed_end=None)
    harness = replace(MUST, blame="harness", blamed_end=None)
    other = replace(MUST, blamed_end="10.0.0.0:1")
    groups = grouped([nobody, harness, ric, SHOULD, MUST, other])
    assert [blamed for blamed, _ in groups] == [
        *(("e2-node", "10.0.0.0:1"), ("e2-node", "10.0.0.1:40000"), ("near-rt-ric", "b"), ("harness", None)),
        (None, None),
    ]
    assert groups[1][1] == [MUST, SHOULD]


def test_a_rule_is_explained_once() -> None:
    """Requirement and hint stand where a rule is first broken; findings that say the same share their words."""
    again = replace(MUST, frame=9, association="2", count=4)
    ric = replace(MUST, blame="near-rt-ric", blamed_end="b")
    shown = text(MUST, again, ric)
    assert shown.count("the hint") == 1
    assert shown.count("Found:") == 2
    assert "Where:       frame 3, association 1; frame 9, association 2 (4 times, first here)" in shown
    assert f"{CARD.title} (explained above)" in shown


def test_places_are_told_as_far_as_they_are_known() -> None:
    """A frame, else an event, else the whole recording."""
    assert "event 2, association 1 (5 times, first here)" in text(SHOULD)
    assert "the whole recording" in text(replace(MUST, frame=None, event=None, association=None))


def test_rules_without_a_card_are_shown_too() -> None:
    """A history may hold findings of another version: the clause stands in for the requirement."""
    shown = text(replace(MUST, rule="OLD-RULE"))
    assert "  OLD-RULE  must\n    Requirement: the clause" in shown


def test_nothing_steers_the_terminal() -> None:
    """What a peer sent is in messages and actual values: it is made printable."""
    nasty = replace(MUST, message="\x1b[2J", actual="\x07", blamed_end="\x1bx", hint="\x9b")
    assert not set("\x1b\x07\x9b") & set(text(nasty))


def test_counts_in_words() -> None:
    """How many of each level."""
    assert counts([MUST]) == "1 must-level finding"
    assert counts([MUST, MUST, SHOULD]) == "2 must-level findings and 1 should-level finding"


def test_lines_fit_a_terminal() -> None:
    """Long texts are wrapped and stay in their column."""
    long = replace(MUST, hint="word " * 60)
    assert all(len(line) <= 80 for line in report(Terminal(width=80), [long], CARDS))

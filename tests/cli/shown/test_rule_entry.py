"""What a rule means."""

import pytest

from oran_harness.checkers import RULES
from oran_harness.checkers.rule import Rule
from oran_harness.cli.shown.rule_entry import rule_entry, rule_ids
from oran_harness.cli.shown.terminal import Terminal


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_is_explained(rule: Rule) -> None:
    """Id, title, requirement, clause, level, scope, blame and hint; lines fit the terminal."""
    lines = rule_entry(Terminal(width=100), rule.id.lower())
    assert lines is not None
    assert lines[0] == f"{rule.id}: {rule.title}"
    text = " ".join(" ".join(lines).split())
    for part in (rule.requirement, rule.clause, rule.level, rule.scope, rule.blames, rule.hint):
        assert " ".join(part.split()) in text
    assert all(len(line) <= 100 for line in lines[1:] if " " in line.strip())


def test_what_is_no_rule() -> None:
    """An unknown id is nobody's."""
    assert rule_entry(Terminal(), "E2-NOTHING") is None
    assert "E2-PPID" in rule_ids()

"""What a rule means, for people."""

from oran_harness.checkers.book import RULES
from oran_harness.checkers.catalogue import explanation, find_rule
from oran_harness.cli.shown.entry import entry
from oran_harness.cli.shown.terminal import Terminal


def rule_ids() -> list[str]:
    """The ids of all rules."""
    return [rule.id for rule in RULES]


def rule_entry(screen: Terminal, word: str) -> list[str] | None:
    """What the rule of that id means, as lines; None if there is none. Capitals do not matter."""
    rule = find_rule(word)
    if rule is None:
        return None
    (_, name), *parts = explanation(rule)
    return list(entry(screen, name, parts))

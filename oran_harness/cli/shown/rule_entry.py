"""What a rule means, for people."""

from collections.abc import Iterator

from oran_harness.checkers.book import RULES
from oran_harness.checkers.catalogue import explanation, find_rule
from oran_harness.checkers.rule import Rule
from oran_harness.cli.shown.terminal import Terminal

_INDENT = " " * 15


def rule_ids() -> list[str]:
    """The ids of all rules."""
    return [rule.id for rule in RULES]


def rule_entry(screen: Terminal, word: str) -> list[str] | None:
    """What the rule of that id means, as lines; None if there is none. Capitals do not matter."""
    rule = find_rule(word)
    return None if rule is None else list(_lines(screen, rule))


def _lines(screen: Terminal, rule: Rule) -> Iterator[str]:
    (_, name), *parts = explanation(rule)
    yield screen.paint(name, "bold")
    for heading, text in parts:
        lines = screen.wrapped(text, _INDENT)
        yield screen.paint(f"  {heading:<13}", "dim") + lines[0][len(_INDENT) :]
        yield from lines[1:]

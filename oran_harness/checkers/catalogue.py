"""The rules for people: rows of a list, one explained, all of them as a Markdown table."""

from collections.abc import Iterable
from typing import Any

from oran_harness.checkers.book import RULES
from oran_harness.checkers.rule import Rule

Row = dict[str, Any]

AREAS = (
    ("E2-", "Transport", "How E2AP travels over SCTP."),
    ("E2AP-", "E2AP", "Messages, their IEs, and the procedures that they belong to."),
    ("E2SM-", "Service models", "What all service models have in common."),
    ("KPM-", "E2SM-KPM", "Performance measurements."),
    ("RC-", "E2SM-RC", "RAN control."),
    ("NETCONF-", "NETCONF", "Sessions of O1: frames, messages, hellos, requests and replies, notifications."),
    ("HARNESS-", "The harness itself", "No verdict on any product."),
)
"""Prefix of the ids, title and one sentence of each group of rules, in their order."""


def rows(rules: Iterable[Rule] = RULES) -> list[Row]:
    """The rules as ``list rules --json`` writes them: id, title, clause, level, scope, blames."""
    return [
        {
            "id": rule.id,
            "title": rule.title,
            "clause": rule.clause,
            "level": rule.level.value,
            "scope": rule.scope.value,
            "blames": rule.blames,
        }
        for rule in rules
    ]


def find_rule(name: str, rules: Iterable[Rule] = RULES) -> Rule | None:
    """The rule of that id, in whatever case; None if there is none."""
    return next((rule for rule in rules if rule.id.casefold() == name.casefold()), None)


def explanation(rule: Rule) -> list[tuple[str, str]]:
    """What a rule means, as pairs of a heading and a text."""
    return [
        ("Rule", f"{rule.id}: {rule.title}"),
        ("Requirement", rule.requirement),
        ("Clause", rule.clause),
        ("Level", rule.level.value),
        ("Scope", rule.scope.value),
        ("Blames", rule.blames),
        ("Hint", rule.hint),
    ]


def rules_as_markdown(rules: Iterable[Rule] = RULES) -> str:
    """The page ``docs/rules.md``: every rule in a table, by area, and its hint below."""
    every = tuple(rules)
    lines = [
        "# Rules",
        "",
        f"{len(every)} rules judge a history; `oran-harness explain ID` shows one. This page is generated: do not edit",
        "it.",
        "",
        "`must` stands for a “shall” of the text, `should` for everything weaker. A rule of scope `case` counts for",
        "the case that it fires in, one of scope `run` is a line of its own. What the text leaves open blames nobody.",
    ]
    for prefix, title, about in AREAS:
        chosen = [rule for rule in every if rule.id.startswith(prefix)]
        if not chosen:
            continue
        lines += ["", f"## {title}", "", about, "", "| Rule | Requirement | Level | Scope | Blames | Clause |"]
        lines.append("|---|---|---|---|---|---|")
        lines += [_line(rule) for rule in chosen]
        lines += ["", "What helps:", ""]
        lines += [f"- `{rule.id}`: {rule.hint}" for rule in chosen]
    return "\n".join(lines) + "\n"


def _line(rule: Rule) -> str:
    """One row of the table."""
    cells = (f"`{rule.id}`", rule.requirement, rule.level.value, rule.scope.value, rule.blames, rule.clause)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

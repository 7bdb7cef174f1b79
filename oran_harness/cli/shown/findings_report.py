"""Findings for people, grouped by whom they blame."""

from collections.abc import Iterator, Mapping, Sequence

from oran_harness.checkers.rule import Rule
from oran_harness.cli.shown.entry import remark
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import HARNESS, Finding, Level, Role

Blamed = tuple[str | None, str | None]
"""A role (or ``harness``, or None) and the very end, where that is known."""
_ORDER = (Role.E2_NODE.value, Role.NEAR_RT_RIC.value, Role.O1_PROVIDER.value, Role.O1_MANAGER.value, HARNESS, None)


def report(screen: Terminal, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> Iterator[str]:
    """The findings as lines; ``rules`` are the cards that explain them, by id.

    What a rule demands, and its hint, are told where it is first found to be broken.
    """
    explained: set[str] = set()
    for blamed, group in grouped(findings):
        yield ""
        yield _heading(screen, blamed, group)
        for name, same in _by_rule(group).items():
            yield ""
            yield from _rule(screen, same, rules.get(name), name in explained)
            explained.add(name)


def grouped(findings: Sequence[Finding]) -> list[tuple[Blamed, list[Finding]]]:
    """The findings of each who is blamed, those of must-level first, then in the order of the recording."""
    groups: dict[Blamed, list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.blame, finding.blamed_end if finding.blame else None), []).append(finding)
    ordered = sorted(groups.items(), key=lambda item: (_rank(item[0][0]), item[0][1] or ""))
    return [(blamed, sorted(group, key=_weight)) for blamed, group in ordered]


def counts(findings: Sequence[Finding]) -> str:
    """How many findings there are of each level, in words."""
    must = sum(finding.level is Level.MUST for finding in findings)
    should = len(findings) - must
    return " and ".join(
        f"{number} {level}-level finding{'' if number == 1 else 's'}"
        for number, level in ((must, "must"), (should, "should"))
        if number
    )


def _rank(blame: str | None) -> int:
    return _ORDER.index(blame) if blame in _ORDER else len(_ORDER)


def _weight(finding: Finding) -> tuple[bool, int]:
    return finding.level is not Level.MUST, finding.event if finding.event is not None else 1 << 62


def _heading(screen: Terminal, blamed: Blamed, group: Sequence[Finding]) -> str:
    role, end = blamed
    if role is None:
        who = "BLAMES NOBODY (the evidence does not settle it)"
    else:
        who = f"BLAMES {role}" + (f" at {printable(end)}" if end else "")
    return f"{screen.paint(who, 'bold')}: {counts(group)}"


def _by_rule(group: Sequence[Finding]) -> dict[str, list[Finding]]:
    same: dict[str, list[Finding]] = {}
    for finding in group:
        same.setdefault(finding.rule, []).append(finding)
    return same


def _rule(screen: Terminal, findings: Sequence[Finding], card: Rule | None, explained: bool) -> Iterator[str]:
    """One rule and all findings of it; what it demands, and the hint, unless that was ``explained`` before."""
    first = findings[0]
    level = screen.paint(first.level.value, "red" if first.level is Level.MUST else "yellow", "bold")
    parts = [screen.paint(first.rule, "bold"), level, printable(card.title) if card is not None else ""]
    above = screen.paint(" (explained above)", "dim") if explained else ""
    yield f"  {'  '.join(part for part in parts if part)}{above}"
    if not explained:
        demand = first.clause if card is None else f"{card.requirement} ({first.clause})"
        yield from remark(screen, "Requirement", demand)
    for (message, expected, actual), same in _alike(findings).items():
        yield from remark(screen, "Found", message)
        yield from remark(screen, "Expected", expected)
        yield from remark(screen, "Actual", actual)
        yield from remark(screen, "Where", "; ".join(_where(finding) for finding in same))
    if not explained:
        yield from remark(screen, "Hint", first.hint)


def _alike(findings: Sequence[Finding]) -> dict[tuple[str, str, str], list[Finding]]:
    """Findings that say the same of several places."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.message, finding.expected, finding.actual), []).append(finding)
    return alike


def _where(finding: Finding) -> str:
    parts = []
    if finding.frame is not None:
        parts.append(f"frame {finding.frame}")
    elif finding.event is not None:
        parts.append(f"event {finding.event}")
    if finding.association is not None:
        parts.append(f"association {finding.association}")
    place = ", ".join(parts) or "the whole recording"
    return f"{place} ({finding.count} times, first here)" if finding.count > 1 else place

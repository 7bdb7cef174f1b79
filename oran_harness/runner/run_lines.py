"""The lines of rules that count for a whole run: each that fires is one line of its own, whatever the case."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from oran_harness.checkers import RULES
from oran_harness.model import HARNESS, CaseResult, Finding, Verdict

SUITE = "rules"
_DRIFT = "E2AP-VERSION-DRIFT"
_RULES = {rule.id: rule for rule in RULES}

_Key = tuple[str, str | None, str, str, str]


class RunLines:
    """Gathers findings of rules with scope ``run``: the same one in many cases is one, with its count.

    ``interface`` is that of the run, as lines of results name it.
    """

    def __init__(self, interface: str = "e2") -> None:
        self._interface = interface
        self._found: dict[_Key, Finding] = {}
        self._understood = False

    def add(self, findings: Iterable[Finding], *, understood: bool = False) -> None:
        """Take in what was found in one case; ``understood`` tells that both ends spoke one edition of E2AP there.

        Then another edition is not why the SUT closed without a word elsewhere.
        """
        self._understood |= understood
        for finding in findings:
            key = (finding.rule, finding.blame, finding.message, finding.expected, finding.actual)
            known = self._found.get(key)
            self._found[key] = finding if known is None else replace(known, count=known.count + finding.count)

    @property
    def understood(self) -> bool:
        """Whether both ends spoke one edition of E2AP in some case."""
        return self._understood

    def lines(self) -> Iterator[tuple[CaseResult, tuple[Finding, ...]]]:
        """The line of each rule that fired, with its findings; the rules in the order of their book."""
        by_rule: dict[str, list[Finding]] = {}
        for finding in self._found.values():
            if finding.rule == _DRIFT and self._understood:
                continue
            by_rule.setdefault(finding.rule, []).append(finding)
        for id in _RULES:
            if id in by_rule:
                yield self._line(by_rule[id]), tuple(by_rule[id])

    def _line(self, findings: list[Finding]) -> CaseResult:
        worst = max(findings, key=lambda finding: _verdict(finding).weight)
        verdict = _verdict(worst)
        rule = _RULES[worst.rule]
        return CaseResult(
            id=rule.id,
            title=rule.title,
            clause=rule.clause,
            level=rule.level,
            interface=self._interface,
            suite=SUITE,
            tags=("rule",),
            verdict=verdict,
            reason=worst.message,
            blame=worst.blame,
            requirement=rule.requirement,
            expected=worst.expected,
            actual=worst.actual,
            history=worst.history,
        )


def _verdict(finding: Finding) -> Verdict:
    if finding.blame == HARNESS:
        return Verdict.ERROR
    # The evidence does not settle who is wrong: something is, and nobody is accused.
    return Verdict.INCONC if finding.blame is None else Verdict.FAIL

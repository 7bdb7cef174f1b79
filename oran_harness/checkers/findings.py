"""Findings as they add up: the same breach on the same association is one finding with a count, up to a limit."""

from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from oran_harness.checkers.rule import Breach, Rule
from oran_harness.checkers.two_ends import TwoEnds
from oran_harness.model import HARNESS, Event, Finding, Role

MOST_KEYS = 50
"""Different breaches of one rule by one end of one association that are reported one by one."""
MOST_OF_RULE = 1000
"""Findings of one rule in a history that are reported one by one."""
_FURTHER = "further"

_Key = tuple[str, str | None, str | None, str | None, str]


@dataclass(slots=True)
class _Tally:
    finding: Finding
    order: int
    count: int = 1


class Findings:
    """Collects breaches; memory is bounded whatever the history holds."""

    def __init__(self) -> None:
        self._tallies: dict[_Key, _Tally] = {}
        self._keys: dict[tuple[str, str | None, str | None, str | None], int] = {}
        self._of_rule: dict[str, int] = {}

    def add(self, rule: Rule, event: Event, association: TwoEnds[Any] | None, breach: Breach) -> None:
        """Count a breach: a new finding, or one more of a known one."""
        blame, end = _blame(breach, event, association)
        name = association.id if association is not None else event.association
        key = (rule.id, name, blame, end, breach.key)
        known = self._tallies.get(key)
        if known is None:
            group = key[:4]
            if self._of_rule.get(rule.id, 0) >= MOST_OF_RULE:
                key = (rule.id, None, blame, None, _FURTHER)
            elif self._keys.get(group, 0) >= MOST_KEYS:
                key = (*group, _FURTHER)
            known = self._tallies.get(key)
        if known is not None:
            known.count += 1
            return
        if key[4] == _FURTHER:
            breach = Breach(
                breach.blame, "further breaches of this rule, not listed one by one", breach.expected, "several others"
            )
        group = key[:4]
        self._keys[group] = self._keys.get(group, 0) + 1
        self._of_rule[rule.id] = self._of_rule.get(rule.id, 0) + 1
        earlier = breach.event is not None and breach.event != event.n
        finding = Finding(
            rule=rule.id,
            clause=rule.clause,
            level=rule.level,
            blame=blame,
            message=breach.message,
            expected=breach.expected,
            actual=breach.actual,
            hint=rule.hint,
            event=breach.event if earlier else event.n,
            frame=breach.frame if earlier else event.frame,
            association=key[1],
            blamed_end=key[3],
        )
        self._tallies[key] = _Tally(finding, len(self._tallies))

    def since(self, count: int) -> tuple[Finding, ...]:
        """Those that were found behind the first ``count``, in the order in which they were."""
        return tuple(tally.finding for tally in islice(self._tallies.values(), count, None))

    def all(self) -> tuple[Finding, ...]:
        """All findings in the order of the events that show them."""
        tallies = sorted(self._tallies.values(), key=lambda tally: (tally.finding.event or 0, tally.order))
        return tuple(replace(tally.finding, count=tally.count) for tally in tallies)


def _blame(breach: Breach, event: Event, association: TwoEnds[Any] | None) -> tuple[str | None, str | None]:
    """Whom a finding names: role and end. What the harness injected itself is its own doing."""
    if not isinstance(breach.blame, Role):
        return breach.blame, None
    end = association.with_role(breach.blame) if association is not None else None
    name = breach.end or (end.name if end is not None else None)
    if event.injected and name == event.source:
        return HARNESS, name
    return breach.blame.value, name

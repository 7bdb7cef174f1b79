"""Known verdicts of a product: compared with what a run comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from oran_harness.model import CaseDescription, CaseResult, Known, Reckoning, Role, Standing, Verdict
from oran_harness.runner.known.entry import Entry

WRONG = (Verdict.FAIL, Verdict.INCONC, Verdict.ERROR)
"""Verdicts that nobody expects unless they are listed."""


@dataclass(frozen=True, slots=True)
class KnownVerdicts:
    """What a file lists; ``cases`` are all that there are."""

    path: Path
    entries: tuple[Entry, ...]
    cases: tuple[CaseDescription, ...]

    def of(self, role: Role, edition: str, scheme: str) -> "Expectations":
        """What is expected of a SUT in a role, where that E2AP edition is spoken over a transport."""
        listed = {id: entry.known for entry in self.entries if entry.holds(role, edition, scheme) for id in entry.ids}
        other = {case.id for case in self.cases if case.under_test is not role}
        mine = {id: known for id, known in listed.items() if id not in other}
        return Expectations(self.path, mine, frozenset(case.id for case in self.cases if case.under_test is role))


@dataclass(frozen=True, slots=True)
class Expectations:
    """What is expected of one run: ``listed`` by the id of case or rule. ``cases`` are all of the SUT's role."""

    path: Path
    listed: Mapping[str, Known]
    cases: frozenset[str]

    def marked(self, result: CaseResult) -> CaseResult:
        """The result with what is listed for it; the verdict stays what it is."""
        known = self.listed.get(result.id)
        return result if known is None else replace(result, known=known)

    def reckoned(self, results: Iterable[CaseResult], *, whole: bool) -> Reckoning:
        """The run against the file; ``whole`` tells that nothing kept cases from being performed.

        A rule that did not fire is no line of a run: only where all cases of the role were run does it count as passed.
        """
        results = tuple(results)
        ran = {result.id for result in results}
        groups: dict[Standing, list[str]] = {standing: [] for standing in Standing}
        for result in results:
            if (known := self.listed.get(result.id)) is not None:
                groups[known.standing(result.verdict)].append(result.id)
        left = [id for id in self.listed if id not in ran]
        silent = [id for id in left if id not in self.cases] if whole and self.cases <= ran else []
        for id in silent:
            groups[self.listed[id].standing(Verdict.PASS)].append(id)
        return Reckoning(
            str(self.path),
            as_listed=tuple(groups[Standing.AS_LISTED]),
            xpass=tuple(groups[Standing.XPASS]),
            changed=tuple(groups[Standing.CHANGED]),
            new=tuple(result.id for result in results if result.verdict in WRONG and result.id not in self.listed),
            not_judged=tuple(id for id in left if id not in silent),
        )

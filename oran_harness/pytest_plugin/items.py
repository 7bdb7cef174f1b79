"""The items of pytest: cases of a SUT, and the rules that count for all of them together."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from oran_harness.checkers import RULES
from oran_harness.model import CaseResult, HarnessError, Level, Scope, Verdict
from oran_harness.pytest_plugin.conductor import Conducted, Conductor
from oran_harness.pytest_plugin.markers import AsListed, expected_failure, marks
from oran_harness.pytest_plugin.reading import Judged, read
from oran_harness.runner import Outcome, Planned
from oran_harness.runner.run_lines import SUITE

OTHER_RULES = "OTHER-RULES"
"""The name of the item for rules that have none of their own."""


Kind = TypeVar("Kind", bound="RunItem")


class SutNode(pytest.Collector):
    """All items of one SUT; it is left when pytest goes on to another, or ends: then the run is over."""

    conducted: Conducted
    conductor: Conductor
    strict: bool

    def collect(self) -> Iterator[pytest.Item]:
        """The cases in the order in which they are performed, then the rules."""
        for planned in self.conducted.planned:
            case = planned.description
            item = self._child(CaseItem, case.id)
            item.planned = planned
            yield self._marked(item, case.level, case.clause, case.suite, case.tags)
        rules = [rule for rule in RULES if rule.scope is Scope.RUN]
        for rule in rules:
            yield self._marked(self._child(RuleItem, rule.id), rule.level, rule.clause, SUITE)
        others = self._child(OtherRulesItem, OTHER_RULES)
        others.own = frozenset(rule.id for rule in rules)
        yield self._marked(others, Level.MUST, "", SUITE)

    def teardown(self) -> None:
        """End the run, unless no item of it was run; a run that shows nothing is no success."""
        outcome = _finished(self.conductor) if self.conductor.begun else None
        if outcome is None:
            return
        if outcome.diagnosis is not None and not outcome.interrupted:
            found = outcome.diagnosis
            name = self.conducted.target.vendor
            raise Judged(f"inconc: not all was shown of {name}: {found.seen}\nWhat to try: {found.advice}")
        if self.conductor.remarks:
            raise Judged(f"error: {' '.join(self.conductor.remarks)}")

    def _child(self, kind: type[Kind], name: str) -> Kind:
        """An item of that name.

        In a worker of pytest-xdist that knows groups, its id ends in the group: pytest-xdist 3.8 puts that into an
        attribute which pytest 9.2 does not read any more. Where it is read, the last of two counts.
        """
        nodeid = f"{self.nodeid}::{name}"
        if self.config.getoption("loadgroup", False):
            nodeid += f"@{self.name}"
        child: Kind = kind.from_parent(self, name=name, nodeid=nodeid)
        return child

    def _marked(
        self, item: "RunItem", level: Level, clause: str, suite: str, tags: tuple[str, ...] = ()
    ) -> pytest.Item:
        """An item with its markers."""
        item.sut = self
        for mark in marks(self.conducted.target.role, level, clause, suite, tags, group=self.name):
            item.add_marker(mark)
        expectations = self.conducted.options.known
        known = expectations.listed.get(item.name) if expectations is not None else None
        if known is not None:
            item.add_marker(expected_failure(known))
        return item


class RunItem(pytest.Item):
    """An item of a run."""

    sut: SutNode

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Where pytest says that it is: in the profile."""
        return Path(self.path), 0, self.name

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """A verdict as text, and no traceback of the harness."""
        error = excinfo.value
        if isinstance(error, Judged | AsListed):
            return f"{error}\nResults: {self.sut.conducted.folder}"
        if isinstance(error, HarnessError):
            return f"error: {error}"
        return super().repr_failure(excinfo, style)


class CaseItem(RunItem):
    """A conformance case, or a property."""

    planned: Planned

    def runtest(self) -> None:
        """Perform it, and say what it came to."""
        read(self.sut.conductor.perform(self.planned), self, strict=self.sut.strict)


class RuleItem(RunItem):
    """A rule that counts for all cases: it passes if nothing in the run broke it."""

    def runtest(self) -> None:
        """See whether it fired; this ends the run."""
        outcome = _performed(self.sut.conductor)
        for line in _lines(outcome):
            if line.id == self.name:
                read(line, self, strict=self.sut.strict)
                return
        if outcome.known is not None and self.name in outcome.known.not_judged:
            pytest.skip("not judged: it is listed and did not fire, but not all cases of the role were run")


class OtherRulesItem(RunItem):
    """What is told of the run by rules that have no item: what a case saw, and was not about."""

    own: frozenset[str]

    def runtest(self) -> None:
        """See whether there is any; each is as it would be alone, and the worst counts."""
        lines = [line for line in _lines(_performed(self.sut.conductor)) if line.id not in self.own]
        failed = []
        for line in sorted(lines, key=lambda each: each.verdict.weight, reverse=True):
            try:
                read(line, self, strict=self.sut.strict)
            except Judged as judged:
                failed.append(str(judged))
            except AsListed as listed:
                self.add_report_section("call", "known", str(listed))
        if failed:
            raise Judged("\n\n".join(failed))


def _performed(conductor: Conductor) -> Outcome:
    """What the run came to; the item is skipped where nothing of it was performed."""
    if not conductor.begun:
        pytest.skip("no case of this product was chosen")
    outcome = conductor.finish()
    if all(result.verdict is Verdict.SKIP for result in outcome.results):
        pytest.skip("no case was performed")
    return outcome


def _finished(conductor: Conductor) -> Outcome | None:
    """What the run came to; None where it could not even begin, which its items have told."""
    try:
        return conductor.finish()
    except HarnessError:
        return None


def _lines(outcome: Outcome) -> list[CaseResult]:
    return [result for result in outcome.results if result.suite == SUITE]

"""Which clauses have cases, at which role; and which have none."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.checkers.rule import Rule
from oran_harness.conformance.clauses import Clause, cited, covers
from oran_harness.model import CaseDescription, Role

_STATES = {"cases": "with cases", "rules only": "with rules only", "hole": "holes"}
"""The words for how many rows are in a state."""
_OFFICIAL = "O-RAN.WG3.E2TS"
_OFFICIAL_TAG = "e2ts-"


@dataclass(frozen=True, slots=True)
class Covered:
    """A clause, for one role under test: the ids of its cases, and of the rules that cite it and watch every case."""

    clause: Clause
    role: Role
    cases: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def state(self) -> str:
        """``cases``, ``rules only``, or ``hole``."""
        if self.cases:
            return "cases"
        return "rules only" if self.rules else "hole"

    def to_json(self) -> dict[str, Any]:
        """The row as ``coverage --json`` writes it."""
        return {
            "document": self.clause.document,
            "clause": self.clause.number,
            "title": self.clause.title,
            "role": self.role.value,
            "state": self.state,
            "cases": list(self.cases),
            "rules": list(self.rules),
        }


def coverage(listed: Iterable[Clause], cases: Iterable[CaseDescription], rules: Iterable[Rule]) -> tuple[Covered, ...]:
    """Each clause at each role that it asks something of, in the order of the clauses."""
    by_case = [(case.id, case.under_test, _names(case)) for case in cases]
    by_rule = [(rule.id, tuple(cited(rule.clause))) for rule in rules]
    return tuple(
        Covered(
            clause,
            role,
            tuple(id for id, under_test, names in by_case if under_test is role and _any(clause, names)),
            tuple(id for id, names in by_rule if _any(clause, names)),
        )
        for clause in listed
        for role in clause.of
    )


def counted(rows: Sequence[Covered]) -> str:
    """How many rows there are, and how many of them are in each state that is seen, as a sentence."""
    counts = Counter(row.state for row in rows)
    said = ", ".join(f"{counts[state]} {words}" for state, words in _STATES.items() if counts[state])
    return f"{len(rows)} clauses and roles: {said}."


def broader(listed: Iterable[Clause], cases: Iterable[CaseDescription]) -> tuple[CaseDescription, ...]:
    """The cases whose citation is of a whole procedure, and so lies in none of the clauses."""
    known = tuple(listed)
    named = ((case, _names(case)) for case in cases)
    return tuple(case for case, names in named if not any(_any(each, names) for each in known))


def _names(case: CaseDescription) -> tuple[tuple[str, str], ...]:
    """What a case cites, and the official case that a tag of it names."""
    tagged = (tag.removeprefix(_OFFICIAL_TAG) for tag in case.tags if tag.startswith(_OFFICIAL_TAG))
    return (*cited(case.clause), *((_OFFICIAL, number) for number in tagged))


def _any(clause: Clause, names: tuple[tuple[str, str], ...]) -> bool:
    return any(covers(clause, document, number) for document, number in names)

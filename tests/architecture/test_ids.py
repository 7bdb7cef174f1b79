"""Ids that others quote: unique, well formed, and explained."""

import re

from oran_harness.checkers import RULES
from oran_harness.protocols.e2ap.engine import IrregularityKind
from tests.architecture.sources import ROOT


def test_rule_ids_are_unique() -> None:
    """A rule's id names one rule, whatever the case: profiles, reports and people quote it."""
    ids = [rule.id.casefold() for rule in RULES]
    assert len(ids) >= 30
    assert sorted(ids) == sorted(set(ids))


def test_rule_ids_are_well_formed() -> None:
    """An id is made of capitals and digits in words, and ends in no number: it is declared, not counted."""
    assert [rule.id for rule in RULES if not re.fullmatch(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+", rule.id)] == []
    assert [rule.id for rule in RULES if re.search(r"-\d+$", rule.id)] == []


def test_every_rule_is_on_its_page() -> None:
    """docs/rules.md has each rule once in its tables."""
    page = (ROOT / "docs/rules.md").read_text("utf-8")
    assert {rule.id: page.count(f"\n| `{rule.id}` |") for rule in RULES} == {rule.id: 1 for rule in RULES}


def test_kinds_of_irregularities_are_unique() -> None:
    """No two kinds of irregularity share a value: an Enum would make the second an alias of the first."""
    assert list(IrregularityKind.__members__) == [kind.name for kind in IrregularityKind]

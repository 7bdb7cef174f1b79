"""What there is."""

from oran_harness.checkers import RULES
from oran_harness.cli.shown.catalogue import KINDS, rules


def test_the_kinds_of_the_contract() -> None:
    """All six kinds can be listed, whether there is something or not."""
    assert sorted(KINDS) == ["cases", "faults", "flaws", "operators", "rules", "vendors"]


def test_rules_are_all_there() -> None:
    """Every rule of the checkers, with what the contract wants of any item, and more."""
    listed = rules()
    assert [item["id"] for item in listed] == [rule.id for rule in RULES]
    assert len(listed) >= 30
    for item in listed:
        assert {"id", "title", "clause", "level", "scope"} <= item.keys()
        assert all(isinstance(value, str) and value for value in item.values())


def test_what_is_not_there_yet_is_empty() -> None:
    """No cases, vendors, flaws, faults or operators in this version."""
    assert all(KINDS[kind]() == [] for kind in KINDS if kind != "rules")

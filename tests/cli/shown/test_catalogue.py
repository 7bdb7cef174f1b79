"""What there is."""

from pathlib import Path

from oran_harness.checkers import RULES
from oran_harness.cli.shown.catalogue import KINDS, cases, flaws, rules, vendors
from oran_harness.model import Role
from tests.cli.bench import vendor


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


def test_cases_have_what_the_contract_wants() -> None:
    """Each member of an item, for each role that can be tested."""
    listed = cases()
    assert len(listed) >= 60
    assert {item["under_test"] for item in listed} == set(Role)
    members = ["id", "title", "clause", "level", "under_test", "interface", "suite", "tags", "needs"]
    assert all(list(item) == members for item in listed)


def test_vendors_are_those_that_are_found(tmp_path: Path) -> None:
    """Those with a problem too: it stands in place of the title."""
    vendor(tmp_path)
    (tmp_path / "beta").mkdir()
    (tmp_path / "beta/profile.toml").write_text("")
    listed = {item["id"]: item for item in vendors(tmp_path)}
    assert {"alfa", "beta", "oran-harness-ric", "oran-harness-node"} <= listed.keys()
    assert (listed["alfa"]["title"], listed["alfa"]["roles"]) == ("alfa under test", ["near-rt-ric"])
    assert listed["beta"]["title"] == listed["beta"]["problem"] != ""
    assert listed["alfa"]["problem"] is None


def test_flaws_are_those_that_can_be_planted() -> None:
    """Of both roles, each with what catches it."""
    listed = flaws()
    assert {item["role"] for item in listed} == set(Role)
    assert all(item["id"] and item["title"] and item["caught_by"] for item in listed)


def test_what_is_not_there_yet_is_empty() -> None:
    """No operators in this version."""
    assert KINDS["operators"]() == []

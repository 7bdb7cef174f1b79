"""The rules for people."""

from oran_harness.checkers import RULES
from oran_harness.checkers.catalogue import AREAS, explanation, find_rule, rows, rules_as_markdown


def test_rows() -> None:
    """Each rule is a row with what the contract asks for: id, title, clause, level, scope."""
    table = rows()
    assert [row["id"] for row in table] == [rule.id for rule in RULES]
    assert all(set(row) == {"id", "title", "clause", "level", "scope", "blames"} for row in table)
    assert {row["level"] for row in table} == {"must", "should"}


def test_find_rule() -> None:
    """A rule is found by its id in whatever case, and nothing else is."""
    found = find_rule("e2-ppid")
    assert found is not None
    assert found.id == "E2-PPID"
    assert find_rule("E2-PPI") is None


def test_explanation() -> None:
    """An explanation says what is asked, where it stands, whom it blames and what helps."""
    told = dict(explanation(RULES[0]))
    assert list(told) == ["Rule", "Requirement", "Clause", "Level", "Scope", "Blames", "Hint"]
    assert all(told.values())


def test_markdown() -> None:
    """The page holds every rule once in a table and once with its hint, under its area."""
    page = rules_as_markdown()
    for rule in RULES:
        assert page.count(f"| `{rule.id}` |") == 1
        assert page.count(f"- `{rule.id}`: ") == 1
    assert page.endswith("\n")
    assert str(len(RULES)) in page


def test_each_rule_is_in_one_area() -> None:
    """The prefixes of the areas divide the rules."""
    for rule in RULES:
        assert sum(rule.id.startswith(prefix) for prefix, _, _ in AREAS) == 1


def test_a_table_survives_bars() -> None:
    """A bar in a text does not break the table."""
    from dataclasses import replace

    page = rules_as_markdown([replace(RULES[0], requirement="this | that")])
    assert "this \\| that" in page

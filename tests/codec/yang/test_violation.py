"""Messages of libyang are told apart by the rule that is broken."""

import pytest

from oran_harness.codec.yang.violation import Rule, violation_of


@pytest.mark.parametrize(
    ("message", "app_tag", "parsing", "rule"),
    [
        ('Node "a" not found as a child of "b" node.', None, True, Rule.UNKNOWN_NODE),
        ('Mandatory choice "c" data do not exist.', "missing-choice", False, Rule.CHOICE),
        ("In a module's own words.", "own-tag", False, Rule.MUST),
        ("In a module's own words.", "own-tag", True, Rule.VALUE),
        ("In a module's own words.", "too-many-elements", False, Rule.TOO_MANY),
    ],
)
def test_the_rule_of_a_message(message: str, app_tag: str | None, parsing: bool, rule: Rule) -> None:
    """A message says its rule; one of a module's own is a value while data are read, a must afterwards."""
    assert violation_of(message, app_tag, "/m:a", None, parsing=parsing).rule is rule


def test_entries_that_are_not_unique_are_named() -> None:
    """RFC 7950, 15.1 needs both entries and the leaves."""
    message = 'Unique data leaf(s) "a b/c" not satisfied in "/m:l[k=\'1\']" and "/m:l[k=\'2\']".'
    found = violation_of(message, "data-not-unique", "/m:l[k='2']", None, parsing=False)
    assert (found.name, found.others) == ("a b/c", ("/m:l[k='1']", "/m:l[k='2']"))

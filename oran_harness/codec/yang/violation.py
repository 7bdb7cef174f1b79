"""What libyang finds wrong with data, told apart by the rule that it breaks."""

import enum
import re
from dataclasses import dataclass


class Rule(enum.Enum):
    """Which rule of YANG a violation breaks."""

    UNKNOWN_NODE = "unknown node"
    UNKNOWN_NAMESPACE = "unknown namespace"
    UNKNOWN_ATTRIBUTE = "unknown attribute"
    STATE = "state data in configuration"
    VALUE = "value"
    MISSING_KEY = "missing key"
    TWO_CASES = "two cases"
    DUPLICATE = "duplicate"
    MANDATORY = "mandatory node"
    CHOICE = "mandatory choice"
    MUST = "must"
    WHEN = "when"
    UNIQUE = "unique"
    TOO_MANY = "max-elements"
    TOO_FEW = "min-elements"
    INSTANCE = "require-instance"
    FORM = "form"


_RULES = (
    (re.compile(r'^Node "(?P<name>[^"]*)" not found'), Rule.UNKNOWN_NODE),
    (re.compile(r"^(No module with namespace|Missing XML namespace)"), Rule.UNKNOWN_NAMESPACE),
    (re.compile(r"^Unknown \(or not implemented\) YANG module"), Rule.UNKNOWN_ATTRIBUTE),
    (re.compile(r"^Annotation definition for attribute"), Rule.UNKNOWN_ATTRIBUTE),
    (re.compile(r'^Unexpected data state node "(?P<name>[^"]*)"'), Rule.STATE),
    (re.compile(r'^List instance is missing its key "(?P<name>[^"]*)"'), Rule.MISSING_KEY),
    (re.compile(r"^Data for both cases"), Rule.TWO_CASES),
    (re.compile(r'^Duplicate instance of "(?P<name>[^"]*)"'), Rule.DUPLICATE),
    (re.compile(r'^Mandatory node "(?P<name>[^"]*)" instance does not exist'), Rule.MANDATORY),
    (re.compile(r'^Mandatory choice "(?P<name>[^"]*)"'), Rule.CHOICE),
    (re.compile(r"^When condition"), Rule.WHEN),
    (re.compile(r'^Unique data leaf\(s\) "(?P<name>[^"]*)" not satisfied'), Rule.UNIQUE),
    (re.compile(r'^Too many "(?P<name>[^"]*)" instances'), Rule.TOO_MANY),
    (re.compile(r'^Too few "(?P<name>[^"]*)" instances'), Rule.TOO_FEW),
    (re.compile(r"^Must condition"), Rule.MUST),
    (
        re.compile(r"^Invalid (leafref|instance-identifier) .*(no target instance|required instance not found)"),
        Rule.INSTANCE,
    ),
    (re.compile(r'^Text value .* inside an inner node "(?P<name>[^"]*)"', re.DOTALL), Rule.FORM),
    (re.compile(r'^Child element "(?P<name>[^"]*)"'), Rule.FORM),
)
_BY_APP_TAG = {
    "must-violation": Rule.MUST,
    "data-not-unique": Rule.UNIQUE,
    "too-many-elements": Rule.TOO_MANY,
    "too-few-elements": Rule.TOO_FEW,
    "instance-required": Rule.INSTANCE,
    "missing-choice": Rule.CHOICE,
}
_IN_UNIQUE = re.compile(r' in "(.*)" and "(.*)"\.$', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule. ``path`` is libyang's data path; ``name`` the node, choice or leaves that it speaks of."""

    rule: Rule
    message: str
    app_tag: str | None
    path: str | None
    schema_path: str | None
    name: str = ""
    others: tuple[str, ...] = ()


def violation_of(
    message: str, app_tag: str | None, path: str | None, schema_path: str | None, *, parsing: bool
) -> Violation:
    """What a message of libyang says. ``parsing``: the line of text is known, so values were being read."""
    for pattern, rule in _RULES:
        match = pattern.match(message)
        if match is not None:
            name = match.groupdict().get("name") or ""
            pair = _IN_UNIQUE.search(message) if rule is Rule.UNIQUE else None
            return Violation(rule, message, app_tag, path, schema_path, name, pair.groups() if pair else ())
    found = _BY_APP_TAG.get(app_tag or "")
    if found is None:
        found = Rule.VALUE if parsing else Rule.MUST
    return Violation(found, message, app_tag, path, schema_path)

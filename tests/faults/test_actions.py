"""What rules can do."""

import pytest

from oran_harness.faults import ACTIONS, SELECTORS, read_rules
from oran_harness.model import Role


@pytest.mark.parametrize("id", ACTIONS)
def test_each_action_is_explained(id: str) -> None:
    """Its id, a title, and an example that can be read."""
    action = ACTIONS[id]
    assert action.id == id
    assert action.title
    (rule,) = read_rules([action.example])
    assert (rule.action, rule.text) == (id, action.example)
    assert not {word.name for word in action.words} & set(SELECTORS)


@pytest.mark.parametrize(
    ("word", "given", "read"),
    [
        ("from", "e2-node", Role.E2_NODE),
        ("from", "node", None),
        ("message", "ricindication", "RICindication"),
        ("message", "E2setup", "E2setup"),
        ("message", "RICindications", None),
        ("message", 5, None),
        ("nth", "3", 3),
        ("nth", 3, 3),
        ("nth", "0", None),
        ("nth", True, None),
        ("nth", "٣", None),
        ("request", "10/1", (10, 1)),
        ("request", "10", None),
        ("request", "70000/1", None),
        ("while", "subscription", "subscription"),
        ("while", "control", None),
        ("after", "0.5", 0.5),
        ("after", 2, 2.0),
        ("after", "-1", None),
        ("after", "nan", None),
        ("after", float("nan"), None),
    ],
)
def test_values(word: str, given: object, read: object) -> None:
    """From the command line they come as text, from a file as numbers; what cannot be is None."""
    assert SELECTORS[word].read(given) == read

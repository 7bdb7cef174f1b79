"""JSON that is not what a type needs."""

import pytest

from oran_harness.codec.json.mismatch import JsonMismatch, kind_of, member
from oran_harness.model import UsageError


def test_a_mismatch_is_a_sentence_with_a_place() -> None:
    """It is the caller's mistake, and begins with its place where it has one."""
    assert isinstance(JsonMismatch("a.b", "no number"), UsageError)
    assert str(JsonMismatch("a.b", "this is no number")) == "a.b: this is no number."
    assert str(JsonMismatch("", "this is no object")) == "this is no object."


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (1.5, "a number"),
        ("", "a text"),
        ([], "a list"),
        ({}, "an object"),
    ],
)
def test_kinds_are_named_for_people(document: object, kind: str) -> None:
    """Every piece of JSON has a name."""
    assert kind_of(document) == kind


def test_paths_join_members_by_dots() -> None:
    """List elements stand directly behind their list."""
    assert member("", "a") == "a"
    assert member("a", "b") == "a.b"
    assert member("a", "[3]") == "a[3]"

"""All cases are found by importing the modules that declare them."""

import pytest

from oran_harness.conformance import descriptions, find, load, load_properties
from oran_harness.model import Role, UsageError


def test_all_cases_sorted_by_id() -> None:
    """Of both roles of E2 and both of O1, each once."""
    ids = [case.id for case in load()]
    assert ids == sorted(set(ids))
    assert {case.description.under_test for case in load()} == set(Role)


def test_what_all_say_of_themselves() -> None:
    """Cases and properties alike, sorted by id."""
    said = descriptions()
    assert [each.id for each in said] == sorted(each.id for each in (*load(), *load_properties()))
    assert {case.description for case in load()} <= set(said)


def test_one_case_by_its_id() -> None:
    """An unknown one is the caller's mistake."""
    first = load()[0]
    assert find(first.id) is first
    with pytest.raises(UsageError, match="There is no case NOPE-001"):
        find("NOPE-001")

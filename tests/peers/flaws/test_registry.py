"""All flaws, and how one of them is found by its name."""

import pytest

from oran_harness.model import Role, UsageError
from oran_harness.peers.flaws import FLAWS, find
from oran_harness.peers.flaws.registry import by_id


def test_all_flaws() -> None:
    """Under their ids, each once; all roles have many, of all kinds that are seen in the field."""
    assert [flaw.id for flaw in FLAWS.values()] == list(FLAWS)
    few = [role for role in Role if sum(flaw.role is role for flaw in FLAWS.values()) < 20]
    assert few == []
    assert len({(flaw.role, flaw.title) for flaw in FLAWS.values()}) > len(FLAWS) - 10
    assert len({flaw.field_fault for flaw in FLAWS.values()} - {None}) >= 15


def test_no_flaw_hides_another() -> None:
    """Two of one id cannot be."""
    flaw = FLAWS["node-plmn-text"]
    with pytest.raises(ValueError, match="Two flaws are called node-plmn-text"):
        by_id((flaw, flaw))


def test_find() -> None:
    """By its id."""
    assert find("node-plmn-text") is FLAWS["node-plmn-text"]


def test_who_misspells_is_told_what_is_near() -> None:
    """And, where nothing is, how to see all."""
    with pytest.raises(UsageError, match="did you mean ric-dies-on-reset"):
        find("ric-dies-on-resets")
    with pytest.raises(UsageError, match="list flaws"):
        find("0")

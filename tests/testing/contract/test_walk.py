"""From check to check."""

from collections.abc import Callable
from pathlib import Path

import pytest

from oran_harness.model import UsageError
from oran_harness.testing import CHECKS, ContractWalk, contract_results, vendor_subjects
from tests.testing.contract import broken
from tests.testing.contract.broken import subject


def counting(kind: type[broken.Fine]) -> tuple[list[broken.Fine], Callable[[], broken.Fine]]:
    """The adapters that were made, and what makes them."""
    made: list[broken.Fine] = []

    def make() -> broken.Fine:
        made.append(kind())
        return made[-1]

    return made, make


def test_one_adapter_as_long_as_all_is_well() -> None:
    """After a check that is broken, with a fresh one: its trouble is not the next one's."""
    made, make = counting(broken.Fine)
    contract_results(subject(make))
    assert len(made) == 1
    made, make = counting(broken.Resetless)
    found = contract_results(subject(make), meeting=0.3)
    assert [each.check for each in found if not each.kept] == ["reset"]
    assert len(made) == 2


def test_each_check_can_be_made_alone() -> None:
    """It brings up what it needs, and all is let go of at the end."""
    for check in CHECKS:
        made, make = counting(broken.Fine)
        with ContractWalk(subject(make)) as walk:
            assert walk.perform(check).kept
        assert [each.hosting for each in made] == [None]


def test_a_product_that_nobody_starts(tmp_path: Path) -> None:
    """What needs a start does not fit; the rest is held."""
    (tmp_path / "profile.toml").write_text(
        '[vendor]\nname = "alfa"\n[roles.near-rt-ric]\naddress = "tcp://127.0.0.1:4000"\n'
    )
    found = contract_results(vendor_subjects(tmp_path)[0])
    assert [each.problem for each in found if each.problem is not None] == []
    skipped = {each.check for each in found if each.skipped == "its product is started by somebody else"}
    assert skipped == {"start", "collect", "reset", "restart", "stop", "start-again", "death"}


def test_what_is_not_the_adapter_s_fault(tmp_path: Path) -> None:
    """A product that needs a person, where nobody is: the caller is told."""
    (tmp_path / "profile.toml").write_text(
        '[vendor]\nname = "alfa"\n[roles.e2-node]\noperator = true\ntransport = ["tcp"]\n'
    )
    with pytest.raises(UsageError, match="is started and stimulated by a person"):
        contract_results(vendor_subjects(tmp_path)[0])


def test_a_class_that_cannot_be_loaded(tmp_path: Path) -> None:
    """Each check says why, in one sentence."""
    (tmp_path / "profile.toml").write_text(
        '[vendor]\nname = "alfa"\n[roles.e2-node]\nadapter = "none_such:Class"\ntransport = ["tcp"]\n'
    )
    with ContractWalk(vendor_subjects(tmp_path)[0]) as walk:
        result = walk.perform(CHECKS[0])
    assert result.problem is not None
    assert "The adapter none_such:Class cannot be used" in result.problem

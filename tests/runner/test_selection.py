"""Which cases a run has."""

import pytest

from oran_harness.model import Role, UsageError
from oran_harness.runner import Selection, select
from oran_harness.steps import Peer
from tests.runner.scene import case


async def body(peer: Peer) -> None:
    """Nothing."""


CASES = [
    case(body, "E2AP-SETUP-001", suite="e2ap", tags=("negative",)),
    case(body, "E2AP-SETUP-002", suite="e2ap", tags=("slow", "negative")),
    case(body, "KPM-STYLE-001", suite="kpm"),
    case(body, "E2AP-NODE-001", role=Role.E2_NODE, suite="e2ap", tags=("node",)),
]


def chosen(**parts: tuple[str, ...]) -> list[str]:
    """The ids that a selection takes for a RIC."""
    return [each.description.id for each in select(CASES, Role.NEAR_RT_RIC, Selection(**parts))]


def test_only_cases_for_the_role() -> None:
    """Without anything else all of them, in their order."""
    assert chosen() == ["E2AP-SETUP-001", "E2AP-SETUP-002", "KPM-STYLE-001"]
    assert [each.description.id for each in select(CASES, Role.E2_NODE, Selection())] == ["E2AP-NODE-001"]


def test_each_part_narrows() -> None:
    """Suites and ids widen each other; keywords and tags must all fit; ! excludes."""
    assert chosen(suites=("kpm",)) == ["KPM-STYLE-001"]
    assert chosen(suites=("kpm", "e2ap-setup-002")) == ["E2AP-SETUP-002", "KPM-STYLE-001"]
    assert chosen(keywords=("SETUP", "title")) == ["E2AP-SETUP-001", "E2AP-SETUP-002"]
    assert chosen(keywords=("setup", "002")) == ["E2AP-SETUP-002"]
    assert chosen(tags=("negative",)) == ["E2AP-SETUP-001", "E2AP-SETUP-002"]
    assert chosen(tags=("negative", "!slow")) == ["E2AP-SETUP-001"]


def test_clauses_are_whole_numbers() -> None:
    """A clause takes what is below it, not what begins with the same digits."""
    for clause in ("1", "1.2", "1.2.3", "no clause"):
        assert len(chosen(clauses=(clause,))) == 3
    for clause in ("1.2.30", "2.3", "1.2.3.4"):
        with pytest.raises(UsageError, match="None of the 3 cases"):
            chosen(clauses=(clause,))


def test_what_does_not_exist_is_refused() -> None:
    """With what there is."""
    for parts, said in (
        ({"suites": ("rc",)}, "no suite or case 'rc' for a SUT of role near-rt-ric; suites are e2ap, kpm"),
        ({"suites": ("E2AP-NODE-001",)}, "no suite or case"),
        ({"tags": ("node",)}, "has the tag 'node'; tags are negative, slow"),
        ({"tags": ("!quick",)}, "has the tag '!quick'"),
        ({"keywords": ("zzz",)}, "None of the 3 cases"),
    ):
        with pytest.raises(UsageError, match=said):
            chosen(**parts)

"""The order of a run, and its seeds."""

from oran_harness.runner import plan
from oran_harness.runner.plan import descriptions, suites
from oran_harness.steps import Peer
from tests.runner.scene import case


async def body(peer: Peer) -> None:
    """Nothing."""


CASES = [case(body, "A-001", tags=("slow",), suite="x"), case(body, "A-002", suite="y"), case(body, "A-003", suite="x")]


def test_long_waits_come_last() -> None:
    """The rest stays in its order."""
    planned = plan(CASES, 1)
    assert [each.description.id for each in planned] == ["A-002", "A-003", "A-001"]
    assert [each.id for each in descriptions(planned)] == ["A-002", "A-003", "A-001"]
    assert suites(planned) == ("y", "x")


def test_seeds_belong_to_run_case_and_turn() -> None:
    """The same in a smaller plan, another with another seed, another each time."""
    whole = {each.description.id: each.turns for each in plan(CASES, 1, repeat=3)}
    assert plan(CASES[2:], 1, repeat=3)[0].turns == whole["A-003"]
    assert plan(CASES[2:], 2, repeat=3)[0].turns != whole["A-003"]
    assert len({turn.seed for turns in whole.values() for turn in turns}) == 9


def test_each_turn_has_a_history_of_its_own() -> None:
    """The first is called like the case."""
    assert [turn.history for turn in plan(CASES[1:2], 1, repeat=2)[0].turns] == ["history/A-002", "history/A-002.2"]

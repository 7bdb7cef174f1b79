"""The order of a run, and its seeds."""

import pytest

from oran_harness.model.order import Order
from oran_harness.runner import plan
from oran_harness.runner.plan import descriptions, suites
from oran_harness.runner.source import SingleCase
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


def ids(order: Order, seed: int = 1, cases: list[SingleCase] = CASES) -> list[str]:
    """The ids of a plan."""
    return [each.description.id for each in plan(cases, seed, order=order)]


def test_a_reversed_plan_has_long_waits_last_too() -> None:
    """The rest is the other way round."""
    assert ids(Order.REVERSED) == ["A-003", "A-002", "A-001"]


def test_a_shuffled_plan_is_decided_by_the_seed_alone() -> None:
    """Not by the order in which the cases were found; long waits come anywhere."""
    many = [case(body, f"A-{number:03}", tags=("slow",) if number % 10 == 0 else ()) for number in range(40)]
    shuffled = ids(Order.RANDOM, 1, many)
    assert shuffled == ids(Order.RANDOM, 1, many[::-1])
    assert sorted(shuffled) == [each.description.id for each in many]
    assert shuffled != ids(Order.RANDOM, 2, many)
    assert shuffled[-4:] != ["A-000", "A-010", "A-020", "A-030"]


@pytest.mark.parametrize("order", Order)
def test_the_order_changes_no_seed(order: Order) -> None:
    """A case draws the same wherever it stands."""
    assert {each.turns for each in plan(CASES, 1, order=order)} == {each.turns for each in plan(CASES, 1)}


def test_seeds_belong_to_run_case_and_turn() -> None:
    """The same in a smaller plan, another with another seed, another each time."""
    whole = {each.description.id: each.turns for each in plan(CASES, 1, repeat=3)}
    assert plan(CASES[2:], 1, repeat=3)[0].turns == whole["A-003"]
    assert plan(CASES[2:], 2, repeat=3)[0].turns != whole["A-003"]
    assert len({turn.seed for turns in whole.values() for turn in turns}) == 9


def test_each_turn_has_a_history_of_its_own() -> None:
    """The first is called like the case."""
    assert [turn.history for turn in plan(CASES[1:2], 1, repeat=2)[0].turns] == ["history/A-002", "history/A-002.2"]


def test_what_restarts_the_sut_comes_last() -> None:
    """Behind long waits: one that does not come back costs no other case. In a random order it comes anywhere."""
    restarting = case(body, "A-000", needs=("stimulus:restart",))
    assert ids(Order.DECLARED, 1, [restarting, *CASES]) == ["A-002", "A-003", "A-001", "A-000"]
    assert ids(Order.REVERSED, 1, [restarting, *CASES]) == ["A-003", "A-002", "A-001", "A-000"]
    assert {ids(Order.RANDOM, seed, [restarting, *CASES])[-1] for seed in range(20)} > {"A-000"}

"""What a repetition's process is told."""

import json
from pathlib import Path

import pytest

from oran_harness.cli.repetition_order import RepetitionOrder
from oran_harness.cli.testing_ground import options_for, target_of
from oran_harness.faults import parse_faults
from oran_harness.model import Role, UsageError
from oran_harness.model.order import Order
from oran_harness.runner import Selection, Target, plan
from tests.cli.bench import vendor

SELECTION = Selection(("E2AP-SETUP-101", "E2AP-SETUP-102"), ("setup",), ("!slow",), ())
PROFILE = """
[vendor]
name = "alfa"
product = "alfa"

[roles.near-rt-ric]
{way}
"""


def order_for(target: Target, repeat: int = 3) -> RepetitionOrder:
    """The order for a target."""
    options = options_for(target, None, 2.5, 7, Order.REVERSED, parse_faults(["delay=5ms"]))
    return RepetitionOrder.of(target, SELECTION, options, repeat)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    """And makes the same target and options elsewhere."""
    target = target_of(str(vendor(tmp_path)), None, None, None, None)
    order = order_for(target)
    assert RepetitionOrder.from_json(json.dumps(order.to_json())) == order
    again = order.target()
    assert (again.vendor, again.role, again.wire.scheme) == ("alfa", Role.NEAR_RT_RIC, "tcp")
    options = order.options()
    assert (options.edition, options.timeout, options.seed) == ("3.01", 2.5, 7)
    assert (options.order, options.faults.words) == (Order.REVERSED, ("delay=5ms",))


def test_each_turn_is_that_of_a_run_with_all_of_them(tmp_path: Path) -> None:
    """The same cases in the same order, with the same seeds and histories."""
    order = order_for(target_of(str(vendor(tmp_path)), None, None, None, None))
    turns = [
        RepetitionOrder.from_json(json.dumps({**order.to_json(), "turn": turn, "folder": str(tmp_path)})).planned()
        for turn in (1, 2, 3)
    ]
    whole = plan([each.source for each in turns[0]], 7, 3, Order.DECLARED)
    for place, each in enumerate(whole):
        assert tuple(turn[place].turns[0] for turn in turns) == each.turns
        assert {turn[place].description.id for turn in turns} == {each.description.id}
    assert len(whole) == 2


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ('address = "tcp://127.0.0.1:36421"', "alfa is not started by the harness, so there is one of it"),
        ("operator = true", "alfa is looked after by a person, so"),
        (
            'address = "tcp://127.0.0.1:36421"\nadapter = "tests.cli.bench:Ric"',
            "alfa has the address tcp://127.0.0.1:36421, so",
        ),
        ('adapter = "grpc://127.0.0.1:5000"', "alfa has its adapter at grpc://127.0.0.1:5000, so"),
    ],
)
def test_a_product_that_there_is_once_is_refused(tmp_path: Path, way: str, said: str) -> None:
    """It cannot be driven twice at once."""
    (tmp_path / "alfa").mkdir()
    (tmp_path / "alfa" / "profile.toml").write_text(PROFILE.format(way=f'transport = ["tcp"]\n{way}'), "utf-8")

    class Anybody:
        """Somebody at the bench."""

    with pytest.raises(UsageError) as caught:
        order_for(target_of(str(tmp_path / "alfa"), None, None, None, None, Anybody()))  # type: ignore[arg-type]
    assert str(caught.value).startswith(said)


def test_a_wire_alone_is_refused() -> None:
    """With what would do."""
    raw = target_of(None, Role.NEAR_RT_RIC, None, "tcp://127.0.0.1:36421", None)
    with pytest.raises(UsageError, match="name one with --sut that can be started"):
        order_for(raw)

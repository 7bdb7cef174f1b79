"""What a pair's process is told."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.adapters import read_profile
from oran_harness.interop.matrix.matchmaking import Candidate, matches
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.pairs.steering import Steering
from oran_harness.model import Role

PROFILE = """
[vendor]
name = "{name}"
product = "a product"
[roles.{role}]
{way} = "tcp://127.0.0.1:36421"
"""


def a_candidate(root: Path, name: str, role: Role) -> Candidate:
    """A product whose profile is on disk."""
    folder = root / name
    folder.mkdir()
    way = "listen" if role is Role.E2_NODE else "address"
    (folder / "profile.toml").write_text(PROFILE.format(name=name, role=role, way=way))
    profile = read_profile(folder)
    return Candidate(profile, profile.role(role))


@given(st.text(min_size=1), st.text(min_size=1), st.floats(0.1, 3600), st.integers(0))
def test_an_order_is_read_as_it_was_written(node: str, ric: str, timeout: float, seed: int) -> None:
    """On one line, whatever the folders are called."""
    order = Order(node, ric, "/somewhere", Steering("3.01", timeout, seed=seed))
    assert "\n" not in order.to_json()
    assert Order.from_json(order.to_json()) == order


def test_an_order_names_both_products(tmp_path: Path) -> None:
    """By their folders; the pair's edition is the one that both can speak."""
    pair = a_candidate(tmp_path, "alfa", Role.E2_NODE), a_candidate(tmp_path, "bravo", Role.NEAR_RT_RIC)
    (match,) = matches(pair)
    order = Order.of(match, tmp_path / "out", Steering(""))
    assert order.steering.edition == match.edition
    node, ric = order.targets()
    assert (node.vendor, node.role, ric.vendor, ric.role) == ("alfa", Role.E2_NODE, "bravo", Role.NEAR_RT_RIC)


def test_the_print_changes_with_profiles_and_options(tmp_path: Path) -> None:
    """Only then a pair has to meet again."""
    pair = a_candidate(tmp_path, "alfa", Role.E2_NODE), a_candidate(tmp_path, "bravo", Role.NEAR_RT_RIC)
    (match,) = matches(pair)
    order = Order.of(match, tmp_path / "out", Steering(""))
    before = order.print
    assert Order.of(match, tmp_path / "elsewhere", Steering("")).print == before
    assert Order.of(match, tmp_path / "out", Steering("", seed=1)).print != before
    with (tmp_path / "alfa" / "profile.toml").open("a") as file:
        file.write("# changed\n")
    assert order.print != before


def test_the_print_changes_with_an_adapter(tmp_path: Path) -> None:
    """What drives a product is as much a part of it as its profile."""
    pair = a_candidate(tmp_path, "alfa", Role.E2_NODE), a_candidate(tmp_path, "bravo", Role.NEAR_RT_RIC)
    (match,) = matches(pair)
    order = Order.of(match, tmp_path / "out", Steering(""))
    before = order.print
    (tmp_path / "bravo" / "bench.py").write_text("# an adapter")
    after = order.print
    (tmp_path / "bravo" / "bench.py").write_text("# another")
    assert len({before, after, order.print}) == 3

"""Constraints as conditions in generated text."""

import pytest

from oran_harness.codec.asn1.generated.conditions import allowed, refused
from oran_harness.codec.asn1.nodes.size import Bounds


@pytest.mark.parametrize(
    "bounds",
    [
        Bounds(),
        Bounds(3, None),
        Bounds(None, 7),
        Bounds(3, 7),
        Bounds(5, 5),
        Bounds(1, 7, False, ((1, 2), (7, 7))),
        Bounds(None, 7, False, ((None, 2), (7, 7))),
        Bounds(None, None, False, ((None, 2), (7, None))),
    ],
)
def test_conditions_say_what_the_bounds_say(bounds: Bounds) -> None:
    """For every number around the bounds; an empty condition is one that always holds."""
    for number in range(-2, 12):
        assert bool(eval(allowed(bounds, "x") or "True", {"x": number})) == bounds.allows(number)
        assert bool(eval(refused(bounds, "x") or "False", {"x": number})) != bounds.allows(number)

"""Numbers and names by the decisions of a chooser."""

import math
import struct
from collections.abc import Sequence

from oran_harness.codec.asn1.nodes.enumerated import Enumerated, unknown_name
from oran_harness.codec.asn1.nodes.size import Bounds
from oran_harness.codec.asn1.walker.chooser import SELDOM, Chooser, Make
from oran_harness.codec.asn1.walker.plan import Plan

WIDEST = 1 << 64
"""How far from a bound numbers without another one go."""
NEWER = 70
"""How far behind the known extensions the unknown ones go: past 64, where their index changes its form."""
REALS = (0.0, 1.0, -1.0, 0.5, 1e-9, 123456.789, 2.0**52 + 1, 1.7976931348623157e308, 5e-324, math.inf, -math.inf)


def integer(bounds: Bounds) -> Make:
    """Numbers of the root."""
    ranges = [_range(low, high) for low, high in bounds.parts or ((bounds.minimum, bounds.maximum),)]
    if len(ranges) == 1:
        return ranges[0]
    return lambda chooser: ranges[chooser.index(len(ranges))](chooser)


def extensible_integer(bounds: Bounds) -> Make:
    """Numbers of the root, and now and then any other."""
    return either(integer(bounds), integer(Bounds()))


def either(root: Make, other: Make) -> Make:
    """Mostly the one, now and then the other."""
    return lambda chooser: (other if chooser.index(SELDOM) == SELDOM - 1 else root)(chooser)


def _range(minimum: int | None, maximum: int | None) -> Make:
    low = minimum if minimum is not None else -WIDEST if maximum is None else min(maximum, 0) - WIDEST
    high = maximum if maximum is not None else WIDEST if minimum is None else max(minimum, 0) + WIDEST
    return lambda chooser: chooser.integer(low, high)


def enumerated(node: Enumerated, plan: Plan) -> Make:
    """A name of the root or an addition."""
    return named((*node.root, *(node.additions or ())), node.additions, plan)


def named(names: Sequence[str], additions: Sequence[object] | None, plan: Plan) -> Make:
    """One of these names, or, if the plan has it, that of an addition that is not known."""
    count = len(names)

    def known(chooser: Chooser) -> str:
        return names[chooser.index(count)]

    if additions is None or not plan.newer:
        return known
    first = len(additions)
    return either(known, lambda chooser: unknown_name(chooser.integer(first, first + NEWER)))


def boolean(chooser: Chooser) -> bool:
    """BOOLEAN."""
    return chooser.index(2) == 1


def real(chooser: Chooser) -> float:
    """Any float but NaN, which equals nothing."""
    kind = chooser.index(3)
    if kind == 0:
        return REALS[chooser.index(len(REALS))]
    if kind == 1:
        return chooser.integer(-100_000, 100_000) / 8
    (value,) = struct.unpack(">d", chooser.octets(8))
    return 0.0 if math.isnan(value) else float(value)

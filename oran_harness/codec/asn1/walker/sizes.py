"""How large strings and lists are."""

from oran_harness.codec.asn1.nodes.size import Size
from oran_harness.codec.asn1.walker.chooser import Make
from oran_harness.codec.asn1.walker.plan import Plan

Span = tuple[int, int]
LENGTHS = (0, 1, 2, 3, 127, 128, 255, 256, 16383, 16384, 16385, 32768, 49152, 65535, 65536, 65537)
"""Where length determinants, or the alignment behind them, change their form (X.691 11.9.3, 17.6)."""


def usual(size: Size, more: int) -> list[Span]:
    """The ranges of the root, each from its least size to so many more."""
    parts = size.bounds.parts or ((size.bounds.minimum, size.bounds.maximum),)
    found = []
    for minimum, maximum in parts:
        low = minimum or 0
        found.append((low, low + more if maximum is None else min(maximum, low + more)))
    return found


def rare(size: Size, longest: int) -> tuple[int, ...]:
    """Sizes at the bounds of the root, where the encoding changes its form, and behind an extensible root."""
    wanted = {*LENGTHS, size.minimum, size.minimum + 1}
    if size.maximum is not None:
        wanted |= {size.maximum - 1, size.maximum}
    found = [length for length in sorted(wanted) if 0 <= length <= longest and size.bounds.allows(length)]
    if size.extensible and size.maximum is not None and size.maximum < longest:
        found += [size.maximum + 1, size.maximum + 2]
    return tuple(found)


def chosen(size: Size, more: int, longest: int) -> Make:
    """The size of a string or list: a few more than the least, or a rare one."""
    others = rare(size, longest)
    ranges = usual(size, more)
    (low, high), count = ranges[0], len(ranges)
    if low == high and count == 1 and set(others) <= {low}:
        return lambda chooser: low
    if count == 1:
        return lambda chooser: chooser.size(low, high, others)
    return lambda chooser: chooser.size(*ranges[chooser.index(count)], others)


def length(size: Size, plan: Plan) -> Make:
    """The size of a string."""
    return chosen(size, plan.units, plan.longest)

"""Which of a type's values are made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """Bounds of what is made.

    From ``depth`` types inside of types on, optional members are absent, lists as short as they may be, and CHOICEs
    take what is shortest. Lists have up to ``elements``, strings up to ``units`` more than their least size.

    Now and then a size is one at which the encoding changes its form, or lies behind the root of an extensible
    constraint. Such a list has at most ``longest`` leaves, such a string as many units: from 16,384 on there are
    fragments (X.691 11.9.3.8). With 0 there are no such sizes.

    ``newer`` also makes extensions of ENUMERATED and CHOICE that the schema does not know, which strict decoding
    complains about.
    """

    depth: int = 8
    elements: int = 3
    units: int = 20
    longest: int = 300
    newer: bool = False


ORDINARY = Plan()
"""Small legal values."""
FRAGMENTED = Plan(longest=70_000, units=4)
"""Now and then strings and lists that are written in fragments."""

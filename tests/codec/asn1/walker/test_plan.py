"""Which values are made."""

from oran_harness.codec.asn1.walker import FRAGMENTED, ORDINARY, Plan


def test_plans_are_equal_by_what_they_say() -> None:
    """A codec keeps what it built for a plan, and finds it under an equal one."""
    assert Plan() == ORDINARY
    assert len({Plan(), ORDINARY, FRAGMENTED, Plan(depth=1)}) == 3


def test_fragments_are_left_to_those_who_want_them() -> None:
    """Ordinary strings stay below the 16,384 octets from which on there are fragments (X.691 11.9.3.8)."""
    assert ORDINARY.longest < 16_384 < FRAGMENTED.longest

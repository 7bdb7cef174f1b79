"""Bits that are not yet octets."""

from oran_harness.codec.asn1.generated.encoding.pending import Pending, brought, combined, common


def test_bits_become_one_number() -> None:
    """Constants are put together; each term stands before those behind it."""
    assert combined([("x", 3), ("1", 1), ("2", 4)]) == "x << 5 | 18"
    assert combined([("0", 5)]) == "0"


def test_branches_meet() -> None:
    """Equal bits stay as they are, as many bits go into a variable, other numbers of bits are counted."""
    same = Pending(False, [("x", 3)])
    assert common([same, same.copy()]) == same
    other = Pending(False, [("y", 2), ("1", 1)])
    target = common([same, other])
    assert target == Pending(False, [("a", 3)])
    assert brought(other, target) == ["a = y << 1 | 1"]
    target = common([same, Pending()])
    assert target == Pending(True)
    assert brought(same, target) == ["a = x; c = 3"]
    assert brought(Pending(True, [("x", 3)]), target) == ["a = a << 3 | x; c += 3"]


def test_what_is_pending_in_all_branches_is_not_held_as_well() -> None:
    """Bits behind a count are either still to be written or in the variable, not both."""
    same = Pending(True, [("x", 3)])
    target = common([same, same.copy()])
    assert target == same
    assert brought(same, target) == []

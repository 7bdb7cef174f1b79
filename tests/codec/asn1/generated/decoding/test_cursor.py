"""Where generated decoders read."""

from oran_harness.codec.asn1.generated.decoding.cursor import Cursor, common


def test_branches_meet_at_the_least_distance() -> None:
    """The same bit of an octet: the base moves by whole octets."""
    target = common([Cursor("i", 3), Cursor("i", 19), Cursor("start", 11)])
    assert (target.base, target.at) == ("i", 3)
    assert [Cursor("i", 19).moved(target), Cursor("start", 11).moved(target)] == [["i += 2"], ["i = 1"]]


def test_branches_that_end_elsewhere_meet_at_a_bit() -> None:
    """Where only a run tells, the place is counted in bits."""
    target = common([Cursor("i", 3), Cursor("p", 5)])
    assert target == Cursor("p")
    assert Cursor("i", 3).moved(target) == ["p = i * 8 + 3"]
    assert Cursor("p", 5).moved(target) == ["p += 5"]


def test_entries() -> None:
    """What is known of a place is its bit in an octet."""
    assert [Cursor("start", 9).entry, Cursor("i", 16).entry, Cursor("p", 3).entry] == [1, 0, None]
    assert [Cursor("start").octet(2), Cursor("i").octet(0), Cursor("start", 4).bit()] == ["2", "i", "4"]

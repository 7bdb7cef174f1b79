from oran_harness.captures.assembly import Budget
from oran_harness.captures.association import Association, End


def test_two_directions() -> None:
    """Each direction knows its ends and ports, and leads to the other."""
    one, two = End("a:1", {b"a"}), End("b:2", {b"b"})
    association = Association.between(one, two, b"\0\1\0\2", Budget())
    there, back = association.directions
    assert (there.source, there.target, there.ports) == (one, two, b"\0\1\0\2")
    assert (back.source, back.target, back.ports) == (two, one, b"\0\2\0\1")
    assert there.reverse is back
    assert back.reverse is there
    assert there.reassembly is not back.reassembly


def test_nothing_is_known_at_first() -> None:
    """A new association has no number, no tags, and has not come up."""
    association = Association.between(End("a:1", set()), End("b:2", set()), bytes(4), Budget())
    assert (association.number, association.up, association.closed) == (None, False, False)
    assert [direction.tag for direction in association.directions] == [None, None]

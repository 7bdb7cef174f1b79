"""How large strings and lists are."""

from oran_harness.codec.asn1.nodes.size import Bounds, Size
from oran_harness.codec.asn1.walker import FRAGMENTED, Plan
from oran_harness.codec.asn1.walker.sizes import rare, usual
from tests.codec.asn1.walker.making import made


def test_usual_sizes_are_small() -> None:
    """A few more than the least of each range, and not more than its greatest."""
    assert usual(Size(None), 3) == [(0, 3)]
    assert usual(Size(Bounds(2, 4)), 3) == [(2, 4)]
    assert usual(Size(Bounds(1, 9, False, ((1, 2), (7, 9)))), 1) == [(1, 2), (7, 8)]


def test_rare_sizes() -> None:
    """Bounds, both sides of where the length changes its form, and what an extensible root does not hold."""
    assert rare(Size(Bounds(1, 150, True)), 300) == (1, 2, 3, 127, 128, 149, 150, 151, 152)
    assert 16384 in rare(Size(None), 70_000)
    assert rare(Size(Bounds(400, 500)), 300) == ()


def test_sizes_of_strings() -> None:
    """Of those that are made none breaks the constraint."""
    sizes = {len(value) for value in made("T ::= OCTET STRING (SIZE (2..200))", 1500)}
    assert {2, 3, 127, 128, 199, 200} <= sizes
    assert {len(value) for value in made("T ::= OCTET STRING (SIZE (3))", 20)} == {3}
    assert {len(value) for value in made("T ::= OCTET STRING (SIZE (1 | 4))")} == {1, 4}
    assert {len(value) for value in made("T ::= OCTET STRING (SIZE (2, ...))")} == {2, 3, 4}
    assert max(len(value) for value in made("T ::= OCTET STRING (SIZE (1..4, ...))")) > 4


def test_no_edges() -> None:
    """A plan without them makes usual sizes alone."""
    plan = Plan(longest=0, units=2)
    assert {len(value) for value in made("T ::= OCTET STRING", plan=plan)} == {0, 1, 2}
    assert {len(value) for value in made("T ::= OCTET STRING (SIZE (1..2, ...))", plan=plan)} == {1, 2}


def test_fragments() -> None:
    """Strings, lists and open types of 16 K and more, if the plan has them (X.691 11.9.3.8)."""
    for body in ("T ::= OCTET STRING", "T ::= BIT STRING", "T ::= SEQUENCE OF NULL"):
        values = made(body, 200, FRAGMENTED)
        assert max(getattr(value, "length", None) or len(value) for value in values) >= 16384, body

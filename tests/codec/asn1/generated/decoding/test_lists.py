"""Generated decoders of SEQUENCE OF."""

import tracemalloc

import pytest

from oran_harness.codec.asn1.generated.off import Off, Rare
from tests.codec.asn1.schemas import left, swift


@pytest.mark.parametrize("element", ["INTEGER (0..255)", "INTEGER (0..5)", "BOOLEAN", "OCTET STRING (SIZE (0..3))"])
@pytest.mark.parametrize("size", ["(SIZE (3))", "(SIZE (0..7))", "(SIZE (1..300))", "", "(SIZE (0..1, ...))"])
def test_forms(element: str, size: str) -> None:
    """Elements that end where they began in an octet, and others, behind each form of a size."""
    value = {"INTEGER (0..255)": 200, "INTEGER (0..5)": 5, "BOOLEAN": True}.get(element, b"x")
    body = f"T ::= SEQUENCE {{ before BOOLEAN, x SEQUENCE {size} OF {element}, behind BOOLEAN }}"
    swift(body, {"before": True, "x": (value,) * 3, "behind": True})


def test_claimed_counts_cost_nothing() -> None:
    """A count that the octets cannot hold is refused before anything is made for it."""
    bodies = ("SEQUENCE (SIZE (0..65535)) OF OCTET STRING (SIZE (1))", "SEQUENCE OF SEQUENCE { a BOOLEAN }")
    for body, octets in zip(bodies, ("ffff00", "bfff00"), strict=True):
        left(f"T ::= {body}", octets)  # made
        tracemalloc.start()
        assert left(f"T ::= {body}", octets) is Off
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
        tracemalloc.stop()


def test_elements_without_bits_are_left_to_the_nodes() -> None:
    """How many of them a message may hold, the nodes count."""
    assert left("T ::= SEQUENCE OF NULL", "03") is Rare
    assert left("T ::= SEQUENCE OF NULL", "00") is None


def test_fragments_are_left_to_the_nodes() -> None:
    """11.9.3.8 for lists of 16,384 elements and more."""
    assert left("T ::= SEQUENCE OF INTEGER (0..255)", "c1" + "00" * 16384 + "00") is Rare


def test_recursive_elements() -> None:
    """A list of what it is in; its elements have bits, if their type has."""
    body = "T ::= SEQUENCE { list SEQUENCE (SIZE (0..3)) OF T }"
    swift(body, {"list": ({"list": ()}, {"list": ({"list": ()},)})})

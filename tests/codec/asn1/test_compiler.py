"""asn1tools' compiler, kept from dropping what strict decoding needs."""

import asn1tools
import pytest

from oran_harness.codec.asn1.compiler import SchemaCompiler
from oran_harness.codec.asn1.nodes.size import Bounds
from oran_harness.model.errors import InputError
from tests.codec.asn1.schemas import codec, hexed, module

BODY = """
low INTEGER ::= 5
high INTEGER ::= 9
A ::= INTEGER (low..high, ..., 20)
B ::= INTEGER (MIN..high)
C ::= INTEGER { seven(7) } (seven | 1..3)
D ::= OCTET STRING (SIZE (low..high))
E ::= D (SIZE (6))
F ::= BIT STRING (SIZE (1..8, ...))
G ::= SEQUENCE { f F (SIZE (3)), g A (5..6), h PrintableString (FROM ("a".."c" | "x")) }
"""


def compiled(name: str) -> object:
    """A compiled type of the schema."""
    return SchemaCompiler(asn1tools.parse_string(module(BODY))).process()["Test"][name].type


@pytest.mark.parametrize(
    ("name", "bounds"),
    [
        ("A", Bounds(5, 9, True)),
        ("B", Bounds(None, 9)),
        ("C", Bounds(1, 7, False, ((7, 7), (1, 3)))),
    ],
)
def test_bounds(name: str, bounds: Bounds) -> None:
    """Value references, half-open ranges, unions and the extension marker."""
    assert compiled(name).harness_bounds == bounds  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "size"), [("D", Bounds(5, 9)), ("E", Bounds(6, 6)), ("F", Bounds(1, 8, True))])
def test_sizes(name: str, size: Bounds) -> None:
    """A constraint on a reference replaces that of the type; asn1tools does so for some kinds of types only."""
    assert compiled(name).harness_size == size  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("body", "value", "octets"),
    [
        ("A ::= INTEGER (0..10) T ::= A (5..MAX)", 6, "20"),
        ("A ::= INTEGER (0..10) T ::= A (MIN..3)", 2, "80"),
        ("A ::= INTEGER (0..10) T ::= A (MIN..1 | 10)", 1, "10"),
        ("A ::= INTEGER (5..MAX) T ::= A (MIN..12)", 6, "20"),
        ("A ::= INTEGER (0..10, ...) T ::= A (5..MAX)", 6, "20"),
        ("A ::= OCTET STRING (SIZE (1..10)) T ::= A (SIZE (7..MAX))", b"1234567", "0031323334353637"),
    ],
)
def test_ends_of_the_type_around(body: str, value: object, octets: str) -> None:
    """MIN and MAX are those of the type that is constrained (X.680 51.4.2): 5..10 of 0..10 has three bits, 6 is 001.

    MIN..3 of it has two bits, MIN..1 and 10 four. An extension of the outer type is not inherited (X.680 50.8).
    """
    assert hexed(body, value) == octets


@pytest.mark.parametrize(
    "constraint",
    ["(0..10)(5..8)", "(0..10 ^ 5..20)", "(0..10)(5..MAX)", "(MIN..5)(3)", "(1..10, ...)(2..5)", "(1 | 1..3)"],
)
def test_overlapping_ranges_are_refused(constraint: str) -> None:
    """The parser does not tell an intersection from a union: better none than wrong octets."""
    with pytest.raises(InputError, match="overlap; write the numbers that are left as one range"):
        codec(f"T ::= INTEGER {constraint}")


def test_additions_of_a_constraint_may_hold_the_root() -> None:
    """1..10 may be extended to 1..20, or to 20..30."""
    assert hexed("T ::= INTEGER (1..10, ..., 1..20)", 10) == "48"
    assert hexed("T ::= INTEGER (1..10, ..., 20..30)", 20) == "800114"


def test_extensible_alphabets_do_not_count() -> None:
    """Only an alphabet that cannot be extended is seen by PER (X.691 10.3.11)."""
    assert hexed('T ::= IA5String (FROM ("ab", ...))', "ab") == "026162"


def test_constraints_of_members() -> None:
    """A member may constrain its type further, without a change to the type.

    Three bits and 5 are 101 0; four characters take two bits each: 03, 00 01 10.
    """
    assert hexed(BODY, {"f": (b"\xa0", 3), "g": 5, "h": "abc"}, "G") == "a00318"
    assert codec(BODY).encode("F", (b"\xa0", 3)).hex() == "20a0"


def test_alphabets() -> None:
    """All characters of the constraint."""
    members = {one.name: one for one in compiled("G").root_members}  # type: ignore[attr-defined]
    assert members["h"].harness_alphabet == "abcx"


def test_names_of_types() -> None:
    """A type knows the names by which it is referred to, outermost first; one inside of it its own."""
    found = SchemaCompiler(
        asn1tools.parse_string(module("A ::= SEQUENCE { b B } B ::= C C ::= SEQUENCE { x INTEGER } D ::= B"))
    ).process()["Test"]
    assert found["D"].type.harness_names == ("D", "B", "C")
    assert found["C"].type.harness_names == ("C",)
    assert found["A"].type.root_members[0].harness_names == ("B", "C")


def test_types_are_compiled_once() -> None:
    """However many members refer to a type, it is compiled once: 2 to the 40 would take longer than this test."""
    chain = " ".join(f"T{n} ::= SEQUENCE {{ a T{n + 1}, b T{n + 1} }}" for n in range(40))
    assert len(codec(f"{chain} T40 ::= BOOLEAN").types) == 41

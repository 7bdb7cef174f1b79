"""From asn1tools' compiled types to our nodes."""

import asn1tools
import pytest

from oran_harness.codec.asn1.codec import build
from oran_harness.model.errors import InputError
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec, module
from tests.codec.asn1.values import node_of


def test_every_type_has_a_node_under_its_name() -> None:
    """Nodes carry the names of the schema, those without a name the kind of their type."""
    schema = codec(EVERYTHING)
    assert {"Everything", "Numbers", "Tree"} <= schema.types
    members = {name: node for _, node, _, name in node_of(schema, "Everything").members.entries}  # type: ignore[attr-defined]
    assert (members["numbers"].type_name, members["flag"].type_name) == ("Numbers", "BOOLEAN")


def test_names_of_several_modules() -> None:
    """A name that two modules define is found with that of its module before it."""
    text = module("A ::= BOOLEAN B ::= NULL", "One") + " " + module("A ::= INTEGER", "Two")
    schema = build(asn1tools.parse_string(text), {}, {})
    assert schema.types == {"One.A", "Two.A", "B"}
    assert schema.decode("Two.A", b"\x01\x05") == 5


def test_imported_types() -> None:
    """Types of another module, with bounds that are named there."""
    text = (
        "One DEFINITIONS AUTOMATIC TAGS ::= BEGIN IMPORTS A FROM Two; B ::= SEQUENCE { a A } END "
        "Two DEFINITIONS AUTOMATIC TAGS ::= BEGIN A ::= INTEGER (0..most) most INTEGER ::= 7 END"
    )
    assert build(asn1tools.parse_string(text), {}, {}).encode("B", {"a": 7}) == b"\xe0"


@pytest.mark.parametrize(
    ("choice", "value", "octets"),
    [
        # BOOLEAN is 1, SEQUENCE 16, PrintableString 19: places 0, 1, 2.
        ("s SEQUENCE { x BOOLEAN }, p PrintableString, b BOOLEAN", ("p", "A"), "800141"),
        ("s SEQUENCE { x BOOLEAN }, p PrintableString, b BOOLEAN", ("s", {"x": True}), "60"),
        # Universal tags come first, then those of applications.
        ("a [APPLICATION 5] BOOLEAN, b [1] BOOLEAN, c BOOLEAN", ("a", True), "60"),
        # A CHOICE has the least tag of its root, here 5, then 0.
        ("a CHOICE { x [7] BOOLEAN, y [5] BOOLEAN }, b [1] BOOLEAN", ("b", True), "40"),
        ("a CHOICE { x [7] BOOLEAN, y [0] BOOLEAN }, b [1] BOOLEAN", ("b", True), "c0"),
    ],
)
def test_alternatives_without_tags(choice: str, value: object, octets: str) -> None:
    """X.691 23.2: the places follow the tags, universal ones too, where they are not automatic (X.680 8.6)."""
    schema = build(asn1tools.parse_string(f"Test DEFINITIONS ::= BEGIN T ::= CHOICE {{ {choice} }} END"), {}, {})
    assert schema.encode("T", value).hex() == octets
    assert schema.decode("T", bytes.fromhex(octets)) == value


def test_alternatives_of_which_the_order_is_not_known() -> None:
    """A type whose tag nobody tells is refused, not put anywhere."""
    parsed = asn1tools.parse_string("Test DEFINITIONS ::= BEGIN T ::= CHOICE { a DATE, b NULL } END")
    with pytest.raises(InputError, match="give 'a' a tag"):
        build(parsed, {}, {})


def test_minimum_bits_are_a_lower_bound() -> None:
    """No value of any type takes fewer bits than its node says."""
    schema = codec("T ::= SEQUENCE OF CHOICE { a NULL, b SEQUENCE { c INTEGER (0..7), d OCTET STRING OPTIONAL } }")
    assert node_of(schema, "T").element.minimum_bits == 1  # type: ignore[attr-defined]
    assert schema.decode("T", schema.encode("T", (("a", None),) * 100)) == (("a", None),) * 100

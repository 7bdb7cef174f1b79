"""From asn1tools' compiled types to our nodes."""

import asn1tools

from oran_harness.codec.asn1.codec import build
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


def test_minimum_bits_are_a_lower_bound() -> None:
    """No value of any type takes fewer bits than its node says."""
    schema = codec("T ::= SEQUENCE OF CHOICE { a NULL, b SEQUENCE { c INTEGER (0..7), d OCTET STRING OPTIONAL } }")
    assert node_of(schema, "T").element.minimum_bits == 1  # type: ignore[attr-defined]
    assert schema.decode("T", schema.encode("T", (("a", None),) * 100)) == (("a", None),) * 100

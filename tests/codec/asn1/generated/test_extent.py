"""What of a type's extent its schema settles."""

import pytest

from oran_harness.codec.asn1.generated.extent import ALONE, INLINE, Traits, begins_aligned, fixed_end, weight
from oran_harness.protocols.e2ap.codec import codec as e2ap_codec
from oran_harness.service_models.kpm import KPM
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec


@pytest.mark.parametrize(
    ("body", "at", "end"),
    [
        ("BOOLEAN", 3, 4),
        ("NULL", 3, 3),
        ("INTEGER (0..255)", 3, 16),
        ("INTEGER (0..7)", 3, 6),
        ("INTEGER (0..4294967295)", 0, None),
        ("ENUMERATED { a, b, ... }", 0, 2),
        ("ENUMERATED { a, ..., b }", 0, None),
        ("OCTET STRING (SIZE (2))", 3, 19),
        ("OCTET STRING (SIZE (3))", 3, 32),
        ("BIT STRING (SIZE (17))", 3, 25),
        ("SEQUENCE { a INTEGER (0..7), b INTEGER (0..65535), ... }", 0, 24),
        ("SEQUENCE { a BOOLEAN OPTIONAL }", 0, None),
        ("SEQUENCE { a BOOLEAN, ..., b NULL }", 0, None),
        ("CHOICE { a BOOLEAN }", 0, None),
    ],
)
def test_where_values_end(body: str, at: int, end: int | None) -> None:
    """The same bit for every value, or none that is known."""
    assert fixed_end(codec(f"T ::= {body}").node("T"), at) == end


def test_what_begins_aligned() -> None:
    """Everything that a length of its own octets, or padding, comes first in."""
    aligned = ("INTEGER", "INTEGER (0..255)", "OCTET STRING", "OCTET STRING (SIZE (3))", "REAL", "SEQUENCE OF NULL",
               "SEQUENCE { a INTEGER (0..255) }", "VisibleString", "UTF8String", "BIT STRING (SIZE (17))")  # fmt: skip
    others = ("INTEGER (0..7)", "INTEGER (0..4294967295)", "OCTET STRING (SIZE (2))", "BOOLEAN", "CHOICE { a NULL }",
              "SEQUENCE { a INTEGER (0..255), ... }", "OCTET STRING (SIZE (0..3))", "NULL",
              "SEQUENCE (SIZE (0..3)) OF INTEGER (0..255)", "BIT STRING (SIZE (1..2, ...))")  # fmt: skip
    assert all(begins_aligned(codec(f"T ::= {body}").node("T")) for body in aligned)
    assert not any(begins_aligned(codec(f"T ::= {body}").node("T")) for body in others)


def test_traits() -> None:
    """Recursion at any depth, size with large parts as one, and whether values tell their places."""
    traits = Traits()
    every = codec(EVERYTHING)
    assert [traits.nests(every.node(name)) for name in ("Tree", "Everything", "Numbers")] == [True, True, False]
    assert traits.large(every.node("Numbers")) == (weight(every.node("Numbers"), 100) > INLINE)
    e2ap = e2ap_codec("2.03").schema
    names = ("E2AP-PDU", "RICindication", "RANfunctions-List", "RICrequestID")
    assert [traits.has_places(e2ap.node(name)) for name in names] == [True, True, False, False]
    label = KPM.codec("2.03").node("MeasurementLabel")
    assert traits.large(label)
    assert not traits.large(KPM.codec("2.03").node("LabelInfoItem"))
    assert weight(KPM.codec("2.03").node("E2SM-KPM-IndicationMessage"), ALONE) > ALONE

"""What PER has bits for, legal or not."""

from random import Random

import pytest

from oran_harness.codec.asn1 import Field
from oran_harness.codec.asn1.illegal import (
    Extended,
    ExtensionForm,
    FalseLength,
    LongForm,
    Padded,
    Raw,
    RootIndex,
)
from oran_harness.codec.asn1.walker import FRAGMENTED, RandomChooser
from oran_harness.protocols.e2ap.codec import codec as e2ap
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.illegal.writing import hexed, refused
from tests.codec.asn1.schemas import codec, complaints

EXTENSIBLE = "T ::= SEQUENCE { a BOOLEAN, ..., b BOOLEAN OPTIONAL }"
E2AP = e2ap("2.03").schema
NAMES = ", ".join(f"n{number}" for number in range(65))


@pytest.mark.parametrize("type_name", sorted(codec(EVERYTHING).types))
def test_legal_values_are_written_as_ever(type_name: str) -> None:
    """Of every construct, fragments among them: the same octets as the strict way writes."""
    chooser = RandomChooser(Random(type_name))
    schema = codec(EVERYTHING)
    for plan in [FRAGMENTED] * 4:
        value = schema.generate(type_name, chooser, plan)
        assert schema.encode_illegal(type_name, value) == schema.encode(type_name, value)


def test_legal_messages_are_written_as_ever() -> None:
    """Messages of E2AP, too."""
    chooser = RandomChooser(Random(1))
    for _ in range(60):
        value = E2AP.generate("E2AP-PDU", chooser)
        assert E2AP.encode_illegal("E2AP-PDU", value) == E2AP.encode("E2AP-PDU", value)


def test_bits_in_place_of_anything() -> None:
    """As they are, where they are; fewer than their octets hold, too."""
    body = "T ::= SEQUENCE { a INTEGER (0..7), b OCTET STRING (SIZE (1)) }"
    assert hexed(body, {"a": Raw(b"\xff", 2), "b": b"a"}) == "d840"
    assert hexed(body, {"a": 1, "b": Raw(b"")}) == "20"
    assert hexed(body, Raw(b"xyz")) == b"xyz".hex()
    assert "do not hold 9 bits" in refused(body, {"a": Raw(b"a", 9), "b": b"a"})


def test_octets_in_place_of_an_open_type() -> None:
    """An addition's whole content, behind its length, even none at all (X.691 11.1.4)."""
    assert hexed(EXTENSIBLE, {"a": True, "b": Raw(b"\x80\x00")}) == "c040" + "028000"
    assert complaints(EXTENSIBLE, "c040028000") == [("open-type-not-consumed", 4)]
    assert hexed(EXTENSIBLE, {"a": True, "b": Raw(b"")}) == "c040" + "00"


def test_additions_of_a_newer_edition() -> None:
    """Their octets stand in the bit-map at their places; none at all is an empty bit-map."""
    octets = hexed(EXTENSIBLE, Extended({"a": True}, {2: b"xy"}))
    found = codec(EXTENSIBLE).decode_lenient("T", bytes.fromhex(octets))
    assert found.complaints == ()
    assert [(each.index, each.octets) for each in found.unknown_additions] == [(2, b"xy")]
    assert complaints(EXTENSIBLE, hexed(EXTENSIBLE, Extended({"a": True}))) == [("malformed", 0)]
    assert "knows addition 0" in refused(EXTENSIBLE, Extended({"a": True}, {0: b"x"}))
    assert "not extensible" in refused("T ::= SEQUENCE { a BOOLEAN }", Extended({"a": True}))


def test_indices_of_the_root() -> None:
    """Beyond the last name or alternative, as far as the bits go."""
    assert complaints("T ::= ENUMERATED { a, b, c }", hexed("T ::= ENUMERATED { a, b, c }", RootIndex(3))) == [
        ("unknown-alternative", 0)
    ]
    body = "T ::= CHOICE { a NULL, b BOOLEAN, c NULL, ... }"
    assert hexed(body, (RootIndex(1), True)) == "30"
    assert complaints(body, hexed(body, (RootIndex(3), b"x"))) == [("unknown-alternative", 0)]
    assert refused(body, (RootIndex(4), b"x")) == "index 4 has no bits: they hold 0..3"


def test_what_has_no_bits() -> None:
    """A mandatory member that is missing, and values of another kind; the path says where."""
    body = "T ::= SEQUENCE { a SEQUENCE OF SEQUENCE { b BOOLEAN } }"
    assert refused(body, {"a": ({},)}) == "a[0].b: mandatory, but missing: there are no bits that would say so"
    assert "takes tuple or list" in refused(body, {"a": 5})
    assert "takes (name, value)" in refused("T ::= CHOICE { a NULL }", 5)
    assert "none of a" in refused("T ::= CHOICE { a NULL }", ("b", None))


def test_fields() -> None:
    """Any content of an IE, of a known id or not, and any number of them."""
    (envelope,) = (E2AP.decode("E2AP-PDU", E2AP.encode("E2AP-PDU", _reset()))[1],)
    (ie,) = [field for field in envelope.value["protocolIEs"] if field.id == 1]
    for content in (Field(1, ie.criticality, Raw(b"\xff\xff")), Field(1, ie.criticality, None, b"\xff\xff")):
        octets = E2AP.encode_illegal("E2AP-PDU", ("initiatingMessage", Field(3, "reject", {"protocolIEs": (content,)})))
        assert octets.endswith(b"\x00\x01\x40\x02\xff\xff")
    unknown = Field(65535, "ignore", Raw(b""))
    octets = E2AP.encode_illegal("E2AP-PDU", ("initiatingMessage", Field(3, "reject", {"protocolIEs": (unknown,)})))
    assert octets.endswith(b"\xff\xff\x40\x00")


def _reset() -> tuple[str, Field]:
    fields = (Field(49, "reject", 1), Field(1, "ignore", ("misc", "om-intervention")))
    return "initiatingMessage", Field(3, "reject", {"protocolIEs": fields})


@pytest.mark.parametrize(
    ("body", "value", "octets", "wrong"),
    [
        # X.691 11.1.4: 1, then seven bits; BOOLEAN in an open type; NULL, whose octet is all padding.
        ("T ::= BOOLEAN", Padded(True, 0, 1), "81", ("padding", 0)),
        (EXTENSIBLE, {"a": True, "b": Padded(True, 0, 0x55)}, "c04001d5", ("padding", 3)),
        (EXTENSIBLE, Padded({"a": True, "b": True}, 0, 1), "c0410180", ("padding", 1)),
        ("T ::= NULL", Padded(None, 0, 0xFF), "ff", ("padding", 0)),
        ("T ::= SEQUENCE { a BOOLEAN, b OCTET STRING }", Padded({"a": True, "b": b""}, 0, 3), "8300", ("padding", 0)),
        # 11.9.3.6: below 128 a length takes one octet; 11.6.1: an addition below 64 takes seven bits.
        ("T ::= OCTET STRING", LongForm(b"a"), "800161", ("malformed", 0)),
        ("T ::= INTEGER", LongForm(5), "800105", ("malformed", 0)),
        ("T ::= SEQUENCE OF BOOLEAN", LongForm((True,)), "800180", ("malformed", 0)),
        ("T ::= ENUMERATED { a, ..., b }", LongForm("b"), "c00100", ("malformed", 0)),
        (EXTENSIBLE, {"a": True, "b": LongForm(True, True)}, "c040800180", ("malformed", 2)),
        # Lengths that promise more than there is, or less.
        ("T ::= OCTET STRING", FalseLength(b"abc", 4), "04616263", ("truncated", 1)),
        ("T ::= OCTET STRING", FalseLength(b"abc", 2), "02616263", ("trailing-octets", 3)),
        (EXTENSIBLE, {"a": True, "b": FalseLength(True, 2, True)}, "c0400280", ("truncated", 3)),
        # 13.1, 17.3: the root has its own form.
        ("T ::= INTEGER (0..7, ...)", ExtensionForm(5), "800105", ("malformed", 0)),
        ("T ::= OCTET STRING (SIZE (1..4, ...))", ExtensionForm(b"a"), "800161", ("malformed", 0)),
        ("T ::= SEQUENCE (SIZE (1..4, ...)) OF BOOLEAN", ExtensionForm((True,)), "800180", ("malformed", 0)),
        # Octets that are there although nothing is read of them, and octets that are not.
        ("T ::= BOOLEAN", Raw(b"\x80\x00"), "8000", ("trailing-octets", 1)),
        ("T ::= OCTET STRING (SIZE (3))", Raw(b"ab"), "6162", ("truncated", 0)),
    ],
)
def test_encodings_that_per_does_not_have(body: str, value: object, octets: str, wrong: tuple[str, int]) -> None:
    """The value is legal, its octets are not, and strict decoding says why and where."""
    assert hexed(body, value) == octets
    assert complaints(body, octets)[0] == wrong


def test_encodings_that_cannot_be() -> None:
    """Where there is no padding, length or root that could be written otherwise, the caller is told."""
    assert refused("T ::= BOOLEAN", Padded(True, 1, 1)) == "it has 1 paddings, and none of number 1"
    assert "padding of its own" in refused("T ::= SEQUENCE { a BOOLEAN }", {"a": Padded(True, 0, 1)})
    assert "nothing in it can be written as LongForm" in refused("T ::= BOOLEAN", LongForm(True))
    assert "no longer form" in refused("T ::= OCTET STRING", LongForm(bytes(128)))
    assert "no longer form" in refused(f"T ::= ENUMERATED {{ a, ..., {NAMES} }}", LongForm("n64"))
    assert "below 16384 can be false" in refused("T ::= OCTET STRING", FalseLength(b"", 16384))
    assert "nothing in it can be written as ExtensionForm" in refused("T ::= INTEGER (0..7, ...)", ExtensionForm(8))
    assert "only one thing at a time" in refused("T ::= OCTET STRING", LongForm(FalseLength(b"", 1)))

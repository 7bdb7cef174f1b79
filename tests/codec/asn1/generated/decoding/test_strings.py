"""Generated decoders of strings: as X.691 has them, and refusing what the nodes refuse."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.codec.asn1.generated.decoding.strings import permitted
from oran_harness.codec.asn1.generated.off import Off
from oran_harness.codec.asn1.nodes.alphabet import alphabet
from tests.codec.asn1.schemas import left, swift


@pytest.mark.parametrize(
    ("string", "value", "octets"),
    [
        # Behind a flag and before one; the clauses are those of the nodes' own tests.
        ("OCTET STRING (SIZE (0))", b"", "c0"),
        ("OCTET STRING (SIZE (2))", b"\xff\x00", "ff8040"),
        ("OCTET STRING (SIZE (3))", b"abc", "8061626380"),
        ("OCTET STRING (SIZE (0..3))", b"", "90"),  # 11.9.3.3: no padding before nothing
        ("OCTET STRING (SIZE (0..3))", b"a", "a06180"),
        ("OCTET STRING", b"a", "80016180"),
        ("OCTET STRING (SIZE (1..2, ...))", b"a", "806180"),  # 1 0 0
        ("OCTET STRING (SIZE (1..2, ...))", b"abc", "c00361626380"),
        ("BIT STRING (SIZE (6))", BitString(b"\xfc", 6), "ff"),
        ("BIT STRING (SIZE (20))", BitString(b"\xff\xff\xf0", 20), "80fffff8"),  # 16.9: aligned from 17 bits
        ("BIT STRING (SIZE (0..3))", BitString(b"", 0), "90"),
        ("BIT STRING (SIZE (0..3))", BitString(b"\xe0", 3), "e0f0"),
        ("BIT STRING", BitString(b"\xe0", 3), "8003f0"),
        ("BIT STRING (SIZE (1..2, ...))", BitString(b"\xe0", 3), "c003f0"),
        ("PrintableString (SIZE (1..150, ...))", "ab", "8040616280"),  # 1 0 00000001
        ("VisibleString", "a", "80016180"),
        ("UTF8String", "\u00e4", "8002c3a480"),
        ("REAL", 1.5, "800380ff0380"),
    ],
)
def test_forms(string: str, value: object, octets: str) -> None:
    """Each form between two flags."""
    body = f"T ::= SEQUENCE {{ before BOOLEAN, x {string}, behind BOOLEAN }}"
    assert swift(body, {"before": True, "x": value, "behind": True}) == octets


@pytest.mark.parametrize(
    ("string", "octets"),
    [
        ("OCTET STRING (SIZE (1..4))", "c06162"),
        ("OCTET STRING (SIZE (1..6))", "e061626364656667"),  # 8 of at most 6
        ("OCTET STRING (SIZE (1..2, ...))", "800161"),  # a size of the root as an extension
        ("OCTET STRING", "0261"),
        ("BIT STRING", "09ff"),
        ("BIT STRING", "808000"),  # 128 as two octets, and not there
        ("PrintableString", "012a"),  # an asterisk
        ("UTF8String", "01ff"),
        ("REAL", "0180"),
    ],
)
def test_what_does_not_conform_is_refused(string: str, octets: str) -> None:
    """Sizes and characters outside of the constraint, too few octets."""
    assert left(f"T ::= {string}", octets) is Off


def test_fragments() -> None:
    """11.9.3.8: octet strings of 16,384 octets and more come in fragments, which generated code puts together."""
    for size in (16383, 16384, 16384 * 4, 16384 * 5 + 7):
        swift("T ::= OCTET STRING", bytes(size))
        swift("T ::= UTF8String", "x" * size)
    assert left("T ::= OCTET STRING", "c5" + "00" * 16384 * 5 + "00") is Off
    assert left("T ::= OCTET STRING", "c1" + "00" * 16384 + "c1" + "00" * 16384 + "00") is Off


def test_octets_of_an_alphabet_are_made_once() -> None:
    """All types of an alphabet share them."""
    digits = alphabet("0123456789")
    assert permitted(digits) is permitted(alphabet("9876543210"[::-1]))

"""What other codecs get wrong: octets derived from X.691, in all ways to read and to write, with pycrate as a witness.

A ``Golden`` is written and read by nodes and by generated functions, strictly, leniently and traced; the octets short
of one, and with one behind them, are refused by all of these.
"""

import itertools
from contextlib import suppress
from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString, EncodeError, load_schema
from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.generated.off import GIVEN_UP
from oran_harness.codec.asn1.generated.program import Program
from oran_harness.resources import interface
from tests.codec.asn1.pycrate_decoder import plain, pycrate_of_body
from tests.codec.asn1.schemas import codec, encoded_by_nodes, for_asn1tools, hexed, reference, refused


def golden(body: str, value: Any, octets: str, *, witness: bool = True, wrong: bool = True) -> None:
    """Hold a value and its octets together; ``witness``: pycrate reads them so, ``wrong``: asn1tools does not."""
    assert hexed(body, value) == octets
    refused(body, octets[:-2])
    refused(body, octets + "00")
    if witness:
        assert pycrate_of_body(body).decode("T", bytes.fromhex(octets)) == plain(value)
    theirs = None
    with suppress(Exception):
        theirs = bytes(reference(body).encode("T", for_asn1tools(value))).hex()
    assert (theirs != octets) == wrong


def not_written(body: str, value: Any) -> None:
    """No way to write takes the value."""
    node = codec(body).node("T")
    with pytest.raises(EncodeError):
        codec(body).encode("T", value)
    with pytest.raises(Misfit):
        encoded_by_nodes(node, value)
    with pytest.raises(GIVEN_UP):
        Program({"T": node}, False).encoder("T")(value)


def ones(count: int) -> BitString:
    return BitString((((1 << count) - 1) << (-count & 7)).to_bytes((count + 7) >> 3), count)


def test_null_as_an_alternative_behind_the_marker() -> None:
    """80 01 00, where asn1tools writes 80 00.

    23.8: the extension bit 1, then the place among the additions as a normally small number (11.6.1: 0 and six bits),
    1 0000000: 80. The value is an open type (23.8 with 11.2): 11.1 makes a complete encoding of NULL, which has no
    bits (18): one octet 00 (11.1.3); its length is 01 (11.9.3.6).
    """
    golden("T ::= CHOICE { a NULL, ..., b NULL }", ("b", None), "800100")
    golden("T ::= CHOICE { a NULL, ..., b NULL, c NULL }", ("c", None), "810100")


def test_null_in_kpm() -> None:
    """A measurement that does not satisfy its condition is a NULL behind the marker of MeasurementRecordItem."""
    schema = load_schema(interface("kpm").edition("4.00").schema)
    name = "MeasurementRecordItem"
    value = ("notSatisfied", None)
    assert schema.encode(name, value).hex() == "800100"
    assert schema.decode(name, bytes.fromhex("800100")) == value
    assert schema.decode_conforming(name, bytes.fromhex("8000")) is None


def test_null_as_an_addition() -> None:
    """80 80 01 00.

    19.1: extension bit 1. 19.8: the number of additions of the type as a normally small length: 1 is 0 000000
    (11.9.3.4: less one). 19.7: their bits: 1. 1000 0000 1 and padding; then the open type as above.
    """
    golden("T ::= SEQUENCE { ..., null NULL OPTIONAL }", {"null": True}, "80800100")


@pytest.mark.parametrize(
    ("string", "value", "octets"),
    [
        # 17.3: bit 1, then 17.8 as without a constraint: aligned length 05, octets.
        ("OCTET STRING (SIZE (1..4, ...))", b"12345", "80053132333435"),
        ("OCTET STRING (SIZE (2, ...))", b"123", "8003313233"),
        ("OCTET STRING (SIZE (2, ...))", b"", "8000"),
        # 16.6: bit 1, then 16.11: length 17 is 11, the bits.
        ("BIT STRING (SIZE (1..16, ...))", ones(17), "8011ffff80"),
        ("BIT STRING (SIZE (3, ...))", ones(1), "800180"),
        # 30.4: bit 1, then 30.5.7 with the lower bound 0 and no upper one: characters of 8 bits, aligned.
        ("PrintableString (SIZE (1..150, ...))", "A" * 151, "808097" + "41" * 151),
        ("VisibleString (SIZE (1..2, ...))", "AAA", "8003414141"),
        ("IA5String (SIZE (0..1, ...))", "AA", "80024141"),
        # Four bits a character (30.5.2): 5, 5, 5 are places 6, 6, 6.
        ("NumericString (SIZE (1..2, ...))", "555", "80036660"),
        # Two bits a character: d is place 3, three of them 111111.
        ('IA5String (FROM ("abcd")) (SIZE (1..2, ...))', "ddd", "8003fc"),
        ("BMPString (SIZE (1, ...))", "AA", "800200410041"),
        # 20.4: bit 1, then 20.6: length 3 and three bits.
        ("SEQUENCE (SIZE (0..2, ...)) OF BOOLEAN", (True, True, True), "8003e0"),
        ("SEQUENCE (SIZE (2, ...)) OF BOOLEAN", (True,), "800180"),
    ],
)
def test_sizes_outside_of_an_extensible_root(string: str, value: Any, octets: str) -> None:
    """The bit 1 says that the size is none of the root (16.6, 17.3, 20.4, 30.4); an unconstrained length follows."""
    golden(f"T ::= {string}", value, octets, wrong=not string.startswith(("OCTET", "SEQUENCE")))


@pytest.mark.parametrize(
    ("string", "value", "octets"),
    [
        # 0, the length less one in two bits: 0 00, padding to the octets.
        ("OCTET STRING (SIZE (1..4, ...))", b"1", "0031"),
        # 17.6: up to two octets of a fixed size are not aligned: 0, then 0011 0001 0011 0010.
        ("OCTET STRING (SIZE (2, ...))", b"12", "189900"),
        # 0 1111 is 16 of 1..16.
        ("BIT STRING (SIZE (1..16, ...))", ones(16), "78ffff"),
        ("BIT STRING (SIZE (3, ...))", ones(3), "70"),
        # 0 and 150 - 1 in eight bits, padding.
        ("PrintableString (SIZE (1..150, ...))", "A" * 150, "4a80" + "41" * 150),
        ("SEQUENCE (SIZE (0..2, ...)) OF BOOLEAN", (True, True), "58"),
    ],
)
def test_sizes_of_an_extensible_root(string: str, value: Any, octets: str) -> None:
    """The bit 0, then the root's own form."""
    golden(f"T ::= {string}", value, octets, wrong=False)


ADDITIONS = """T ::= SEQUENCE {
    r BOOLEAN, ..., a INTEGER (0..7) OPTIONAL, [[ b BOOLEAN, c BIT STRING OPTIONAL ]], d BOOLEAN OPTIONAL
}"""


@pytest.mark.parametrize("names", [names for n in range(4) for names in itertools.combinations("abd", n)])
def test_additions_in_any_combination(names: tuple[str, ...]) -> None:
    """An addition may be there without those before it, which asn1tools forgets.

    19.1: the extension bit, 1 if any addition is there. The root: r is 1. 19.8: three additions, 2 as 0 000010, and a
    bit for each: 11 0000010 and the bit-map: 1100 0001 0abd. 19.9: a group is a SEQUENCE of one presence bit here, 0,
    and b, 1: 01, so 40 in its open type; a is 101: A0; d is 1: 80. Each is one octet behind its length 01.
    """
    value = {"r": True, **{name: {"a": 5, "b": True, "d": True}[name] for name in names}}
    bitmap = "".join("01"[name in names] for name in "abd")
    head = f"c1{int('0' + bitmap, 2):x}0" if names else "40"
    tail = "".join("01" + {"a": "a0", "b": "40", "d": "80"}[name] for name in names)
    golden(ADDITIONS, value, head + tail, wrong=names in (("d",), ("a", "d")))


def test_members_of_a_group() -> None:
    """19.9: members that may be absent have their bits within the group: 1, b is 1, and c is aligned: C0 03 E0.

    r is 0, and of the additions the second is there: 10 0000010 010.
    """
    golden(ADDITIONS, {"r": False, "b": True, "c": ones(3)}, "812003c003e0", wrong=False)


@pytest.mark.parametrize(
    ("bounds", "value", "octets"),
    [
        # 13.2.4 with 11.7: the distance from the lower bound, in counted octets without a sign.
        ("(5..MAX)", 5, "0100"),
        ("(5..MAX)", 132, "017f"),
        ("(5..MAX)", 133, "0180"),
        ("(5..MAX)", 260, "01ff"),
        ("(5..MAX)", 261, "020100"),
        ("(-5..MAX)", -5, "0100"),
        ("(0..MAX)", 128, "0180"),
        # 13.1: bit 1, then as without bounds, with a sign (13.2.6 with 11.8).
        ("(5..MAX, ...)", 4, "800104"),
        ("(5..MAX, ...)", -1, "8001ff"),
        ("(5..MAX, ...)", 5, "000100"),
        ("(MIN..7, ...)", 8, "800108"),
        ("(MIN..7, ...)", 7, "000107"),
    ],
)
def test_integers_with_one_bound(bounds: str, value: int, octets: str) -> None:
    """A lower bound alone makes the number semi-constrained (11.7); asn1tools drops it."""
    golden(f"T ::= INTEGER {bounds}", value, octets)


@pytest.mark.parametrize(
    ("bounds", "value", "octets"),
    [
        # 13.2.6: without a lower bound an upper one does not count, except for what is legal.
        ("(MIN..5)", 5, "0105"),
        ("(MIN..5)", -129, "02ff7f"),
        ("(MIN..MAX)", 128, "020080"),
        ("(0..MAX)", 256, "020100"),
    ],
)
def test_integers_with_one_bound_that_asn1tools_reads(bounds: str, value: int, octets: str) -> None:
    """The same, where both agree."""
    golden(f"T ::= INTEGER {bounds}", value, octets, wrong=False)


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("INTEGER (0..7)", 8),
        ("INTEGER (0..7)", -1),
        ("INTEGER (0..255)", 256),
        ("INTEGER (0..65535)", 65536),
        ("INTEGER (0..4294967295)", 4294967296),
        ("INTEGER (5..MAX)", 4),
        ("INTEGER (MIN..5)", 6),
        ("INTEGER (1..3 | 7)", 5),
        ("OCTET STRING (SIZE (2))", b"123"),
        ("BIT STRING (SIZE (2..4))", ones(5)),
        ("PrintableString (SIZE (1..3))", "AAAA"),
        ("PrintableString", "_"),
        ("SEQUENCE (SIZE (1..2)) OF NULL", (None, None, None)),
    ],
)
def test_nothing_out_of_range_is_written(member: str, value: Any) -> None:
    """The bits of a constrained number are for its range (11.5.7); others would run into what stands beside them."""
    not_written(f"T ::= {member}", value)
    not_written(f"T ::= SEQUENCE {{ a BOOLEAN, b {member} }}", {"a": True, "b": value})


@pytest.mark.parametrize(
    ("type_name", "octets"),
    [
        ("INTEGER (0..4)", "a0"),  # 101 is 5
        ("INTEGER (0..254)", "ff"),
        ("INTEGER (0..256)", "0101"),  # 257
        ("INTEGER (0..70000)", "80011171"),  # 70001
        ("INTEGER (MIN..5)", "0106"),
        ("INTEGER (1..10, ...)", "50"),  # 0 1010 is 11
        ("INTEGER (1..3 | 7)", "60"),  # 011 is 4
        ("OCTET STRING (SIZE (1..3))", "c001020304"),  # 11 is 4
        ("BIT STRING (SIZE (22..32))", "f0ffffffffff"),  # 1111 is 37
        ("PrintableString (SIZE (1..150))", "ff" + "41" * 256),
        ("PrintableString", "015f"),
        ("NumericString (SIZE (2))", "1f"),  # the place 15 of eleven
        ("SEQUENCE (SIZE (0..2)) OF BOOLEAN", "f8"),
        ("ENUMERATED { a, b, c }", "c0"),
        ("CHOICE { a NULL, b NULL, c NULL }", "c0"),
    ],
)
def test_nothing_out_of_range_is_read(type_name: str, octets: str) -> None:
    """What bits can hold beyond a range, a size, an alphabet or the number of alternatives is refused."""
    refused(f"T ::= {type_name}", octets)


@pytest.mark.parametrize(
    ("string", "empty"),
    [
        ("OCTET STRING (SIZE (0..3))", b""),
        ("BIT STRING (SIZE (0..3))", BitString(b"", 0)),
        ("PrintableString (SIZE (0..3))", ""),
        ("NumericString (SIZE (0..3))", ""),
        ("BMPString (SIZE (0..3))", ""),
        ("SEQUENCE (SIZE (0..3)) OF BOOLEAN", ()),
    ],
)
def test_strings_of_no_length(string: str, empty: Any) -> None:
    """90: no padding stands behind a constrained length of zero.

    11.9.3.3: the length as a constrained whole number, here two bits; only "if n is non-zero" there is a field behind
    it, which 11.2 and 17.8 (16.11, 30.5.7) would align: 1, 00, and the flag 1 at once: 1001. Others write 80 80.
    """
    body = f"T ::= SEQUENCE {{ before BOOLEAN, x {string}, behind BOOLEAN }}"
    value = {"before": True, "x": empty, "behind": True}
    octets = hexed(body, value)
    assert octets == "90"
    refused(body, "9000")
    refused(body, "8080")


def test_octets_behind_an_unconstrained_length_of_zero() -> None:
    """11.9.3.6: such a length is aligned itself, so that what follows is at an octet: 80 00 80."""
    for string, empty in (
        ("OCTET STRING", b""),
        ("BIT STRING", BitString(b"", 0)),
        ("IA5String", ""),
        ("UTF8String", ""),
    ):
        body = f"T ::= SEQUENCE {{ before BOOLEAN, x {string}, behind BOOLEAN }}"
        golden(body, {"before": True, "x": empty, "behind": True}, "800080", wrong=False)


def test_no_spurious_octet_in_additions() -> None:
    """A SEQUENCE in an addition has the octets that it needs and no more (11.1, 11.2); pycrate's encoder adds a 00.

    1 0000000 1; the open type: 0, 1 0000000 1: the inner SEQUENCE has its own extension bit and bit-map: 8080 0180.
    """
    body = "T ::= SEQUENCE { ..., a SEQUENCE { ..., b BOOLEAN } }"
    golden(body, {"a": {"b": True}}, "8080" + "04" + "8080" + "0180", wrong=False)


@pytest.mark.parametrize(("place", "octets"), [(0, "80"), (62, "be"), (63, "bf"), (64, "c00140"), (69, "c00145")])
def test_many_values_behind_the_marker(place: int, octets: str) -> None:
    """14.3 with 11.6: a normally small number; to 63 bit 0 and six bits, from 64 on 1 and counted octets, aligned."""
    names = ", ".join(f"n{number}" for number in range(70))
    golden(f"T ::= ENUMERATED {{ a, ..., {names} }}", f"n{place}", octets, wrong=place > 63)
    alternatives = ", ".join(f"n{number} BOOLEAN" for number in range(70))
    body = f"T ::= CHOICE {{ a BOOLEAN, ..., {alternatives} }}"
    golden(body, (f"n{place}", True), octets + "0180", wrong=place > 63)


@pytest.mark.parametrize(("count", "head"), [(63, "be"), (64, "bf"), (65, "c041"), (130, "c08082")])
def test_many_additions(count: int, head: str) -> None:
    """19.8 with 11.9.3.4: their number less one in six bits behind bit 0 to 64, else bit 1 and an aligned length.

    Behind it as many bits, the last of them 1; the value is 01 80 at the next octet. pycrate takes the length for one
    in octets, but it counts what follows (11.9.3.2), and that are bits.
    """
    names = ", ".join(f"m{number} BOOLEAN OPTIONAL" for number in range(count))
    bitmap = "1".rjust(count, "0").ljust(-(-count // 8) * 8, "0")
    octets = head + f"{int(bitmap, 2):0{len(bitmap) // 4}x}" + "0180"
    golden(f"T ::= SEQUENCE {{ ..., {names} }}", {f"m{count - 1}": True}, octets, witness=count < 65, wrong=count > 64)


@pytest.mark.parametrize(
    ("value", "octets"),
    [(0.0, "00"), (-0.0, "0143"), (1.0, "03800001"), (255.0, "038000ff"), (0.5, "0380ff01"), (-1.5, "03c0ff03")],
)
def test_reals(value: float, octets: str) -> None:
    """15 with X.690 8.5 and 11.3: a counted contents octet string; base 2, an odd mantissa in the fewest octets."""
    wrong = octets in ("0143", "038000ff")
    golden("T ::= REAL", value, octets, witness=octets != "0143", wrong=wrong)

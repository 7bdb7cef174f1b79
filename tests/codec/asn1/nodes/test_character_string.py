"""PrintableString and the like (X.691 clause 30)."""

import pytest

from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit


@pytest.mark.parametrize(
    ("definition", "value", "octets"),
    [
        # 30.5.2: 74 characters take 7 bits, so 8; 30.5.4: their codes fit. The flag before them is 1.
        ("PrintableString", "Az", "8002417a"),
        ("PrintableString (SIZE (1..150))", "A", "800041"),
        # 30.5.6: a fixed size of at most 16 bits is not aligned, a longer one is.
        ("PrintableString (SIZE (2))", "AA", "a0a080"),
        ("PrintableString (SIZE (3))", "AAA", "80414141"),
        # 30.5.7: a size that varies is not aligned below 16 bits at most, from there on it is.
        ("VisibleString (SIZE (0..1))", "A", "d040"),
        ("VisibleString (SIZE (1..2))", "A", "8041"),
        # Eleven digits and space take 4 bits each, as places: 1, length 01, 0010, 0011, ... (30.5.4).
        ("NumericString (SIZE (1..3))", "12", "a460"),
        ("NumericString (SIZE (1..4))", "12", "a023"),
        ("NumericString", " 9", "80020a"),
        # Four letters take 2 bits each, as places; a single one takes none.
        ('IA5String (FROM ("abcd")) (SIZE (4))', "abcd", "8d80"),
        ('IA5String (FROM ("x"))', "xxx", "8003"),
        # Two octets each.
        ("BMPString (SIZE (1))", "\u20ac", "905600"),
        ("BMPString (SIZE (1..2))", "\u20ac", "8020ac"),
    ],
)
def test_forms(definition: str, value: str, octets: str) -> None:
    """Width and alignment of characters, behind a BOOLEAN that shows the alignment."""
    body = f"T ::= SEQUENCE {{ flag BOOLEAN, text {definition} }}"
    assert hexed(body, {"flag": True, "text": value}) == octets


def test_larger_than_an_extensible_root() -> None:
    """30.4 with 11.9: outside of the root, bit 1, then an unconstrained length and the characters, aligned.

    151 characters in PrintableString (SIZE (1..150, ...)), the names of E2SM, are 1, padding, 8097; asn1tools gives
    up. One character in the root is 0, 8 bits 0, padding: 0000 41.
    """
    body = "T ::= PrintableString (SIZE (1..150, ...))"
    assert hexed(body, "A") == "000041"
    assert hexed(body, "A" * 151) == "808097" + "41" * 151
    assert hexed(body, "") == "8000"
    assert complaints(body, "800141") == [("malformed", 0)]


def test_no_padding_before_no_characters() -> None:
    """11.9.3.3: behind a constrained length of zero nothing follows: 1, 00, 1 = 1001."""
    body = "T ::= SEQUENCE { before BOOLEAN, text PrintableString (SIZE (0..3)), behind BOOLEAN }"
    assert hexed(body, {"before": True, "text": "", "behind": True}) == "90"


def test_fragments() -> None:
    """16,385 characters are a fragment C1 of 16,384 characters and one of 01; of four bits each in half the octets."""
    assert hexed("T ::= IA5String", "A" * 16385) == "c1" + "41" * 16384 + "0141"
    assert hexed("T ::= NumericString", "0" * 16385) == "c1" + "11" * 8192 + "0110"


def test_characters_outside_the_alphabet() -> None:
    """F18 of the field: a name with characters that PrintableString does not have; asn1tools gives up.

    The complaint names character, place and alphabet; the lenient value keeps it.
    """
    body = "T ::= PrintableString (SIZE (1..150, ...))"
    octets = bytes.fromhex("0100") + b"a_b"
    found = codec(body).decode_lenient("T", octets)
    assert found.value == "a_b"
    (complaint,) = found.complaints
    assert (complaint.kind.value, complaint.octet, complaint.bit) == ("out-of-range", 3, 0)
    assert complaint.message == "character 1 is not in the alphabet"
    assert complaint.expected == "space '-) +-: = ? A-Z a-z"
    assert complaint.actual == "'_' (U+005F)"
    assert misfit(body, "a_b") == "'_' is no character of this T"


def test_places_that_no_character_has() -> None:
    """Four bits could be fifteen, but NumericString ends at ten: a replacement character and a complaint."""
    assert complaints("T ::= NumericString (SIZE (2))", "1f") == [("out-of-range", 0)]
    assert lenient("T ::= NumericString (SIZE (2))", "1f") == "0\ufffd"


def test_restricted_alphabets_are_strict() -> None:
    """An alphabet of FROM is checked even where its characters are written with their codes (asn1tools forgets it)."""
    body = 'T ::= VisibleString (FROM ("a".."z" | "A".."Z" | "0".."9" | "."))'
    assert hexed(body, "aZ9.") == "04615a392e"
    assert complaints(body, "022b2b") == [("out-of-range", 1)]
    assert "'+' is no character" in misfit(body, "+")


def test_halves_of_surrogate_pairs() -> None:
    """D800 is no character of BMPString; it must not reach any output."""
    assert complaints("T ::= BMPString", "01d800") == [("out-of-range", 1)]
    assert lenient("T ::= BMPString", "01d800") == "\ufffd"


@pytest.mark.parametrize(
    ("definition", "value", "octets"),
    [
        ("UniversalString", "\u00c4\u20ac", "8002000000c4000020ac"),
        # 30.5.7: a size of one is 32 bits, more than 16, and aligned; sizes 2 to 4 take two bits: 1 00.
        ("UniversalString (SIZE (1))", "\u20ac", "80000020ac"),
        ("UniversalString (SIZE (2..4))", "\U0001f600a", "800001f60000000061"),
        # Two characters take a bit each, as places.
        ('UniversalString (FROM ("ab")) (SIZE (2))', "ab", "a0"),
    ],
)
def test_universal_strings(definition: str, value: str, octets: str) -> None:
    """30.5.2: all characters of UniversalString take 32 bits; sizes and alphabets count as for the others (30.1)."""
    body = f"T ::= SEQUENCE {{ flag BOOLEAN, text {definition} }}"
    assert hexed(body, {"flag": True, "text": value}) == octets


@pytest.mark.parametrize("number", ["0000d800", "00110000", "ffffffff"])
def test_what_is_no_character_at_all(number: str) -> None:
    """Halves of surrogate pairs and numbers beyond the last character."""
    assert complaints("T ::= UniversalString", "01" + number) == [("out-of-range", 1)]
    assert lenient("T ::= UniversalString", "01" + number) == "\ufffd"
    assert "is no character" in misfit("T ::= UniversalString", "\ud800")


@pytest.mark.parametrize("name", ["ISO646String", "T61String", "TeletexString", "VideotexString", "GraphicString"])
def test_other_names(name: str) -> None:
    """ISO646String is VisibleString, T61String TeletexString; what is no known-multiplier string is counted octets."""
    assert hexed(f"T ::= {name}", "ab") == "026162"
    if name == "ISO646String":
        assert hexed(f"T ::= {name} (SIZE (1))", "a") == "61"
        assert complaints(f"T ::= {name}", "017f") == [("out-of-range", 1)]


def test_sizes_out_of_range() -> None:
    """A size outside of the constraint is complained about and refused."""
    assert complaints("T ::= VisibleString (SIZE (2..4))", "c0" + "41" * 5) == [("out-of-range", 0)]
    assert misfit("T ::= VisibleString (SIZE (2..4))", "A") == "size 1 is out of range (2..4)"
    assert [kind for kind, _ in complaints("T ::= VisibleString", "05")] == ["truncated"]


def test_characters_without_bits_cost_no_memory() -> None:
    """An alphabet of one character takes no bits: claims of hundreds of thousands are refused."""
    body = 'T ::= IA5String (FROM ("x"))'
    assert [kind for kind, _ in complaints(body, "c4" * 1000)] == ["malformed"]


def test_python_types() -> None:
    """A string is str."""
    for value in (b"A", 5, None, ["A"]):
        assert "takes str" in misfit("T ::= PrintableString", value)

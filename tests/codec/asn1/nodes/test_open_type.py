"""Open types around types that are known (X.691 11.2)."""

from tests.codec.asn1.schemas import codec, complaints, hexed, lenient

BODY = "T ::= CHOICE { none NULL, ..., text PrintableString, list SEQUENCE OF INTEGER (0..255) }"


def test_octets_that_the_value_does_not_need() -> None:
    """What is left in an open type is complained about at its first octet; the value is there."""
    assert complaints(BODY, "8004024142ff") == [("open-type-not-consumed", 5)]
    assert lenient(BODY, "8004024142ff") == ("text", "AB")


def test_a_value_that_needs_more() -> None:
    """A value cannot read on behind the end of its open type, even where octets follow."""
    body = "T ::= SEQUENCE { x CHOICE { none NULL, ..., text PrintableString }, y OCTET STRING }"
    octets = "8003054142" + "03010203"
    assert complaints(body, octets) == [("truncated", 3)]
    assert lenient(body, octets) == {"x": ("text", None), "y": b"\1\2\3"}


def test_less_than_the_length_says() -> None:
    """Where the open type itself is cut off, what is there is read all the same, and one complaint is enough."""
    assert complaints(BODY, "810903010203") == [("truncated", 2)]
    assert lenient(BODY, "810903010203") == ("list", (1, 2, 3))
    assert complaints(BODY, "8109030102") == [("truncated", 2)]
    assert lenient(BODY, "8109030102") == ("list", (1, 2, None))


def test_fragments() -> None:
    """An open type of 20,003 octets is in fragments (11.2 with 11.9.3.8), which asn1tools does not write.

    20,000 characters are C1, 16,384, 8E20, 3,616: 20,003 octets in all. Their open type is C1 and 16,384 octets, then
    3,619 = 8E23 and the rest.
    """
    octets = bytes.fromhex(hexed(BODY, ("text", "A" * 20000)))
    assert octets[:3].hex() == "80c1c1"
    assert octets[2 + 16384 : 4 + 16384].hex() == "8e23"
    assert len(octets) == 1 + 1 + 16384 + 2 + 3619


def test_places_behind_fragments() -> None:
    """A complaint behind the seam of two fragments counts octets of the message, not of the value."""
    octets = bytearray(codec(BODY).encode("T", ("text", "A" * 20000)))
    octets[20] = octets[-1] = 0xFF
    assert complaints(BODY, bytes(octets)) == [("out-of-range", 20), ("out-of-range", len(octets) - 1)]
    assert complaints(BODY, bytes(octets[:-1]))[-1] == ("truncated", 16388)


def test_trailing_octets_in_fragments() -> None:
    """Left over octets are found in fragments too."""
    inner = b"\x01A" + bytes(16383)
    octets = b"\x80\xc1" + inner[:16384] + b"\x01" + inner[16384:]
    assert complaints(BODY, octets) == [("open-type-not-consumed", 4)]

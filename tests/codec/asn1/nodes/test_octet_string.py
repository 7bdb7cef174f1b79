"""OCTET STRING (X.691 clause 17)."""

import tracemalloc

import pytest

from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit


@pytest.mark.parametrize(
    ("size", "value", "octets"),
    [
        # 17.6: a fixed size of up to two octets is not aligned; the flag before it is 1.
        ("(SIZE (0))", "", "80"),
        ("(SIZE (1))", "ff", "ff80"),
        ("(SIZE (2))", "ffff", "ffff80"),
        # 17.7: a longer fixed size is.
        ("(SIZE (3))", "010203", "80010203"),
        # 17.8: the length as a constrained number, then aligned octets: 1 and 01 = A0.
        ("(SIZE (0..3))", "07", "a007"),
        ("(SIZE (1..256))", "07", "800007"),
        ("(SIZE (0..65535))", "07", "80000107"),
        # From 64K on a bound does not count: an unconstrained length.
        ("(SIZE (0..65536))", "07", "800107"),
        ("(SIZE (1..MAX))", "07", "800107"),
        ("", "", "8000"),
    ],
)
def test_forms(size: str, value: str, octets: str) -> None:
    """Each form of a size, behind a BOOLEAN that shows the alignment."""
    body = f"T ::= SEQUENCE {{ flag BOOLEAN, octets OCTET STRING {size} }}"
    assert hexed(body, {"flag": True, "octets": bytes.fromhex(value)}) == octets


def test_no_padding_before_no_octets() -> None:
    """11.9.3.3: behind a constrained length of zero nothing follows, no padding either.

    1, 00, 1 = 1001: the flag behind the empty string is in the same octet. asn1tools pads.
    """
    body = "T ::= SEQUENCE { before BOOLEAN, octets OCTET STRING (SIZE (0..3)), behind BOOLEAN }"
    assert hexed(body, {"before": True, "octets": b"", "behind": True}) == "90"


def test_extensible_size() -> None:
    """17.3: bit 0 and the root's form, or bit 1 and an unconstrained length: 1, padding, 05, octets."""
    body = "T ::= OCTET STRING (SIZE (1..4, ...))"
    assert hexed(body, b"\1") == "0001"
    assert hexed(body, b"12345") == "80053132333435"
    assert hexed(body, b"") == "8000"
    assert complaints(body, "8001ff") == [("malformed", 0)]


def test_extensible_size_in_fragments() -> None:
    """20,000 octets outside of the root: 1, padding, C1 and 16,384 octets, 8E20 and 3,616. asn1tools writes only C1."""
    body = "T ::= OCTET STRING (SIZE (1..4, ...))"
    octets = bytes.fromhex(hexed(body, bytes(20000)))
    assert (octets[:2].hex(), octets[16386:16388].hex(), len(octets)) == ("80c1", "8e20", 20004)


@pytest.mark.parametrize(
    ("length", "determinants"),
    [
        (127, {0: "7f"}),
        (128, {0: "8080"}),
        (16383, {0: "bfff"}),
        (16384, {0: "c1", 16385: "00"}),
        (16385, {0: "c1", 16385: "01"}),
        (65535, {0: "c3", 49153: "bfff"}),
        (65536, {0: "c4", 65537: "00"}),
        (65536 + 32768 + 128, {0: "c4", 65537: "c2", 98306: "8080"}),
    ],
)
def test_fragments(length: int, determinants: dict[int, str]) -> None:
    """11.9.3.5 to 11.9.3.8: lengths to 127, to 16,383, and fragments as long as can be, with a last one below 16K."""
    octets = bytes.fromhex(hexed("T ::= OCTET STRING", bytes(length)))
    for place, determinant in determinants.items():
        assert octets[place : place + len(determinant) // 2].hex() == determinant


def test_sizes_out_of_range() -> None:
    """A size outside of the constraint is complained about and refused, also where the length could say anything."""
    assert complaints("T ::= OCTET STRING (SIZE (1..3))", "c0ffffffff") == [("out-of-range", 0)]
    assert lenient("T ::= OCTET STRING (SIZE (1..3))", "c0ffffffff") == b"\xff" * 4
    assert complaints("T ::= OCTET STRING (SIZE (2..70000))", "01ff") == [("out-of-range", 0)]
    assert complaints("T ::= OCTET STRING (SIZE (1 | 3))", "400102") == [("out-of-range", 0)]
    assert misfit("T ::= OCTET STRING (SIZE (1 | 3))", b"12") == "size 2 is out of range (1 | 3)"
    assert misfit("T ::= OCTET STRING (SIZE (2))", b"1") == "size 1 is out of range (2)"


@pytest.mark.parametrize("octets", ["", "05ff", "80", "c1ff", "c4", "bfff00"])
def test_lengths_beyond_the_octets(octets: str) -> None:
    """A length that claims more than there is, is TRUNCATED, and nothing is allocated for it."""
    assert [kind for kind, _ in complaints("T ::= OCTET STRING", octets)] == ["truncated"]


@pytest.mark.parametrize(
    ("octets", "octet"), [("8005" + "ff" * 5, 0), ("c0", 0), ("c5", 0), ("ff", 0), ("c1" + "00" * 16384 + "c1", 16385)]
)
def test_lengths_that_no_encoder_writes(octets: str, octet: int) -> None:
    """Two octets for a length below 128; fragments of 0 or more than 4 times 16K; a long one behind a short one."""
    assert complaints("T ::= OCTET STRING", octets)[0] == ("malformed", octet)


def test_claims_cost_no_memory() -> None:
    """Hostile lengths allocate no more than a small multiple of the octets."""
    schema = codec("T ::= SEQUENCE OF OCTET STRING")
    octets = b"\xbf\xff" + b"\xc4" * 3000
    tracemalloc.start()
    schema.decode_lenient("T", octets)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 * len(octets)


def test_python_types() -> None:
    """An OCTET STRING is bytes; other buffers are taken as well."""
    assert codec("T ::= OCTET STRING").encode("T", memoryview(b"hi")) == b"\x02hi"
    for value in ("text", 5, None, [1]):
        assert "takes bytes" in misfit("T ::= OCTET STRING", value)
